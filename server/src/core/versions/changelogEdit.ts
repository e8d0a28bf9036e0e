// Adds an entry to a changelog in its own style: columns, bullets, order, forms of version and date. Builds edits only.
import type { TextEdit } from '../finding.ts';
import { escapeLinkText } from '../fixes/tocEdit.ts';
import type { DocumentModel, Table } from '../model/documentModel.ts';
import type { ChangeEntry, Changelog, ChangelogColumn } from './changelog.ts';
import { newestOf } from './changelog.ts';
import { writeDate, type DateForm } from './dateForm.ts';
import { inFormOf, writeVersion, type VersionForm } from './versionForm.ts';

type Known = Pick<Changelog, 'entries' | 'isNewestFirst'>;

export interface NewEntry {
  readonly version?: VersionForm;
  /** YYYY-MM-DD. */
  readonly day: string;
  /** What changed; several lines are several points where the style has points. */
  readonly text: string;
  readonly person?: string;
  readonly language: 'zh' | 'en';
}

const standIn = { zh: '待补充', en: 'TODO' } as const;
const isoDate = { style: { kind: 'numeric', separator: '-', isPadded: true, mark: '', monthLength: 0 }, precision: 'day' } as const; // prettier-ignore

/** Empty where the entry can not be added safely. */
export function addEntry(model: DocumentModel, log: Changelog, entry: NewEntry): readonly TextEdit[] {
  switch (log.style) {
    case 'table':
      return log.table === undefined ? [] : addRow(model, log, { table: log.table, entry });
    case 'headings':
    case 'bold':
      return addBlock(model, log, entry);
    case 'list':
      return addItem(model, log, entry);
    case 'empty':
      return fillEmpty(model, log, entry);
  }
}

// ---- tables

interface RowToAdd {
  readonly table: Table;
  readonly entry: NewEntry;
}

function addRow(model: DocumentModel, log: Changelog, { table, entry }: RowToAdd): readonly TextEdit[] {
  const { source } = model;
  const header = table.header[0];
  if (header === undefined) return [];
  const headerLine = source.lineAt(header.span.start);
  const pattern = source.lineText(headerLine);
  // Marks of a quote or list before the table stand before each row.
  const lead = /^[\s>]*/.exec(pattern)?.[0] ?? '';
  const person = personOf(table, log.columns) ?? entry.person;
  const cells = log.columns.map((column) => cellOf(column, log, { ...entry, ...(person !== undefined && { person }) }));
  const isBarred = pattern.startsWith('|', lead.length);
  const row = lead + (isBarred ? `| ${cells.join(' | ')} |` : cells.join(' | '));
  const lastRow = table.rows.at(-1)?.[0];
  // The line under the header says how columns are aligned.
  const after = log.isNewestFirst || lastRow === undefined ? headerLine + 1 : source.lineAt(lastRow.span.start);
  const at = source.lineSpan(after).end;
  return [{ span: { start: at, end: at }, newText: source.lineEnding + row }];
}

/** Where one team or person made all entries, it made this one, too, by the name that stands there. */
function personOf(table: Table, columns: readonly ChangelogColumn[]): string | undefined {
  const names = new Set(table.rows.map((row) => row[columns.indexOf('person')]?.text ?? ''));
  const [name = ''] = names;
  return names.size === 1 && name !== '' ? name : undefined;
}

function cellOf(column: ChangelogColumn, log: Known, entry: NewEntry): string {
  switch (column) {
    case 'version':
      return entry.version === undefined ? '-' : versionText(log, entry.version);
    case 'date':
      return dateText(log, entry.day);
    case 'text':
      return linesOf(entry.text)
        .join(entry.language === 'zh' ? '；' : '; ')
        .replace(/\\?\|/g, '\\|');
    case 'person':
      return escapeLinkText(entry.person ?? standIn[entry.language]).replace(/\|/g, '\\|');
    case 'type':
    case 'other':
      return '-';
  }
}

/** As the newest entry writes it. */
function versionText(log: Known, version: VersionForm): string {
  const like = newestOf(log)?.version ?? log.entries.find(({ version: known }) => known)?.version;
  return writeVersion(like === undefined ? version : inFormOf(version, like));
}

function dateText(log: Known, day: string): string {
  const dates = log.entries.flatMap(({ date }) => (date === undefined ? [] : [date]));
  const like: Pick<DateForm, 'style' | 'precision'> = dates.find(({ precision }) => precision === 'day') ?? isoDate;
  return writeDate(day, like);
}

// ---- headings, bold lines, items

/** The words of the pattern with another version and date, without what is said of that one alone. */
function headWords(model: DocumentModel, log: Changelog, entry: NewEntry): string | undefined {
  const pattern = patternOf(log);
  if (pattern === undefined) return undefined;
  const { versionPlace, datePlace, span } = pattern;
  const places = [
    ...(versionPlace && entry.version ? [{ span: versionPlace, text: versionText(log, entry.version) }] : []),
    ...(datePlace ? [{ span: datePlace, text: dateText(log, entry.day) }] : []),
  ].sort((one, other) => one.span.start - other.span.start);
  if (places.length === 0) return undefined;
  let words = '';
  let at = model.source.lineStart(model.source.lineAt(span.start));
  for (const { span: place, text } of places) {
    const between = model.source.slice({ start: at, end: place.start });
    words += (words === '' ? between : between.replace(/\s*[（(][^（()）\d]*[)）]/g, '')) + text;
    at = place.end;
  }
  const rest = model.source.slice({ start: at, end: model.source.lineSpan(model.source.lineAt(at)).end });
  // Closing marks, and the colon that begins the text.
  return words + (/^[)）\]]*[*_`]*[)）\]]*(?:[*_`]*[:：][*_`]*)?/.exec(rest)?.[0] ?? '');
}

/** The newest entry that says as much as any. */
function patternOf({ entries, isNewestFirst }: Changelog): ChangeEntry | undefined {
  const ordered = isNewestFirst ? entries : entries.toReversed();
  const says = ({ version, date }: ChangeEntry): number => (version ? 1 : 0) + (date ? 1 : 0);
  const most = Math.max(...ordered.map(says));
  return ordered.find((entry) => says(entry) === most);
}

function addBlock(model: DocumentModel, log: Changelog, entry: NewEntry): readonly TextEdit[] {
  const head = headWords(model, log, entry);
  const neighbor = neighborOf(log);
  if (head === undefined || neighbor === undefined) return [];
  const eol = model.source.lineEnding;
  const bullet = bulletOf(model, neighbor) ?? '- ';
  const points = linesOf(entry.text).map((line) => bullet + line);
  const block = [head.trimEnd(), '', ...points].join(eol);
  if (log.isNewestFirst) {
    const at = model.source.lineStart(model.source.lineAt(neighbor.span.start));
    return [{ span: { start: at, end: at }, newText: block + eol + eol }];
  }
  const at = endOfText(model, neighbor);
  return [{ span: { start: at, end: at }, newText: eol + eol + block }];
}

function addItem(model: DocumentModel, log: Changelog, entry: NewEntry): readonly TextEdit[] {
  const head = headWords(model, log, entry);
  const neighbor = neighborOf(log);
  if (head === undefined || neighbor === undefined) return [];
  const eol = model.source.lineEnding;
  const separator = /[:：]\W*$/.test(head) ? head : `${head}:`;
  const blank = separator.endsWith('：') ? '' : ' ';
  const item = `${separator}${blank}${linesOf(entry.text).join(entry.language === 'zh' ? '；' : '; ')}`;
  if (log.isNewestFirst) {
    const at = model.source.lineStart(model.source.lineAt(neighbor.span.start));
    return [{ span: { start: at, end: at }, newText: item + eol }];
  }
  const at = endOfText(model, neighbor);
  return [{ span: { start: at, end: at }, newText: eol + item }];
}

/** The new entry goes before it, or after it where the newest is last. */
function neighborOf({ entries, isNewestFirst }: Changelog): ChangeEntry | undefined {
  return isNewestFirst ? entries[0] : entries.at(-1);
}

function endOfText({ source }: DocumentModel, { wholeSpan }: ChangeEntry): number {
  const text = source.slice(wholeSpan).replace(/\s+(?:(?:-{3,}|\*{3,}|_{3,})\s*)?$/, '');
  return wholeSpan.start + text.length;
}

/** `- ✅ ` */
function bulletOf({ source }: DocumentModel, { wholeSpan }: ChangeEntry): string | undefined {
  const first = /^[-*+] (?:\p{Extended_Pictographic}\uFE0F? )?/mu.exec(source.slice(wholeSpan));
  return first?.[0];
}

function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

// ---- nothing yet

const headers = { zh: ['版本', '日期', '变更内容'], en: ['Version', 'Date', 'Changes'] } as const;

/** A table below the heading, with the columns that stand there already. */
function fillEmpty(model: DocumentModel, { section }: Changelog, entry: NewEntry): readonly TextEdit[] {
  const known = model.blocks.tables.find(
    ({ span }) => span.start >= section.bodySpan.start && span.end <= section.bodySpan.end,
  );
  const body = model.source.slice(section.bodySpan);
  const isUnwritten = /^\s*(?:待补充|待完善|TODO|TBD|无|暂无|-)?\s*(?:-{3,}\s*)?$/i.test(body);
  if (known !== undefined || !isUnwritten || section.children.length > 0) return [];
  const eol = model.source.lineEnding;
  const rows = newTable(entry);
  const words = /^\s*(?:待补充|待完善|TODO|TBD|无|暂无)?/i.exec(body)?.[0] ?? '';
  const start = section.heading.span.end;
  const end = Math.max(start, section.bodySpan.start + words.trimEnd().length);
  return [{ span: { start, end }, newText: `${eol}${eol}${rows.join(eol)}` }];
}

/** Header, the line under it, and the first row. */
export function newTable(entry: NewEntry): readonly string[] {
  const known = { entries: [], isNewestFirst: true };
  const cells = (['version', 'date', 'text'] as const).map((column) => cellOf(column, known, entry));
  return [`| ${headers[entry.language].join(' | ')} |`, '|------|------|------|', `| ${cells.join(' | ')} |`];
}
