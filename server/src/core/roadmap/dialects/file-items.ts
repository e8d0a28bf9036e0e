// Files to write as a numbered list: `1. **01_name.md** (预计 4,500 行)`, `**1. 01_name.md** (预计 4,000 行)`, the outline nested below in
// a fence or as points, the directory in the heading above. A file name without a number, or with neither directory nor figures,
// is a mention, no item.
import type { Dialect, ItemFact } from '../facts.ts';
import { readBlockFields } from '../blockFields.ts';
import { directoryAround } from '../directoryHeading.ts';
import { readTitle } from '../itemTitle.ts';
import type { Span } from '../../sourceText.ts';
import type { Place, Stated, StatedPath } from '../plan.ts';
import type { ListLine, PlanLine, PlanText, TextLine } from '../planText.ts';
import { headValues } from '../statedValues.ts';
import { sizeIn } from '../words/size.ts';

export const fileItems: Dialect = {
  name: 'file-items',
  read: (plan) =>
    plan.lines.flatMap((line, index) =>
      line.kind === 'list' || line.kind === 'text' ? (itemOf(plan, line, index) ?? []) : [],
    ),
};

type FileLine = ListLine | TextLine;

const FILE =
  /^(?:(\d{1,4}(?:\.\d{1,3}){0,3})[.、)]\s+)?((?:[^\s/\\:*?"<>|]{1,200}\/){0,12}[^\s/\\:*?"<>|]{1,200}\.(?:md|mdx|markdown|rst|adoc|ipynb|html?))$/i;

interface NumberedFile {
  readonly number: string;
  readonly name: string;
  readonly place: Place;
}

function itemOf(plan: PlanText, line: FileLine, index: number): ItemFact | undefined {
  const file = fileOf(line);
  if (file === undefined) return undefined;
  const { number, name, place } = file;
  const directory = directoryAround(plan, line.section);
  const base = name.slice(name.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
  const prefix = /^\d{1,4}(?=[_\-. ])/.exec(base)?.[0];
  const { lines, extent } = blockBelow(plan, line, index);
  const stated = { ...valuesBelow(lines), ...remarksOf(line) };
  if (directory === undefined && !SAYS.some((key) => stated[key] !== undefined)) return undefined;
  return {
    fact: 'item',
    via: 'item',
    kind: 'document',
    title: base.replace(/^\d{1,4}(?:\.\d{1,3})*[_\-. ]+/, ''),
    number,
    ...place,
    extent,
    outline: lines.flatMap(pointOf),
    paths: [pathOf(name, place, directory)],
    ...(prefix !== undefined && directory && { reference: `${directory.path}/${prefix}` }),
    ...stated,
  };
}

function fileOf(line: FileLine): NumberedFile | undefined {
  const { label } = line;
  const words = label?.text ?? /^`[^`]{3,300}`/.exec(line.raw)?.[0].replaceAll('`', '');
  const match = words === undefined ? null : FILE.exec(words);
  const name = match?.[2];
  const number = match?.[1] ?? (line.kind === 'list' ? line.number?.toString() : undefined);
  if (name === undefined || number === undefined) return undefined;
  const start = line.rawStart + line.raw.indexOf(name);
  return { number, name, place: { line: line.line, span: { start, end: start + name.length } } };
}

function pathOf(name: string, place: Place, directory: StatedPath | undefined): StatedPath {
  if (directory === undefined) return { path: name, ...place };
  const { line, span, path } = directory;
  return { path: `${path}/${name}`, ...place, directory: { line, span } };
}

/** What stands behind the file name: size, priority, state. */
function remarksOf(line: FileLine): Partial<ItemFact> {
  const { label } = line;
  if (label === undefined || label.value === '') return {};
  const title = readTitle(`-${label.rawValue}`, label.valueSpan.start - 1);
  const { priorities, statuses, efforts, isOptional } = headValues(line, title, 'item');
  const size = sizeIn(label.value);
  const remark = title.brackets.find(({ text }) => sizeIn(text) !== undefined);
  const at = { line: line.line, span: remark?.span ?? label.valueSpan, via: 'item' as const };
  return {
    ...(size && { expectedSize: { ...at, value: size.value, text: remark?.text ?? size.text } }),
    ...(priorities && { priorities }),
    ...(statuses && { statuses }),
    ...(efforts && { efforts }),
    ...(isOptional && { isOptional }),
  };
}

/** Without one of these a file name in a list is only a file that is spoken of. */
const SAYS = ['expectedSize', 'priorities', 'efforts', 'statuses'] as const;

/** Labels nested below the line: `- 目标行数: 800-1,000 行`. */
function valuesBelow(lines: readonly PlanLine[]): Partial<ItemFact> {
  const { expectedSize, priorities, efforts, statuses } = readBlockFields(lines);
  return {
    ...(expectedSize && { expectedSize }),
    ...(priorities && { priorities }),
    ...(efforts && { efforts }),
    ...(statuses && { statuses }),
  };
}

/** The lines nested below the line, in a fence or as a list, and where they end. */
function blockBelow(
  plan: PlanText,
  line: FileLine,
  index: number,
): { readonly lines: readonly PlanLine[]; readonly extent: Span } {
  const lines: PlanLine[] = [];
  for (const each of plan.lines.slice(index + 1, index + 500)) {
    if (each.section !== line.section || !isBelow(each, line, index)) break;
    lines.push(each);
  }
  return { lines, extent: { start: line.span.start, end: (lines.at(-1) ?? line).span.end } };
}

function isBelow(each: PlanLine, line: FileLine, index: number): boolean {
  if (each.kind === 'fence') return line.kind === 'text' || (each.parent ?? -1) >= index;
  if (each.kind === 'list') return line.kind === 'text' || each.depth > line.depth;
  return each.kind === 'text' && each.parent !== undefined && each.parent >= index;
}

/** Lines that only name the list (`内容规划:`) or a figure are no points. */
function pointOf(line: PlanLine): readonly Stated<string>[] {
  const bullet = line.kind === 'fence' ? (/^[-*•]\s+/.exec(line.text)?.[0].length ?? 0) : 0;
  if (line.kind !== 'list' && bullet === 0) return [];
  if (line.label?.hasColon === true && line.label.value === '') return [];
  if (line.kind === 'list' && Object.keys(valuesBelow([line])).length > 0) return [];
  const text = line.text.slice(bullet);
  const span = { start: line.rawStart + bullet, end: line.span.end };
  return [{ value: text, text, via: 'item', line: line.line, span }];
}
