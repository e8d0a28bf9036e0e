// `statistics`: how many documents there are by one property, or by two of them crossed; sums of sizes where asked for.
import type { DocumentFacts } from '../../facts/documentFacts.ts';
import { fieldNamed, type Field } from '../fields.ts';
import { labelOf, say, shownValue, type Generator, type GeneratorInput } from '../generator.ts';
import { tableLines } from '../markdownText.ts';
import { groupBy, selectDocuments } from '../selectDocuments.ts';

export const statistics: Generator = (input) => {
  const { region, facts, ground } = input;
  const found = selectDocuments({ mark: region.mark, path: facts.path, ground });
  const names = region.mark.groupBy.length > 0 ? region.mark.groupBy : ['kind'];
  const fields = names.flatMap((name) => {
    const field = fieldNamed(name, ground);
    return field === undefined ? [] : [{ name, field }];
  });
  const [first, second] = fields;
  if (first === undefined || found.length === 0) return [];
  return second === undefined ? counted(found, first, input) : crossed(found, [first, second], input);
};

interface Named {
  readonly name: string;
  readonly field: Field;
}

function counted(found: readonly DocumentFacts[], { name, field }: Named, input: GeneratorInput): readonly string[] {
  const { region, ground } = input;
  const sums = region.mark.columns.flatMap(({ name: column, label }) => {
    const each = fieldNamed(column, ground);
    return each?.isNumeric === true ? [{ label: label ?? labelOf(each, column, region), field: each }] : [];
  });
  const heads = [
    { label: labelOf(field, name, region) },
    { label: say(region, 'region.count'), isNumeric: true },
    { label: say(region, 'region.share'), isNumeric: true },
    ...sums.map(({ label }) => ({ label, isNumeric: true })),
  ];
  const row = (title: string, documents: readonly DocumentFacts[]): readonly string[] => [
    title,
    String(documents.length),
    share(documents.length, found.length),
    ...sums.map((sum) => String(sumOf(documents, sum.field))),
  ];
  const rows = groupBy(found, field).map(({ value, documents }) => row(valueWords(value, field, input), documents));
  return tableLines(heads, [...rows, row(say(region, 'region.total'), found)]);
}

function crossed(
  found: readonly DocumentFacts[],
  [down, across]: readonly [Named, Named],
  input: GeneratorInput,
): readonly string[] {
  const { region } = input;
  const values = groupBy(found, across.field);
  const heads = [
    { label: labelOf(down.field, down.name, region) },
    ...values.map(({ value }) => ({
      label: value === undefined ? say(region, 'region.none') : (across.field.shown?.(value, region.language) ?? value),
      isNumeric: true,
    })),
    { label: say(region, 'region.total'), isNumeric: true },
  ];
  const row = (title: string, documents: readonly DocumentFacts[]): readonly string[] => {
    const groups = new Map(groupBy(documents, across.field).map((group) => [group.key, group.documents.length]));
    return [title, ...values.map(({ key }) => String(groups.get(key) ?? 0)), String(documents.length)];
  };
  const rows = groupBy(found, down.field).map(({ value, documents }) =>
    row(valueWords(value, down.field, input), documents),
  );
  return tableLines(heads, [...rows, row(say(region, 'region.total'), found)]);
}

function valueWords(value: string | undefined, field: Field, { region }: GeneratorInput): string {
  return value === undefined ? say(region, 'region.none') : shownValue(value, field, region);
}

/** In whole percent. */
function share(part: number, whole: number): string {
  return whole === 0 ? '' : `${Math.round((part / whole) * 100)}%`;
}

function sumOf(documents: readonly DocumentFacts[], field: Field): number {
  return documents.reduce((sum, facts) => sum + Number(field.valuesOf(facts)[0] ?? 0), 0);
}
