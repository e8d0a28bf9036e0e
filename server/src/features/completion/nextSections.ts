// The sections that come next: those of the template that the document lacks, nearest to the cursor first.
import { renderMessage } from '../../core/messages/render.ts';
import type { Section } from '../../core/model/documentModel.ts';
import type { SectionSpec } from '../../core/template/template.ts';
import { sectionMarkdown } from '../hover.ts';
import { partsOf, toSnippet, type Part } from '../newDocument/part.ts';
import { bindingOf } from '../sectionAt.ts';
import { headingFor } from './headingFor.ts';
import { rangeOnLine, sortKey, type Place, type Suggestion } from './suggestion.ts';

const headingStart = /^(#{1,6})(?:\s+(.*))?$/;

export function nextSections(place: Place): readonly Suggestion[] | undefined {
  const { analysis, before, after } = place;
  const match = headingStart.exec(before);
  const isBlank = before.trim() === '';
  if ((match === null && !isBlank) || after.trim() !== '' || analysis.bound === undefined || isInBlock(place))
    return undefined;
  const typedLevel = match?.[1]?.length;
  const candidates = missingAround(place).filter(({ spec }) => typedLevel === undefined || spec.level === typedLevel);
  return candidates.map((candidate, index) => suggest(place, candidate, index));
}

interface Candidate {
  readonly spec: SectionSpec;
  /** Sections of the document beside which it would stand, and the template's row, for their style. */
  readonly siblings: readonly Section[];
  readonly specs: readonly SectionSpec[];
}

/** Children of the sections around the cursor first, then outer ones; within a list those after the last one present first. */
function missingAround(place: Place): readonly Candidate[] {
  const { analysis, offset } = place;
  const { bound, model } = analysis;
  if (bound === undefined) return [];
  const above = model.sections.findLast((section) => section.heading.span.end < offset);
  const lists: { specs: readonly SectionSpec[]; siblings: readonly Section[] }[] = [];
  for (let section = above; section !== undefined; section = section.parent) {
    const binding = bound.bySection.get(section);
    if (binding !== undefined) lists.push({ specs: binding.spec.children, siblings: section.children });
  }
  lists.push({ specs: bound.template.sections, siblings: model.sections.filter((section) => section.level === 2) });
  const last = bindingOf(analysis, above)?.spec;
  return lists.flatMap(({ specs, siblings }) =>
    inOrder(specs, last)
      .filter((spec) => isOpen(place, spec, siblings))
      .map((spec) => ({ spec, siblings, specs })),
  );
}

function inOrder(specs: readonly SectionSpec[], last: SectionSpec | undefined): readonly SectionSpec[] {
  const at = last === undefined ? -1 : specs.indexOf(last);
  return [...specs.slice(at + 1), ...specs.slice(0, at + 1)];
}

/** Not there yet, or it may stand again. */
function isOpen({ analysis }: Place, spec: SectionSpec, siblings: readonly Section[]): boolean {
  const count = siblings.filter((section) => analysis.bound?.bySection.get(section)?.spec === spec).length;
  return count === 0 || spec.repeat.max === undefined || count < spec.repeat.max;
}

function isInBlock({ analysis, offset }: Place): boolean {
  const { blocks, comments, metadata } = analysis.model;
  const spans = [...blocks.code, ...blocks.tables, ...comments, ...metadata].map((block) => block.span);
  return spans.some((span) => span.start < offset && offset < span.end);
}

function suggest(place: Place, { spec, siblings, specs }: Candidate, index: number): Suggestion {
  const { found } = place;
  const heading = headingFor(place, spec, { siblings, specs });
  const at = heading.lastIndexOf(spec.name);
  const before = spec.isPlaceholder && at > 0 ? heading.slice(0, at) : heading;
  const name: readonly Part[] = before === heading ? [] : [{ stop: spec.name }];
  const parts: Part[] = [{ text: before }, ...name, { text: '\n\n' }, ...partsOf(spec.body.trim())];
  return {
    label: heading,
    kind: 'section',
    detail: renderMessage({ key: spec.required ? 'hover.required' : 'hover.optional' }, found.view.locale),
    documentation: sectionMarkdown(spec, found, found.view.locale),
    insertText: toSnippet(parts),
    isSnippet: true,
    range: rangeOnLine(place, 0),
    filterText: `${place.before}${spec.name}`,
    sortText: sortKey(index + (spec.required ? 0 : 500)),
  };
}
