// Outside sources that the text names: addresses, and works such as RFC 9110 or 《…》 in a list of references. Code and
// addresses that are examples are none. It judges no source.
import type { DocumentModel, Link, Section } from '../../model/documentModel.ts';
import { normalKey } from '../../model/normalKey.ts';
import type { Span } from '../../sourceText.ts';

export interface Source {
  readonly form: 'address' | 'work';
  /** Equal for the same source. */
  readonly key: string;
  /** Where it is named first. */
  readonly span: Span;
  /** Lower case, without `www.`; empty for a work. */
  readonly host: string;
  /** Lower case; empty for a work. */
  readonly path: string;
  /** Words of the line up to it and of itself. */
  readonly words: string;
  /** Normal names of the headings above it, the nearest first. */
  readonly headings: readonly string[];
}

export interface Sources {
  /** Each source once, in document order. */
  readonly all: readonly Source[];
  /** Lines of a list of references that name no work and lead nowhere. */
  readonly unnamed: readonly Span[];
}

const known = new WeakMap<DocumentModel, Sources>();

export function readSources(model: DocumentModel): Sources {
  const before = known.get(model);
  if (before !== undefined) return before;
  const sources = read(model);
  known.set(model, sources);
  return sources;
}

function read(model: DocumentModel): Sources {
  const sectionAt = sectionFinder(model);
  const found = model.blocks.links.flatMap((link) => addressOf(link, model, sectionAt) ?? []);
  const unnamed: Span[] = [];
  for (const passage of passagesOf(model, sectionAt)) {
    const works = worksOf(passage, sectionAt);
    found.push(...works);
    if (passage.isReference && works.length === 0 && passage.isLeaf && !passage.hasLink) unnamed.push(passage.span);
  }
  found.sort((a, b) => a.span.start - b.span.start);
  const distinct = new Map<string, Source>();
  for (const source of found) if (!distinct.has(source.key)) distinct.set(source.key, source);
  return { all: [...distinct.values()], unnamed };
}

type SectionAt = (offset: number) => Section | undefined;

// ---- addresses

const ADDRESS =
  /^(?:https?:)?\/\/(?:[^\s/@]{1,200}@)?([^\s/:?#]{1,255})(?::\d{1,5})?([^\s?#]{0,2000})(\?[^\s#]{0,2000})?/i;
const EXAMPLE_HOST =
  /^(?:localhost|\d{1,3}(?:\.\d{1,3}){3}|(?:.{1,200}\.)?example\.(?:com|org|net)|.{1,200}\.(?:local|localhost|internal|test|example|invalid|svc)|[^.]{1,200})$/;

function addressOf(link: Link, model: DocumentModel, sectionAt: SectionAt): Source | undefined {
  // A definition is shown nowhere, and a link without words is a badge.
  if (link.form === 'definition' || link.text.trim() === '') return undefined;
  const parts = ADDRESS.exec(link.url);
  const host = parts?.[1]?.toLowerCase().replace(/^www\./, '');
  if (host === undefined || EXAMPLE_HOST.test(host)) return undefined;
  const path = (parts?.[2] ?? '').replace(/\/+$/, '');
  const lineStart = model.source.lineStart(model.source.lineAt(link.span.start));
  return {
    form: 'address',
    key: `${host}${path}${parts?.[3] ?? ''}`,
    span: link.span,
    host,
    path: path.toLowerCase(),
    words: `${model.source.slice({ start: lineStart, end: link.span.start }).slice(-200)}${link.text}`.toLowerCase(),
    headings: namesAbove(sectionAt(link.span.start)),
  };
}

// ---- works

/** A paragraph, the head of a list item, or a cell. */
interface Passage {
  readonly span: Span;
  /** As long as the span, with blanks for links and code. */
  readonly text: string;
  readonly isReference: boolean;
  readonly hasLink: boolean;
  /** Nothing is nested below it. */
  readonly isLeaf: boolean;
}

const REFERENCES =
  /参考(?:资料|文献|资源|链接|书目|来源)|^参考$|^引用$|外部资源|资料来源|引用来源|延伸阅读|扩展阅读|推荐阅读|学术论文|官方文档|技术博客|wikipedia资源|^references?$|bibliography|furtherreading|externalresources|^papers?$|officialdocumentation/;
const MOST_PASSAGE = 2_000;

function* passagesOf(model: DocumentModel, sectionAt: SectionAt): Generator<Passage> {
  const { paragraphs, tables, links, lists } = model.blocks;
  const starts = new Set(lists.filter((list) => list.depth > 0).map((list) => itemBefore(model, list.span.start)));
  const cells = tables.flatMap((table) => table.rows.flatMap((row) => row.map(({ span }) => span)));
  const spans = [...paragraphs.map(({ span }) => span), ...cells].sort((a, b) => a.start - b.start);
  let link = 0;
  for (const { start, end } of spans) {
    const span = { start, end: Math.min(end, start + MOST_PASSAGE) };
    let text = model.source.slice(span);
    while ((links[link]?.span.end ?? Number.POSITIVE_INFINITY) <= start) link += 1;
    let hasLink = false;
    for (let index = link; (links[index]?.span.start ?? Number.POSITIVE_INFINITY) < span.end; index++) {
      const inner = links[index]?.span ?? span;
      hasLink = true;
      text = blanked(text, { start: Math.max(0, inner.start - start), end: Math.min(text.length, inner.end - start) });
    }
    text = text.replace(/`[^`\n]{0,500}`/g, (code) => ' '.repeat(code.length));
    const isReference = namesAbove(sectionAt(start)).some((name) => REFERENCES.test(name));
    yield { span, text, isReference, hasLink, isLeaf: !starts.has(model.source.lineAt(span.end)) };
  }
}

/** Line of the item's own words that a nested list stands below. */
function itemBefore({ source }: DocumentModel, offset: number): number {
  let line = source.lineAt(offset) - 1;
  while (line > 0 && source.lineText(line).trim() === '') line -= 1;
  return line;
}

function blanked(text: string, { start, end }: Span): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}

/** Works that a number or a name and a year make certain, wherever they are named. */
const CERTAIN: readonly RegExp[] = [
  /\bRFC[ -]?\d{3,5}\b/gi,
  /\bISO(?:\/IEC)?[ -]?\d{3,5}(?:[-:]\d{1,4})?\b/g,
  /\bIEEE (?:Std )?\d{3,4}(?:\.\d{1,3})?\b/g,
  /\bGB(?:\/T)? ?\d{4,6}(?:\.\d{1,2})?(?:[-—]\d{4})?/g,
  /\barXiv: ?\d{4}\.\d{4,5}\b/gi,
  /\bdoi: ?10\.\d{4,9}\/[^\s,;，；。）)]{1,100}/gi,
  /\b(?:ACM )?(?:SIGMOD|P?VLDB|ICDE|OSDI|SOSP|NSDI|PODC|PODS|EDBT|CIDR|EuroSys|SIGCOMM|USENIX ATC|TODS|CACM)(?: Record| Conference)?[ ,'’]{0,2}(?:(?:19|20)\d\d|\d\d\b)/g,
  /\b[A-Z][a-z]{1,30} et al\.?,? ?[(（]?(?:19|20)\d\d[)）]?/g,
];
const TITLE = /《[^《》\n]{2,80}》/;
const QUOTED = /[“"][^“”"\n]{8,160}[”"]/;
const YEAR = /(?<![\d-])(?:19|20)\d\d(?![\d年-])/;
const OFFICIAL = /[A-Za-z][A-Za-z0-9+#. ]{1,40}(?:官方(?:文档|手册|指南)|official (?:documentation|manual|guide))/i;

function worksOf(passage: Passage, sectionAt: SectionAt): readonly Source[] {
  const { text, span, isReference, isLeaf, hasLink } = passage;
  const headings = namesAbove(sectionAt(span.start));
  const certain = CERTAIN.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ words: match[0], start: span.start + match.index })),
  );
  const work = (words: string, place: Span): Source => ({
    form: 'work',
    key: normalKey(words),
    span: place,
    host: '',
    path: '',
    words: words.toLowerCase(),
    headings,
  });
  if (!isReference) {
    return certain.map(({ words, start }) => work(words, { start, end: start + words.length }));
  }
  // In a list of references one line is one work, however many of its signs it shows.
  if (hasLink || !isLeaf) return [];
  const isWork =
    certain.length > 0 ||
    TITLE.test(text) ||
    OFFICIAL.test(text) ||
    (YEAR.test(text) && (QUOTED.test(text) || text.length >= 25));
  return isWork ? [work(text.trim(), span)] : [];
}

// ---- headings

function namesAbove(section: Section | undefined): readonly string[] {
  const names: string[] = [];
  for (let each = section; each !== undefined && each.level > 1; each = each.parent)
    names.push(each.heading.identity.key);
  return names;
}

/** The innermost section that holds an offset. */
function sectionFinder({ sections }: DocumentModel): SectionAt {
  return (offset) => {
    let low = 0;
    let high = sections.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sections[middle]?.span.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return sections[low - 1];
  };
}
