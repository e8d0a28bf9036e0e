// What the rules of the derived schema share: finding the spec, the section or the number that a violation speaks of.
import type { BoundDocument, SectionBinding } from '../binding/boundDocument.ts';
import type { Finding } from '../finding.ts';
import type { MessageKey } from '../messages/catalog.ts';
import { catalogs } from '../messages/catalog.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { Violation } from '../schema/violation.ts';
import type { FieldSpec, SectionSpec } from '../template/template.ts';

/** Everything of a finding that follows from the violation itself. */
export function findingOf(
  violation: Violation,
  context: RuleContext,
  parts: Pick<Finding, 'message'> & Partial<Finding>,
): Finding {
  const { code, severity, source, dimension } = violation.constraint;
  return {
    code,
    severity,
    span: context.bound?.spanOf(violation.instanceLocation) ?? { start: 0, end: 0 },
    origin: source,
    ...(dimension === undefined ? {} : { dimension }),
    ...parts,
  };
}

/** A section spec with the spec that it stands in. */
export interface FoundSpec {
  readonly spec: SectionSpec;
  readonly parent?: SectionSpec;
}

export function findSpec(specs: readonly SectionSpec[], id: string | undefined): FoundSpec | undefined {
  for (const spec of specs) {
    if (spec.id === id) return { spec };
    const inside = findSpec(spec.children, id);
    if (inside !== undefined) return inside.parent === undefined ? { ...inside, parent: spec } : inside;
  }
  return undefined;
}

export function findField(context: RuleContext, violation: Violation): FieldSpec | undefined {
  const target = context.bound?.targetOf(violation.instanceLocation);
  if (target?.kind === 'metadata' && target.spec !== undefined) return target.spec;
  return context.template?.fields.find((field) => field.id === violation.constraint.subject);
}

/** The binding that a pointer leads to or into. */
export function bindingAt(bound: BoundDocument, pointer: string): SectionBinding | undefined {
  const target = bound.targetOf(pointer);
  return target.kind === 'section' ? target.binding : undefined;
}

/** The binding whose child a section is. */
export function ownerOf(bound: BoundDocument, binding: SectionBinding): SectionBinding | undefined {
  return [...bound.bySection.values()].find((candidate) => candidate.children.includes(binding));
}

/** The value at a pointer; undefined where there is none. */
function valueAt(instance: unknown, pointer: string): unknown {
  let value = instance;
  for (const part of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined;
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    // Own properties only: the pointer comes from names that a person wrote.
    value = Object.getOwnPropertyDescriptor(value, key)?.value;
  }
  return value;
}

/** `code.measure` where the catalog has it, else `code`. */
export function measureKey(code: MessageKey, measure: string): MessageKey {
  const key = `${code}.${measure}`;
  return isMessageKey(key) ? key : code;
}

function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(catalogs.zh, key);
}

/** What a number fell short of or went beyond. */
export interface Shortfall {
  readonly measure: string;
  readonly found: number;
  readonly limit: number;
}

export function shortfallOf(violation: Violation, bound: BoundDocument): Shortfall {
  const { instanceLocation, params } = violation;
  const found = valueAt(bound.instance, instanceLocation);
  const limit = params['limit'];
  return {
    measure: instanceLocation.slice(instanceLocation.lastIndexOf('/') + 1),
    found: typeof found === 'number' ? found : 0,
    limit: typeof limit === 'number' ? limit : 0,
  };
}

/** Code blocks in certain languages: what the template's bound on them says, and how many there are. */
export function languageShortfall(
  violation: Violation,
  bound: BoundDocument,
): (Shortfall & { readonly language: string }) | undefined {
  const { constraint, instanceLocation } = violation;
  const spec = findSpec(bound.template.sections, constraint.subject)?.spec;
  const bounds = (spec ?? bound.template).bounds.filter((each) => (each.languages?.length ?? 0) > 0);
  const wanted = bounds.find((each) => each.origin.line === constraint.source.line) ?? bounds[0];
  if (wanted?.languages === undefined) return undefined;
  const counts = wanted.languages.map((language) => valueAt(bound.instance, `${instanceLocation}/${language}`));
  const found = counts.reduce<number>((sum, count) => sum + (typeof count === 'number' ? count : 0), 0);
  const limit = found < (wanted.min ?? 0) ? (wanted.min ?? 0) : (wanted.max ?? 0);
  return { measure: 'codeBlocks', found, limit, language: wanted.languages.join(' / ') };
}

/** Name of what was counted: a section, or the document by its title. */
export function subjectName(violation: Violation, context: RuleContext): string {
  const { bound, model } = context;
  const binding = bound && bindingAt(bound, violation.instanceLocation);
  return (binding?.section.heading ?? model.title?.heading)?.identity.name ?? '';
}
