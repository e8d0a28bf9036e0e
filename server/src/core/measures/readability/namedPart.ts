// A part of the document by the name of its heading, with the words that stand in it. It knows no template.
import type { DocumentModel, Section } from '../../model/documentModel.ts';
import { measureSpan } from '../../model/measures.ts';
import type { Evidence, MeasureResult } from '../measure.ts';
import type { MessageKey } from '../../messages/catalog.ts';

/** 字: fewer are a heading and no part. */
const FEWEST = 20;

export interface Part {
  readonly section: Section;
  /** Text and code alike, in Chinese characters and words. */
  readonly length: number;
}

/** Sections below the title whose normal name matches, outermost only, in document order. */
export function partsNamed(model: DocumentModel, name: RegExp): readonly Part[] {
  const parts: Part[] = [];
  let reached = 0;
  for (const section of model.sections) {
    if (section.level === 1 || section.span.start < reached || !name.test(section.heading.identity.key)) continue;
    parts.push({ section, length: contentLength(model, section) });
    reached = section.span.end;
  }
  return parts;
}

/** 字 of the text inside; lines of code count ten each, a figure or table as many as make a part. */
function contentLength(model: DocumentModel, section: Section): number {
  const { length, codeLines, diagrams, tables } = measureSpan(model, section.span);
  return length + 10 * codeLines + FEWEST * (diagrams + tables);
}

function isWritten({ length }: Part): boolean {
  return length >= FEWEST;
}

/** All where a part is written; parts without words are missing. `key` and `key.none` are the summaries, `key.empty` the message. */
export function resultOfParts(
  parts: readonly Part[],
  key: 'readability-overview' | 'readability-summary',
  others: readonly Evidence[] = [],
): MeasureResult {
  const written = parts.filter(isWritten);
  const isThere = written.length + others.length > 0;
  const suffixed = (suffix: 'none' | 'empty'): MessageKey => `${key}.${suffix}`;
  const name = written[0]?.section.heading.identity.name;
  return {
    amount: isThere ? 'all' : 'none',
    summary:
      name === undefined
        ? { key: isThere ? 'readability-overview.opening' : suffixed('none') }
        : { key, args: { name, length: written[0]?.length ?? 0 } },
    evidence: isThere ? [...written.map(({ section }) => ({ span: section.heading.span })), ...others] : [],
    missing: parts
      .filter((part) => !isWritten(part))
      .map(({ section }) => ({ span: section.heading.span, message: { key: suffixed('empty') } })),
  };
}
