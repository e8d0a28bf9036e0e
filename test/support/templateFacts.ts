// What is read from a template or standard, as plain lines that can be compared: from an expectation file, and from the parser.
import type {
  Bound,
  CheckItem,
  FieldSpec,
  SectionSpec,
  TemplateDocument,
} from '../../server/src/core/template/template.ts';
import type { Standard } from '../../server/src/core/standard/standard.ts';
import { normalKey } from '../../server/src/core/model/headingIdentity.ts';

/** Kinds of facts, in the order of the report. */
export const factKinds = [
  'skeleton',
  'section',
  'section-form',
  'field',
  'field-form',
  'bound',
  'check',
  'dimension',
  'grade',
] as const;
export type FactKind = (typeof factKinds)[number];
export type Facts = Readonly<Record<FactKind, readonly string[]>>;

interface ExpectedSection {
  readonly title: string;
  readonly level: number;
  readonly required: boolean;
  readonly repeat: boolean;
  readonly placeholder?: boolean;
  readonly bounds: readonly string[];
  readonly children: readonly ExpectedSection[];
}
interface ExpectedField {
  readonly key: string;
  readonly required: boolean;
  readonly values?: readonly string[];
  readonly format?: string;
}
export interface Expectation {
  readonly document: string;
  readonly note: string;
  readonly skeletons: readonly {
    readonly name: string;
    readonly line: number;
    readonly hasToc: boolean;
    readonly title?: string | null;
    readonly fields: readonly ExpectedField[];
    readonly sections: readonly ExpectedSection[];
    readonly bounds: readonly string[];
  }[];
  readonly fields: readonly ExpectedField[];
  readonly bounds: readonly { readonly line: number; readonly bound: string }[];
  readonly checks: readonly { readonly line: number; readonly machine: string | null }[];
  readonly dimensions: readonly {
    readonly name: string;
    readonly weight?: number;
    readonly levels?: readonly number[];
    readonly checks?: number;
  }[];
  readonly grades: readonly { readonly name: string; readonly min: number; readonly max: number }[];
}

export function expectedFacts(expected: Expectation): Facts {
  const sections = expected.skeletons.flatMap(({ line, sections: outer }) => flatten(outer, String(line)));
  return {
    skeleton: expected.skeletons.map(
      ({ line, name, title, hasToc }) =>
        `${String(line)} ${normalKey(name)} title=${title ?? ''} toc=${String(hasToc)}`,
    ),
    section: sections.map(({ path }) => path),
    'section-form': sections.map(({ path, section }) =>
      `${path} H${String(section.level)}${flags(section.required, section.repeat, section.placeholder === true)} ${section.bounds.toSorted().join(' ')}`.trim(),
    ),
    field: [
      ...expected.skeletons.flatMap(({ line, fields }) =>
        fields.map((field) => `${String(line)} ${normalKey(field.key)}`),
      ),
      ...expected.fields.map((field) => `outside ${normalKey(field.key)}`),
    ],
    'field-form': expected.skeletons.flatMap(({ line, fields }) =>
      fields.map((field) => `${String(line)} ${fieldForm(field)}`),
    ),
    bound: [
      ...expected.bounds.map(({ line, bound }) => `${String(line)} ${bound}`),
      ...expected.skeletons.flatMap(({ line, bounds }) => bounds.map((bound) => `binds ${String(line)} ${bound}`)),
    ],
    check: expected.checks.map(({ line, machine }) => `${String(line)} ${machineForm(machine)}`),
    dimension: expected.dimensions.map(
      ({ name, levels = [], checks = 0, weight }) =>
        `${normalKey(name)} ${levels.join()} checks=${String(checks)} weight=${String(weight ?? '')}`,
    ),
    grade: expected.grades.map(({ name, min, max }) => `${normalKey(name)} ${String(min)}..${String(max)}`),
  };
}

export function readFacts(document: TemplateDocument, standard: Standard): Facts {
  const sections = document.templates.flatMap((template) =>
    flatten(template.sections.map(plainSection), String(template.line + 1)),
  );
  return {
    skeleton: document.templates.map(
      ({ line, name, title, hasToc }) =>
        `${String(line + 1)} ${normalKey(name)} title=${title ?? ''} toc=${String(hasToc)}`,
    ),
    section: sections.map(({ path }) => path),
    'section-form': sections.map(({ path, section }) =>
      `${path} H${String(section.level)}${flags(section.required, section.repeat, section.placeholder === true)} ${section.bounds.toSorted().join(' ')}`.trim(),
    ),
    field: [
      ...document.templates.flatMap(({ line, fields }) =>
        ownFields(fields, document).map((field) => `${String(line + 1)} ${normalKey(field.key)}`),
      ),
      ...(document.fields ?? []).map((field) => `outside ${normalKey(field.key)}`),
    ],
    'field-form': document.templates.flatMap(({ line, fields }) =>
      ownFields(fields, document).map((field) => `${String(line + 1)} ${fieldForm(plainField(field))}`),
    ),
    bound: [
      ...(document.bounds ?? []).map((bound) => `${String(bound.origin.line + 1)} ${boundForm(bound)}`),
      ...document.templates.flatMap(({ line, bounds }) =>
        bounds.map((bound) => `binds ${String(line + 1)} ${boundForm(bound)}`),
      ),
    ],
    check: document.checks.map((check) => `${String(check.origin.line + 1)} ${machineForm(machineOf(check))}`),
    dimension: standard.dimensions.map(
      ({ name, levels, checks, weight }) =>
        `${normalKey(name)} ${levels.map((level) => level.score).join()} checks=${String(checks.length)} weight=${String(weight ?? '')}`,
    ),
    grade: standard.grades.map(({ name, min, max }) => `${normalKey(name)} ${String(min)}..${String(max)}`),
  };
}

/** Fields that the skeleton shows itself: those of its own lines, or said more of elsewhere. */
function ownFields(fields: readonly FieldSpec[], document: TemplateDocument): readonly FieldSpec[] {
  const outside = new Set((document.fields ?? []).map((field) => `${field.id} ${String(field.origin.line)}`));
  return fields.filter((field) => !outside.has(`${field.id} ${String(field.origin.line)}`));
}

function flatten(
  sections: readonly ExpectedSection[],
  path: string,
): readonly { readonly path: string; readonly section: ExpectedSection }[] {
  return sections.flatMap((section) => {
    const own = `${path}/${normalKey(section.title)}`;
    return [{ path: own, section }, ...flatten(section.children, own)];
  });
}

function plainSection(spec: SectionSpec): ExpectedSection {
  return {
    title: spec.name.replace(/^[[{【<]+|[\]}】>]+$/g, ''),
    level: spec.level,
    required: spec.required,
    repeat: spec.repeat.max === undefined || spec.repeat.max > 1,
    placeholder: spec.isPlaceholder,
    bounds: spec.bounds.map(boundForm),
    children: spec.children.map(plainSection),
  };
}

function plainField({ key, required, values, format }: FieldSpec): ExpectedField {
  return { key, required, ...(values && { values: values.map(({ value }) => value) }), ...(format && { format }) };
}

function fieldForm({ key, required, values, format }: ExpectedField): string {
  return `${normalKey(key)} ${required ? 'required' : 'optional'} ${format ?? ''} ${(values ?? []).map(normalKey).join('|')}`.trim();
}

function flags(required: boolean, repeat: boolean, placeholder: boolean): string {
  return `${required ? '' : ' optional'}${repeat ? ' repeat' : ''}${placeholder ? ' placeholder' : ''}`;
}

function boundForm({ measure, min, max }: Bound): string {
  return `${measure} ${String(min ?? '')}..${String(max ?? '')}`;
}

function machineOf(check: CheckItem): string | null {
  if (check.bound !== undefined) return `bound ${boundForm(check.bound)}`;
  if (check.requiresSection !== undefined) return `section ${check.requiresSection}`;
  if (check.requiresField !== undefined) return `field ${check.requiresField}`;
  return check.rule === undefined ? null : `rule ${check.rule}`;
}

function machineForm(machine: string | null): string {
  return machine === null
    ? 'question'
    : machine.startsWith('bound') || machine.startsWith('rule')
      ? machine
      : normalKey(machine);
}
