// What holds where the team's configuration is silent.
import { limits } from '../limits.ts';
import type { Configuration, KindConfiguration } from './configuration.ts';

/** Kinds that exist in every library, in the order in which they are listed. */
export const builtInKinds = ['case', 'topic', 'plan', 'template', 'standard', 'other'] as const;

const templateOf: Readonly<Record<string, string>> = { case: 'builtin:case', topic: 'builtin:topic' };

/** A kind as it is without configuration. `builtin:case` without a language follows the language of the document. */
export function defaultKind(kind: string): KindConfiguration {
  const template = Object.hasOwn(templateOf, kind) ? templateOf[kind] : undefined;
  return template === undefined
    ? { kind, files: [] }
    : { kind, files: [], template, standard: 'builtin:standard', newPath: `${kind}s/{title}.md` };
}

export const defaultConfiguration: Configuration = {
  kinds: builtInKinds.map(defaultKind),
  exclude: [],
  rules: {},
  sectionSynonyms: {},
  keySynonyms: {},
  draftStatus: [],
  readyStatus: [],
  enforcement: 'smart',
  maxFindings: limits.findingsPerDocument,
};
