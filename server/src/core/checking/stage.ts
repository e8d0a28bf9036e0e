// How finished a document says it is: the stage that its status words mean. The words stand in statusWords.ts.
import type { Stage } from '../analysis.ts';
import type { Configuration } from '../library/configuration.ts';
import type { DocumentModel } from '../model/documentModel.ts';
import { normalKey } from '../model/headingIdentity.ts';
import { finishedness, ownState, statusKeys } from './statusWords.ts';

const LONGEST_STATUS = 200;

/** Draft, ready, or normal where the status says neither. */
export function stageOf(model: DocumentModel, configuration: Configuration): Stage {
  const fields = model.metadata.flatMap((block) => block.fields);
  const status = fields.find((field) => statusKeys.has(field.normalKey) && field.value !== '');
  return status === undefined ? 'normal' : stageOfStatus(status.value.slice(0, LONGEST_STATUS), configuration);
}

/** Stage of one status value; the team's own words win over the built-in ones. */
export function stageOfStatus(
  status: string,
  configuration: Pick<Configuration, 'draftStatus' | 'readyStatus' | 'review'>,
): Stage {
  const key = normalKey(status);
  const means = (word: string): boolean => normalKey(word) === key;
  if (configuration.draftStatus.some(means)) return 'draft';
  if (configuration.readyStatus.some(means)) return 'ready';
  const own = ownState(status, configuration);
  if (own !== undefined) return own === 'draft' ? 'draft' : 'ready';
  return finishedness(status);
}
