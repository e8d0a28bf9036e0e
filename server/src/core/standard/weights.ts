// Weight tables: which part of the total each dimension has (template-reading.md 6).
import type { DocumentModel, Table, TableCell } from '../model/documentModel.ts';
import type { Span } from '../sourceText.ts';
import { cellText, columnOf } from './columns.ts';

const dimensionWords = [
  '维度',
  '评分维度',
  '评估维度',
  '评审维度',
  '审查维度',
  '指标',
  'dimension',
  'dimensions',
  'criterion',
];
const partWords = ['子维度', '二级维度', '子指标', 'subdimension', 'subcriterion'];
const weightWords = ['权重', '占比', '比重', 'weight', 'weights'];

export interface Weight {
  readonly name: string;
  /** Name of the dimension above, where the table has two columns of names. */
  readonly parent?: string;
  /** Percent. */
  readonly weight: number;
  /** Zero-based. */
  readonly line: number;
  /** The name's cell. */
  readonly span: Span;
}

export interface WeightTable {
  readonly weights: readonly Weight[];
  /** Weights that dimensions with parts state themselves: `内容完整性（40%）`. */
  readonly parents: readonly Weight[];
  readonly span: Span;
}

/** Weights of one table; undefined for every table that gives none. */
export function readWeights(table: Table, model: DocumentModel): WeightTable | undefined {
  const columns = columnsOf(table);
  if (columns === undefined) return undefined;
  const weights: Weight[] = [];
  const parents: Weight[] = [];
  let parent: string | undefined;
  for (const row of table.rows) {
    const span = row[columns.name]?.span ?? table.span;
    const line = model.source.lineAt(span.start);
    const above = parentOf(row, columns);
    if (above !== undefined) {
      parent = above.name;
      if (above.weight !== undefined) parents.push({ ...above, weight: above.weight, line, span: above.span ?? span });
    }
    const weight = readWeight(cellText(row, columns.weight));
    const { name } = splitWeight(cellText(row, columns.name));
    if (weight === undefined || name === '' || isTotal(name)) continue;
    weights.push({ name, weight, line, span, ...(parent === undefined ? {} : { parent }) });
  }
  return weights.length === 0
    ? undefined
    : { weights: inPercent(weights), parents: inPercent(parents), span: table.span };
}

interface Columns {
  readonly name: number;
  readonly weight: number;
  /** Of the dimension above; its empty cells go on with the one before. */
  readonly parent?: number;
}

function columnsOf(table: Table): Columns | undefined {
  const weight = columnOf(table, weightWords);
  const outer = columnOf(table, dimensionWords);
  const inner = columnOf(table, partWords);
  if (weight === undefined) return undefined;
  if (inner !== undefined) return { name: inner, weight, ...(outer === undefined ? {} : { parent: outer }) };
  return outer === undefined ? undefined : { name: outer, weight };
}

/** The dimension above, where the row begins one. */
function parentOf(
  row: readonly TableCell[],
  { parent }: Columns,
): { name: string; weight?: number; span: Span | undefined } | undefined {
  const text = cellText(row, parent);
  return text === '' ? undefined : { ...splitWeight(text), span: row[parent ?? 0]?.span };
}

function splitWeight(text: string): { name: string; weight?: number } {
  const match = /^(.+?)\s*[(（]\s*(\d{1,3}(?:\.\d{1,2})?)\s*%\s*[)）]$/.exec(text);
  return match === null ? { name: text } : { name: match[1] ?? '', weight: Number(match[2]) };
}

/** `40%`, `40`, `0.4`. */
function readWeight(text: string): number | undefined {
  const match = /^(\d{1,3}(?:\.\d{1,3})?)\s*(?:%|分)?$/.exec(text);
  return match === null ? undefined : Number(match[1]);
}

function isTotal(name: string): boolean {
  return /^(?:合计|总计|总分|total|sum)$/i.test(name);
}

/** Fractions (0.4 + 0.6) are percent too. */
function inPercent(weights: readonly Weight[]): readonly Weight[] {
  const isFraction = weights.length > 0 && weights.every(({ weight }) => weight <= 1) && sumOf(weights) <= 1.001;
  return isFraction ? weights.map((entry) => ({ ...entry, weight: Math.round(entry.weight * 10_000) / 100 })) : weights;
}

export function sumOf(weights: readonly { readonly weight: number }[]): number {
  return Math.round(weights.reduce((sum, { weight }) => sum + weight, 0) * 100) / 100;
}
