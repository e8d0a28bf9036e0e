// Lays the section tree of a document against that of a template: an assignment over all candidate pairs, not the first
// mismatch. Tells missing, extra, misplaced, wrong level and renamed apart in one pass; it reports nothing itself.
import type { DocumentModel, Ordinal, Section } from '../model/documentModel.ts';
import { identifyHeading, normalKey } from '../model/headingIdentity.ts';
import type { SectionSpec, Template } from '../template/template.ts';
import { assign, type Candidate } from './assignment.ts';
import type { NameMatch, Placement, SectionBinding, StandIn } from './boundDocument.ts';
import { isFurniture } from './furniture.ts';
import { heaviestChain } from './increasingChain.ts';
import { fitName, frameOf, isByName, isByPattern, type NameFit, type SpecNames } from './nameSimilarity.ts';
import { fillPlaceholders } from './placeholders.ts';

/** A binding while it is being built. */
export interface OpenBinding {
  readonly spec: SectionSpec;
  readonly section: Section;
  readonly nameMatch: NameMatch;
  /** Found outside the section where it belongs. */
  readonly isStray: boolean;
  placement: Placement;
  after?: SectionBinding;
  readonly standIn?: StandIn;
  readonly children: OpenBinding[];
}

/** One list of sibling specs and the sections that may fulfil them. */
export interface AlignmentScope {
  readonly specs: readonly SectionSpec[];
  readonly sections: readonly Section[];
  readonly owner?: OpenBinding;
  readonly bindings: OpenBinding[];
  /** Kept apart until everything is placed: they have no place of their own among the sections. */
  readonly standIns: OpenBinding[];
}

export interface Alignment {
  /** Bindings of outer sections in document order. */
  readonly bindings: readonly SectionBinding[];
  readonly bySection: ReadonlyMap<Section, SectionBinding>;
  /** Sections that the template does not know, outermost only. */
  readonly extras: readonly Section[];
}

export type AlignedDocument = Pick<DocumentModel, 'sections' | 'topSections' | 'title' | 'toc' | 'metadata'>;
/** Finds what does for a section below `owner` that has no heading of its own. */
export type FindStandIn = (
  spec: SectionSpec,
  names: SpecNames,
  owner: Section,
  free: readonly Section[],
) => StandIn | undefined;
export type AlignedTemplate = Pick<Template, 'sections' | 'isUnordered'>;
/** Name -> names that mean the same, as the team's configuration gives them. */
export type Synonyms = Readonly<Record<string, readonly string[]>>;

/** A better kind of name outweighs any sum of lesser ones, so likeness only settles what names leave open. */
const weightOfMatch: Readonly<Record<NameMatch, number>> = { exact: 1_000, alias: 900, placeholder: 800, similar: 0 };

/** Deterministic; the cost grows with sections times specs. */
export function alignSections(
  model: AlignedDocument,
  template: AlignedTemplate,
  synonyms: Synonyms = {},
  findStandIn: FindStandIn = () => undefined,
): Alignment {
  const aligner = new Aligner(model, template, synonyms);
  return aligner.run(findStandIn);
}

/** Keys of a spec with its aliases and the team's synonyms. */
function namesOf(spec: SectionSpec, synonyms: Synonyms): SpecNames {
  const own = [spec.name, ...spec.aliases].map(normalKey);
  const all = new Set(own);
  for (const [name, others] of Object.entries(synonyms)) {
    const group = [name, ...others].map(normalKey);
    if (group.some((key) => own.includes(key))) for (const key of group) all.add(key);
  }
  const key = normalKey(spec.name);
  all.delete(key);
  const frame = frameOf(spec.name);
  const aliasFrames = spec.aliases.flatMap((alias) => frameOf(alias) ?? []);
  return { key, aliases: all, ...(frame && { frame }), ...(aliasFrames.length > 0 && { aliasFrames }) };
}

/** Holds what is taken already; lives for one alignment. */
class Aligner {
  readonly #model: AlignedDocument;
  readonly #template: AlignedTemplate;
  readonly #synonyms: Synonyms;
  readonly #names = new Map<SectionSpec, SpecNames>();
  readonly #fits = new Map<SectionSpec, Map<Section, NameFit | 'none'>>();
  readonly #labels = new Map<SectionSpec | Section, string | undefined>();
  readonly #bound = new Map<Section, OpenBinding>();
  readonly #ignored: ReadonlySet<Section>;
  readonly #scopes: AlignmentScope[] = [];

  constructor(model: AlignedDocument, template: AlignedTemplate, synonyms: Synonyms) {
    this.#model = model;
    this.#template = template;
    this.#synonyms = synonyms;
    this.#ignored = new Set(model.sections.filter((section) => isFurniture(section, model)));
  }

  run(findStandIn: FindStandIn): Alignment {
    const outer = this.#scope(this.#template.sections, this.#outerSections());
    this.#bindNamed(outer);
    // What stands in its place, if only under a bold line, is not looked for elsewhere.
    this.#addStandIns(findStandIn);
    this.#bindStrays();
    this.#bindPlaceholders(outer);
    this.#addStandIns(findStandIn);
    for (const scope of this.#scopes) {
      this.#place(scope);
      for (const binding of scope.standIns) scope.bindings.push(binding);
    }
    this.#markShiftedLevels(outer);
    return { bindings: outer.bindings, bySection: this.#bound, extras: this.#extras() };
  }

  #scope(specs: readonly SectionSpec[], sections: readonly Section[], owner?: OpenBinding): AlignmentScope {
    const scope: AlignmentScope = {
      specs,
      sections: sections.filter((section) => !this.#ignored.has(section)),
      bindings: owner?.children ?? [],
      standIns: [],
      ...(owner === undefined ? {} : { owner }),
    };
    this.#scopes.push(scope);
    return scope;
  }

  /** What stands where the template's outer sections stand: below the H1, or at the top of a document without one. */
  #outerSections(): readonly Section[] {
    const { topSections, title } = this.#model;
    const level = this.#template.sections[0]?.level ?? 2;
    if (level === 1) return topSections;
    const titles = topSections.filter((section) => section.level === 1);
    const below = topSections.flatMap((section) => (section.level === 1 ? section.children : [section]));
    const known = (sections: readonly Section[]): number =>
      sections.filter((section) => this.#template.sections.some((spec) => isByName(this.#fit(spec, section)))).length;
    const knownTitles = known(titles);
    if (knownTitles < 2 || knownTitles <= known(below)) return below;
    return titles.filter((section) => section !== title || known([section]) === 1);
  }

  #fit(spec: SectionSpec, section: Section): NameFit | undefined {
    const known = this.#fits.get(spec)?.get(section);
    if (known !== undefined) return known === 'none' ? undefined : known;
    const fit = this.#computeFit(spec, section);
    let fits = this.#fits.get(spec);
    if (fits === undefined) this.#fits.set(spec, (fits = new Map<Section, NameFit | 'none'>()));
    fits.set(section, fit ?? 'none');
    return fit;
  }

  #computeFit(spec: SectionSpec, section: Section): NameFit | undefined {
    const label = this.#specLabel(spec);
    if (label !== undefined && label === this.#sectionLabel(section))
      return { match: 'placeholder', score: 1, isOwnName: false };
    return spec.isPlaceholder ? undefined : fitName(section.heading.identity.key, this.#namesOf(spec));
  }

  #namesOf(spec: SectionSpec): SpecNames {
    const known = this.#names.get(spec);
    if (known !== undefined) return known;
    const names = namesOf(spec, this.#synonyms);
    this.#names.set(spec, names);
    return names;
  }

  /** A label of one letter (P0, Q1) is a class, no name. */
  #specLabel(spec: SectionSpec): string | undefined {
    if (!this.#labels.has(spec)) this.#labels.set(spec, spec.label ?? labelOf(spec.ordinal, spec.name));
    const label = this.#labels.get(spec);
    return label !== undefined && label.length >= 2 ? label : undefined;
  }

  #sectionLabel(section: Section): string | undefined {
    const { ordinal, name } = section.heading.identity;
    if (!this.#labels.has(section)) this.#labels.set(section, labelOf(ordinal, name));
    return this.#labels.get(section);
  }

  #bindNamed(scope: AlignmentScope): void {
    const free = scope.sections.filter((section) => !this.#bound.has(section));
    const chosen = assign(this.#candidates(scope, free));
    for (const [row, column] of chosen) {
      const spec = scope.specs[row];
      const section = free[column];
      if (spec !== undefined && section !== undefined) {
        this.#bind(scope, { spec, section, nameMatch: this.#fit(spec, section)?.match ?? 'similar' });
      }
    }
    this.#bindRepeats(scope);
    for (const binding of [...scope.bindings]) this.#bindChildren(binding);
  }

  #bindChildren(binding: OpenBinding): void {
    if (binding.spec.children.length === 0) return;
    if (this.#scopes.some((scope) => scope.owner === binding)) return;
    this.#bindNamed(this.#scope(binding.spec.children, binding.section.children, binding));
  }

  #candidates(scope: AlignmentScope, free: readonly Section[]): readonly Candidate[] {
    const candidates: Candidate[] = [];
    const isKnown = free.map((section) => scope.specs.some((spec) => isByName(this.#fit(spec, section))));
    scope.specs.forEach((spec, row) => {
      free.forEach((section, column) => {
        const fit = this.#fit(spec, section);
        const weight = fit === undefined ? 0 : weightOfMatch[fit.match] * fit.score;
        const similar = weight > 0 || isKnown[column] === true ? 0 : this.#similarity(spec, section, fit);
        const total = weight + similar;
        if (total <= 0) return;
        const distance = Math.abs(row / scope.specs.length - column / free.length);
        const ordinal = isSameOrdinal(spec, section) ? 0.5 : 0;
        candidates.push({ row, column, weight: total + ordinal + (1 - distance) * 0.4 });
      });
    });
    return candidates;
  }

  /** Likeness of name or of content, 0 to 10. */
  #similarity(spec: SectionSpec, section: Section, fit: NameFit | undefined): number {
    if (spec.isPlaceholder) return 0;
    const inside = spec.children.filter((child) => !child.isPlaceholder);
    const found = inside.filter((child) => section.children.some((each) => isByName(this.#fit(child, each)))).length;
    const signature = found >= 2 && found >= inside.length * 0.6 ? found / inside.length : 0;
    // A section of which every part is of the wanted kind holds nothing else: 核心引擎 > 主引擎实现.
    const isWrapper =
      section.children.length > 0 && section.children.every((each) => isByPattern(this.#fit(spec, each)));
    return 10 * Math.max(fit?.score ?? 0, signature * 0.85, isWrapper ? 0.7 : 0);
  }

  /** Further sections of a name that is taken: copies of a repeatable section, or a section that stands twice. */
  #bindRepeats(scope: AlignmentScope): void {
    for (const section of scope.sections) {
      if (this.#bound.has(section)) continue;
      for (const spec of scope.specs) {
        const fit = this.#fit(spec, section);
        const isCopy =
          fit?.isOwnName === true || fit?.isOtherName === true || (isRepeatable(spec) && fit !== undefined);
        if (!isCopy) continue;
        this.#bind(scope, { spec, section, nameMatch: fit.match });
        break;
      }
    }
  }

  #isMissing(scope: AlignmentScope, spec: SectionSpec): boolean {
    const isBound = [...scope.bindings, ...scope.standIns].some((binding) => binding.spec === spec);
    return spec.required && !spec.isPlaceholder && !isBound;
  }

  /**
   * It fills the place of a labelled section (方案N) without the label and without any part that such a section has:
   * one of the kind, but nothing is known of its inside.
   */
  #isLoose({ spec, section, children }: OpenBinding): boolean {
    const label = this.#specLabel(spec);
    return label !== undefined && this.#sectionLabel(section) !== label && children.length === 0;
  }

  #addStandIns(find: FindStandIn): void {
    for (const scope of this.#scopes) {
      const { owner } = scope;
      if (owner === undefined) continue;
      const free = scope.sections.filter((section) => !this.#bound.has(section));
      for (const spec of scope.specs.filter((each) => this.#isMissing(scope, each))) {
        const found = find(spec, this.#namesOf(spec), owner.section, free);
        const standIn = found ?? (this.#isLoose(owner) ? { span: owner.section.span } : undefined);
        if (standIn === undefined) continue;
        const { section } = owner;
        const placed = { placement: 'in-order', isStray: false } as const;
        scope.standIns.push({ spec, section, standIn, nameMatch: 'alias', ...placed, children: [] });
      }
    }
  }

  /**
   * Required sections that are nowhere in their place but stand once somewhere else: by their own name anywhere, by
   * another name at most one level higher or deeper.
   */
  #bindStrays(): void {
    const free = this.#model.sections.filter(
      (section) => !this.#bound.has(section) && !this.#ignored.has(section) && section !== this.#model.title,
    );
    const wanted = this.#scopes.flatMap((scope) =>
      scope.specs.filter((spec) => this.#isMissing(scope, spec)).map((spec) => ({ scope, spec })),
    );
    const specs = wanted.map(({ spec }) => spec);
    for (const { scope, spec } of wanted) {
      const isOnce = specs.indexOf(spec) === specs.lastIndexOf(spec);
      const own = free.filter((section) => this.#fit(spec, section)?.isOwnName === true);
      const found = own.length > 0 || !isOnce ? own : free.filter((section) => this.#isNearby(scope, spec, section));
      const section = found[0];
      if (found.length !== 1 || section === undefined || this.#bound.has(section)) continue;
      if (wanted.some((other) => other.spec !== spec && isByName(this.#fit(other.spec, section)))) continue;
      if (scope.owner !== undefined && isInside(scope.owner.section, section)) continue;
      const nameMatch = this.#fit(spec, section)?.match ?? 'exact';
      this.#bindChildren(this.#bind(scope, { spec, section, nameMatch, isStray: true }));
    }
  }

  #isNearby(scope: AlignmentScope, spec: SectionSpec, section: Section): boolean {
    if (this.#fit(spec, section)?.isOtherName !== true) return false;
    return Math.abs(section.level - this.#expectedLevel(scope, spec)) <= 1;
  }

  #bindPlaceholders(scope: AlignmentScope): void {
    const free = scope.sections.filter((section) => !this.#bound.has(section));
    for (const { spec, section } of fillPlaceholders(scope, free)) {
      this.#bind(scope, { spec, section, nameMatch: 'placeholder' });
    }
    for (const binding of [...scope.bindings]) {
      this.#bindChildren(binding);
      const inner = this.#scopes.find((candidate) => candidate.owner === binding);
      if (inner !== undefined) this.#bindPlaceholders(inner);
    }
  }

  #bind(
    scope: AlignmentScope,
    found: Pick<OpenBinding, 'spec' | 'section' | 'nameMatch'> & { readonly isStray?: boolean },
  ): OpenBinding {
    const binding: OpenBinding = { isStray: false, ...found, placement: 'in-order', children: [] };
    this.#bound.set(binding.section, binding);
    scope.bindings.push(binding);
    return binding;
  }

  /** Decides which sections stay and which are to be moved, the fewest possible. */
  #place(scope: AlignmentScope): void {
    scope.bindings.sort((a, b) => a.section.span.start - b.section.span.start);
    const rankOf = (binding: OpenBinding): number => scope.specs.indexOf(binding.spec);
    const own = scope.bindings.filter((binding) => !binding.isStray);
    const weigh = (binding: OpenBinding): number => 1 + Math.min(0.0001, binding.section.children.length / 1e6);
    const chain = this.#template.isUnordered
      ? new Set(own.keys())
      : heaviestChain(own.map((binding) => ({ rank: rankOf(binding), weight: weigh(binding) })));
    const staying = own.filter((_, index) => chain.has(index));
    const isOffLevel = ({ isStray, spec, section }: OpenBinding): boolean =>
      isStray && section.level !== this.#expectedLevel(scope, spec);
    for (const binding of scope.bindings) {
      if (staying.includes(binding)) continue;
      binding.placement = isOffLevel(binding) ? 'wrong-level' : 'misplaced';
      const before = staying.filter((other) => rankOf(other) <= rankOf(binding)).at(-1);
      if (before !== undefined) binding.after = before;
    }
  }

  #expectedLevel({ owner, bindings }: AlignmentScope, spec: SectionSpec): number {
    const sibling = bindings.find((other) => !other.isStray);
    return sibling?.section.level ?? (owner === undefined ? spec.level : owner.section.level + 1);
  }

  /** A document without an H1 whose sections are all too deep: one fault, told at the first section. */
  #markShiftedLevels(outer: AlignmentScope): void {
    const own = outer.bindings.filter((binding) => !binding.isStray);
    const first = own[0];
    if (first === undefined || this.#model.title !== undefined) return;
    if (own.every((binding) => binding.section.level > binding.spec.level) && first.placement === 'in-order') {
      first.placement = 'wrong-level';
    }
  }

  #extras(): readonly Section[] {
    return this.#scopes
      .flatMap((scope) => scope.sections)
      .filter((section) => !this.#bound.has(section))
      .filter((section) => ![...this.#bound.keys()].some((bound) => isInside(section, bound)))
      .sort((a, b) => a.span.start - b.span.start);
  }
}

function isRepeatable(spec: SectionSpec): boolean {
  return spec.repeat.max === undefined || spec.repeat.max > 1;
}

/** 方案1：行锁 is one of the template's 方案N. The label may stand behind a number: 3.1 方案1：行锁. */
function labelOf(ordinal: Ordinal | undefined, name: string): string | undefined {
  return ordinal?.label ?? identifyHeading(name).ordinal?.label;
}

function isSameOrdinal(spec: SectionSpec, section: Section): boolean {
  const numbers = spec.ordinal?.numbers ?? [];
  const found = section.heading.identity.ordinal?.numbers ?? [];
  return numbers.length > 0 && numbers.join('.') === found.join('.');
}

function isInside(outer: Section, inner: Section): boolean {
  return inner !== outer && inner.span.start >= outer.span.start && inner.span.end <= outer.span.end;
}
