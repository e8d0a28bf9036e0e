// Which skeleton a bound of the prose binds (template-reading.md 3): the one that it stands beside, the one whose kind
// the heading above it names, else every one. A bound for a kind without skeleton, or a section that is not there, binds none.
import type { DocumentModel, Section } from '../model/documentModel.ts';
import { normalKey } from '../model/headingIdentity.ts';
import type { Span } from '../sourceText.ts';
import { sectionAt } from './checks.ts';
import type { ProseBound } from './proseBounds.ts';
import type { Bound, SectionSpec } from './template.ts';

export interface Reach {
  /** Where the skeleton's fence or text begins in the document. */
  readonly start: number;
  /** Name of the skeleton. */
  readonly name: string;
}

/** The bounds of the prose that bind one of the skeletons, those of named sections among them. */
export function boundsOfSkeleton(
  skeleton: Reach,
  all: readonly Reach[],
  prose: { readonly bounds: readonly ProseBound[]; readonly outside: DocumentModel },
): readonly ProseBound[] {
  const kinds = kindsOf(all, prose.outside);
  const own = kinds.find(({ skeletons }) => skeletons.includes(skeleton));
  return prose.bounds.filter((bound) => {
    if (bound.kind !== undefined) return namesSame(bound.kind, skeleton.name);
    if (all.length < 2) return true;
    const kind = kindOfBound(bound.span, kinds, prose.outside);
    return kind === undefined || kind === own;
  });
}

/** A section of the document that speaks of one kind of documents, with the skeletons that it shows. */
interface Kind {
  readonly section: Section;
  readonly skeletons: readonly Reach[];
}

/** Sections that hold skeletons, and numbered siblings of them that hold other code instead. */
function kindsOf(all: readonly Reach[], outside: DocumentModel): readonly Kind[] {
  const bySection = new Map<Section, Reach[]>();
  for (const skeleton of all) {
    const section = sectionAt(outside, skeleton.start);
    if (section !== undefined) bySection.set(section, [...(bySection.get(section) ?? []), skeleton]);
  }
  const holders = [...bySection.keys()];
  const others = outside.sections.filter(
    (section) => !bySection.has(section) && holders.some((holder) => isKindBeside(section, holder, outside)),
  );
  return [
    ...[...bySection].map(([section, skeletons]) => ({ section, skeletons })),
    ...others.map((section) => ({ section, skeletons: [] })),
  ];
}

function isKindBeside(section: Section, holder: Section, { blocks }: DocumentModel): boolean {
  const { ordinal } = section.heading.identity;
  return (
    section.parent === holder.parent &&
    section.level === holder.level &&
    ordinal !== undefined &&
    ordinal.style === holder.heading.identity.ordinal?.style &&
    blocks.code.some(({ span }) => section.span.start <= span.start && span.start < section.span.end)
  );
}

/** The innermost kind that the place stands in, or that a heading above it names. */
function kindOfBound(span: Span, kinds: readonly Kind[], outside: DocumentModel): Kind | undefined {
  for (let section = sectionAt(outside, span.start); section !== undefined; section = section.parent) {
    const current = section;
    const found =
      kinds.find((kind) => kind.section === current) ??
      kinds.find((kind) => namesKind(current.heading.identity.name, kind.section.heading.identity.name));
    if (found !== undefined) return found;
  }
  return undefined;
}

const aboutKind = /(?:的)?(?:必备要素|必备|要素|要求|检查清单|检查|清单|标准|规范|流程|创作流程)$/;

/** `技术指南必备要素` names the kind 深度技术指南（Technical Guide）. */
function namesKind(heading: string, kind: string): boolean {
  const base = heading.replace(aboutKind, '');
  if (base === heading || base.trim().length < 2) return false;
  return normalKey(kind).includes(normalKey(base));
}

function namesSame(one: string, other: string): boolean {
  return normalKey(other).includes(normalKey(one));
}

/** The sections with the bounds that guides give them; a guide for a section that is not there changes nothing. */
export function withGuidedBounds(specs: readonly SectionSpec[], guides: readonly ProseBound[]): readonly SectionSpec[] {
  if (guides.length === 0) return specs;
  return specs.map((spec) => {
    const names = new Set([spec.name, ...spec.aliases].map(normalKey));
    const own: readonly Bound[] = guides
      .filter(({ section }) => section !== undefined && names.has(normalKey(section)))
      .map(({ bound }) => bound)
      .filter((bound) => !spec.bounds.some(({ measure }) => measure === bound.measure));
    return { ...spec, bounds: [...spec.bounds, ...own], children: withGuidedBounds(spec.children, guides) };
  });
}
