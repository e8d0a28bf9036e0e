// What the text around the skeletons and their own contents say of sections: which are optional, and which an abridged
// skeleton leaves out (template-reading.md 2).
import type { DocumentModel, TocEntry } from '../model/documentModel.ts';
import { identifyHeading, normalKey } from '../model/headingIdentity.ts';
import type { Span } from '../sourceText.ts';
import { isTocName } from './headingForms.ts';
import type { SectionSpec } from './template.ts';

const optionalItem =
  /^\s{0,3}(?:\d{1,3}[.)]|[-*+])\s+\*\*([^*]{1,40})\*\*\s*[（(][^（()）]{0,12}(?:可选|推荐|选填|optional|recommended)[^（()）]{0,12}[）)]/i;

/** Names in lists of sections with （可选） or （推荐） behind them, in normal form. */
export function optionalNames({ source }: DocumentModel): ReadonlySet<string> {
  const names = new Set<string>();
  for (let line = 0; line < source.lineCount; line++) {
    const name = optionalItem.exec(source.lineText(line))?.[1];
    if (name !== undefined) names.add(normalKey(name));
  }
  return names;
}

/** The outer sections with those of the names optional. */
export function withOptional(specs: readonly SectionSpec[], names: ReadonlySet<string>): readonly SectionSpec[] {
  if (names.size === 0) return specs;
  return specs.map((spec) =>
    names.has(normalKey(spec.name)) ? { ...spec, required: false, repeat: { ...spec.repeat, min: 0 } } : spec,
  );
}

/** A body that breaks off: `...` on a line of its own in place of sections. */
const abridged = /^[ \t]*(?:\.{3}|…{1,2})[ \t]*$/m;

interface Places {
  readonly path: string;
  lineOf(span: Span): number;
  spanOf(span: Span): Span;
}

/** Entries of the skeleton's own contents that an abridged body has no heading for, as sections in their order. */
export function withAbridged(
  specs: readonly SectionSpec[],
  model: DocumentModel,
  places: Places,
): readonly SectionSpec[] {
  const { toc, title, source } = model;
  if (toc === undefined || !abridged.test(source.text)) return specs;
  const titleKey = title?.heading.identity.key;
  const entries = toc.entries.filter(({ text }) => {
    const identity = identifyHeading(text);
    return identity.key !== titleKey && !isTocName(identity);
  });
  return merge(specs, nest(entries), { level: 2, prefix: '', places });
}

interface Node {
  readonly entry: TocEntry;
  readonly children: readonly Node[];
}

/** Flat entries with depths as a tree; a deeper entry belongs to the one above it. */
function nest(entries: readonly TocEntry[]): readonly Node[] {
  const base = Math.min(...entries.map(({ depth }) => depth));
  const starts = entries.flatMap(({ depth }, index) => (depth === base ? [index] : []));
  return starts.flatMap((start, index) => {
    const entry = entries[start];
    if (entry === undefined) return [];
    const below = entries.slice(start + 1, starts[index + 1] ?? entries.length);
    return [{ entry, children: below.length === 0 ? [] : nest(below) }];
  });
}

interface Level {
  readonly level: number;
  readonly prefix: string;
  readonly places: Places;
}

/** Sections keep their places; an entry without one comes after the section of the entry before it. */
function merge(specs: readonly SectionSpec[], nodes: readonly Node[], at: Level): readonly SectionSpec[] {
  const left = [...specs];
  const result: SectionSpec[] = [];
  for (const { entry, children } of nodes) {
    const identity = identifyHeading(entry.text);
    const index = left.findIndex((spec) => normalKey(spec.name) === identity.key);
    const known = left[index];
    if (known !== undefined)
      result.push(...left.splice(0, index), ...left.splice(0, 1).map((spec) => below(spec, children, at)));
    else if (!result.some((spec) => normalKey(spec.name) === identity.key))
      result.push(below(specOf(entry, at), children, at));
  }
  return [...result, ...left];
}

function below(spec: SectionSpec, children: readonly Node[], at: Level): SectionSpec {
  if (children.length === 0) return spec;
  return { ...spec, children: merge(spec.children, children, { ...at, level: at.level + 1, prefix: `${spec.id}/` }) };
}

function specOf(entry: TocEntry, { level, prefix, places }: Level): SectionSpec {
  const { name, key, emoji, ordinal } = identifyHeading(entry.text);
  return {
    id: `${prefix}${key}`,
    name,
    aliases: [],
    isPlaceholder: false,
    level,
    required: true,
    repeat: { min: 1, max: 1 },
    guidance: '',
    body: '',
    bounds: [],
    languages: [],
    children: [],
    origin: { path: places.path, line: places.lineOf(entry.span) },
    span: places.spanOf(entry.span),
    ...(emoji && { emoji }),
    ...(ordinal && { ordinal }),
  };
}
