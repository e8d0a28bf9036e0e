// Where a new document goes, and what still has to be asked.
import { scopePath } from '../../core/library/pathScope.ts';
import type { KindConfiguration } from '../../core/library/configuration.ts';
import { isTemplateVersionKey } from '../../core/migration/templateVersion.ts';
import type { TemplateVersionSettings } from '../../core/migration/templateVersionSettings.ts';
import { normalKey } from '../../core/model/normalKey.ts';
import type { FieldSpec, Template } from '../../core/template/template.ts';

export interface Question {
  readonly key: string;
  readonly description?: string;
  readonly values?: readonly string[];
  readonly required: boolean;
}

/** Required fields that nothing answers: no id, date or version of the template. */
export function questionsOf(template: Template, settings?: TemplateVersionSettings): readonly Question[] {
  const isAnswered = ({ key }: FieldSpec): boolean =>
    template.version !== undefined && isTemplateVersionKey(normalKey(key), settings);
  const isAsked = (spec: FieldSpec): boolean =>
    !isAnswered(spec) && spec.required && spec.format !== 'id' && spec.format !== 'date' && spec.place === 'header';
  return template.fields.filter(isAsked).map((spec) => ({
    key: spec.key,
    required: spec.required,
    ...(spec.description === undefined ? {} : { description: spec.description }),
    ...(spec.values === undefined ? {} : { values: spec.values.map(({ value }) => value) }),
  }));
}

/** A free path: the configured pattern filled in, `-2`, `-3` … where it is taken. `folder` wins over the pattern's own. */
export function proposePath(
  title: string,
  { newPath = '{title}.md', kind }: KindConfiguration,
  taken: readonly string[],
  folder?: string,
): string {
  const name = fileName(title) || kind;
  const pattern = newPath.replace(/\{title\}/g, name).replace(/\{[a-z]+\}/gi, name);
  const base = pattern.slice(pattern.lastIndexOf('/') + 1);
  const wanted = folder === undefined ? pattern : `${folder === '' ? '' : `${folder}/`}${base}`;
  const scoped = scopePath(wanted);
  return freePath(scoped.isInside ? scoped.path : base, taken);
}

/** Names that differ in case alone are one file on many disks. */
function freePath(path: string, taken: readonly string[]): string {
  const known = new Set(taken.map((other) => other.normalize('NFC').toLowerCase()));
  const isFree = (candidate: string): boolean => !known.has(candidate.normalize('NFC').toLowerCase());
  if (isFree(path)) return path;
  const stem = path.replace(/\.md$/i, '');
  for (let number = 2; ; number++) if (isFree(`${stem}-${String(number)}.md`)) return `${stem}-${String(number)}.md`;
}

/** A title as a file name that every file system takes. */
function fileName(title: string): string {
  return title
    .replace(/[\\/:*?"<>|#\u0000-\u001F]/g, ' ')
    .replace(/\s+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 100);
}
