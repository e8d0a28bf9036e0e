// Binds a document to a template: sections, metadata, and the instance for the schema. Pure; never throws.
import type { DocumentModel, MetadataField } from '../model/documentModel.ts';
import { normalKey } from '../model/headingIdentity.ts';
import type { FieldSpec, Template } from '../template/template.ts';
import { alignSections, type Synonyms } from './align.ts';
import type { BoundDocument } from './boundDocument.ts';
import { buildInstance, lookUp, spanOfTarget } from './instance.ts';
import { StandIns } from './standIns.ts';

export interface BindingOptions {
  /** Extra names of sections, from the configuration. */
  readonly sectionSynonyms?: Synonyms;
  readonly keySynonyms?: Synonyms;
}

/** `kind` goes into the instance as it is. */
export function bindDocument(
  model: DocumentModel,
  template: Template,
  kind: string,
  options: BindingOptions = {},
): BoundDocument {
  const standIns = new StandIns(model);
  const { bindings, bySection, extras } = alignSections(model, template, options.sectionSynonyms, (...sought) =>
    standIns.find(...sought),
  );
  const fields = bindFields(model, template.fields, options.keySynonyms ?? {});
  const { instance, targets } = buildInstance({ kind, model, bindings, extras, fields });
  return {
    model,
    template,
    bindings,
    bySection,
    extras,
    fields,
    instance,
    spanOf: (pointer) => spanOfTarget(lookUp(targets, pointer), model),
    targetOf: (pointer) => lookUp(targets, pointer),
  };
}

/** Fields of the document by spec; the ones in the spec's own place first. Specs without a field have an empty list. */
function bindFields(
  model: DocumentModel,
  specs: readonly FieldSpec[],
  synonyms: Synonyms,
): ReadonlyMap<FieldSpec, readonly MetadataField[]> {
  const places = model.metadata.flatMap((block) => block.fields.map((field) => ({ field, place: block.place })));
  return new Map(
    specs.map((spec) => {
      const keys = keysOf(spec, synonyms);
      const found = places.filter(({ field }) => keys.has(field.normalKey));
      const isHome = (place: string): boolean => (place === 'tail') === (spec.place === 'tail');
      const ordered = [...found.filter(({ place }) => isHome(place)), ...found.filter(({ place }) => !isHome(place))];
      return [spec, ordered.map(({ field }) => field)] as const;
    }),
  );
}

/** Normal keys that mean the field. */
function keysOf(spec: FieldSpec, synonyms: Synonyms): ReadonlySet<string> {
  const own = [spec.id, spec.key, ...spec.aliases].map(normalKey);
  const keys = new Set(own);
  for (const [name, others] of Object.entries(synonyms)) {
    const group = [name, ...others].map(normalKey);
    if (group.some((key) => own.includes(key))) for (const key of group) keys.add(key);
  }
  return keys;
}
