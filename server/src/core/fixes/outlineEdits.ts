// Keeps what refers to headings in step with a changed outline: contents entries and links. Knows only the new outline.
import type { TextEdit } from '../finding.ts';
import { anchorsByProfile } from '../links/slugs/profiles.ts';
import type { DocumentModel, Section } from '../model/documentModel.ts';
import { headingPartSpan } from '../model/sections.ts';
import { formatOrdinal } from '../model/headingIdentity.ts';
import type { Renumbering } from './headingStyle.ts';
import { escapeLinkText, tocAdditions, tocRewrite, tocUpdate } from './tocEdit.ts';

/** One heading of the document as it will be. */
export interface PlannedHeading {
  /** Absent for a heading that is new. */
  readonly section?: Section;
  readonly level: number;
  /** Plain text. */
  readonly text: string;
}

/** The outline as it is. */
export function currentOutline(model: DocumentModel): readonly PlannedHeading[] {
  return model.sections.map((section) => ({ section, level: section.level, text: section.heading.text }));
}

/**
 * Edits to the table of contents and to links, so that they fit the planned outline. A table of contents that is in
 * step is kept in step; of one that is not, only the entries of changed headings are changed.
 */
export function referenceEdits(model: DocumentModel, plan: readonly PlannedHeading[]): readonly TextEdit[] {
  const anchors = anchorsByProfile[model.slug ?? 'github'](plan.map((heading) => heading.text));
  const { toc } = model;
  const isInStep = toc !== undefined && toc.entries.length > 0 && tocUpdate(model, toc).length === 0;
  // Where sections change places, keeping half of an old order would only add faults.
  const isRewritten = isInStep || (toc !== undefined && toc.entries.length > 0 && isReordered(plan));
  const rewritten = isRewritten ? toc.listSpan : undefined;
  const inToc = (offset: number): boolean =>
    rewritten !== undefined && offset >= rewritten.start && offset < rewritten.end;
  const edits = plan.flatMap((heading, index) => {
    const anchor = anchors[index] ?? '';
    return heading.section === undefined ? [] : linkEdits(model, heading, anchor, inToc);
  });
  if (toc === undefined || toc.entries.length === 0) return edits;
  const lines = plan.map((heading, index) => ({ ...heading, anchor: anchors[index] ?? '' }));
  return [...edits, ...(isRewritten ? tocRewrite(model, toc, lines) : tocAdditions(model, toc, lines))];
}

function isReordered(plan: readonly PlannedHeading[]): boolean {
  const starts = plan.flatMap(({ section }) => (section === undefined ? [] : [section.span.start]));
  return starts.some((start, index) => start < (starts[index - 1] ?? 0));
}

function linkEdits(
  model: DocumentModel,
  { section, text }: PlannedHeading,
  anchor: string,
  inToc: (offset: number) => boolean,
): readonly TextEdit[] {
  if (section === undefined || (anchor === section.anchor && text === section.heading.text)) return [];
  const edits: TextEdit[] = [];
  for (const link of model.blocks.links) {
    if (inToc(link.span.start) || anchorOf(link.url) !== section.anchor) continue;
    if (anchor !== section.anchor) edits.push({ span: link.urlSpan, newText: `#${anchor}` });
    const source = model.source.slice(link.span);
    const close = source.lastIndexOf('](');
    if (link.text !== section.heading.text || text === link.text || !source.startsWith('[') || close < 0) continue;
    const span = { start: link.span.start + 1, end: link.span.start + close };
    edits.push({ span, newText: escapeLinkText(text) });
  }
  return edits;
}

function anchorOf(url: string): string | undefined {
  if (!url.startsWith('#')) return undefined;
  try {
    return decodeURIComponent(url.slice(1));
  } catch {
    // A stray percent sign: the anchor is what stands there.
    return url.slice(1);
  }
}

/** Edits to the ordinals of headings; headings whose ordinal has no span of its own stay as they are. */
export function ordinalEdits(model: DocumentModel, renumbering: Renumbering): readonly TextEdit[] {
  return [...renumbering].flatMap(([section, numbers]) => {
    const { ordinal } = section.heading.identity;
    if (ordinal === undefined) return [];
    const span = headingPartSpan(model.source, section.heading, ordinal.start, ordinal.end);
    return span === undefined ? [] : [{ span, newText: formatOrdinal(ordinal, numbers) }];
  });
}
