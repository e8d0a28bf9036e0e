// A Markdown document that lists facets and their values: tables, or headings and list items named after a facet with the
// values below. Whatever it does not understand it leaves out.
import type { MarkdownParser } from '../markdown/markdownParser.ts';
import { buildModel } from '../model/buildModel.ts';
import type { DocumentModel, ListBlock, Section, Table, TableCell } from '../model/documentModel.ts';
import { normalKey } from '../model/normalKey.ts';
import type { Span } from '../sourceText.ts';
import type { FacetTerm, VocabularyFacet } from './facets.ts';
import { keyStem, plainValue } from './facetWords.ts';

export interface VocabularyInput {
  readonly path: string;
  readonly text: string;
  readonly parser: MarkdownParser;
  /** Stems of the names of facets that are known otherwise: only they are looked for in headings and lists. */
  readonly names: ReadonlySet<string>;
}

const MOST_TERMS = 1000;
const MOST_NAME = 40;

interface Draft {
  readonly name: string;
  label?: string;
  readonly keys: string[];
  readonly mentions: string[];
  readonly terms: Map<string, FacetTerm>;
}

/** Facets in the order of the document; none for a document that lists none. */
export function readVocabulary(input: VocabularyInput): readonly VocabularyFacet[] {
  const reader = new VocabularyReader(input);
  reader.read();
  return [...reader.drafts.values()]
    .filter(({ keys, mentions, terms }) => keys.length + mentions.length + terms.size > 0)
    .map((draft) => ({ ...draft, terms: [...draft.terms.values()] }));
}

class VocabularyReader {
  readonly drafts = new Map<string, Draft>();
  readonly #input: VocabularyInput;
  readonly #model: DocumentModel;
  #count = 0;

  constructor(input: VocabularyInput) {
    this.#input = input;
    this.#model = buildModel(input.text, input.parser);
  }

  read(): void {
    const { tables, lists } = this.#model.blocks;
    for (const table of tables) this.#table(table);
    for (const list of lists) this.#list(list);
  }

  #draft(name: string): Draft {
    const key = keyStem(name);
    const draft = this.drafts.get(key) ?? { name, keys: [], mentions: [], terms: new Map() };
    this.drafts.set(key, draft);
    return draft;
  }

  // ---- tables

  #table(table: Table): void {
    const columns = columnsOf(table);
    const heading = this.#facetOver(table.span);
    const named = table.header.findIndex((cell) => this.#isFacet(cell.text));
    const valueColumn = columns.value ?? (named >= 0 ? named : undefined);
    const keyColumn = columns.keys ?? columns.mentions;
    let last: string | undefined;
    for (const row of table.rows) {
      const written = cellOf(row, columns.facet);
      if (written !== '') last = written;
      const facet = columns.facet === undefined ? (headerOf(table, named) ?? heading) : last;
      if (facet === undefined || facet.length > MOST_NAME) continue;
      if (columns.facet !== undefined && keyColumn !== undefined && valueColumn === undefined)
        this.#keys(facet, row, columns);
      else if (valueColumn !== undefined) this.#row(facet, row, { ...columns, value: valueColumn });
    }
  }

  #keys(name: string, row: readonly TableCell[], columns: Columns): void {
    const draft = this.#draft(name);
    const label = cellOf(row, columns.label);
    if (label !== '') draft.label = label;
    draft.keys.push(...namesOf(cellOf(row, columns.keys)));
    draft.mentions.push(...namesOf(cellOf(row, columns.mentions)));
  }

  #row(facet: string, row: readonly TableCell[], columns: Columns): void {
    const cell = columns.value === undefined ? undefined : row[columns.value];
    if (cell === undefined) return;
    const label = cellOf(row, columns.label);
    const synonyms = [...namesOf(cellOf(row, columns.synonyms)), ...prefixNames(cellOf(row, columns.prefix))];
    this.#term(facet, { text: cell.text, span: cell.span, synonyms, ...(label !== '' && { label }) });
  }

  // ---- lists

  /** Values below a heading or an item that names a facet: `按业务场景导航`, `## 难度级别`. */
  #list(list: ListBlock): void {
    const { lists } = this.#model.blocks;
    const holder = lists
      .filter(({ depth, span }) => depth === list.depth - 1 && contains(span, list.span))
      .flatMap(({ items }) => items)
      .find(({ span }) => contains(span, list.span));
    const facet = holder === undefined ? this.#facetOver(list.span) : this.#facetName(holder.text);
    if (facet === undefined) return;
    for (const { text, span } of list.items) {
      const [line = ''] = text.split('\n');
      const isHolder = lists.some((inner) => inner.depth === list.depth + 1 && contains(span, inner.span));
      if (holder === undefined && isHolder && this.#facetName(line) !== undefined) continue;
      const { name, synonyms } = itemParts(line);
      const start = this.#model.source.text.indexOf(name, span.start);
      const at = start < 0 || start >= span.end ? span : { start, end: start + name.length };
      this.#term(facet, { text: name, span: at, synonyms });
    }
  }

  // ---- names

  /** The nearest heading that names a facet; one that names none ends the search. */
  #facetOver(span: Span): string | undefined {
    let owner: Section | undefined;
    for (const section of this.#model.sections) if (contains(section.bodySpan, span)) owner = section;
    return owner === undefined ? undefined : this.#facetName(owner.heading.identity.name);
  }

  /** The facet that a heading or item names: 按业务场景导航 is 业务场景. */
  #facetName(text: string): string | undefined {
    const [line = ''] = text.split('\n');
    const name = plainValue(line).replace(/^按(?=.{2})/, '');
    const bare = name
      .replace(/[:：]$/, '')
      .replace(/(?:导航|分类|取值|词表|values?)$/i, '')
      .trim();
    return [name, bare].find((candidate) => this.#isFacet(candidate));
  }

  #isFacet(name: string): boolean {
    return name !== '' && this.#input.names.has(keyStem(name));
  }

  #term(
    facet: string,
    { text, span, synonyms, label }: { text: string; span: Span; synonyms: readonly string[]; label?: string },
  ): void {
    const name = plainValue(text);
    const key = normalKey(name);
    const isValue = /[\p{L}\p{N}]/u.test(name) && name.length <= MOST_NAME && !/^(?:总计|合计|小计|total)$/i.test(name);
    if (!isValue || this.#count >= MOST_TERMS) return;
    const { terms } = this.#draft(facet);
    if (terms.has(key)) return;
    this.#count += 1;
    const origin = { path: this.#input.path, line: this.#model.source.lineAt(span.start), span };
    terms.set(key, { name, synonyms, origin, ...(label !== undefined && { label }) });
  }
}

interface Columns {
  readonly facet?: number;
  readonly value?: number;
  readonly label?: number;
  readonly synonyms?: number;
  readonly prefix?: number;
  readonly keys?: number;
  readonly mentions?: number;
}

const columnWords: readonly (readonly [keyof Columns, RegExp])[] = [
  ['facet', /^(?:分类维度|维度|facet|dimension)$/],
  ['value', /^(?:取值|值|名称|分类值|value|term)$/],
  ['label', /^(?:label|english|英文|英文名)$/],
  ['synonyms', /^(?:同义词|别名|又称|同义|synonyms?|alias(?:es)?)$/],
  ['prefix', /^(?:文档)?编号(?:前缀)?$|^(?:id)?prefix(?:es)?$/],
  ['keys', /^(?:元数据)?键$|^(?:metadata)?keys?$/],
  ['mentions', /^提及$|^mentions?$/],
];

/** The first column of each meaning. */
function columnsOf({ header }: Table): Columns {
  const found: Partial<Record<keyof Columns, number>> = {};
  for (const [index, { text }] of header.entries()) {
    const key = normalKey(text);
    const meaning = columnWords.find(([, pattern]) => pattern.test(key))?.[0];
    if (meaning !== undefined) found[meaning] ??= index;
  }
  return found;
}

function cellOf(row: readonly TableCell[], column: number | undefined): string {
  return column === undefined ? '' : (row[column]?.text ?? '').trim();
}

function headerOf(table: Table, column: number): string | undefined {
  return column < 0 ? undefined : table.header[column]?.text;
}

function namesOf(text: string): string[] {
  const names = text.split(/[、，,;；]/).map((name) => name.trim());
  return names.filter((name) => name !== '' && name !== '-' && name.length <= MOST_NAME);
}

/** `SCENARIO-ECOMMERCE/FINANCE` names ECOMMERCE and FINANCE: the last part of each prefix says what it is about. */
function prefixNames(text: string): string[] {
  const parts = text.split(/[/、，,;；\s]+/).map((part) => part.replace(/[-*{}]+$|-N+$/g, ''));
  return parts.flatMap((part) => part.split('-').at(-1) ?? []).filter((part) => /^[A-Za-z][A-Za-z0-9]+$/.test(part));
}

/** `电商：ecommerce、网购` and `电商（ecommerce）` give synonyms. */
function itemParts(line: string): { readonly name: string; readonly synonyms: readonly string[] } {
  const [, name = line, listed] =
    /^([^:：(（]{1,40}?)\s*(?:[:：]\s*(.{1,300})|[(（]([^()（）]{1,300})[)）])\s*$/.exec(line.trim()) ?? [];
  const bracketed = /[(（]([^()（）]{1,300})[)）]\s*$/.exec(line)?.[1];
  return { name: plainValue(name), synonyms: namesOf(listed ?? bracketed ?? '') };
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
