// A template document as its team wrote it to templates, checks and problems (docs/en/template-reading.md). Never throws.
import { annotatedText } from './annotatedBound.ts';
import { limits } from '../limits.ts';
import type { MarkdownParser } from '../markdown/markdownParser.ts';
import { languageOf } from '../library/contextOf.ts';
import type { DocumentModel } from '../model/documentModel.ts';
import type { Span } from '../sourceText.ts';
import { placeAnnotations, type PlacedAnnotations } from './annotationPlaces.ts';
import { checkTemplate } from './checkTemplate.ts';
import { boundsOfSkeleton, withGuidedBounds } from './boundReach.ts';
import { readChecks, sectionAt } from './checks.ts';
import {
  annotatedField,
  mergeFields,
  readFields,
  readFieldLists,
  readFieldTables,
  readFrontMatter,
  type FieldContext,
} from './fields.ts';
import { isAboutTemplate } from './headingForms.ts';
import { optionalNames, withAbridged, withOptional } from './proseSections.ts';
import { readProseBounds, type ProseBound } from './proseBounds.ts';
import { readSections } from './sections.ts';
import { firstSectionMetadata, metadataOf } from './skeletonMetadata.ts';
import { findSkeletons, type FoundSkeletons, type Skeleton } from './skeleton.ts';
import type { Synonyms } from './synonyms.ts';
import type {
  Bound,
  CheckItem,
  FieldSpec,
  SectionSpec,
  Template,
  TemplateDocument,
  TemplateProblem,
} from './template.ts';

/** The team's own synonyms, and whether the configuration calls the document a template. */
export interface TemplateOptions extends Synonyms {
  readonly isTemplate?: boolean;
}

/** `path` names the document in origins. */
export function parseTemplate(
  path: string,
  text: string,
  parser: MarkdownParser,
  options: TemplateOptions = {},
): TemplateDocument {
  const { isTemplate = false, ...synonyms } = options;
  const isTooLarge = text.length > limits.templateLength;
  const found = findSkeletons(isTooLarge ? text.slice(0, limits.templateLength) : text, parser, {
    name: fileName(path),
    isTemplate,
  });
  const reading: Reading = { path, found, synonyms, parser };
  const isWhole = found.skeletons.some((skeleton) => skeleton.isWhole);
  const fields = isWhole ? [] : outsideFields(reading);
  const bounds = readProseBounds(found.outside, path);
  const templates = found.skeletons.map((skeleton) => readTemplate(reading, skeleton, { fields, bounds }));
  const checks = checksOf(reading, templates, fields);
  return {
    path,
    templates,
    checks,
    fields,
    bounds: bounds.filter(({ isTask }) => !isTask).map(({ bound }) => bound),
    problems: [...(isTooLarge ? [tooLarge()] : []), ...checkTemplate(templates, found)],
  };
}

interface Reading {
  readonly path: string;
  readonly found: FoundSkeletons;
  readonly synonyms: Synonyms;
  readonly parser: MarkdownParser;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '');
}

function readTemplate(
  reading: Reading,
  skeleton: Skeleton,
  outside: { readonly fields: readonly FieldSpec[]; readonly bounds: readonly ProseBound[] },
): Template {
  const { path, found } = reading;
  const { model, mapped, holder } = skeleton;
  const placed = placeAnnotations(model);
  const data = placed.onDocument.map((annotation) => annotation.data);
  const lineOf = (span: Span): number => found.source.lineAt(mapped.toDocument(span.start));
  const kind = first(data.map((entry) => entry.template));
  const version = first(data.map((entry) => entry.version));
  const titlePattern = first(data.map((entry) => entry.title));
  const { title } = model;
  const prose = proseBounds(skeleton, found, outside.bounds);
  return {
    id: skeleton.isWhole ? path : `${path}#${skeleton.name}`,
    path,
    name: skeleton.name,
    line: skeleton.line,
    ...(version === undefined ? {} : { version }),
    language: languageOf(mapped.text),
    ...(title === undefined || holder !== undefined ? {} : { title: title.heading.text }),
    fields: fieldsOf(reading, skeleton, { placed, outside: outside.fields }),
    sections: sectionsOf(reading, skeleton, { placed, prose }),
    bounds: [
      ...withoutEqual(prose.filter(({ section }) => section === undefined).map(({ bound }) => bound)),
      ...annotatedBounds(placed, path, lineOf),
    ],
    languages: data.flatMap((entry) => entry.languages),
    isClosed: data.some((entry) => entry.closed === true),
    isUnordered: data.some((entry) => entry.unordered === true),
    header: metadataText(skeleton, 'header'),
    tail: metadataText(skeleton, 'tail'),
    hasToc: skeleton.demandsToc === true || (holder === undefined && model.toc !== undefined),
    ...(kind === undefined ? {} : { kind }),
    ...(titlePattern === undefined ? {} : { titlePattern }),
    span: skeleton.span,
  };
}

/** Sections of the skeleton's headings, with what its contents and the text around it say of them. */
function sectionsOf(
  { path, found, synonyms }: Reading,
  { model, mapped, isWhole, holder }: Skeleton,
  { placed, prose }: { readonly placed: PlacedAnnotations; readonly prose: readonly ProseBound[] },
): readonly SectionSpec[] {
  const places = {
    path,
    lineOf: (span: Span): number => found.source.lineAt(mapped.toDocument(span.start)),
    spanOf: (span: Span): Span => mapped.spanToDocument(span),
  };
  const inHeadings = readSections({
    ...places,
    model,
    annotations: placed.onSection,
    synonyms,
    isWhole,
    ...(holder === undefined ? {} : { holder }),
  });
  const all = isWhole
    ? inHeadings
    : withOptional(withAbridged(inHeadings, model, places), optionalNames(found.outside));
  return withGuidedBounds(
    all,
    prose.filter(({ section }) => section !== undefined),
  );
}

function first<T>(values: readonly (T | undefined)[]): T | undefined {
  return values.find((value) => value !== undefined);
}

function metadataText(skeleton: Skeleton, place: 'header' | 'tail'): string {
  const { model } = skeleton;
  const blocks = metadataOf(skeleton).filter((block) => (block.place === 'tail') === (place === 'tail'));
  return blocks.map((block) => model.source.slice(block.span)).join('\n\n');
}

// ---- fields

function fieldsOf(
  { path, found, synonyms, parser }: Reading,
  skeleton: Skeleton,
  { placed, outside }: { readonly placed: PlacedAnnotations; readonly outside: readonly FieldSpec[] },
): readonly FieldSpec[] {
  const { mapped } = skeleton;
  const lineOf = (span: Span): number => found.source.lineAt(mapped.toDocument(span.start));
  const context: FieldContext = { path, synonyms, lineOf };
  const first = firstSectionMetadata(skeleton, parser);
  const inFirst = readFields(first.blocks, {
    ...context,
    lineOf: ({ start, end }) => lineOf({ start: start + first.start, end: end + first.start }),
  });
  const annotations = [...placed.onDocument, ...placed.onSection.values()];
  const wins = annotations.flatMap(({ data, span }) =>
    data.fields.map((field) => annotatedField(field, lineOf(span), context)),
  );
  return mergeFields([...readFields(metadataOf(skeleton), context), ...inFirst, ...outside], wins);
}

/** Fields of metadata examples and field tables outside the skeletons. */
function outsideFields({ path, found, synonyms }: Reading): readonly FieldSpec[] {
  const examples = found.examples.flatMap(({ model, mapped, text }) => {
    const context: FieldContext = {
      path,
      synonyms,
      lineOf: (span) => found.source.lineAt(mapped.toDocument(span.start)),
    };
    const yaml = readFrontMatter(text, context);
    return yaml.length > 0 ? yaml : readFields(model.metadata, context);
  });
  const context: FieldContext = { path, synonyms, lineOf: (span) => found.source.lineAt(span.start) };
  const listed = readFieldLists(found.outside, context);
  return mergeFields([...examples, ...listed], readFieldTables(found.outside.blocks.tables, context));
}

// ---- bounds and checks

/** In a whole document the prose is content, but for the sections about the template. */
function proseBounds(skeleton: Skeleton, found: FoundSkeletons, bounds: readonly ProseBound[]): readonly ProseBound[] {
  if (skeleton.isWhole) return bounds.filter(({ span }) => isAboutAt(found.outside, span.start));
  const reaches = new Map(found.skeletons.map((each) => [each, { start: each.span.start, name: each.name }]));
  const own = reaches.get(skeleton);
  if (own === undefined) return [];
  return boundsOfSkeleton(own, [...reaches.values()], { bounds, outside: found.outside });
}

/** Whether a section around the offset speaks about the template itself. */
function isAboutAt(model: DocumentModel, offset: number): boolean {
  for (let section = sectionAt(model, offset); section !== undefined; section = section.parent) {
    if (section.level > 1 && isAboutTemplate(section.heading.identity)) return true;
  }
  return false;
}

/** The same demand in a rule and in a check list is one demand. */
function withoutEqual(bounds: readonly Bound[]): readonly Bound[] {
  const isSame = (a: Bound, b: Bound): boolean => a.measure === b.measure && a.min === b.min && a.max === b.max;
  return bounds.filter((bound, index) => bounds.findIndex((other) => isSame(other, bound)) === index);
}

function annotatedBounds(placed: PlacedAnnotations, path: string, lineOf: (span: Span) => number): readonly Bound[] {
  return placed.onDocument.flatMap(({ data, span }) =>
    data.bounds.map((bound) => ({ ...bound, origin: { path, line: lineOf(span) }, text: annotatedText })),
  );
}

/** Tasks outside the skeletons; in a whole document those of the sections about the template. */
function checksOf(
  { path, found }: Reading,
  templates: readonly Template[],
  fields: readonly FieldSpec[],
): readonly CheckItem[] {
  const checks = readChecks(found.outside, {
    path,
    fieldKeys: [...fields, ...templates.flatMap((template) => template.fields)].map((field) => field.key),
    sectionNames: templates.flatMap((template) => requiredNames(template.sections)),
  });
  const isWhole = found.skeletons.some((skeleton) => skeleton.isWhole);
  return isWhole ? checks.filter(({ span }) => isAboutAt(found.outside, span.start)) : checks;
}

function requiredNames(specs: readonly SectionSpec[]): readonly string[] {
  return specs
    .filter((spec) => spec.required && !spec.isPlaceholder)
    .flatMap((spec) => [spec.name, ...requiredNames(spec.children)]);
}

// ---- problems

function tooLarge(): TemplateProblem {
  return {
    code: 'template-too-large',
    severity: 'error',
    message: { key: 'template-too-large', args: { limit: limits.templateLength } },
    span: { start: 0, end: 0 },
  };
}
