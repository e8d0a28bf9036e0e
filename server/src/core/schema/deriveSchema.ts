// Template and review standard to one JSON Schema 2020-12 of the bound document (boundDocument.ts: Instance).
// Pure: equal input gives equal bytes, so the result can be kept in version control and compared.
import type { Locale } from '../messages/catalog.ts';
import { renderMessage } from '../messages/render.ts';
import type { Standard } from '../standard/standard.ts';
import type { SectionSpec, Template } from '../template/template.ts';
import { countProperties } from './boundSchema.ts';
import { constrain } from './constraint.ts';
import { contentHash } from './contentHash.ts';
import type { DerivedSchema, JsonSchema } from './derivedSchema.ts';
import { instanceShape } from './instanceShape.ts';
import { metadataSchema } from './metadataSchema.ts';
import { sectionsSchema } from './sectionSchema.ts';
import { readStandardDemands, type SectionDemand, type StandardDemands } from './standardDemands.ts';
import { validateInstance } from './validator.ts';

/** The schema of documents against this template. Compiling waits for the first `validate`. Never throws. */
export function deriveSchema(template: Template, standard?: Standard): DerivedSchema {
  const json = deriveJsonSchema(template, standard);
  const hash = contentHash(JSON.stringify(json));
  const origin = { path: template.path, line: template.line };
  return { json, hash, validate: (instance) => validateInstance({ json, hash, origin }, instance) };
}

/** Only the schema itself: what is exported. */
export function deriveJsonSchema(template: Template, standard?: Standard): JsonSchema {
  const locale: Locale = template.language;
  const demands = readStandardDemands(template, standard);
  const demanded = new Map<SectionSpec, SectionDemand>(demands.sections.map((demand) => [demand.spec, demand]));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:casewright:schema:${encodeURIComponent(template.id)}`,
    ...heading(template, standard, locale),
    type: 'object',
    required: ['kind', 'document', 'metadata', 'sections', 'extras'],
    properties: {
      kind: { type: 'string' },
      document: documentSchema(template, demands, locale),
      metadata: metadataSchema(template.fields, demands.fields, locale),
      sections: sectionsSchema(template.sections, { template, demanded, locale }),
      extras: { type: 'array', items: extraSchema(template, locale) },
    },
    $defs: instanceShape,
  };
}

function heading(template: Template, standard: Standard | undefined, locale: Locale): JsonSchema {
  const key = standard === undefined ? 'schema.description' : 'schema.description.standard';
  const args = { template: template.id, ...(standard === undefined ? {} : { standard: standard.path }) };
  return {
    title: renderMessage({ key: 'schema.title', args: { name: template.name } }, locale),
    description: renderMessage({ key, args }, locale),
  };
}

function documentSchema(template: Template, demands: StandardDemands, locale: Locale): JsonSchema {
  const asked = demands.bounds.filter((demand) => demand.isCoveredBy === undefined).map(({ bound }) => bound);
  const bounds = [...template.bounds, ...asked];
  const origin = { path: template.path, line: template.line };
  return {
    type: 'object',
    $ref: '#/$defs/counts',
    properties: countProperties({ bounds, languages: template.languages, origin, locale }),
  };
}

/** A closed template refuses each foreign section by itself, so that each has its own place. */
function extraSchema(template: Template, locale: Locale): JsonSchema {
  const shape = { type: 'object', $ref: '#/$defs/extra' };
  if (!template.isClosed) return shape;
  const origin = { path: template.path, line: template.line };
  const text = { key: 'demand.section-extra' } as const;
  return { ...shape, allOf: [constrain({ code: 'section-extra', origin, text }, { not: {} }, locale)] };
}
