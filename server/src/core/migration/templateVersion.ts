// Which version of its template a document follows: what its metadata says.
import type { DocumentModel, MetadataField } from '../model/documentModel.ts';
import { normalKey } from '../model/normalKey.ts';
import type { TemplateVersionSettings } from './templateVersionSettings.ts';

const usualKeys = ['模板版本', 'template version', 'templateVersion', 'template_version'];

export function templateVersionField(
  { metadata }: Pick<DocumentModel, 'metadata'>,
  settings?: TemplateVersionSettings,
): MetadataField | undefined {
  return templateVersionAmong(
    metadata.flatMap(({ fields }) => fields),
    settings,
  );
}

export function templateVersionAmong<T extends { readonly normalKey: string; readonly value: string }>(
  fields: readonly T[],
  settings?: TemplateVersionSettings,
): T | undefined {
  return fields.find((field) => isTemplateVersionKey(field.normalKey, settings) && field.value !== '');
}

/** `key` is a normal one. */
export function isTemplateVersionKey(key: string, { key: own }: TemplateVersionSettings = {}): boolean {
  return [...(own === undefined ? [] : [own]), ...usualKeys].some((known) => normalKey(known) === key);
}

/** The version that a template's text states in its annotation; undefined where it states none. */
export function templateVersionIn(text: string): string | undefined {
  const annotation = /<!--\s*casewright\s*[:：]\s*\{[^>]{0,4000}?\btemplate\s*:[^>]{0,4000}?-->/i.exec(
    text.slice(0, 20_000),
  )?.[0];
  return annotation === undefined ? undefined : /\bversion\s*:\s*["']?([\w.+-]{1,40})/.exec(annotation)?.[1];
}

/** `v1.0` and `1.0` are one version. */
export function isSameVersion(a: string, b: string): boolean {
  const plain = (version: string): string => version.trim().replace(/^v(?=\d)/i, '');
  return plain(a) === plain(b);
}
