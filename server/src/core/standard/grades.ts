// Grades: which total score has which name, from a table or a list (template-reading.md 6).
import type { DocumentModel, ListBlock, Table } from '../model/documentModel.ts';
import type { Span } from '../sourceText.ts';
import type { Grade } from './standard.ts';
import { cellText, columnOf } from './columns.ts';

const gradeWords = ['等级', '级别', '评级', '质量等级', '评分等级', 'grade', 'level', 'rating'];
const rangeWords = [
  '分数范围',
  '分数',
  '分数区间',
  '得分',
  '得分范围',
  '总分',
  '评分',
  '范围',
  'score',
  'scorerange',
  'scores',
  'range',
  'points',
  'totalscore',
];
const descriptionWords = ['说明', '描述', '含义', '标准', 'description', 'meaning', 'explanation'];

/** A grade before its open ends are known. */
interface RawGrade {
  readonly name: string;
  readonly text: string;
  readonly description: string;
  readonly line: number;
  readonly span: Span;
}

export interface ReadGrade extends Grade {
  readonly span: Span;
}

export interface ReadGrades {
  readonly grades: readonly ReadGrade[];
  /** Smallest difference between two scores of this scale: 1, or 0.1 where scores have a decimal. */
  readonly step: number;
  /** Grades whose range can not be read. */
  readonly unreadable: readonly { readonly name: string; readonly text: string; readonly span: Span }[];
}

/** Grades of one table; undefined for every table that gives none. */
export function readGradeTable(table: Table, model: DocumentModel, path: string): ReadGrades | undefined {
  const name = columnOf(table, gradeWords);
  const range = columnOf(table, rangeWords);
  if (name === undefined || range === undefined || name === range) return undefined;
  const description = columnOf(table, descriptionWords);
  const raw = table.rows.map((row): RawGrade => {
    const span = row[range]?.span ?? table.span;
    return {
      name: cellText(row, name),
      text: cellText(row, range),
      description: cellText(row, description),
      line: model.source.lineAt(span.start),
      span,
    };
  });
  // One readable range shows that the table means scores; without any it is about something else.
  const grades = complete(raw, path);
  return grades.grades.length === 0 ? undefined : grades;
}

const listItem =
  /^([^()（）:：]{1,40})\s*[(（]\s*([^()（）]{1,30}?(?:分|points?|%))\s*[)）]\s*(?:[:：—-]\s*(.{0,300}))?/i;

/** Grades of a list like `- **优秀** (90-100分): …`; every item must be one. */
export function readGradeList(list: ListBlock, model: DocumentModel, path: string): ReadGrades | undefined {
  if (list.items.length < 2) return undefined;
  const raw: RawGrade[] = [];
  for (const item of list.items) {
    const match = listItem.exec(item.text.replace(/[*_`]/g, '').trim());
    const text = match?.[2] ?? '';
    if (match === null || ends(text) === undefined) return undefined;
    const line = model.source.lineAt(item.span.start);
    raw.push({ name: (match[1] ?? '').trim(), text, description: match[3] ?? '', line, span: item.span });
  }
  return complete(raw, path);
}

function complete(raw: readonly RawGrade[], path: string): ReadGrades {
  const read = raw.map((grade) => ({ grade, range: ends(grade.text) }));
  const numbers = read
    .flatMap(({ range }) => (range === undefined ? [] : [range.low, range.high]))
    .filter((end) => end !== undefined);
  const step = stepOf(raw.map(({ text }) => text));
  const top = topOf(Math.max(0, ...numbers));
  const grades = read.flatMap(({ grade, range }): ReadGrade[] => {
    if (range === undefined) return [];
    const { name, description, span, line } = grade;
    const min = range.low === undefined ? 0 : range.low + (range.isAbove === true ? step : 0);
    const max = range.high === undefined ? top : range.high - (range.isBelow === true ? step : 0);
    return [{ name, min: round(min), max: round(max), description, origin: { path, line }, span }];
  });
  const unreadable = read
    .filter(({ range }) => range === undefined)
    .map(({ grade: { name, text, span } }) => ({ name, text, span }));
  return { grades, step, unreadable };
}

interface Ends {
  readonly low?: number;
  readonly high?: number;
  /** The low end itself does not belong to it. */
  readonly isAbove?: boolean;
  readonly isBelow?: boolean;
}

const number = '(\\d{1,3}(?:\\.\\d{1,2})?)';
const unit = '\\s*(?:分|points?|pts|%)?\\s*';
const between = new RegExp(`^${number}${unit}(?:-|–|—|~|～|至|到|to)\\s*${number}${unit}$`, 'i');
const atLeast = new RegExp(`^(?:(≥|>=|＞=|不低于|at least)|(>|＞|高于|above))\\s*${number}${unit}$`, 'i');
const orMore = new RegExp(`^${number}${unit}(?:及?以上|\\+|or more|and above)$`, 'i');
const atMost = new RegExp(`^(?:(≤|<=|＜=|不高于|at most)|(<|＜|低于|below))\\s*${number}${unit}$`, 'i');
const orLess = new RegExp(`^${number}${unit}(?:(及以下|or less)|(以下|and below))$`, 'i');

/** `90-100`, `4.5-5.0分`, `≥90`, `90分以上`, `<60`, `60分以下`; undefined for anything else. */
function ends(text: string): Ends | undefined {
  const trimmed = text.trim();
  const range = between.exec(trimmed);
  if (range !== null) return { low: Number(range[1]), high: Number(range[2]) };
  const least = atLeast.exec(trimmed);
  if (least !== null) return { low: Number(least[3]), isAbove: least[1] === undefined };
  const more = orMore.exec(trimmed);
  if (more !== null) return { low: Number(more[1]) };
  const most = atMost.exec(trimmed);
  if (most !== null) return { high: Number(most[3]), isBelow: most[1] === undefined };
  const less = orLess.exec(trimmed);
  if (less !== null) return { high: Number(less[1]), isBelow: less[2] === undefined };
  return undefined;
}

function stepOf(texts: readonly string[]): number {
  const decimals = texts.flatMap((text) => [...text.matchAll(/\.(\d{1,2})/g)].map((match) => match[1]?.length ?? 0));
  return 10 ** -Math.max(0, ...decimals);
}

/** Scales end at 5, 10 or 100. */
function topOf(highest: number): number {
  return [5, 10, 100].find((top) => highest <= top) ?? highest;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
