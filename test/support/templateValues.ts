// Templates and instances as plain values, for tests of what comes after parsing.
import type { Counts, Instance, SectionInstance } from '../../server/src/core/binding/boundDocument.ts';
import type { Bound, FieldSpec, SectionSpec, Template } from '../../server/src/core/template/template.ts';

export const origin = (line: number, path = 'template.md') => ({ path, line });

export function section(name: string, line: number, rest: Partial<SectionSpec> = {}): SectionSpec {
  const required = rest.required ?? true;
  return {
    id: name,
    name,
    aliases: [],
    isPlaceholder: false,
    level: 2,
    required,
    repeat: { min: required ? 1 : 0, max: 1 },
    guidance: '',
    body: '',
    bounds: [],
    languages: [],
    children: [],
    origin: origin(line),
    span: { start: 0, end: 0 },
    ...rest,
  };
}

export function field(key: string, line: number, rest: Partial<FieldSpec> = {}): FieldSpec {
  return { id: key, key, aliases: [], required: true, place: 'header', origin: origin(line), ...rest };
}

export function bound(measure: Bound['measure'], line: number, rest: Partial<Bound>): Bound {
  return { measure, origin: origin(line), text: `${measure} demand`, ...rest };
}

export function template(rest: Partial<Template> = {}): Template {
  return {
    id: 'template.md',
    path: 'template.md',
    name: '案例',
    line: 0,
    language: 'zh',
    fields: [],
    sections: [],
    bounds: [],
    languages: [],
    isClosed: false,
    isUnordered: false,
    header: '',
    hasToc: false,
    ...rest,
  };
}

export function counts(rest: Partial<Counts> = {}): Counts {
  return {
    length: 0,
    characters: 0,
    words: 0,
    lines: 0,
    codeBlocks: 0,
    codeLines: 0,
    tables: 0,
    diagrams: 0,
    lists: 0,
    links: 0,
    images: 0,
    tasks: 0,
    sections: 0,
    subsections: 0,
    languages: [],
    codeByLanguage: record({}),
    ...rest,
  };
}

/** Without a prototype, as the binding makes them. */
export function record<Value>(entries: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.assign(Object.create(null) as Record<string, Value>, entries);
}

export function occurrence(rest: Partial<SectionInstance> = {}): SectionInstance {
  return {
    ...counts(rest),
    title: '标题',
    level: 2,
    placement: 'in-order',
    nameMatch: 'exact',
    children: record({}),
    ...rest,
  };
}

export function instance(rest: Partial<Instance> = {}): Instance {
  return { kind: 'case', document: counts(), metadata: record({}), sections: record({}), extras: [], ...rest };
}
