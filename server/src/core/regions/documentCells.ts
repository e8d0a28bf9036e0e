// Documents as rows of a table and items of a list.
import type { DocumentFacts, FactRegion } from '../facts/documentFacts.ts';
import { fieldNamed, titleOf, type Field, type FieldGround } from './fields.ts';
import { labelOf, say, shownValue, type GeneratorInput } from './generator.ts';
import { addressOf, linkTo, tableLines } from './markdownText.ts';
import type { RegionColumn } from './regionMark.ts';

export interface Column {
  readonly label: string;
  readonly field: Field;
  /** The cell leads to the document. */
  readonly isLink: boolean;
}

/** Columns of the mark that exist; the first one leads to the document where none of them does by nature. */
export function columnsOf(written: readonly RegionColumn[], { region, ground }: GeneratorInput): readonly Column[] {
  const found = written.flatMap(({ name, label }) => {
    const field = fieldNamed(name, ground);
    return field === undefined
      ? []
      : [{ label: label ?? labelOf(field, name, region), field, isLink: field.isLink === true }];
  });
  return found.some(({ isLink }) => isLink)
    ? found
    : found.map((column, index) => ({ ...column, isLink: index === 0 }));
}

/** Those of `names` that any of the documents says something about. */
export function usedColumns(
  names: readonly string[],
  documents: readonly DocumentFacts[],
  ground: FieldGround,
): readonly RegionColumn[] {
  return names.flatMap((name) => {
    const field = fieldNamed(name, ground);
    return field !== undefined && documents.some((facts) => field.valuesOf(facts).length > 0) ? [{ name }] : [];
  });
}

export function documentTable(
  documents: readonly DocumentFacts[],
  columns: readonly Column[],
  input: GeneratorInput,
): readonly string[] {
  const heads = columns.map(({ label, field }) => ({ label, isNumeric: field.isNumeric === true }));
  return tableLines(
    heads,
    documents.map((facts) => columns.map((column) => cellOf(facts, column, input))),
  );
}

export function documentList(
  documents: readonly DocumentFacts[],
  columns: readonly Column[],
  input: GeneratorInput & { readonly indent?: string },
): readonly string[] {
  const links = columns.filter(({ isLink }) => isLink).slice(0, 1);
  const others = columns.filter((column) => !links.includes(column));
  return documents.map((facts) => {
    const [link = documentLink(facts, input)] = links.map((column) => cellOf(facts, column, input));
    const values = others.map((column) => cellOf(facts, column, input)).filter((text) => text !== '');
    const tail = values.length === 0 ? '' : `${say(input.region, 'region.dash')}${values.join(' · ')}`;
    return `${input.indent ?? ''}- ${link}${tail}`;
  });
}

/** Title, or the given words, as a link to the document. */
export function documentLink(facts: DocumentFacts, { region, facts: own }: GeneratorInput, anchor = ''): string {
  return linkTo(titleOf(facts), `${addressOf(facts.path, own.path, region.linkStyle)}${anchor}`);
}

function cellOf(facts: DocumentFacts, { field, isLink }: Column, { region, facts: own }: GeneratorInput): string {
  const values = field.valuesOf(facts);
  if (!isLink) return values.map((value) => shownValue(value, field, region)).join(separator(region));
  const words = values.map((value) => field.shown?.(value, region.language) ?? value).join(separator(region));
  return linkTo(words === '' ? titleOf(facts) : words, addressOf(facts.path, own.path, region.linkStyle));
}

function separator({ language }: FactRegion): string {
  return language === 'zh' ? '、' : ', ';
}
