// Ids that stand in a document, with their places: in metadata, in texts of links, in running text and in data. Code,
// comments and addresses are left out.
import { isIdKey } from '../ids/idKeys.ts';
import { idsInProse, idsInValue } from '../ids/idTokens.ts';
import type { CodeBlock, DocumentModel } from '../model/documentModel.ts';
import type { Span } from '../sourceText.ts';
import type { FactField, FactId } from './documentFacts.ts';

/** Fences of data, in which ids are listed as in prose. */
const dataLanguages = new Set(['', 'text', 'txt', 'plain', 'plaintext', 'md', 'markdown', 'csv', 'yaml', 'yml']);

/** In document order; `fields` are those of the facts. */
export function readIds({ source, blocks, comments }: DocumentModel, fields: readonly FactField[]): readonly FactId[] {
  const closed = [
    ...blocks.code.filter(isCode).map(({ span }) => span),
    ...comments.map(({ span }) => span),
    ...blocks.links.filter(({ form }) => form !== 'reference').map(({ urlSpan }) => urlSpan),
    ...blocks.images.map(({ urlSpan }) => urlSpan),
  ];
  const found = fields.flatMap(({ key, valueSpan }, field) =>
    idsInValue(source.slice(valueSpan), isIdKey(key)).map(({ id, start, end }): FactId => ({
      id,
      span: { start: valueSpan.start + start, end: valueSpan.start + end },
      field,
    })),
  );
  const inFields = fields.map(({ valueSpan }) => valueSpan);
  const links = blocks.links.map(({ span }) => span);
  const inText = outside(
    idsInProse(source.text).map(({ id, start, end }) => ({ id, span: { start, end } })),
    [...closed, ...inFields],
  );
  const isInLink = within(links);
  const named = outside(found, closed);
  const others = inText.map((each): FactId => (isInLink(each.span) ? { ...each, isInLink: true } : each));
  return [...named, ...others].sort((a, b) => a.span.start - b.span.start);
}

function isCode({ language }: CodeBlock): boolean {
  return !dataLanguages.has(language?.toLowerCase() ?? '');
}

function outside<Id extends FactId>(ids: readonly Id[], spans: readonly Span[]): readonly Id[] {
  const isWithin = within(spans);
  return ids.filter(({ span }) => !isWithin(span));
}

/** Answers in the order of their places; spans may nest. */
function within(spans: readonly Span[]): (span: Span) => boolean {
  const ordered = spans.toSorted((a, b) => a.start - b.start);
  let next = 0;
  let reach = 0;
  return ({ start, end }) => {
    for (let span = ordered[next]; span !== undefined && span.start <= start; span = ordered[next]) {
      reach = Math.max(reach, span.end);
      next += 1;
    }
    return end <= reach;
  };
}
