// How a state is called: in documents with the team's own words, else with words that are read back as the same state.
import { stateOfStatus } from '../checking/statusWords.ts';
import type { Configuration } from '../library/configuration.ts';
import { catalogs } from '../messages/catalog.ts';
import { emojiSpans } from '../model/emoji.ts';
import type { ReviewState } from './reviewRecord.ts';

type Words = Pick<Configuration, 'draftStatus' | 'readyStatus' | 'review'>;

const emoji: Readonly<Record<ReviewState, string>> = {
  draft: '📝',
  'in-review': '🔍',
  approved: '✅',
  published: '🚀',
  stale: '⏰',
  archived: '📦',
};

/** Name of a state for people who look at a list: with emoji, in their language unless the team has its own. */
export function labelOfState(state: ReviewState, { review }: Pick<Words, 'review'>, locale: 'zh' | 'en'): string {
  const own = review?.states?.[state];
  return `${own?.emoji ?? emoji[state]} ${own?.names[0] ?? catalogs[locale][`review.state.${state}`]}`;
}

export interface Writing {
  readonly configuration: Words;
  readonly language: 'zh' | 'en';
  /** Values that the template allows. */
  readonly values?: readonly string[] | undefined;
  /** What stands there. */
  readonly before: string;
}

/** What is written into a status field: an allowed value that means the state, the team's word, or ours. */
export function statusTextOf(state: ReviewState, { configuration, language, values = [], before }: Writing): string {
  const allowed = values.find((value) => stateOfStatus(value, configuration) === state);
  if (allowed !== undefined) return allowed;
  const own = configuration.review?.states?.[state];
  const name = own?.names[0] ?? catalogs[language][`review.state.${state}`];
  const hadEmoji = emojiSpans(before)[0]?.start === 0;
  const sign = own === undefined ? (hadEmoji ? emoji[state] : undefined) : own.emoji;
  return sign === undefined ? name : `${sign} ${name}`;
}
