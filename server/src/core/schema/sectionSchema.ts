// Sections of a template as constraints on `sections` and `children` of the instance.
import type { Locale } from '../messages/catalog.ts';
import type { SectionSpec, Template } from '../template/template.ts';
import { countProperties } from './boundSchema.ts';
import { constrain, withAll, type Demanded } from './constraint.ts';
import type { JsonSchema } from './derivedSchema.ts';
import { standardSeverity } from './severities.ts';
import type { SectionDemand } from './standardDemands.ts';

export interface SectionContext {
  readonly template: Template;
  /** Optional sections that the standard asks for. */
  readonly demanded: ReadonlyMap<SectionSpec, SectionDemand>;
  readonly locale: Locale;
}

/** Schema of an object `SectionSpec.id` -> occurrences. `parent` is absent for the outer sections. */
export function sectionsSchema(
  specs: readonly SectionSpec[],
  context: SectionContext,
  parent?: SectionSpec,
): JsonSchema {
  const grouped = groupsOf(specs);
  const required = specs
    .filter((spec) => !grouped.has(spec.alternativeGroup ?? ''))
    .flatMap((spec) => requireSection(spec, context, parent));
  const alternatives = [...grouped.values()].map((group) => requireOne(group, context));
  const properties = Object.fromEntries(specs.map((spec) => [spec.id, occurrences(spec, context)]));
  return withAll({ type: 'object', properties }, [...required, ...alternatives]);
}

/** Sections by group of alternatives; a group that is optional as a whole demands nothing and is left out. */
function groupsOf(specs: readonly SectionSpec[]): ReadonlyMap<string, readonly SectionSpec[]> {
  const groups = new Map<string, SectionSpec[]>();
  for (const spec of specs) {
    if (spec.alternativeGroup === undefined || spec.alternativeGroup === '') continue;
    groups.set(spec.alternativeGroup, [...(groups.get(spec.alternativeGroup) ?? []), spec]);
  }
  return groups;
}

function requireSection(spec: SectionSpec, context: SectionContext, parent: SectionSpec | undefined): JsonSchema[] {
  const asked = context.demanded.get(spec);
  if (!spec.required && asked === undefined) return [];
  const { name } = spec;
  const demanded: Demanded = {
    ...about(spec),
    ...(asked === undefined || spec.required ? {} : bySection(asked)),
    code: 'section-missing',
    ...(parent === undefined ? {} : { message: 'section-missing.inside' as const }),
    text: { key: 'demand.section-missing', args: { name } },
  };
  return [constrain(demanded, { required: [spec.id] }, context.locale)];
}

function bySection({ check }: SectionDemand): Pick<Demanded, 'origin' | 'severity' | 'dimension'> {
  return { origin: check.origin, severity: standardSeverity, dimension: check.dimension };
}

function requireOne(group: readonly SectionSpec[], context: SectionContext): JsonSchema {
  const [first] = group;
  if (first === undefined) return {};
  const names = group.map((spec) => spec.name).join(' / ');
  const demanded: Demanded = {
    ...about(first),
    code: 'section-missing',
    message: 'section-missing.alternatives',
    text: { key: 'demand.section-missing.alternatives', args: { names } },
  };
  return constrain(demanded, { anyOf: group.map((spec) => ({ required: [spec.id] })) }, context.locale);
}

function about(spec: SectionSpec): Pick<Demanded, 'origin' | 'subject' | 'severity' | 'dimension'> {
  return { origin: spec.origin, subject: spec.id, severity: spec.severity, dimension: spec.dimension };
}

/** The demand without the severity of the section: that is for when it is missing. */
function formOf(spec: SectionSpec): Pick<Demanded, 'origin' | 'subject' | 'dimension'> {
  return { origin: spec.origin, subject: spec.id, dimension: spec.dimension };
}

function occurrences(spec: SectionSpec, context: SectionContext): JsonSchema {
  const { min, max } = spec.repeat;
  const { name } = spec;
  const counts = [
    ...(max === undefined
      ? []
      : [
          constrain(
            { ...formOf(spec), code: 'section-repeat', text: { key: 'demand.section-repeat', args: { name, max } } },
            { maxItems: Math.max(1, max) },
            context.locale,
          ),
        ]),
    ...(min <= 1
      ? []
      : [
          constrain(
            {
              ...formOf(spec),
              code: 'section-repeat',
              message: 'section-repeat.few',
              text: { key: 'demand.section-repeat.few', args: { name, min } },
            },
            { minItems: min },
            context.locale,
          ),
        ]),
  ];
  return withAll({ type: 'array', title: name, items: occurrence(spec, context) }, counts);
}

function occurrence(spec: SectionSpec, context: SectionContext): JsonSchema {
  const { locale } = context;
  const { bounds, languages, origin, dimension } = spec;
  return {
    type: 'object',
    $ref: '#/$defs/section',
    properties: {
      placement: withAll({ type: 'string' }, placements(spec, context)),
      nameMatch: withAll({ type: 'string' }, names(spec, locale)),
      ...countProperties({ bounds, languages, origin, dimension, subject: spec.id, locale }),
      ...(spec.children.length === 0 ? {} : { children: sectionsSchema(spec.children, context, spec) }),
    },
  };
}

/**
 * Order and level both come from the alignment, which knows when a whole document is shifted by a level
 * and when a section only followed its parent; the bare level of a heading does not tell.
 */
function placements(spec: SectionSpec, { template, locale }: SectionContext): JsonSchema[] {
  const { name, level } = spec;
  const levelText = { key: 'demand.section-level', args: { name, level } } as const;
  const atLevel = constrain(
    { ...formOf(spec), code: 'section-level', text: levelText },
    { not: { const: 'wrong-level' } },
    locale,
  );
  if (template.isUnordered) return [atLevel];
  const orderText = { key: 'demand.section-misplaced', args: { name } } as const;
  return [
    constrain({ ...formOf(spec), code: 'section-misplaced', text: orderText }, { not: { const: 'misplaced' } }, locale),
    atLevel,
  ];
}

function names(spec: SectionSpec, locale: Locale): JsonSchema[] {
  if (spec.isPlaceholder) return [];
  const text = { key: 'demand.section-renamed', args: { name: spec.name } } as const;
  return [constrain({ ...formOf(spec), code: 'section-renamed', text }, { not: { const: 'similar' } }, locale)];
}
