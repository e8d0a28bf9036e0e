// The document's own record of its changes: where it stands, how it is written, and what it says. Read only; changelogEdit.ts writes.
import type { DocumentModel, ListBlock, Section, Table } from '../model/documentModel.ts';
import { normalKey } from '../model/normalKey.ts';
import type { Span } from '../sourceText.ts';
import { readEntry, type EntryWords } from './changeEntry.ts';
import { firstDayOf, readDate } from './dateForm.ts';
import { compareVersions, readVersion } from './versionForm.ts';

export type ChangelogStyle = 'table' | 'headings' | 'list' | 'bold';
export type ChangelogColumn = 'version' | 'date' | 'text' | 'person' | 'type' | 'other';

export interface Changelog {
  readonly section: Section;
  /** empty: the heading stands there, and nothing that can be read below it. */
  readonly style: ChangelogStyle | 'empty';
  /** In document order; those without a version and a date left out. */
  readonly entries: readonly ChangeEntry[];
  readonly isNewestFirst: boolean;
  /** Of the style `table`. */
  readonly table?: Table;
  readonly columns: readonly ChangelogColumn[];
  /** Of the style `list`. */
  readonly list?: ListBlock;
}

export interface ChangeEntry extends EntryWords {
  /** What the entry begins with: the row, the heading, the item, the bold line. Offsets of the words are within it. */
  readonly span: Span;
  /** With everything that belongs to it. */
  readonly wholeSpan: Span;
  /** Offsets of the whole file. */
  readonly versionPlace?: Span;
  readonly datePlace?: Span;
}

const NAME =
  /^(?:(?:附录|文档|规范|主要|appendix|document)[\s:：]*)*(?:(?:变更|更新|版本|修订|修改)(?:变更|更新|修订)?(?:历史|记录|日志)|文档历史|change\s?-?log|(?:changes?|revisions?|versions?|update|document) (?:history|log|records?)|history of changes|release notes)$/i;

/** True for the name of a section that records changes of its document. */
export function isChangelogName(name: string): boolean {
  return name.length <= 40 && NAME.test(name.trim());
}

/** The changelog of the document; where several headings look like one, the last with entries. */
export function changelogOf(model: DocumentModel): Changelog | undefined {
  const found = model.sections
    .filter(({ level, heading }) => level > 1 && isChangelogName(heading.identity.name))
    .map((section) => readSection(model, section));
  return found.findLast(({ style }) => style !== 'empty') ?? found.at(-1);
}

/** The highest version that any entry names, and the latest date. */
export function newestOf({
  entries,
  isNewestFirst,
}: Pick<Changelog, 'entries' | 'isNewestFirst'>): ChangeEntry | undefined {
  const ordered = isNewestFirst ? entries : entries.toReversed();
  const versioned = ordered.filter(({ version }) => version !== undefined);
  return versioned.reduce<ChangeEntry | undefined>(
    (best, each) =>
      best?.version === undefined || (each.version && compareVersions(each.version, best.version) > 0) ? each : best,
    ordered[0],
  );
}

function readSection(model: DocumentModel, section: Section): Changelog {
  const read =
    inTable(model, section) ?? inHeadings(model, section) ?? inList(model, section) ?? inBold(model, section);
  return read ?? { section, style: 'empty', entries: [], isNewestFirst: true, columns: [] };
}

function within({ start, end }: Span, outer: Span): boolean {
  return start >= outer.start && end <= outer.end;
}

const COLUMNS: readonly (readonly [ChangelogColumn, RegExp])[] = [
  ['version', /^(?:版本|版本号|修订版本|版次|rev|revision|version)$/],
  ['date', /^(?:日期|时间|(?:变更|更新|修改|修订|发布)(?:日期|时间)|date|updated)$/],
  ['person', /^(?:作者|编写人|撰写人|负责人|(?:变更|更新|修改|修订)(?:人|者|人员)|author|by|editor|who)$/],
  ['type', /^(?:类型|变更类型|更新类型|type|kind)$/],
  ['text', /^(?:说明|描述|内容|备注|摘要|(?:变更|更新|修改|修订|主要|版本)(?:内容|说明|描述|摘要|变更|更新)|description|changes?|notes?|summary|what)$/],
]; // prettier-ignore

function columnsOf(table: Table): readonly ChangelogColumn[] {
  return table.header.map(({ text }) => COLUMNS.find(([, words]) => words.test(normalKey(text)))?.[0] ?? 'other');
}

function inTable(model: DocumentModel, section: Section): Changelog | undefined {
  for (const table of model.blocks.tables) {
    if (!within(table.span, section.span)) continue;
    const columns = columnsOf(table);
    if (!columns.includes('version') && !columns.includes('date')) continue;
    const entries = table.rows.flatMap((row): readonly ChangeEntry[] => {
      const [version, date] = (['version', 'date'] as const).map((column) => row[columns.indexOf(column)]);
      const versionForm = version && readVersion(version.text);
      const dateForm = date && readDate(date.text);
      const first = row[0];
      if (first === undefined || (versionForm ?? dateForm) === undefined) return [];
      const span = model.source.lineSpan(model.source.lineAt(first.span.start));
      const isExact = version !== undefined && version.span.end - version.span.start === version.text.length;
      return [
        {
          ...(versionForm && { version: versionForm }),
          ...(dateForm && { date: dateForm }),
          ...(versionForm && isExact && { versionPlace: placed(versionForm, version.span.start) }),
          ...(dateForm && { datePlace: date.span }),
          span,
          wholeSpan: span,
        },
      ];
    });
    if (entries.length === 0 && table.rows.length > 0) continue;
    return { section, style: 'table', entries, isNewestFirst: isNewestFirst(entries), table, columns };
  }
  return undefined;
}

function inHeadings(model: DocumentModel, section: Section): Changelog | undefined {
  const entries = section.children.flatMap(({ heading, span }): readonly ChangeEntry[] =>
    entryAt(model, heading.textSpan, heading.span, span),
  );
  if (entries.length === 0) return undefined;
  return { section, style: 'headings', entries, isNewestFirst: isNewestFirst(entries), columns: [] };
}

function inList(model: DocumentModel, section: Section): Changelog | undefined {
  for (const list of model.blocks.lists) {
    if (list.depth > 0 || !within(list.span, section.bodySpan)) continue;
    const entries = list.items.flatMap(({ span }) => {
      const line = model.source.lineSpan(model.source.lineAt(span.start));
      return entryAt(model, { start: span.start, end: Math.min(span.end, line.end) }, line, span);
    });
    if (entries.length > 0) return { section, style: 'list', entries, isNewestFirst: isNewestFirst(entries), list, columns: [] }; // prettier-ignore
  }
  return undefined;
}

/** Paragraphs that begin with a version or date in bold, each with what follows up to the next. */
function inBold(model: DocumentModel, section: Section): Changelog | undefined {
  const heads = model.blocks.paragraphs.filter(
    ({ span }) => within(span, section.bodySpan) && model.source.text.startsWith('**', span.start),
  );
  const found = heads.flatMap(({ span }) => {
    const line = model.source.lineSpan(model.source.lineAt(span.start));
    return entryAt(model, { start: span.start, end: line.end }, line, span);
  });
  if (found.length === 0) return undefined;
  const entries = found.map((entry, at): ChangeEntry => {
    const end = found[at + 1]?.span.start ?? section.bodySpan.end;
    return { ...entry, wholeSpan: { start: entry.span.start, end } };
  });
  return { section, style: 'bold', entries, isNewestFirst: isNewestFirst(entries), columns: [] };
}

function entryAt(model: DocumentModel, words: Span, span: Span, wholeSpan: Span): readonly ChangeEntry[] {
  const entry = readEntry(model.source.slice(words));
  if (entry === undefined) return [];
  const { versionSpan, dateSpan } = entry;
  return [
    {
      ...entry,
      ...(versionSpan && { versionPlace: placed(versionSpan, words.start) }),
      ...(dateSpan && { datePlace: placed(dateSpan, words.start) }),
      span,
      wholeSpan,
    },
  ];
}

function placed({ start, end }: Span, at: number): Span {
  return { start: at + start, end: at + end };
}

/** By versions, else by dates; most records begin with what is new. */
function isNewestFirst(entries: readonly ChangeEntry[]): boolean {
  const [first, last] = [entries[0], entries.at(-1)];
  if (first === undefined || last === undefined || first === last) return true;
  if (first.version && last.version) {
    const difference = compareVersions(first.version, last.version);
    if (difference !== 0) return difference > 0;
  }
  return first.date === undefined || last.date === undefined || firstDayOf(first.date) >= firstDayOf(last.date);
}
