// What the machine checks of a review standard add to a template: laid against its sections and fields by name.
// Both the derivation and the search for conflicts start from this.
import { normalKey } from '../model/normalKey.ts';
import type { Standard } from '../standard/standard.ts';
import type { Bound, CheckItem, FieldSpec, SectionSpec, Template } from '../template/template.ts';
import { standardSeverity } from './severities.ts';

export interface SectionDemand {
  readonly spec: SectionSpec;
  readonly check: CheckItem;
}

export interface FieldDemand {
  readonly field: FieldSpec;
  readonly check: CheckItem;
}

export interface BoundDemand {
  readonly bound: Bound;
  readonly check: CheckItem;
  /** The template's bound that demands at least as much, so that this one never matters. */
  readonly isCoveredBy?: Bound;
}

export interface StandardDemands {
  readonly sections: readonly SectionDemand[];
  readonly fields: readonly FieldDemand[];
  readonly bounds: readonly BoundDemand[];
  /** Checks that name a section or field which the template does not know. */
  readonly unmatched: readonly CheckItem[];
}

/** Sections and fields that the template requires already are left out: they need no second demand. */
export function readStandardDemands(template: Template, standard: Standard | undefined): StandardDemands {
  const sections = new Map<SectionSpec, SectionDemand>();
  const fields = new Map<FieldSpec, FieldDemand>();
  const bounds: BoundDemand[] = [];
  const unmatched: CheckItem[] = [];
  for (const check of standard?.checks ?? []) {
    if (check.bound !== undefined) bounds.push(boundDemand(check.bound, check, template));
    if (check.requiresSection !== undefined) {
      const spec = findSection(template.sections, check.requiresSection);
      if (spec === undefined) unmatched.push(check);
      else if (!spec.required && !sections.has(spec)) sections.set(spec, { spec, check });
    }
    if (check.requiresField !== undefined) {
      const field = findField(template.fields, check.requiresField);
      if (field === undefined) unmatched.push(check);
      else if (!field.required && !fields.has(field)) fields.set(field, { field, check });
    }
  }
  return { sections: [...sections.values()], fields: [...fields.values()], bounds, unmatched };
}

function boundDemand(bound: Bound, check: CheckItem, template: Template): BoundDemand {
  const severity = bound.severity ?? standardSeverity;
  const dimension = bound.dimension ?? check.dimension;
  const own: Bound = { ...bound, severity, ...(dimension === undefined ? {} : { dimension }) };
  const covering = template.bounds.find((other) => covers(other, bound));
  return { bound: own, check, ...(covering === undefined ? {} : { isCoveredBy: covering }) };
}

/** Whether whoever meets `one` meets `other`. */
function covers(one: Bound, other: Bound): boolean {
  if (!countsSame(one, other)) return false;
  const coversMin = other.min === undefined || (one.min !== undefined && one.min >= other.min);
  const coversMax = other.max === undefined || (one.max !== undefined && one.max <= other.max);
  return coversMin && coversMax;
}

/** Same measure and the same languages. */
export function countsSame(one: Bound, other: Bound): boolean {
  const languages = (bound: Bound): string => [...(bound.languages ?? [])].sort().join(' ');
  return one.measure === other.measure && languages(one) === languages(other);
}

/** The section of that name or alias; outer ones first. */
function findSection(specs: readonly SectionSpec[], name: string): SectionSpec | undefined {
  const key = normalKey(name);
  let layer = specs;
  while (layer.length > 0) {
    const found = layer.find(
      (spec) => !spec.isPlaceholder && [spec.name, ...spec.aliases].some((own) => normalKey(own) === key),
    );
    if (found !== undefined) return found;
    layer = layer.flatMap((spec) => spec.children);
  }
  return undefined;
}

function findField(fields: readonly FieldSpec[], key: string): FieldSpec | undefined {
  const wanted = normalKey(key);
  return fields.find((field) => [field.key, ...field.aliases].some((own) => normalKey(own) === wanted));
}
