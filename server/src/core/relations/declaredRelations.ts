// What one document states of its relations, read from its facts alone: metadata fields, and lists under headings such as
// 📚 相关文档. Where a statement leads is found in resolveRelation.ts.
import type { DocumentFacts, FactField } from '../facts/documentFacts.ts';
import type { Span } from '../sourceText.ts';
import type { DeclaredRelation, RelationType } from './relation.ts';
import { typeOfHeading, typeOfKey } from './relationTypes.ts';

const known = new WeakMap<readonly RelationType[], WeakMap<DocumentFacts, readonly DeclaredRelation[]>>();

/** In document order; the same array for the same facts and types. */
export function declaredRelations(facts: DocumentFacts, types: readonly RelationType[]): readonly DeclaredRelation[] {
  const ofTypes = known.get(types) ?? new WeakMap<DocumentFacts, readonly DeclaredRelation[]>();
  known.set(types, ofTypes);
  const found = ofTypes.get(facts);
  if (found !== undefined) return found;
  const declared = hasRelations(facts) ? [...ofFields(facts, types), ...ofSections(facts, types)] : [];
  ofTypes.set(facts, declared);
  return declared;
}

/** Templates name documents as examples, and between conflict markers everything stands twice. */
function hasRelations({ kind, limit }: DocumentFacts): boolean {
  return limit === undefined && kind !== 'template' && kind !== 'standard';
}

// ---- metadata

function ofFields(facts: DocumentFacts, types: readonly RelationType[]): readonly DeclaredRelation[] {
  return facts.fields.flatMap((field, index) => {
    const means = typeOfKey(field.normalKey, types);
    if (means === undefined) return [];
    const common = { type: means.type.name, isInverse: means.isInverse, via: 'field' } as const;
    const links = linksInField(facts, field.valueSpan);
    const linked = links.map((link): DeclaredRelation => ({
      ...common,
      place: { kind: 'link', link },
      form: 'link',
      written: facts.links[link]?.url ?? '',
    }));
    const place = { kind: 'field', field: index } as const;
    const texts = links.map((link) => facts.links[link]?.text ?? '');
    const parts = partsOf(field, texts).map((part): DeclaredRelation => ({ ...common, place, ...part }));
    return [...linked, ...parts];
  });
}

/** Positions of the links to documents within the value of a field. */
export function linksInField({ links }: DocumentFacts, { start, end }: Span): readonly number[] {
  const found: number[] = [];
  for (let index = firstLinkFrom(links, start); index < links.length; index++) {
    const link = links[index];
    if (link === undefined || link.span.start >= end) break;
    if (isLinkToDocument(link)) found.push(index);
  }
  return found;
}

/** Links stand in the order of the document. */
function firstLinkFrom(links: DocumentFacts['links'], offset: number): number {
  let low = 0;
  let high = links.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((links[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isLinkToDocument({ form, url, isInToc }: DocumentFacts['links'][number]): boolean {
  return form !== 'image' && form !== 'definition' && isInToc !== true && !/^(?:#|[a-z][a-z0-9+.-]*:)/i.test(url);
}

type Part = Pick<DeclaredRelation, 'form' | 'written'>;

/** More targets than one field names. */
const MOST_PARTS = 100;
const LONGEST_WORDS = 200;

/** Ids, paths and titles that a value names besides its links. */
function partsOf({ value, items }: FactField, linkTexts: readonly string[]): readonly Part[] {
  return partsOfText(withoutTexts(items?.join('\n') ?? value, linkTexts)).slice(0, MOST_PARTS);
}

/** Links stand in the order of their field, so that one pass from left to right finds their texts. */
function withoutTexts(value: string, texts: readonly string[]): string {
  const pieces: string[] = [];
  let position = 0;
  let missed = 0;
  for (const text of texts) {
    const at = text === '' ? position : value.indexOf(text, position);
    if (at < 0) missed += 1;
    if (missed > MOST_PARTS) break; // each of them searched the whole rest
    if (at < 0 || text === '') continue;
    pieces.push(value.slice(position, at));
    position = at + text.length;
  }
  return [...pieces, value.slice(position)].join('、');
}

/** 《titles》 whole, the rest by its separators. */
function partsOfText(text: string): readonly Part[] {
  return text.split(/(《[^《》]{1,200}》)/).flatMap((piece): readonly Part[] => {
    if (piece.startsWith('《') && piece.endsWith('》')) return [{ form: 'title', written: piece.slice(1, -1) }];
    return wordsIn(piece);
  });
}

function wordsIn(text: string): readonly Part[] {
  return text
    .split(/[、，,;；|\n]/)
    .map((part) => part.replace(/^[\s`"'“”]+|[\s`"'“”]+$/g, ''))
    .filter((part) => part !== '' && part.length <= LONGEST_WORDS)
    .map((part) => ({ form: formOf(part), written: part }));
}

const ID = /^(?:[A-Z][A-Z0-9]{0,30}(?:-[A-Z0-9]{1,30}){0,8}-\d{1,8}|\d{2}(?:-\d{2}){1,4})$/;
const PATH = /^[^\s]{1,400}\.(?:md|markdown)(?:#\S{0,200})?$/i;

function formOf(part: string): Part['form'] {
  if (ID.test(part)) return 'id';
  return PATH.test(part) ? 'path' : 'word';
}

// ---- sections

/** A link belongs to the section whose heading is the last before it; a heading without meaning has that of the one above. */
function ofSections(facts: DocumentFacts, types: readonly RelationType[]): readonly DeclaredRelation[] {
  const meanings = headingMeanings(facts, types);
  if (meanings.every((type) => type === undefined)) return [];
  const { headings, links, codePaths } = facts;
  const typeAt = sectionTypes(headings, meanings);
  const declared: { readonly at: number; readonly declared: DeclaredRelation }[] = [];
  links.forEach((link, index) => {
    const type = isLinkToDocument(link) ? typeAt(link.span.start) : undefined;
    if (type === undefined) return;
    const place = { kind: 'link', link: index } as const;
    declared.push({ at: link.span.start, declared: inSection(type, { place, form: 'link', written: link.url }) });
  });
  codePaths.forEach(({ path, span }, index) => {
    const type = PATH.test(path) ? typeAt(span.start) : undefined;
    if (type === undefined) return;
    const place = { kind: 'code-path', codePath: index } as const;
    declared.push({ at: span.start, declared: inSection(type, { place, form: 'code-path', written: path }) });
  });
  return declared.toSorted((a, b) => a.at - b.at).map((entry) => entry.declared);
}

function inSection(type: RelationType, what: Pick<DeclaredRelation, 'place' | 'form' | 'written'>): DeclaredRelation {
  return { type: type.name, isInverse: false, via: 'section', ...what };
}

/** The type that each heading gives to what is listed under it, by position. */
export function headingMeanings(
  { headings }: DocumentFacts,
  types: readonly RelationType[],
): readonly (RelationType | undefined)[] {
  const above: { readonly level: number; readonly type: RelationType | undefined }[] = [];
  return headings.map(({ key, level }) => {
    while ((above.at(-1)?.level ?? 0) >= level) above.pop();
    const type = (level > 1 ? typeOfHeading(key, types) : undefined) ?? above.at(-1)?.type;
    above.push({ level, type });
    return type;
  });
}

function sectionTypes(
  headings: DocumentFacts['headings'],
  meanings: readonly (RelationType | undefined)[],
): (offset: number) => RelationType | undefined {
  let last = -1;
  let from = 0;
  return (offset) => {
    // Asked in ascending order, twice: once for links, once for paths.
    if (offset < from) last = -1;
    from = offset;
    while ((headings[last + 1]?.span.start ?? Number.POSITIVE_INFINITY) <= offset) last += 1;
    return meanings[last];
  };
}
