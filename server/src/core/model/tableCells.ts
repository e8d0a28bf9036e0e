// Reads a GFM table: texts and spans of its cells.
import type { Table as TableNode, TableCell as CellNode, TableRow } from 'mdast';
import type { SourceText, Span } from '../sourceText.ts';
import type { Table, TableCell } from './documentModel.ts';
import { contentSpanOf, plainText, spanOf } from './plainText.ts';

export function readTable(node: TableNode, source: SourceText): Table {
  const [header, ...rows] = node.children.map((row) => readRow(row, source));
  return { span: spanOf(node), header: header ?? [], rows };
}

function readRow(row: TableRow, source: SourceText): TableCell[] {
  return row.children.map((cell) => ({
    text: plainText(cell).trim(),
    span: contentSpanOf(cell, emptyCellSpan(cell, source)),
  }));
}

/** Inside the bars, after one blank. */
function emptyCellSpan(cell: CellNode, source: SourceText): Span {
  let { start } = spanOf(cell);
  const { end } = spanOf(cell);
  if (start < end && source.text.charAt(start) === '|') start += 1;
  if (start < end && source.text.charAt(start) === ' ') start += 1;
  return { start, end: start };
}
