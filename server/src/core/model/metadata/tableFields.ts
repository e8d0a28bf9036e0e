// Reads a two-column table as metadata: key in the first column, value in the second.
import type { Table, TableRow } from 'mdast';
import type { SourceText } from '../../sourceText.ts';
import type { MetadataField } from '../documentModel.ts';
import { emojiSpans } from '../emoji.ts';
import { normalKey } from '../normalKey.ts';
import { spanOf } from '../plainText.ts';
import { readTable } from '../tableCells.ts';
import { isKeyColumn } from './knownKeys.ts';

export interface TableFields {
  readonly fields: readonly MetadataField[];
  readonly rows: number;
  /** The header says so: 属性 | 值. */
  readonly isKeyTable: boolean;
}

/** Undefined for tables with other than two columns. The header is a field itself unless it only names the columns. */
export function readTableFields(node: Table, source: SourceText): TableFields | undefined {
  const table = readTable(node, source);
  if (table.header.length !== 2) return undefined;
  const isKeyTable = isKeyColumn(table.header[0]?.text ?? '');
  const rows = isKeyTable ? node.children.slice(1) : node.children;
  const fields = rows.map((row) => readRow(row, source)).filter((field) => field !== undefined);
  return { fields, rows: rows.length, isKeyTable };
}

function readRow(row: TableRow, source: SourceText): MetadataField | undefined {
  const cells = readTable({ type: 'table', children: [row] }, source).header;
  const [keyCell, valueCell] = cells;
  if (keyCell === undefined || valueCell === undefined) return undefined;
  const raw = source.slice(keyCell.span);
  // Bold keys and colons are ornament.
  const lead = /^[*_`]*/.exec(raw)?.[0].length ?? 0;
  const inner = raw.slice(lead).replace(/[*_`:：\s]+$/, '');
  const emoji = emojiSpans(inner)[0];
  const skipped = emoji?.start === 0 ? emoji.end : 0;
  const name = inner.slice(skipped).trimStart();
  if (!/\p{L}/u.test(name) || name.length > 60) return undefined;
  const start = keyCell.span.start + lead + (inner.length - name.length);
  const keySpan = { start, end: start + name.length };
  const separator = source.text.slice(keySpan.end, valueCell.span.start);
  const keyEmoji = skipped > 0 ? { keyEmoji: inner.slice(0, skipped) } : {};
  return {
    key: name,
    ...keyEmoji,
    normalKey: normalKey(name),
    value: valueCell.text,
    span: { start: spanOf(row).start, end: Math.max(valueCell.span.end, keySpan.end) },
    keySpan,
    valueSpan: valueCell.span,
    separator,
  };
}
