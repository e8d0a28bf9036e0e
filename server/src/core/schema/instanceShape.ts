// The shape of the instance, as `$defs` of every derived schema: an instance of another shape is our fault, not the author's.
import type { NameMatch, Placement } from '../binding/boundDocument.ts';
import { measures } from '../template/measure.ts';
import type { JsonSchema } from './derivedSchema.ts';

const placements: readonly Placement[] = ['in-order', 'misplaced', 'wrong-level'];
const nameMatches: readonly NameMatch[] = ['exact', 'alias', 'placeholder', 'similar'];

const counts: JsonSchema = {
  type: 'object',
  required: [...measures, 'languages', 'codeByLanguage'],
  properties: {
    ...Object.fromEntries(measures.map((measure) => [measure, { type: 'number' }])),
    languages: { type: 'array', items: { type: 'string' } },
    codeByLanguage: { type: 'object', additionalProperties: { type: 'number' } },
  },
};

export const instanceShape: JsonSchema = {
  counts,
  section: {
    type: 'object',
    $ref: '#/$defs/counts',
    required: ['title', 'level', 'placement', 'nameMatch', 'children'],
    properties: {
      title: { type: 'string' },
      level: { type: 'integer', minimum: 1, maximum: 6 },
      placement: { enum: placements },
      nameMatch: { enum: nameMatches },
      children: {
        type: 'object',
        additionalProperties: { type: 'array', items: { $ref: '#/$defs/section' } },
      },
    },
  },
  extra: {
    type: 'object',
    required: ['title', 'level'],
    properties: { title: { type: 'string' }, level: { type: 'integer' } },
  },
};
