// Bounds in the prose of a template document: list items, table cells and label lines outside its skeletons (template-reading.md 3).
import type { DocumentModel } from '../model/documentModel.ts';
import type { Span } from '../sourceText.ts';
import { boundOf } from './checks.ts';
import { readDemands } from './demands.ts';
import type { Bound } from './template.ts';

export interface ProseBound {
  readonly bound: Bound;
  readonly span: Span;
}

/** Bold label lines: `**字数要求**: 30,000-40,000字`. */
const label = /^\s*(?:[-*]\s+)?\*\*[^*]{1,60}\*\*\s*(?:[（(][^）)]{0,60}[）)])?\s*[:：]/;
const item = /^\s*(?:[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?/;

/** Every bound with the place where it stands, in order. Running prose and code are not read. */
export function readProseBounds(model: DocumentModel, path: string): readonly ProseBound[] {
  const { source, blocks } = model;
  const found: ProseBound[] = [];
  for (let line = 0; line < source.lineCount; line++) {
    const text = source.lineText(line);
    const span = source.lineSpan(line);
    if (
      !(label.test(text) || item.test(text)) ||
      blocks.code.some((block) => block.span.start <= span.start && span.start < block.span.end)
    )
      continue;
    for (const demand of readDemands(text.replace(item, ''))) {
      if (demand.kind === 'bound') found.push({ bound: boundOf(demand, { path, line }), span });
    }
  }
  return found;
}
