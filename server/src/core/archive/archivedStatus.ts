// The status of a document that is laid aside, in the words of the team: configured, else of the template, else the usual one.
import { statusKeys } from '../checking/statusWords.ts';
import type { TextEdit } from '../finding.ts';
import { replaceValue } from '../fixes/valueEdits.ts';
import type { DocumentModel } from '../model/documentModel.ts';
import type { Configuration } from '../library/configuration.ts';
import { normalKey } from '../model/normalKey.ts';
import { statusTextOf } from '../review/stateWords.ts';
import type { Template } from '../template/template.ts';
import type { ArchiveSettings } from './archiveSettings.ts';

export interface StatusGround {
  readonly settings: ArchiveSettings;
  readonly configuration: Configuration;
  readonly template?: Template;
  readonly language: 'zh' | 'en';
}

export function archivedWordOf({ settings, configuration, template, language }: StatusGround): string {
  const values = (template?.fields ?? [])
    .filter((field) => [field.key, ...field.aliases].some((key) => statusKeys.has(normalKey(key))))
    .flatMap((field) => field.values ?? []);
  const words = { configuration, language, values: values.map(({ value }) => value), before: '' };
  return settings.status ?? statusTextOf('archived', words);
}

/** Of the first status field that says something; none for a document that states no status. */
export function statusEdit({ metadata }: DocumentModel, word: string): readonly TextEdit[] {
  const fields = metadata.flatMap((block) => block.fields);
  const field = fields.find(({ normalKey: key, value }) => statusKeys.has(key) && value !== '');
  return field === undefined || field.value === word ? [] : [replaceValue(field, word)];
}
