// A derived schema as it is shown and exported: with the constraints that documents of its kind are held against besides.
// They are no matter of a JSON Schema validator, which sees one document, so they stand under `$defs`, where it looks past them.
import type { Configuration, Kind } from '../library/configuration.ts';
import type { JsonSchema } from '../schema/derivedSchema.ts';

const CONSTRAINT_KEYWORD = 'x-casewright-constraint';

export function exportedSchema(
  json: JsonSchema,
  { constraints = [] }: Pick<Configuration, 'constraints'>,
  kind: Kind,
): JsonSchema {
  const own = constraints.filter(({ select }) => select.of === 'document' && select.kind?.includes(kind) !== false);
  if (own.length === 0) return json;
  const entries = own.map(({ id, message, origin, json: written }) => [
    `constraint:${id}`,
    {
      title: message.zh === message.en ? message.zh : `${message.zh} / ${message.en}`,
      $comment: `${origin.path}:${String(origin.line + 1)}`,
      [CONSTRAINT_KEYWORD]: written,
    },
  ]);
  const definitions: unknown = json['$defs'];
  const known = typeof definitions === 'object' && definitions !== null ? definitions : {};
  return { ...json, $defs: { ...known, ...Object.fromEntries(entries) } };
}
