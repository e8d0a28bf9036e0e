// Sections of a skeleton to section specs (template-reading.md 2): names, optional ones, copies, placeholders, bounds, bodies.
import { annotatedText } from './annotatedBound.ts';
import { limits } from '../limits.ts';
import { bodyText } from '../model/sectionText.ts';
import { normalKey } from '../model/headingIdentity.ts';
import type { DocumentModel, HeadingIdentity, Section } from '../model/documentModel.ts';
import type { Span } from '../sourceText.ts';
import type { Annotation, AnnotationData } from './annotation.ts';
import { boundOf } from './checks.ts';
import { readDemands } from './demands.ts';
import {
  alternativesOf,
  bareNoun,
  cleanName,
  copyKey,
  isAboutTemplate,
  labelOf,
  isOpenLabel,
  isOptionalHeading,
  isPlaceholderName,
  isTocName,
  saysOptional,
  saysRepeat,
  sharedName,
} from './headingForms.ts';
import { sectionSynonyms, type Synonyms } from './synonyms.ts';
import type { Bound, SectionSpec } from './template.ts';

export interface SectionContext {
  readonly path: string;
  readonly model: DocumentModel;
  readonly annotations: ReadonlyMap<Section, Annotation>;
  readonly synonyms: Synonyms;
  /** Sections about the template itself are left out of whole-document skeletons only. */
  readonly isWhole: boolean;
  /** Its children are the outer sections, as if they were H2. */
  readonly holder?: Section;
  lineOf(span: Span): number;
  spanOf(span: Span): Span;
}

/** Specs of the outer sections in order; ids are unique. */
export function readSections(context: SectionContext): readonly SectionSpec[] {
  const { topSections } = context.model;
  const titles = topSections.filter((section) => section.level === 1);
  const below = titles.length === 1 ? topSections.flatMap(outerOf) : topSections;
  const outer = context.holder?.children ?? below;
  return siblings(outer, context, { path: '', taken: new Set() });
}

function outerOf(section: Section): readonly Section[] {
  return section.level === 1 ? section.children : [section];
}

interface Naming {
  readonly path: string;
  readonly taken: Set<string>;
  /** Copies of one thing whose children are taken together: what not every copy has is optional. */
  readonly copies?: number;
}

function siblings(sections: readonly Section[], context: SectionContext, naming: Naming): readonly SectionSpec[] {
  const groups = new Map<string, Section[]>();
  for (const section of sections.filter((candidate) => isOfSkeleton(candidate, context))) {
    const { identity } = section.heading;
    const own = naming.copies === undefined ? String(section.span.start) : identity.key;
    const key = copyKey(identity) ?? `one:${own}`;
    groups.set(key, [...(groups.get(key) ?? []), section]);
  }
  return withoutSharedNames([...groups.values()].flatMap((copies) => specOf(copies, context, naming)));
}

/** The name of one section is no alias of its sibling, and an alias serves the first that has it. */
function withoutSharedNames(specs: readonly SectionSpec[]): readonly SectionSpec[] {
  const taken = new Set(specs.map((spec) => normalKey(spec.name)));
  return specs.map((spec) => {
    const aliases = spec.aliases.filter((alias) => !taken.has(normalKey(alias)));
    for (const alias of aliases) taken.add(normalKey(alias));
    return { ...spec, aliases };
  });
}

function isOfSkeleton(section: Section, { annotations, isWhole, model }: SectionContext): boolean {
  const { identity } = section.heading;
  if (section === model.toc?.section || isTocName(identity)) return false;
  if (annotations.get(section)?.data.isIgnored === true) return false;
  return !isWhole || !isAboutTemplate(identity) || annotations.has(section);
}

/** One spec for a section, or for several numbered copies of one thing. */
function specOf(copies: readonly Section[], context: SectionContext, naming: Naming): readonly SectionSpec[] {
  const section = copies[0];
  if (section === undefined) return [];
  const data = context.annotations.get(section)?.data;
  const body = bodyText(context.model, section);
  const form = formOfCopies(section, copies, { body, data, copies: naming.copies });
  const id = uniqueId(data?.id ?? `${naming.path}${normalKey(form.name) || 'section'}`, naming.taken);
  return [
    {
      id,
      name: form.name,
      aliases: aliasesOf(form, data, context),
      isPlaceholder: form.isPlaceholder,
      level: data?.level ?? section.level - raisedBy(context),
      required: form.required,
      repeat: repeatOf(data?.repeat, form),
      guidance: (data?.guidance ?? body).slice(0, limits.hoverLength),
      body,
      bounds: boundsOf(section, context),
      languages: data?.languages ?? [],
      children: childrenOf(copies, context, { path: `${id}/`, taken: naming.taken }),
      origin: { path: context.path, line: context.lineOf(section.heading.span) },
      span: context.spanOf(section.heading.span),
      ...annotatedParts(section, data),
    },
  ];
}

function raisedBy({ holder }: SectionContext): number {
  return holder === undefined ? 0 : holder.level - 1;
}

const sameAgain = /(?:重复|类似|同样|相同)(?:的|上面|以上)*(?:的)?结构|same structure/i;

/** Children of all copies together; a copy that only says “同样结构” has them all. */
function childrenOf(copies: readonly Section[], context: SectionContext, naming: Naming): readonly SectionSpec[] {
  const written = copies.filter((copy) => !sameAgain.test(bodyText(context.model, copy)));
  const children = copies.flatMap((copy) => copy.children);
  return siblings(children, context, written.length > 1 ? { ...naming, copies: written.length } : naming);
}

/** Members that are there only where heading or annotation say something. */
function annotatedParts(section: Section, data: AnnotationData | undefined): Partial<SectionSpec> {
  const { emoji, ordinal } = section.heading.identity;
  const label = openCopy.exec(cleanName(section.heading.identity))?.[1];
  const { oneOf: alternativeGroup, severity, dimension } = data ?? {};
  return {
    ...(label && { label }),
    ...(emoji && { emoji }),
    ...(ordinal && { ordinal }),
    ...(alternativeGroup && { alternativeGroup }),
    ...(severity && { severity }),
    ...(dimension && { dimension }),
  };
}

/** What the heading says of its section. */
interface SectionForm {
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly isPlaceholder: boolean;
  readonly isRepeated: boolean;
  readonly required: boolean;
}

/** `方案N：[名称]`, also behind a number of its own (`3.1 方案N：…`): any name, as often as needed. */
const openCopy = /^(\p{Script=Han}{1,6}|[A-Z][a-z]{2,15})\s?[NX]\s*(?:[:：]|$)/u;

/** Copies under different parents are one section of each parent; what not every parent has is optional. */
function formOfCopies(
  section: Section,
  all: readonly Section[],
  given: { readonly body: string; readonly data: AnnotationData | undefined; readonly copies: number | undefined },
): SectionForm {
  const parents = new Set(all.map(({ parent }) => parent)).size;
  const form = formOf(section, { body: given.body, hasCopies: all.length > parents, data: given.data });
  const isEverywhere = given.copies === undefined || parents >= given.copies;
  return isEverywhere ? form : { ...form, required: false };
}

function formOf(
  section: Section,
  given: { readonly body: string; readonly hasCopies: boolean; readonly data: AnnotationData | undefined },
): SectionForm {
  const { identity } = section.heading;
  const { body, hasCopies, data } = given;
  const { noun, isAnyName, isCounted } = nounOf(identity);
  const isPlaceholder = data?.placeholder ?? isAnyName;
  const isCopied = hasCopies || isCounted || saysRepeat(body, identity);
  const written = noun ?? (isCopied ? sharedName(identity) : cleanName(identity));
  const [name = written, ...otherNames] = alternativesOf(written);
  const required = data?.required ?? !saysItIsOptional(section, body);
  return { name, otherNames, isPlaceholder, required, isRepeated: isCopied || isPlaceholder };
}

/** The word that stands for many: 方案 of 方案N：[名称] and of 方案1：乐观锁, 功能 of 功能1. */
function nounOf(identity: HeadingIdentity): {
  readonly noun: string | undefined;
  readonly isAnyName: boolean;
  readonly isCounted: boolean;
} {
  const clean = cleanName(identity);
  const open = openCopy.exec(clean)?.[1];
  if (open !== undefined) return { noun: open, isAnyName: true, isCounted: true };
  const label = labelOf(identity);
  if (label !== undefined) return { noun: label, isAnyName: isOpenLabel(identity), isCounted: true };
  const noun = bareNoun(clean);
  return { noun, isAnyName: noun !== undefined || isPlaceholderName(clean), isCounted: false };
}

const metadataName = /^(?:文档)?(?:元数据|元信息|文档信息|metadata)$/i;

/** A section of metadata is one way among others to write the fields, which are demanded wherever they stand. */
function saysItIsOptional({ heading: { identity }, children }: Section, body: string): boolean {
  const isMetadata = children.length === 0 && metadataName.test(identity.name);
  return isMetadata || isOptionalHeading(identity) || saysOptional(body);
}

function aliasesOf(
  form: SectionForm,
  data: AnnotationData | undefined,
  { synonyms }: SectionContext,
): readonly string[] {
  const known = form.isPlaceholder ? [] : sectionSynonyms(form.name, synonyms);
  const own = normalKey(form.name);
  const all = [...form.otherNames, ...(data?.aliases ?? []), ...known];
  return [...new Set(all.filter((alias) => normalKey(alias) !== own))];
}

function repeatOf(
  annotated: SectionSpec['repeat'] | undefined,
  { required, isRepeated }: { readonly required: boolean; readonly isRepeated: boolean },
): SectionSpec['repeat'] {
  if (annotated !== undefined) return required ? annotated : { ...annotated, min: 0 };
  const min = required ? 1 : 0;
  return isRepeated ? { min } : { min, max: 1 };
}

/** From brackets in the heading, and from the annotation. */
function boundsOf(section: Section, context: SectionContext): readonly Bound[] {
  const origin = { path: context.path, line: context.lineOf(section.heading.span) };
  const inHeading = readDemands(section.heading.text, { place: 'heading' }).flatMap((demand) =>
    demand.kind === 'bound' ? [boundOf(demand, origin)] : [],
  );
  const annotation = context.annotations.get(section);
  if (annotation === undefined) return inHeading;
  const place = { path: context.path, line: context.lineOf(annotation.span) };
  const annotated = annotation.data.bounds.map((bound) => ({ ...bound, origin: place, text: annotatedText }));
  const measures = new Set(annotated.map((bound) => bound.measure));
  return [...inHeading.filter((bound) => !measures.has(bound.measure)), ...annotated];
}

function uniqueId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${String(number)}`;
  taken.add(id);
  return id;
}
