// Rows about the score: totals, dimensions, what a level stands on, what the next one lacks, what brings most.
import { l10n, type ThemeIcon } from 'vscode';
import type {
  ScoreAction,
  ScoreCheck,
  ScoreCondition,
  ScoreDimension,
  ScoreOutcome,
  ScorePlace,
  ScoreResult,
  ScoreStandard,
  ScoreTotal,
} from '../../../server/src/lsp/protocol.ts';
import { placesOf } from './reviewNodes.ts';
import { icon, joined, type RowLook } from './rowLook.ts';

const LONGEST_LABEL = 60;

/** `评分 B`, with the figure, what it stands on, and what reviewers say beside it: never a bare total. */
export function scoreLook({ measured, reviewed, questions, standard, title }: ScoreResult): RowLook {
  const open = questions.open === 0 ? undefined : l10n.t('questions open: {0}', questions.open);
  const given = reviewed === undefined ? undefined : l10n.t('reviewed {0}', gradeText(reviewed));
  if (measured === undefined) {
    return {
      label: l10n.t('No score by machine'),
      description: joined([given, open]),
      tooltip: l10n.t('Nothing of the standard “{0}” could be measured in this document.', standard.name),
      icon: icon('question'),
    };
  }
  const basis = l10n.t('{0} % of the weights', measured.weight);
  return {
    label: l10n.t('Score {0}', gradeText(measured)),
    description: joined([basis, given, open]),
    tooltip: [title, totalSentence('measured', measured), reviewed && totalSentence('reviewed', reviewed), open]
      .filter((line) => line !== undefined && line !== '')
      .join('\n'),
    icon: levelIcon(measured.value, measured.max),
    words: ['score'],
    spoken: joined([l10n.t('Score {0}', gradeText(measured)), basis, given, open], ', '),
  };
}

/** `B 4.1/5`. */
export function gradeText({ grade, text, max }: ScoreTotal): string {
  return joined([grade, `${text}/${max}`], ' ');
}

function totalSentence(of: 'measured' | 'reviewed', total: ScoreTotal): string {
  return of === 'measured'
    ? l10n.t('Measured: {0}, on {1} % of the weights of the standard', gradeText(total), total.weight)
    : l10n.t('With the levels that reviewers gave: {0}, on {1} % of the weights', gradeText(total), total.weight);
}

export function totalLook(of: 'measured' | 'reviewed', total: ScoreTotal): RowLook {
  return {
    label: of === 'measured' ? l10n.t('Measured by machine') : l10n.t('With reviewers'),
    description: joined([gradeText(total), l10n.t('{0} % of the weights', total.weight)]),
    tooltip: totalSentence(of, total),
    icon: icon(of === 'measured' ? 'dashboard' : 'person'),
  };
}

export function standardLook({ name, version, path, uri }: ScoreStandard): RowLook {
  const isBuiltIn = path.startsWith('builtin:');
  return {
    label: name,
    description: joined([l10n.t('review standard'), version]),
    tooltip: joined([name, version, isBuiltIn ? l10n.t('built in') : path], '\n'),
    icon: icon('law'),
    ...(isBuiltIn ? {} : { open: { uri } }),
  };
}

export function dimensionLook(dimension: ScoreDimension, approved: number | undefined): RowLook {
  const { name, level, max, label, weight, given, reason, questions } = dimension;
  const figure = level === undefined ? l10n.t('not measured') : levelText(level, max, approved);
  const person = given === undefined ? undefined : l10n.t('{0} gave {1}', given.by, given.level);
  const open = questions.filter(({ outcome }) => outcome === 'asked').length;
  return {
    label: name,
    description: joined([joined([figure, label], ' '), person, l10n.t('weight {0} %', weight)]),
    tooltip: joined(
      [
        joined([name, figure, label], ' '),
        reason,
        approved === undefined ? undefined : l10n.t('At the last approval: {0}', approved),
        given && givenSentence(given),
        open === 0 ? undefined : l10n.t('questions open: {0}', open),
      ],
      '\n',
    ),
    icon: level === undefined ? icon('question', 'disabledForeground') : levelIcon(level, max),
    words: ['dimension'],
  };
}

/** `4/5`; `3 → 4/5` where the last approval measured another. */
function levelText(level: number, max: number, approved: number | undefined): string {
  return approved === undefined || approved === level ? `${level}/${max}` : `${approved} → ${level}/${max}`;
}

function givenSentence({ by, level, reason, isOutdated }: NonNullable<ScoreDimension['given']>): string {
  const sentence = l10n.t('{0} gave {1}', by, level);
  const note = isOutdated ? l10n.t('the content has changed since') : undefined;
  return joined([sentence, reason, note], ', ');
}

/** Four shapes, so that no level is a colour alone. */
function levelIcon(level: number, max: number): ThemeIcon {
  const share = max === 0 ? 0 : level / max;
  if (share >= 0.8) return icon('pass-filled', 'charts.green');
  if (share >= 0.6) return icon('pass', 'charts.blue');
  if (share >= 0.4) return icon('warning', 'charts.yellow');
  return icon('error', 'charts.red');
}

export function nextLook({ level, label, text, lacking, origin }: NonNullable<ScoreDimension['next']>): RowLook {
  return {
    label: l10n.t('For level {0}', joined([String(level), label], ' ')),
    description:
      lacking.length === 0 ? l10n.t('nothing that a machine can see') : l10n.t('lacking: {0}', lacking.length),
    tooltip: text,
    icon: icon('arrow-up'),
    isOpen: true,
    ...(lacking.length === 0 && { open: { uri: origin.uri, range: lineRange(origin.line) } }),
  };
}

export function conditionLook(condition: ScoreCondition, uri: string): RowLook {
  const { text, demand, outcome, summary, measure } = condition;
  const [first] = placesOf(condition);
  return {
    label: demand === '' ? cut(text) : demand,
    description: summary ?? outcomeWord(outcome),
    tooltip: joined([outcomeWord(outcome), text, summary, measure === undefined ? undefined : `(${measure})`], '\n'),
    icon: outcomeIcon(outcome),
    spoken: joined([outcomeWord(outcome), demand, summary], ', '),
    ...(first !== undefined && { open: { uri, range: first.place.range } }),
  };
}

export function placeLook({ range, excerpt, message }: ScorePlace, isMissing: boolean, uri: string): RowLook {
  const line = l10n.t('line {0}', range.start.line + 1);
  const label = message ?? (excerpt === '' ? line : cut(excerpt));
  return {
    label,
    description: joined([line, message === undefined ? undefined : excerpt]),
    tooltip: joined([message, excerpt, line], '\n'),
    icon: icon(isMissing ? 'circle-outline' : 'debug-stackframe-dot'),
    open: { uri, range },
  };
}

export function checkLook(
  { text, outcome, by, condition, origin }: ScoreCheck,
  isQuestion: boolean,
  uri: string,
): RowLook {
  const word = outcome === 'asked' ? l10n.t('to be answered') : outcomeWord(outcome);
  const who = by === 'answered' && outcome !== 'asked' ? l10n.t('answered by a reviewer') : undefined;
  const place = condition === undefined ? undefined : placesOf(condition)[0];
  return {
    label: cut(text),
    description: joined([outcome === 'asked' || isQuestion ? word : undefined, condition?.summary]),
    tooltip: joined([text, word, who, condition?.summary], '\n'),
    icon: outcome === 'asked' ? icon('question', 'charts.blue') : outcomeIcon(outcome),
    words: isQuestion ? ['question'] : [],
    spoken: joined([word, text, condition?.summary], ', '),
    open: place === undefined ? { uri: origin.uri, range: lineRange(origin.line) } : { uri, range: place.place.range },
  };
}

export function actionLook({ text, dimension, from, to, gainText, range, fix }: ScoreAction, uri: string): RowLook {
  const gain = l10n.t('{0}: {1} → {2}', dimension, from, to);
  return {
    label: text,
    description: joined([gainText, dimension]),
    tooltip: joined([text, joined([gain, gainText]), fix?.title], '\n'),
    icon: icon(fix === undefined ? 'lightbulb' : 'lightbulb-autofix', fix === undefined ? undefined : 'charts.yellow'),
    words: ['action', ...(fix === undefined ? [] : ['fix'])],
    spoken: joined([text, l10n.t('the score grows by {0}', gainText), gain], ', '),
    open: { uri, ...(range !== undefined && { range }) },
  };
}

function outcomeWord(outcome: ScoreOutcome): string {
  switch (outcome) {
    case 'met':
      return l10n.t('met');
    case 'unmet':
      return l10n.t('not met');
    case 'not-applicable':
      return l10n.t('does not apply');
  }
}

function outcomeIcon(outcome: ScoreOutcome): ThemeIcon {
  switch (outcome) {
    case 'met':
      return icon('check', 'testing.iconPassed');
    case 'unmet':
      return icon('close', 'testing.iconFailed');
    case 'not-applicable':
      return icon('circle-slash', 'disabledForeground');
  }
}

/** Row labels are one line; the tooltip has all of it. */
export function cut(text: string): string {
  if (text.length <= LONGEST_LABEL) return text;
  const kept = text.slice(0, LONGEST_LABEL - 1);
  // Half a character at the end is none.
  return `${/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}

function lineRange(line: number) {
  return { start: { line, character: 0 }, end: { line, character: 0 } };
}
