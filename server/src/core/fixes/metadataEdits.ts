// Edits that add metadata fields in the document's own dialect, in the template's order. Builds edits only.
import type { BoundDocument } from '../binding/boundDocument.ts';
import { stageOfStatus } from '../checking/stage.ts';
import type { TextEdit } from '../finding.ts';
import type { DocumentModel, MetadataBlock, MetadataField } from '../model/documentModel.ts';
import type { FieldSpec } from '../template/template.ts';

const standIn = { zh: '待补充', en: 'TODO' } as const;

/** Required fields that the document does not have, in template order. */
export function missingFields(bound: BoundDocument): readonly FieldSpec[] {
  return bound.template.fields.filter((spec) => spec.required && (bound.fields.get(spec) ?? []).length === 0);
}

/** Edits that insert the fields, given in template order. Empty where the document's way of writing them is unclear. */
export function insertFields(specs: readonly FieldSpec[], bound: BoundDocument): readonly TextEdit[] {
  const texts = new Map<number, string>();
  const add = (offset: number, text: string): void => void texts.set(offset, (texts.get(offset) ?? '') + text);
  const homeless = specs.filter((spec) => blockFor(spec, bound) === undefined);
  for (const spec of specs) {
    const block = blockFor(spec, bound);
    if (block === undefined) continue;
    const insertion = insertionIn(block, spec, bound);
    if (insertion !== undefined) add(insertion.offset, insertion.text);
  }
  const headless = homeless.filter((spec) => spec.place === 'header');
  if (headless.length > 0) {
    const insertion = newHeader(headless, bound);
    add(insertion.offset, insertion.text);
  }
  const tailless = homeless.filter((spec) => spec.place === 'tail');
  if (tailless.length > 0) {
    const insertion = newTail(tailless, bound);
    add(insertion.offset, insertion.text);
  }
  return [...texts].map(([offset, newText]) => ({ span: { start: offset, end: offset }, newText }));
}

interface Insertion {
  readonly offset: number;
  readonly text: string;
}

/** The block that holds most of the fields of the same place. */
function blockFor(spec: FieldSpec, { model, fields }: BoundDocument): MetadataBlock | undefined {
  const isTail = spec.place === 'tail';
  const blocks = model.metadata.filter((block) => (block.place === 'tail') === isTail && block.fields.length > 0);
  const bound = new Set([...fields.values()].flat());
  const known = (block: MetadataBlock): number => block.fields.filter((field) => bound.has(field)).length;
  return blocks.toSorted((a, b) => known(b) - known(a) || a.span.start - b.span.start)[0];
}

/** After the last field that the template has before it, else before the block's first field. */
function insertionIn(block: MetadataBlock, spec: FieldSpec, bound: BoundDocument): Insertion | undefined {
  const { model, template } = bound;
  const rank = template.fields.indexOf(spec);
  const rankOf = (field: MetadataField): number =>
    template.fields.findIndex((other) => bound.fields.get(other)?.includes(field) === true);
  const earlier = block.fields.filter((field) => rankOf(field) >= 0 && rankOf(field) < rank);
  const after = earlier.toSorted((a, b) => rankOf(a) - rankOf(b)).at(-1);
  const neighbor = after ?? block.fields[0];
  if (neighbor === undefined) return undefined;
  const eol = model.source.lineEnding;
  const line = lineLike(patternField(block, neighbor, model), spec, block, bound);
  if (after !== undefined) {
    const end = model.source.lineSpan(model.source.lineAt(endOf(after))).end;
    return { offset: end, text: eol + line };
  }
  const start = model.source.lineStart(model.source.lineAt(neighbor.span.start));
  const mark = start === 0 && model.source.hasByteOrderMark ? 1 : 0;
  return { offset: start + mark, text: line + eol };
}

function endOf(field: MetadataField): number {
  return Math.max(field.span.start, field.span.end);
}

/** A field that has one line to itself, for a pattern; the neighbor where there is one, else another of the block. */
function patternField(block: MetadataBlock, neighbor: MetadataField, model: DocumentModel): MetadataField | undefined {
  const { source } = model;
  const isAlone = (field: MetadataField): boolean =>
    source.lineAt(field.span.start) === source.lineAt(endOf(field)) &&
    field.items === undefined &&
    block.fields.every(
      (other) => other === field || source.lineAt(other.span.start) !== source.lineAt(field.span.start),
    );
  return isAlone(neighbor) ? neighbor : block.fields.find(isAlone);
}

/** The line of the pattern with another key and value. */
function lineLike(
  pattern: MetadataField | undefined,
  spec: FieldSpec,
  block: MetadataBlock,
  { model, template }: BoundDocument,
): string {
  const value = valueFor(spec, template.language);
  if (pattern === undefined) return plainLine(block, spec.key, value);
  const { source } = model;
  const line = source.lineSpan(source.lineAt(pattern.span.start));
  const lead = source.text.slice(line.start, pattern.keySpan.start).replace('\uFEFF', '');
  const withoutEmoji =
    pattern.keyEmoji === undefined ? lead : lead.replace(pattern.keyEmoji, '').replace(/\s+$/, blankAfterMark);
  const tail = source.text.slice(Math.max(pattern.keySpan.end, pattern.valueSpan.end), line.end);
  const separator = pattern.value === '' ? `${pattern.separator.trimEnd()} ` : pattern.separator;
  const written = block.dialect === 'yaml' ? yamlValue(value) : value;
  const end = /^[\s|\\]*$/.test(tail) ? tail : '';
  return withoutEmoji + spec.key + separator + written + end;
}

/** `> **📅 ` without its emoji is `> **`, `- 📅 ` is `- `. */
function blankAfterMark(_blanks: string, offset: number, text: string): string {
  return /\*\*?\s*$/.test(text.slice(0, offset)) ? '' : ' ';
}

function plainLine(block: MetadataBlock, key: string, value: string): string {
  switch (block.dialect) {
    case 'yaml':
      return `${key}: ${yamlValue(value)}`;
    case 'table':
      return `| ${key} | ${value} |`;
    case 'list':
    case 'section':
      return `- ${key}: ${value}`;
    case 'quote-list':
      return `> - **${key}**: ${value}`;
    case 'bold-lines':
      return `**${key}**: ${value}`;
    case 'plain-lines':
      return `${key}: ${value}`;
    case 'quote':
      return `> **${key}**: ${value}`;
  }
}

function yamlValue(value: string): string {
  return /^[\p{L}\p{N}][^:#'"[\]{}&*!|>%@`]*$/u.test(value) ? value : JSON.stringify(value);
}

/** Something to start from that is neither a claim nor a fault: the first value, the template's placeholder, or words. */
export function valueFor(spec: FieldSpec, language: 'zh' | 'en'): string {
  const values = (spec.values ?? []).map(({ value }) => value);
  if (values.length > 0) {
    const team = { draftStatus: [], readyStatus: [] };
    return values.find((value) => stageOfStatus(value, team) === 'draft') ?? values[0] ?? '';
  }
  if (spec.placeholder !== undefined && spec.placeholder !== '') return spec.placeholder;
  if (spec.format === 'date') return 'YYYY-MM-DD';
  return spec.format === 'version' ? 'v1.0' : standIn[language];
}

/** Below the title, in the quote dialect that most libraries use; at the top of a document without one. */
function newHeader(specs: readonly FieldSpec[], { model, template }: BoundDocument): Insertion {
  const eol = model.source.lineEnding;
  const lines = specs.map((spec) => `> **${spec.key}**: ${valueFor(spec, template.language)}`);
  const text = lines.join(`  ${eol}`);
  const title = model.title;
  if (title === undefined) return { offset: model.source.hasByteOrderMark ? 1 : 0, text: text + eol + eol };
  const next = model.source.lineAt(title.heading.span.end) + 1;
  const isBlankNext = model.source.lineText(next).trim() === '';
  return { offset: title.heading.span.end, text: eol + eol + text + (isBlankNext ? '' : eol) };
}

function newTail(specs: readonly FieldSpec[], { model, template }: BoundDocument): Insertion {
  const eol = model.source.lineEnding;
  const { text } = model.source;
  const lines = specs.map((spec) => `**${spec.key}**: ${valueFor(spec, template.language)}`);
  return { offset: text.trimEnd().length, text: `${eol}${eol}---${eol}${eol}${lines.join(`  ${eol}`)}` };
}
