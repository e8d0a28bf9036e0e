// The status of a document that is laid aside, in the words of the team: configured, else of the template, else the usual one.
import { statusKeys } from '../checking/stage.ts';
import type { TextEdit } from '../finding.ts';
import { replaceValue } from '../fixes/valueEdits.ts';
import type { DocumentModel } from '../model/documentModel.ts';
import { normalKey } from '../model/normalKey.ts';
import type { Template } from '../template/template.ts';
import type { ArchiveSettings } from './archiveSettings.ts';

const archivedWord = /归档|\barchived\b/i;

export interface StatusGround {
  readonly settings: ArchiveSettings;
  readonly template?: Template;
  readonly language: 'zh' | 'en';
}

export function archivedWordOf({ settings, template, language }: StatusGround): string {
  const ofTemplate = (template?.fields ?? [])
    .filter((field) => [field.key, ...field.aliases].some((key) => statusKeys.has(normalKey(key))))
    .flatMap((field) => field.values ?? [])
    .find(({ value }) => archivedWord.test(value))?.value;
  return settings.status ?? ofTemplate ?? (language === 'zh' ? '已归档' : 'archived');
}

/** Of the first status field that says something; none for a document that states no status. */
export function statusEdit({ metadata }: DocumentModel, word: string): readonly TextEdit[] {
  const fields = metadata.flatMap((block) => block.fields);
  const field = fields.find(({ normalKey: key, value }) => statusKeys.has(key) && value !== '');
  return field === undefined || field.value === word ? [] : [replaceValue(field, word)];
}
