// What a new document will be called, where it goes, and what still has to be asked.
import { scopePath } from '../../core/library/pathScope.ts';
import type { KindConfiguration } from '../../core/library/configuration.ts';
import type { FieldSpec, Template } from '../../core/template/template.ts';

export interface Question {
  readonly key: string;
  readonly description?: string;
  readonly values?: readonly string[];
  readonly required: boolean;
}

/** Required fields that nothing answers: no id, date or fixed value. */
export function questionsOf(template: Template): readonly Question[] {
  const isAsked = (spec: FieldSpec): boolean =>
    spec.required && spec.format !== 'id' && spec.format !== 'date' && spec.place === 'header';
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

/**
 * The next free id of a family. `pattern` is the configured one (`SCENARIO-{DOMAIN}-{NNN}`) or empty; `ids` are those in use.
 * Without a pattern the most frequent family among `ids` counts on. Undefined where nothing can be proposed.
 */
export function nextId(pattern: string | undefined, ids: readonly string[], domain?: string): string | undefined {
  const filled = pattern?.replace(/\{DOMAIN\}/gi, domain ?? '{DOMAIN}');
  const prefix = filled?.replace(/\{N+\}.*$/i, '') ?? commonPrefix(ids);
  if (prefix === undefined || prefix === '') return undefined;
  const width = /\{(N+)\}/i.exec(pattern ?? '')?.[1]?.length ?? 3;
  if (prefix.includes('{DOMAIN}')) return `${prefix.replace('{DOMAIN}', 'XXX')}${'1'.padStart(width, '0')}`;
  const numbers = ids
    .filter((id) => id.startsWith(prefix))
    .map((id) => Number(/^\d+/.exec(id.slice(prefix.length))?.[0] ?? Number.NaN));
  const highest = Math.max(0, ...numbers.filter((number) => Number.isFinite(number)));
  return `${prefix}${String(highest + 1).padStart(width, '0')}`;
}

function commonPrefix(ids: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const id of ids) {
    const prefix = /^(.*?-)\d+$/.exec(id)?.[1];
    if (prefix !== undefined) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}
