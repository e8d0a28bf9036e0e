// A document laid against a template: which section is which, and the JSON instance that the schema is applied to.
import type { Span } from '../sourceText.ts';
import type { DocumentModel, MetadataField, Section } from '../model/documentModel.ts';
import type { FieldSpec, SectionSpec, Template } from '../template/template.ts';
import type { Measure } from '../template/measure.ts';

export type Placement = 'in-order' | 'misplaced' | 'wrong-level';
export type NameMatch = 'exact' | 'alias' | 'placeholder' | 'similar';

/** A part of a section that does for one inside it. */
export interface StandIn {
  readonly span: Span;
  /** The bold line that it stands under. */
  readonly label?: Span;
}

export interface SectionBinding {
  readonly spec: SectionSpec;
  readonly section: Section;
  readonly placement: Placement;
  readonly nameMatch: NameMatch;
  /** For a misplaced section: the binding that it should follow; undefined: it belongs first. */
  readonly after?: SectionBinding;
  /** Where the section has no heading of its own; `section` is then the one that holds this part of text. */
  readonly standIn?: StandIn;
  readonly children: readonly SectionBinding[];
}

export interface BoundDocument {
  readonly model: DocumentModel;
  readonly template: Template;
  /** Bindings of outer sections in document order. */
  readonly bindings: readonly SectionBinding[];
  readonly bySection: ReadonlyMap<Section, SectionBinding>;
  /** Sections of the document that the template does not know, outermost only. */
  readonly extras: readonly Section[];
  readonly fields: ReadonlyMap<FieldSpec, readonly MetadataField[]>;
  readonly instance: Instance;
  /** Where a value of the instance stands in the document, by JSON Pointer (RFC 6901). */
  spanOf(pointer: string): Span;
  /** What the pointer leads to. */
  targetOf(pointer: string): BindingTarget;
}

export type BindingTarget =
  | { readonly kind: 'document' }
  | { readonly kind: 'metadata'; readonly spec?: FieldSpec; readonly field?: MetadataField }
  | { readonly kind: 'section'; readonly binding: SectionBinding }
  | { readonly kind: 'extra'; readonly section: Section };

/** The JSON value under test. Objects have no prototype. */
export interface Instance {
  readonly kind: string;
  readonly document: Counts;
  readonly metadata: Readonly<Record<string, string>>;
  /** By SectionSpec.id; one entry for each time the section stands in the document. Absent where it does not. */
  readonly sections: Readonly<Record<string, readonly SectionInstance[]>>;
  readonly extras: readonly { readonly title: string; readonly level: number }[];
}

export interface SectionInstance extends Counts {
  readonly title: string;
  readonly level: number;
  readonly placement: Placement;
  readonly nameMatch: NameMatch;
  readonly children: Readonly<Record<string, readonly SectionInstance[]>>;
}

export interface Counts extends Readonly<Record<Measure, number>> {
  /** Languages of the code blocks, lower case, once each. */
  readonly languages: readonly string[];
  /** Code blocks by language, lower case. */
  readonly codeByLanguage: Readonly<Record<string, number>>;
}
