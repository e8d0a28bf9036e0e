// Which metadata fields state the version and the dates of a document itself, by their keys; of whatever dialect, header or tail.
import type { DocumentModel } from '../model/documentModel.ts';
import type { Span } from '../sourceText.ts';
import { readDate, type DateForm } from './dateForm.ts';
import { compareVersions, readVersion, type VersionForm } from './versionForm.ts';

/** What fields of a model and of facts have in common. */
export interface StatedField {
  readonly key: string;
  readonly normalKey: string;
  readonly value: string;
  readonly valueSpan: Span;
}

export interface Stated<Form> {
  readonly field: StatedField;
  readonly form: Form;
  /** Of the version or date alone; the whole value where the two can not be told apart. */
  readonly span: Span;
  /** `span` is that of the version or date alone. */
  readonly isExact: boolean;
}

/** In order of how surely they speak of the document. */
const VERSION_KEYS: readonly string[] = [
  '文档版本', '文档版本号', 'documentversion', 'docversion', 'documentationversion', '版本', '版本号', 'version',
  '报告版本', '指南版本', '手册版本', '计划版本', '索引版本', '规划版本', '案例版本',
]; // prettier-ignore
const CREATED_KEYS: ReadonlySet<string> = new Set([
  '创建日期', '创建时间', '创建于', '创建', '编写日期', '编写时间', '撰写日期', '制定日期', '首次发布', 'created', 'createdat', 'datecreated', 'creationdate',
]); // prettier-ignore
const UPDATED_KEYS: ReadonlySet<string> = new Set([
  '最后更新', '更新', '最后更新日期', '最后更新时间', '更新日期', '更新时间', '最近更新', '最近更新日期', '修改日期', '修改时间', '最后修改', '最后修改日期', '最后修改时间',
  'updated', 'updatedat', 'lastupdated', 'lastupdate', 'lastmodified', 'modified', 'updatedate', 'dateupdated', 'datemodified',
]); // prettier-ignore

export function isVersionKey(normalKey: string): boolean {
  return VERSION_KEYS.includes(normalKey);
}

/** Fields of a model, values as they stand in the text, so that each version and date has its exact place. */
export function fieldsOf({ metadata, source }: DocumentModel): readonly StatedField[] {
  return metadata.flatMap(({ fields }) =>
    fields.map(({ key, normalKey: name, value, items, valueSpan }) => {
      const written = items === undefined ? source.slice(valueSpan) : value;
      return { key, normalKey: name, value: written, valueSpan };
    }),
  );
}

/** Fields that state the version of the document, the surest key first; those whose value is none are left out. */
export function versionsOf(fields: readonly StatedField[]): readonly Stated<VersionForm>[] {
  return fields
    .filter(({ normalKey }) => isVersionKey(normalKey))
    .toSorted((one, other) => VERSION_KEYS.indexOf(one.normalKey) - VERSION_KEYS.indexOf(other.normalKey))
    .flatMap((field) => stated(field, readVersion));
}

/** The highest version that is stated; of equal ones the shortest, so that the next one fits every place, then the surest key. */
export function versionOf(fields: readonly StatedField[]): Stated<VersionForm> | undefined {
  const all = versionsOf(fields);
  return all.reduce<Stated<VersionForm> | undefined>((best, each) => {
    if (best === undefined) return each;
    const difference = compareVersions(each.form, best.form) || best.form.numbers.length - each.form.numbers.length;
    return difference > 0 ? each : best;
  }, undefined);
}

export function createdOf(fields: readonly StatedField[]): readonly Stated<DateForm>[] {
  return fields.filter(({ normalKey }) => CREATED_KEYS.has(normalKey)).flatMap((field) => stated(field, readDate));
}

export function updatedOf(fields: readonly StatedField[]): readonly Stated<DateForm>[] {
  return fields.filter(({ normalKey }) => UPDATED_KEYS.has(normalKey)).flatMap((field) => stated(field, readDate));
}

/** Creation, where no update is stated: the content is not younger than the last of them. */
export function lastStatedDate(fields: readonly StatedField[]): Stated<DateForm> | undefined {
  const updated = updatedOf(fields);
  const dates = updated.length > 0 ? updated : createdOf(fields);
  return dates.toSorted((one, other) => (one.form.day < other.form.day ? 1 : -1))[0];
}

function stated<Form extends { readonly start: number; readonly end: number }>(
  field: StatedField,
  read: (value: string) => Form | undefined,
): readonly Stated<Form>[] {
  const form = read(field.value);
  if (form === undefined) return [];
  const { start, end } = field.valueSpan;
  // Marks in the value (`1.0` in backticks) leave the value shorter than its place.
  const isExact = end - start === field.value.length;
  return [{ field, form, isExact, span: isExact ? { start: start + form.start, end: start + form.end } : { start, end } }]; // prettier-ignore
}
