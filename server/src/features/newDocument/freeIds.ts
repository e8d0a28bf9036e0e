// Free document ids: which families of ids a new document may belong to, nearest first, and the next number of each.
import type { Message } from '../../core/finding.ts';
import type { IdRange, IdsConfiguration } from '../../core/ids/idScheme.ts';
import { nextNumber } from '../../core/ids/takenIds.ts';
import { idPrefixes } from '../../core/library/kindWords.ts';
import type { Template } from '../../core/template/template.ts';
import { documentIds, type DocumentIds } from '../usedIds.ts';
import { hasSchemeForm, schemeFamilies, schemesAt } from './schemeIds.ts';

export interface IdQuestion {
  readonly kind: string;
  /** The configured form: `SCENARIO-{DOMAIN}-{NNN}`. */
  readonly pattern?: string;
  /** Its id field shows how ids look, where nothing is configured. */
  readonly template: Pick<Template, 'name' | 'fields' | 'header'>;
  /** Folder of the new document, relative to the root. */
  readonly folder: string;
  /** The other documents of the library. */
  readonly documents: readonly DocumentIds[];
  /** Schemes, ids that were withdrawn or allotted. */
  readonly ids?: IdsConfiguration;
  /** Ids that plans give to documents still to be written. */
  readonly planned?: readonly string[];
}

export interface FreeId {
  readonly id: string;
  /** Why this family. */
  readonly reason: Message;
  /** How far its numbers go. */
  readonly use: Message;
}

/** More families than these are not worth offering. */
const MOST = 20;

/** The next free id of the nearest family; undefined where nothing can be proposed. */
export function nextId(question: IdQuestion): string | undefined {
  return freeIds(question)[0]?.id;
}

/**
 * The ids that an author has to choose from, nearest first: one where the family is certain, several where a domain has
 * to be named or several families are equally near.
 */
export function idChoices(question: IdQuestion): readonly FreeId[] {
  const ids = freeIds(question);
  const isOpen = ({ reason }: FreeId): boolean =>
    reason.key === ids[0]?.reason.key || reason.key === 'completion.id.new-domain';
  return ids.filter(isOpen);
}

/** The next free id of each family, nearest first. `typed` is the beginning that the author wrote already. */
export function freeIds(question: IdQuestion, typed = ''): readonly FreeId[] {
  const families = new Map<string, Family>();
  const known = familiesOf(question);
  for (const family of [...typedFamily(question, known, typed), ...known]) {
    if (!families.has(family.prefix)) families.set(family.prefix, family);
  }
  const taken = takenBy(question);
  return [...families.values()].slice(0, MOST).flatMap((family) => freeIn(family, taken) ?? []);
}

interface Family {
  readonly prefix: string;
  /** Digits of a number, filled up with zeros. */
  readonly width?: number;
  readonly suffix?: string;
  readonly range?: IdRange;
  readonly reason: Message;
}

function familiesOf(question: IdQuestion): readonly Family[] {
  const { pattern, folder, documents, kind } = question;
  const isNear = ({ path }: DocumentIds): boolean => folderOf(path) === folder;
  const near = prefixesOf(documents.filter(isNear), kind);
  const all = prefixesOf(documents, kind);
  if (pattern !== undefined) return ofForm(readForm(pattern), [...near, ...all], configured(pattern));
  const schemes = schemesAt(question);
  if (schemes.length > 0) return schemeFamilies(schemes, [...documents.filter(isNear), ...documents]);
  const shown = shownForm(question.template);
  const nearReason: Message =
    folder === '' ? { key: 'completion.id.library' } : { key: 'completion.id.folder', args: { folder } };
  return [
    ...near.map((prefix) => ({ prefix, reason: nearReason })),
    ...(shown === undefined ? [] : ofForm(shown.form, all, shown.reason).filter(isComplete)),
    ...all.map((prefix) => ({ prefix, reason: { key: 'completion.id.library' } as const })),
  ];
}

function configured(pattern: string): Message {
  return { key: 'completion.id.configured', args: { pattern } };
}

/** A domain that nobody has named yet is not offered from a template: its own placeholder says more. */
function isComplete({ prefix }: Family): boolean {
  return !prefix.includes(UNKNOWN_DOMAIN);
}

/** The family that the author began to write comes first; `SCENARIO-IOT-` opens a new one, where the form allows it. */
function typedFamily(question: IdQuestion, families: readonly Family[], typed: string): readonly Family[] {
  const prefix = /^([A-Z][A-Z0-9]{0,30}(?:-[A-Z0-9]{1,30}){0,8}-)\d{0,8}$/.exec(typed)?.[1];
  if (prefix === undefined) return [];
  const known = families.find((family) => family.prefix === prefix);
  if (known !== undefined) return [known];
  const { pattern, template } = question;
  const schemes = pattern === undefined ? schemesAt(question) : [];
  if (schemes.length > 0) {
    const scheme = hasSchemeForm(prefix, schemes);
    const found = scheme && schemeFamilies([scheme], [])[0];
    return found === undefined ? [] : [{ ...found, prefix, reason: { key: 'completion.id.typed' } }];
  }
  const form = pattern === undefined ? shownForm(template)?.form : readForm(pattern);
  if (form !== undefined && !hasForm(prefix, form)) return [];
  return [{ ...form, prefix, reason: { key: 'completion.id.typed' } }];
}

// ---- forms

interface Form {
  readonly head: string;
  /** What follows the domain; undefined for a form without domain. */
  readonly afterDomain?: string;
  readonly width: number;
  readonly suffix: string;
}

const UNKNOWN_DOMAIN = 'XXX';

function readForm(pattern: string): Form {
  const number = /\{(N+)\}/i.exec(pattern);
  const before = number === null ? pattern : pattern.slice(0, number.index);
  const domain = /\{DOMAIN\}/i.exec(before);
  return {
    head: domain === null ? before : before.slice(0, domain.index),
    ...(domain !== null && { afterDomain: before.slice(domain.index + domain[0].length) }),
    width: number?.[1]?.length ?? 3,
    suffix: number === null ? '' : pattern.slice(number.index + number[0].length),
  };
}

/** The id field of a template as a form: `SCENARIO-[领域]-001` is `SCENARIO-{DOMAIN}-{NNN}`. */
function shownForm({ name, fields, header }: IdQuestion['template']): { form: Form; reason: Message } | undefined {
  const spec = fields.find(({ format }) => format === 'id');
  // A whole id is no placeholder, so it stands only in the template's own text.
  const shown = spec && (spec.placeholder?.trim() ?? documentIds({ path: '', text: header }).own);
  if (shown === undefined) return undefined;
  const placeholder = /\[[^[\]]{1,40}\]|\{{1,2}[^{}]{1,40}\}{1,2}|<[^<>]{1,40}>|X{2,8}(?=-)/;
  const pattern = shown
    .replace(placeholder, '{DOMAIN}')
    .replace(/(?:\d{1,8}|N{2,8}|X{2,8})$/, (digits) => `{${'N'.repeat(digits.length)}}`);
  if (!/^[A-Z][A-Z0-9-]{0,60}-(?:\{DOMAIN\}-)?\{N+\}$/.test(pattern)) return undefined;
  return { form: readForm(pattern), reason: { key: 'completion.id.template', args: { template: name, id: shown } } };
}

/** Families in use that have the form, in order, then the one of a domain that is not in use yet. */
function ofForm(form: Form, prefixes: readonly string[], reason: Message): readonly Family[] {
  const { head, afterDomain, width, suffix } = form;
  if (afterDomain === undefined) return [{ prefix: head, width, suffix, reason }];
  const used = prefixes.filter((prefix) => hasForm(prefix, form));
  const other: Message = { key: 'completion.id.new-domain', args: { domain: UNKNOWN_DOMAIN } };
  return [
    ...used.map((prefix) => ({ prefix, width, suffix, reason })),
    { prefix: `${head}${UNKNOWN_DOMAIN}${afterDomain}`, width, suffix, reason: other },
  ];
}

function hasForm(prefix: string, { head, afterDomain }: Form): boolean {
  if (afterDomain === undefined) return prefix === head;
  return prefix.startsWith(head) && prefix.endsWith(afterDomain) && prefix.length > head.length + afterDomain.length;
}

// ---- ids in use

/** Beginnings of the documents' own ids, the most frequent first; none that tells another kind. */
function prefixesOf(documents: readonly DocumentIds[], kind: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const { own } of documents) {
    const prefix = /^(.*-)\d+$/.exec(own ?? '')?.[1];
    if (prefix !== undefined && mayBe(prefix, kind)) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([prefix]) => prefix);
}

function mayBe(prefix: string, kind: string): boolean {
  const word = prefix.slice(0, prefix.indexOf('-'));
  return !Object.hasOwn(idPrefixes, word) || idPrefixes[word] === kind;
}

/** Ids in use, planned, allotted and withdrawn: none of them is given again. */
function takenBy({ documents, ids, planned = [] }: IdQuestion): readonly string[] {
  const withdrawn = [...(ids?.retired ?? []), ...(ids?.allocations ?? [])].map(({ id }) => id);
  return [...documents.flatMap((document) => document.ids), ...withdrawn, ...planned];
}

/** Undefined where the range is used up. */
function freeIn({ prefix, width, suffix = '', range, reason }: Family, taken: readonly string[]): FreeId | undefined {
  const numbers = taken
    .filter((id) => id.startsWith(prefix))
    .map((id) => /^\d+/.exec(id.slice(prefix.length))?.[0] ?? '')
    .filter((digits) => digits !== '');
  const highest = numbers.reduce((most, each) => (Number(each) > Number(most) ? each : most), '0');
  const digits = width ?? (numbers.length > 0 ? highest.length : 3);
  const next = nextNumber(numbers.map(Number), range ?? { from: 1, to: Number.MAX_SAFE_INTEGER });
  if (next === undefined) return undefined;
  const use: Message =
    numbers.length > 0
      ? { key: 'completion.id.highest', args: { id: `${prefix}${highest}${suffix}` } }
      : { key: 'completion.id.unused', args: { prefix } };
  return { id: `${prefix}${String(next).padStart(digits, '0')}${suffix}`, reason, use };
}

/** Folder of a path; '' for the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
