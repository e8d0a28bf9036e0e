// What a measure says of a document, as the lines of a page: the amount, the count, the summary, then the places by line.
import type { Evidence, Measure, MeasureContext } from '../../server/src/core/measures/measure.ts';
import { renderMessage } from '../../server/src/core/messages/render.ts';
import { analyzeDocument } from '../../server/src/core/analyzeDocument.ts';
import { buildLibrary } from '../../server/src/core/library/buildLibrary.ts';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';

const library = buildLibrary({ root: '', files: new Map(), parser: remarkParser });

/** The document as measures see it: analysed in a library of defaults. */
export function measureContext(path: string, text: string): MeasureContext {
  const { model, facts, findings } = analyzeDocument({ path, text }, library);
  return { model, facts, findings, language: facts.language };
}

export function describeMeasure(measure: Measure, context: MeasureContext, locale: 'zh' | 'en' = 'zh'): string {
  const result = measure.measure(context);
  if ('notApplicable' in result) return `not applicable | ${renderMessage(result.notApplicable, locale)}`;
  const { amount, count, summary, evidence, missing } = result;
  const place = ({ span, message }: Evidence): string => {
    const { source } = context.model;
    const first = source.lineAt(span.start) + 1;
    const last = source.lineAt(Math.max(span.start, span.end - 1)) + 1;
    const lines = first === last ? `@${String(first)}` : `@${String(first)}-${String(last)}`;
    return message === undefined ? lines : `${lines} ${renderMessage(message, locale)}`;
  };
  return [
    `${amount}${count === undefined ? '' : ` (${String(count)})`} | ${renderMessage(summary, locale)}`,
    ...evidence.map((item) => `+ ${place(item)}`),
    ...missing.map((item) => `- ${place(item)}`),
  ].join('\n');
}
