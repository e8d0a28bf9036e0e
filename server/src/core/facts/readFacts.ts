// Document model to facts: what other documents, indexes and searches need, without the text and its tree.
import { tombstoneIn } from '../archive/tombstone.ts';
import type { KindDecision, Stage } from '../analysis.ts';
import { readSuppressions } from '../checking/suppressionDirectives.ts';
import { languageOf } from '../library/contextOf.ts';
import { anchorsOf } from '../model/anchors.ts';
import { measureSpan } from '../model/measures.ts';
import type { DocumentModel } from '../model/documentModel.ts';
import type { DocumentFacts, FactField, FactLink } from './documentFacts.ts';
import { listItemOf } from './listItem.ts';
import { readCodePaths } from './codePaths.ts';
import { readIds } from './ids.ts';
import { readMissedLinks } from './missedLinks.ts';
import { sectionPrints } from '../review/sectionPrints.ts';
import { readNamedAnchors } from './namedAnchors.ts';
import { readRegions } from './regions.ts';

export interface FactsInput {
  readonly path: string;
  readonly model: DocumentModel;
  readonly kind: KindDecision;
  readonly stage: Stage;
  /** Only the beginning of the text was read. */
  readonly isTooLarge?: boolean;
}

export function readFacts({ path, model, kind, stage, isTooLarge }: FactsInput): DocumentFacts {
  const { source, title } = model;
  const isConflicted = model.problems.some((problem) => problem.kind === 'merge-conflict');
  const missedLinks = readMissedLinks(model);
  const limit = isTooLarge === true ? 'too-large' : isConflicted ? 'merge-conflict' : undefined;
  const fields = fieldsOf(model);
  const regions = readRegions(model);
  const tombstone = tombstoneIn(model);
  return {
    path,
    kind: kind.kind,
    kindReason: kind.reason,
    stage,
    language: languageOf(source.text),
    ...(title && { title: { text: title.heading.text, span: title.heading.textSpan } }),
    fields,
    headings: headingsOf(model),
    prints: sectionPrints(model, regions),
    namedAnchors: readNamedAnchors(model),
    links: linksOf(model),
    ...(missedLinks.length > 0 && { missedLinks }),
    codePaths: readCodePaths(model.tree, source),
    regions,
    ids: readIds(model, fields),
    suppressions: readSuppressions(model),
    sizes: sizesOf(model),
    ...(tombstone && { tombstone }),
    ...(limit && { limit }),
  };
}

/** Anchors by GitHub's rule, whatever the configuration says: facts are kept when it changes. */
function headingsOf({ sections, slug }: DocumentModel): DocumentFacts['headings'] {
  const own =
    slug === undefined || slug === 'github' ? undefined : anchorsOf(sections.map(({ heading }) => heading.text));
  return sections.map(({ heading, level, anchor }, index) => ({
    text: heading.text,
    key: heading.identity.key,
    level,
    anchor: own?.[index] ?? anchor,
    span: heading.textSpan,
  }));
}

function fieldsOf({ metadata }: DocumentModel): readonly FactField[] {
  return metadata.flatMap(({ place, fields }) =>
    fields.map(({ key, normalKey, value, items, keySpan, valueSpan }) => ({
      key,
      normalKey,
      value,
      ...(items && { items }),
      keySpan,
      valueSpan,
      place,
    })),
  );
}

function linksOf({ source, blocks, toc }: DocumentModel): readonly FactLink[] {
  const list = toc?.listSpan;
  const links = blocks.links.map(({ form, url, text, span, urlSpan }): FactLink => {
    const isInToc = list !== undefined && span.start >= list.start && span.end <= list.end;
    const itemSpan = isInToc ? undefined : listItemOf(span, source);
    return { form, url, text, span, urlSpan, ...(isInToc && { isInToc }), ...(itemSpan && { itemSpan }) };
  });
  const images = blocks.images.map(({ alt, url, span, urlSpan }): FactLink => ({
    form: 'image',
    url,
    text: alt,
    span,
    urlSpan,
  }));
  return [...links, ...images].sort((a, b) => a.span.start - b.span.start);
}

function sizesOf(model: DocumentModel): DocumentFacts['sizes'] {
  const { source, blocks } = model;
  const whole = { start: 0, end: source.text.length };
  return {
    length: source.text.length,
    lines: source.lineCount,
    firstLineEnd: source.lineSpan(0).end,
    text: measureSpan(model, whole).length,
    codeBlocks: blocks.code.length,
    tables: blocks.tables.length,
    images: blocks.images.length,
  };
}
