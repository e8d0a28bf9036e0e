// Makes the tree of sections from the headings at the top level of the document. Headings in quotes and lists are none.
import type { Heading as HeadingNode, Root } from 'mdast';
import type { SlugProfile } from '../links/linkSettings.ts';
import { anchorsByProfile } from '../links/slugs/profiles.ts';
import type { SourceText, Span } from '../sourceText.ts';
import type { Heading, Section } from './documentModel.ts';
import { identifyHeading } from './headingIdentity.ts';
import { contentSpanOf, plainText, spanOf } from './plainText.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
interface OpenSection extends Mutable<Omit<Section, 'children' | 'parent'>> {
  parent?: OpenSection;
  children: OpenSection[];
}

/** All sections in document order, linked with their parents and children. */
export function readSections(root: Root, source: SourceText, slug: SlugProfile = 'github'): Section[] {
  const nodes = root.children.filter((node) => node.type === 'heading');
  const headings = nodes.map((node) => readHeading(node, source));
  const anchors = anchorsByProfile[slug](headings.map((heading) => heading.text));
  const sections = headings.map((heading, index) =>
    openSection(heading, nodes[index]?.depth ?? 1, anchors[index] ?? '', source),
  );
  nest(sections, source);
  return sections;
}

function readHeading(node: HeadingNode, source: SourceText): Heading {
  const position = spanOf(node);
  const span = { start: position.start, end: Math.max(position.end, source.lineSpan(source.lineAt(position.end)).end) };
  const text = plainText(node);
  return { span, textSpan: contentSpanOf(node, emptyTextSpan(source, span)), text, identity: identifyHeading(text) };
}

/** After the marks and one blank of a heading without text. */
function emptyTextSpan(source: SourceText, span: Span): Span {
  const marks = /^#{1,6}[ \t]?/.exec(source.slice(span))?.[0].length ?? 0;
  return { start: span.start + marks, end: span.start + marks };
}

function openSection(heading: Heading, level: number, anchor: string, source: SourceText): OpenSection {
  const start = source.lineStart(source.lineAt(heading.span.start));
  const bodyStart = source.lineStart(source.lineAt(heading.span.end) + 1);
  return {
    heading,
    level,
    anchor,
    span: { start, end: start },
    bodySpan: { start: bodyStart, end: bodyStart },
    children: [],
  };
}

function nest(sections: readonly OpenSection[], source: SourceText): void {
  const open: OpenSection[] = [];
  for (const section of sections) {
    for (let last = open.at(-1); last !== undefined && last.level >= section.level; last = open.at(-1)) {
      close(last, section.span.start);
      open.pop();
    }
    const parent = open.at(-1);
    if (parent !== undefined) {
      section.parent = parent;
      parent.children.push(section);
    }
    open.push(section);
  }
  for (const section of open) close(section, source.text.length);
}

function close(section: OpenSection, end: number): void {
  section.span = { start: section.span.start, end };
  const bodyEnd = section.children[0]?.span.start ?? end;
  section.bodySpan = { start: Math.min(section.bodySpan.start, bodyEnd), end: bodyEnd };
}

/**
 * Span in the source of a part of a heading's plain text, such as its ordinal or its name; undefined where marks of
 * Markdown stand inside that part, so that it has no span of its own.
 */
export function headingPartSpan(source: SourceText, heading: Heading, start: number, end: number): Span | undefined {
  let offset = heading.textSpan.start;
  let partStart = offset;
  for (let index = 0; index < end; index++) {
    const found = source.text.indexOf(heading.text.charAt(index), offset);
    if (found < 0 || found >= heading.textSpan.end) return undefined;
    if (index === start) partStart = found;
    offset = found + 1;
  }
  const span = start === end ? { start: offset, end: offset } : { start: partStart, end: offset };
  return source.slice(span) === heading.text.slice(start, end) ? span : undefined;
}
