// Whether the columns of the data are described: comments on columns, or a table of fields. Columns of CREATE TABLE and of
// CSV headers that nothing describes are missing.
import { amountOf, type Evidence, type Measure, type MeasureContext, type MeasureResult } from './measure.ts';
import { placeIn, programsOf } from './code/programs.ts';
import { labelAbove, titlesAbove } from './data/surroundings.ts';
import { tablesOf } from './data/statements.ts';
import type { Table } from '../model/documentModel.ts';
import type { Span } from '../sourceText.ts';

/** Everybody knows what they hold. */
const plain = /^(?:id|created_at|updated_at|deleted_at|create_time|update_time)$/i;
/** Shares below are a stray remark, no description. */
const LEAST_PERCENT = 20;

interface Defined {
  readonly table: string;
  readonly place: Span;
  readonly columns: readonly { readonly name: string; readonly isDescribed: boolean }[];
}

export const dataDescription: Measure = {
  id: 'data-description',
  names: {
    zh: ['数据说明', '字段说明', '列说明', '数据字典', '表结构说明', '字段含义'],
    en: ['data description', 'column descriptions', 'field descriptions', 'data dictionary', 'described columns'],
  },
  measure(context) {
    const described = describedFields(context);
    const notes = notesIn(context);
    const defined = definitionsIn(context).map((one) => ({
      ...one,
      columns: one.columns.map((column) => ({
        ...column,
        isDescribed: column.isDescribed || described.names.has(column.name.toLowerCase()),
      })),
    }));
    const columns = defined.flatMap((one) => one.columns);
    const met = columns.filter(({ isDescribed }) => isDescribed).length;
    const of = columns.length;
    const evidence = [
      ...described.evidence,
      ...defined.filter(isPartlyDescribed).map(({ place }) => ({ span: place })),
    ];
    if (of === 0) return fieldsOnly(described, notes);
    const isStray = met * 100 < of * LEAST_PERCENT && notes.length === 0;
    return {
      amount: isStray ? 'none' : amountOf({ met: Math.max(met, notes.length), of }),
      count: met,
      summary: { key: 'data-description.summary', args: { met, total: of } },
      evidence: isStray ? [] : [...notes, ...evidence],
      missing: defined.filter(isLacking).map(undescribed),
    };
  },
};

/** Nothing is defined that descriptions could be held against. */
function fieldsOnly({ names, evidence }: Described, notes: readonly Evidence[]): MeasureResult {
  const count = names.size;
  const missing: Evidence[] = [];
  if (count === 0 && notes.length === 0)
    return { amount: 'none', count, summary: { key: 'data-description.none' }, evidence: [], missing };
  const key = count === 0 ? 'data-description.notes' : 'data-description.fields';
  return {
    amount: count === 0 ? 'some' : 'all',
    count,
    summary: { key, args: { count } },
    evidence: [...notes, ...evidence],
    missing,
  };
}

const noteTitle =
  /(?:数据|字段|数据模型|表结构|数据表|列|指标)(?:说明|描述|含义|字典)|(?:data|field|column) (?:descriptions?|dictionary)/i;

/** Lists under a label or heading that says so: what each table or field holds. */
function notesIn({ model }: MeasureContext): readonly Evidence[] {
  return model.blocks.lists
    .filter(
      ({ span, items, depth }) =>
        depth === 0 &&
        items.length >= 2 &&
        (noteTitle.test(labelAbove(model, span.start)) || noteTitle.test(titlesAbove(model, span.start)[0] ?? '')),
    )
    .map(({ span }) => ({ span, message: { key: 'data-description.note' } }));
}

function isPartlyDescribed({ columns }: Defined): boolean {
  return columns.some(({ isDescribed }) => isDescribed);
}

function isLacking({ columns }: Defined): boolean {
  return columns.some(({ isDescribed }) => !isDescribed);
}

function undescribed({ table, place, columns }: Defined): Evidence {
  const names = columns.filter(({ isDescribed }) => !isDescribed).map(({ name }) => name);
  const shown = names.length > 8 ? `${names.slice(0, 8).join(', ')} …` : names.join(', ');
  return {
    span: place,
    message: { key: 'data-description.missing', args: { table, count: names.length, names: shown } },
  };
}

/** Tables that are defined in SQL, and CSV by its header. */
function definitionsIn({ model }: MeasureContext): readonly Defined[] {
  const defined: Defined[] = [];
  for (const program of programsOf(model)) {
    if (program.language.name !== 'sql') continue;
    for (const { name, part, columns } of tablesOf(program))
      defined.push({
        table: name,
        place: placeIn(program, model.source, part),
        columns: columns.filter((column) => !plain.test(column.name)),
      });
  }
  for (const block of model.blocks.code) {
    if (block.language?.toLowerCase() !== 'csv') continue;
    const header = block.value.split('\n', 1)[0] ?? '';
    const columns = header.split(',').map((name) => ({ name: name.replace(/["\s]/g, ''), isDescribed: false }));
    if (columns.length >= 2 && columns.every(({ name }) => /^[A-Za-z_\p{L}][\w\p{L}]*$/u.test(name)))
      defined.push({ table: 'csv', place: block.span, columns });
  }
  return defined.filter(({ columns }) => columns.length > 0);
}

interface Described {
  readonly names: ReadonlySet<string>;
  readonly evidence: readonly Evidence[];
}

const fieldHeader = /^(?:字段|字段名|字段名称|列|列名|属性|column|columns|field|field name|name)$/i;
const meaningHeader = /说明|描述|含义|备注|用途|意义|description|meaning|comment|notes?/i;

/** Fields that tables of the document and COMMENT ON COLUMN describe, in lower case. */
function describedFields({ model }: MeasureContext): Described {
  const names = new Set<string>();
  const evidence: Evidence[] = [];
  for (const table of model.blocks.tables) {
    const fields = fieldsOf(table);
    for (const field of fields) names.add(field);
    if (fields.length > 0)
      evidence.push({ span: table.span, message: { key: 'data-description.table', args: { count: fields.length } } });
  }
  for (const program of programsOf(model)) {
    if (program.language.name !== 'sql') continue;
    for (const match of program.code.matchAll(/\bCOMMENT\s+ON\s+COLUMN\s+(?:[\w"]+\.){0,2}"?(\w+)"?\s+IS\b/gi)) {
      names.add((match[1] ?? '').toLowerCase());
      evidence.push({
        span: placeIn(program, model.source, { start: match.index, end: match.index + match[0].length }),
      });
    }
  }
  return { names, evidence };
}

function fieldsOf({ header, rows }: Table): readonly string[] {
  const field = header.findIndex(({ text }) => fieldHeader.test(text.trim()));
  const meaning = header.findIndex(({ text }, index) => index !== field && meaningHeader.test(text));
  // A table of names with descriptions that are no names of fields describes something else.
  if (field < 0 || meaning < 0) return [];
  return rows
    .filter((cells) => (cells[meaning]?.text.trim() ?? '') !== '')
    .map((cells) => cells[field]?.text.trim() ?? '')
    .filter((name) => /^[A-Za-z_]\w{0,80}$/.test(name))
    .map((name) => name.toLowerCase());
}
