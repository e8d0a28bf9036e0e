// Edits on headings: their level and their text. What refers to a changed heading by its anchor is edited with it.
import type { TextEdit } from '../finding.ts';
import { anchorsByProfile } from '../links/slugs/profiles.ts';
import type { DocumentModel, Section } from '../model/documentModel.ts';
import type { SourceText, Span } from '../sourceText.ts';
import { escapeLinkText } from './tocEdit.ts';

const DEEPEST_LEVEL = 6;

/** A new text for (part of) a heading. `span` lies inside the heading's `textSpan`. */
export interface HeadingChange {
  readonly section: Section;
  readonly span: Span;
  readonly newText: string;
}

/** Edits that move a heading and its subtree by so many levels; levels stay between 1 and 6. */
export function changeLevel(source: SourceText, section: Section, by: number): readonly TextEdit[] {
  const own = levelEdit(source, section, by);
  return [...own, ...section.children.flatMap((child) => changeLevel(source, child, by))];
}

function levelEdit(source: SourceText, section: Section, by: number): readonly TextEdit[] {
  const level = Math.max(1, Math.min(DEEPEST_LEVEL, section.level + by));
  if (level === section.level) return [];
  const text = source.slice(section.heading.span);
  const marks = /^#{1,6}/.exec(text)?.[0];
  if (marks !== undefined) {
    const { start } = section.heading.span;
    return [{ span: { start, end: start + marks.length }, newText: '#'.repeat(level) }];
  }
  // A setext heading can not say levels beyond 2, so it is written anew with marks.
  return [{ span: section.heading.span, newText: `${'#'.repeat(level)} ${source.slice(section.heading.textSpan)}` }];
}

/**
 * Edits for new heading texts, with the contents entries and the links of this document that lead to them.
 * `plainTextOf` gives the plain text of a heading whose inline source became the given one.
 */
export function changeHeadings(
  model: DocumentModel,
  changes: readonly HeadingChange[],
  plainTextOf: (source: string) => string,
): readonly TextEdit[] {
  const newTexts = new Map(changes.map((change) => [change.section, plainTextOf(newSource(model.source, change))]));
  const texts = model.sections.map((section) => newTexts.get(section) ?? section.heading.text);
  const anchors = anchorsByProfile[model.slug ?? 'github'](texts);
  const edits: TextEdit[] = changes.map(({ span, newText }) => ({ span, newText }));
  model.sections.forEach((section, index) => {
    const anchor = anchors[index] ?? section.anchor;
    const text = newTexts.get(section);
    if (anchor === section.anchor && text === undefined) return;
    edits.push(...referenceEdits(model, section, { anchor, text }));
  });
  return edits;
}

function newSource(source: SourceText, change: HeadingChange): string {
  const { start, end } = change.section.heading.textSpan;
  return (
    source.slice({ start, end: change.span.start }) + change.newText + source.slice({ start: change.span.end, end })
  );
}

function referenceEdits(
  model: DocumentModel,
  section: Section,
  now: { readonly anchor: string; readonly text: string | undefined },
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const link of model.blocks.links) {
    if (decodeAnchor(link.url) !== section.anchor) continue;
    if (now.anchor !== section.anchor) edits.push({ span: link.urlSpan, newText: `#${now.anchor}` });
    if (now.text === undefined || link.text !== section.heading.text || link.form !== 'inline') continue;
    const source = model.source.slice(link.span);
    const close = source.lastIndexOf('](');
    if (!source.startsWith('[') || close < 0) continue;
    const span = { start: link.span.start + 1, end: link.span.start + close };
    edits.push({ span, newText: escapeLinkText(now.text) });
  }
  return edits;
}

function decodeAnchor(url: string): string | undefined {
  if (!url.startsWith('#')) return undefined;
  try {
    return decodeURIComponent(url.slice(1));
  } catch {
    // A stray percent sign: the anchor is what stands there.
    return url.slice(1);
  }
}
