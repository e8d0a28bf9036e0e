// Metadata fields of a template: from headers and tails of skeletons, metadata examples and field tables
// (template-reading.md 4), and from annotations, which win.
import type { DocumentModel, MetadataBlock, Table } from '../model/documentModel.ts';
import { normalKey } from '../model/headingIdentity.ts';
import type { Span } from '../sourceText.ts';
import type { AnnotatedField } from './annotation.ts';
import { formatInWords, readValue, readValues } from './fieldForms.ts';
import { keySynonyms, type Synonyms } from './synonyms.ts';
import type { FieldSpec } from './template.ts';

export interface FieldContext {
  readonly path: string;
  /** Zero-based line of the template document for a span of the text that the fields stand in. */
  lineOf(span: Span): number;
  readonly synonyms: Synonyms;
  /** Fields of an example under “可选元信息”. */
  readonly isOptional?: boolean;
  readonly place?: FieldSpec['place'];
}

/** “> **注意**: …” is a call-out and no metadata. */
const callOut = /^(?:注意|警告|提示|错误|成功|重要|说明|备注|阅读提示|note|tip|warning|caution|important|info)$/i;

/** True where all a block says is a call-out. */
function isCallOut(block: MetadataBlock): boolean {
  return block.fields.some((field) => callOut.test(field.key.trim()));
}

/** Fields of metadata blocks in order; call-outs are left out. */
export function readFields(blocks: readonly MetadataBlock[], context: FieldContext): FieldSpec[] {
  return blocks
    .filter((block) => !isCallOut(block))
    .flatMap((block) =>
      block.fields.map((field) =>
        fieldSpec(
          {
            key: field.key,
            value: field.value,
            isList: field.items !== undefined,
            line: context.lineOf(field.span),
            place: context.place ?? (block.place === 'tail' ? 'tail' : 'header'),
          },
          context,
        ),
      ),
    );
}

interface WrittenField {
  readonly key: string;
  readonly value: string;
  readonly isList: boolean;
  readonly line: number;
  readonly place: FieldSpec['place'];
}

function fieldSpec(field: WrittenField, context: FieldContext): FieldSpec {
  const { isOptional, ...form } = readValue(field.key, field.value, field.isList);
  return {
    id: normalKey(field.key),
    key: field.key,
    aliases: keySynonyms(field.key, context.synonyms),
    required: !isOptional && context.isOptional !== true && !/可选|选填|optional/i.test(field.key),
    ...form,
    place: field.place,
    origin: { path: context.path, line: field.line },
  };
}

/**
 * Fields of a YAML front matter example. It is read by lines, because examples show sets (`["a"|"b"]`) that are no YAML.
 * Empty where the text is something else.
 */
export function readFrontMatter(text: string, context: FieldContext): FieldSpec[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines[0]?.trim() !== '---') return [];
  const end = lines.findIndex((line, index) => index > 0 && line.trim() === '---');
  const fields: FieldSpec[] = [];
  let offset = 0;
  for (const [index, line] of lines.slice(0, end < 0 ? lines.length : end).entries()) {
    const match = /^([A-Za-z\u4e00-\u9fff][\w\u4e00-\u9fff -]{0,60}):(?:[ \t]+(.{0,500}))?$/.exec(line);
    if (index > 0 && match?.[1] !== undefined) {
      const value = (match[2] ?? '').replace(/\s+#.*$/, '').trim();
      const isList = value === '' && /^\s+-\s/.test(lines[index + 1] ?? '');
      const written = {
        key: match[1].trim(),
        value: unquote(value),
        isList,
        line: context.lineOf({ start: offset, end: offset }),
      };
      fields.push(fieldSpec({ ...written, place: 'header' }, context));
    }
    offset += line.length + lineEndingLength(text, offset + line.length);
  }
  return fields;
}

function lineEndingLength(text: string, offset: number): number {
  return text.startsWith('\r\n', offset) ? 2 : 1;
}

function unquote(value: string): string {
  return /^"[^"]*"$|^'[^']*'$/.test(value) ? value.slice(1, -1) : value;
}

const keyColumn = /^(?:字段|字段名|字段名称|属性|元数据字段|field|field name|key|property)$/i;
const requiredColumn = /^(?:必填|必需|必选|是否必填|是否必需|required|mandatory)\??$/i;
const descriptionColumn = /^(?:说明|描述|含义|description|meaning)$/i;

/** Fields of tables that describe fields; other tables yield nothing. */
export function readFieldTables(tables: readonly Table[], context: FieldContext): FieldSpec[] {
  return tables.flatMap((table) => {
    const heads = table.header.map((cell) => cell.text.trim());
    const keyAt = heads.findIndex((head) => keyColumn.test(head));
    const requiredAt = heads.findIndex((head) => requiredColumn.test(head));
    const descriptionAt = heads.findIndex((head) => descriptionColumn.test(head));
    if (keyAt < 0 || (requiredAt < 0 && descriptionAt < 0)) return [];
    return table.rows.flatMap((row) => {
      const cell = row[keyAt];
      const key = cell?.text.replaceAll('`', '').trim() ?? '';
      if (cell === undefined || key === '') return [];
      const isRequired = !/^(?:否|no|n|✗|×|❌|false|可选|选填|optional)/i.test(row[requiredAt]?.text.trim() ?? '');
      const description = row[descriptionAt]?.text.trim() ?? '';
      return [tableField({ key, isRequired, description, line: context.lineOf(cell.span) }, context)];
    });
  });
}

function tableField(
  row: { key: string; isRequired: boolean; description: string; line: number },
  context: FieldContext,
): FieldSpec {
  const listed = /[:：]\s*([^:：]{1,120})$/.exec(row.description)?.[1];
  const values = listed === undefined ? undefined : readValues(listed);
  const format = values === undefined ? formatInWords(row.description) : undefined;
  return {
    id: normalKey(row.key),
    key: row.key,
    aliases: keySynonyms(row.key, context.synonyms),
    required: row.isRequired,
    ...(values === undefined ? {} : { values }),
    ...(format === undefined ? {} : { format }),
    ...(row.description === '' ? {} : { description: row.description }),
    place: 'header',
    origin: { path: context.path, line: row.line },
  };
}

const fieldItem = /^ {0,3}(?:\d{1,3}[.)]|[-*+])[ \t]+\*\*([^*]{1,40})\*\*[ \t]*[:：][ \t]*(\S.{0,200})$/;

/** Fields that a list under a heading about metadata names: `1. **文档编号**: AI-XX-YY`. A condition makes one optional. */
export function readFieldLists(model: DocumentModel, context: FieldContext): FieldSpec[] {
  const { source } = model;
  const about = model.sections.filter(
    ({ level, heading }) => level > 1 && /元数据|元信息|metadata/i.test(heading.identity.name),
  );
  return about.flatMap(({ bodySpan }) => {
    const fields: FieldSpec[] = [];
    for (let line = source.lineAt(bodySpan.start); line < source.lineAt(bodySpan.end); line++) {
      const match = fieldItem.exec(source.lineText(line));
      const [, key, value = ''] = match ?? [];
      if (key === undefined) continue;
      const isOptional = /如果|若是|仅(?:当|限)|\bif\b|\bonly\b/i.test(value);
      const plain = value.replace(/[（(][^（()）]*[）)]/g, '').trim();
      const written = { key, value: plain, isList: false, line: context.lineOf(source.lineSpan(line)) };
      fields.push(fieldSpec({ ...written, place: 'header' }, { ...context, isOptional }));
    }
    return fields;
  });
}

/** A field that an annotation defines. */
export function annotatedField(field: AnnotatedField, line: number, context: FieldContext): FieldSpec {
  const { aliases, required, place, ...rest } = field;
  return {
    ...rest,
    id: normalKey(field.key),
    aliases: [...new Set([...aliases, ...keySynonyms(field.key, context.synonyms)])],
    required: required ?? true,
    place: place ?? 'header',
    origin: { path: context.path, line },
  };
}

/**
 * One spec for each key: the first says where it stands, any may add a set or a format. It is required if one of the
 * examples demands it, but a later table or annotation (`wins`) decides alone.
 */
export function mergeFields(read: readonly FieldSpec[], wins: readonly FieldSpec[] = []): FieldSpec[] {
  const byId = new Map<string, FieldSpec>();
  for (const field of read) {
    const known = byId.get(field.id);
    byId.set(field.id, known === undefined ? field : together(known, field));
  }
  for (const field of wins) {
    const known = byId.get(field.id);
    byId.set(field.id, known === undefined ? field : { ...known, ...field, place: known.place });
  }
  return withoutSharedAliases([...byId.values()]);
}

/** The first says more of a field, but for marks without words (🟢/🟡/🔴); optional is only what is marked so. */
function together(first: FieldSpec, second: FieldSpec): FieldSpec {
  const values = hasWords(first) || !hasWords(second) ? first.values : second.values;
  const required = first.required && second.required;
  return { ...second, ...first, ...(values === undefined ? {} : { values }), required };
}

function hasWords({ values = [] }: FieldSpec): boolean {
  return values.some(({ value }) => /\p{L}/u.test(value));
}

/** A key that is a field of its own is no other field's alias. */
function withoutSharedAliases(fields: readonly FieldSpec[]): FieldSpec[] {
  const taken = new Set(fields.map((field) => field.id));
  return fields.map((field) => {
    const aliases = field.aliases.filter((alias) => {
      const key = normalKey(alias);
      return !taken.has(key) && key !== field.id;
    });
    for (const alias of aliases) taken.add(normalKey(alias));
    return { ...field, aliases };
  });
}
