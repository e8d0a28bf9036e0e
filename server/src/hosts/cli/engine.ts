// The engine of the command line: one library, one request after the other, plain data out. It runs in a worker thread;
// tests run it in place.
import { exportedSchema } from '../../core/constraints/exportedSchema.ts';
import type { Analysis, DocumentInput, Examination } from '../../core/analysis.ts';
import { analyzeDocument } from '../../core/analyzeDocument.ts';
import { planFindings } from '../../core/checking/planFindings.ts';
import { examineDocument } from '../../core/examineDocument.ts';
import { identifyDocument } from '../../core/identifyDocument.ts';
import { contextOf } from '../../core/library/contextOf.ts';
import { earlierTemplate } from '../../core/migration/earlierTemplate.ts';
import { migrateDocument } from '../../core/migration/migrateDocument.ts';
import { buildLibrary } from '../../core/library/buildLibrary.ts';
import type { KindContext, LibraryContext } from '../../core/library/libraryContext.ts';
import type { MarkdownParser } from '../../core/markdown/markdownParser.ts';
import { buildModel } from '../../core/model/buildModel.ts';
import { documentParts } from '../../features/newDocument/documentParts.ts';
import { toText } from '../../features/newDocument/part.ts';
import { folderOf, nextId } from '../../features/newDocument/freeIds.ts';
import { proposePath } from '../../features/newDocument/proposal.ts';
import { createPlanReader, filesOf } from '../../core/roadmap/roadmapLibrary.ts';
import { readRecord } from '../../core/review/readRecord.ts';
import { statusValuesOf } from '../../core/review/statusValues.ts';
import { rubricOf, scoreExamination } from '../../core/score/scoreExamination.ts';
import type { LibraryRoadmap, LibraryTexts } from '../libraryFiles.ts';
import type { ReviewGroundAnswer } from './checkProtocol.ts';
import type { CheckedDocument, CheckRequest, CheckResult, ExaminedDocument, WantedDocument } from './checkProtocol.ts';
import { bumpAnswer } from './bumpAnswer.ts';
import { explanationOf } from './explanation.ts';
import { scoreAnswer } from './scoreEngine.ts';
import { roadmapEngine } from './roadmapEngine.ts';

export interface EngineOptions {
  readonly library: LibraryTexts;
  readonly parser: MarkdownParser;
  /** YYYY-MM-DD, for suppressions that expire. */
  readonly today: string;
}

/** Throws only for bugs of ours. */
export type Engine = (request: CheckRequest) => CheckResult;

export function createEngine({ library: texts, parser, today }: EngineOptions): Engine {
  const built = buildLibrary({ ...texts, parser });
  const library = texts.roadmap === undefined ? built : withPlans(built, texts.roadmap);
  const roadmap = roadmapEngine(texts, parser);
  const analyze = (path: string, text: string): Analysis => analyzeDocument({ path, text }, library, { today });
  return (request) => {
    switch (request.kind) {
      case 'examine':
        return { kind: 'examined', packed: packed(examineDocument(request, library)) };
      case 'plan-findings':
        return { kind: 'plan-findings', findings: planFindings(planIn(request, library), library) };
      case 'plan': {
        const found = createPlanReader().read(request.path, request.text, built);
        return { kind: 'plan', ...(found && { plan: found.plan }) };
      }
      case 'roadmap-step':
        return { kind: 'roadmap-step', isDone: roadmap.step() };
      case 'roadmap':
        return { kind: 'roadmap', output: roadmap.output(request.question) };
      case 'archive':
        return { kind: 'archive', answer: roadmap.archive(request.request) };
      case 'library':
        return { kind: 'library', problems: [...library.problems], configuration: library.configuration };
      case 'explain': {
        const analysis = analyze(request.path, request.text);
        return { kind: 'explanation', explanation: explanationOf(analysis, checkedDocument(analysis)) };
      }
      case 'review-ground':
        return { kind: 'review-ground', answer: reviewGround(request, library) };
      case 'score':
        return { kind: 'score', answer: scoreAnswer(library, request.request) };
      default:
        return made(request, { library, texts, today });
    }
  };
}

function migrated(
  { path, text, before }: Extract<CheckRequest, { kind: 'migrate' }>,
  library: LibraryContext,
): CheckResult {
  const { kind } = identifyDocument({ path, text }, library).kind;
  const present = contextOf(library, kind, text)?.template;
  const earlier = before === undefined ? undefined : earlierTemplate(before, present, library);
  const migration = migrateDocument({ path, text, ...(earlier && { before: earlier }) }, library);
  return { kind: 'migrate', documentKind: kind, ...(migration && { migration }) };
}

type Made = Extract<CheckRequest, { readonly kind: 'schema' | 'new' | 'bump' | 'migrate' }>;
type Making = Pick<EngineOptions, 'today'> & { readonly library: LibraryContext; readonly texts: LibraryTexts };

/** What is made of templates and documents: schemas, new documents, new versions, migrations. */
function made(request: Made, { library, texts, today }: Making): CheckResult {
  switch (request.kind) {
    case 'schema':
      return schemaOf(library, request.documentKind, request.language);
    case 'new':
      return newDocument(library, request.wanted, { texts, today });
    case 'bump':
      return { kind: 'bump', answer: bumpAnswer(library, request) };
    case 'migrate':
      return migrated(request, library);
  }
}

/** The plan as it was read before, where the text is the same: reading it costs ten times its model. */
function planIn({ path, text }: DocumentInput, library: LibraryContext): Pick<Examination, 'plan' | 'model'> {
  const known = library.files?.text(path) === text ? library.plans?.find((plan) => plan.path === path) : undefined;
  return known === undefined
    ? examineDocument({ path, text }, library)
    : { plan: known, model: buildModel(text, library.parser) };
}

/** Plans that another worker has read already. */
function withPlans(library: LibraryContext, roadmap: LibraryRoadmap): LibraryContext {
  return { ...library, files: filesOf(roadmap), plans: roadmap.read };
}

function packed({ facts, ownFindings, context, plan }: Examination): {
  readonly examined: string;
  readonly plan?: string;
} {
  const examined: ExaminedDocument = {
    facts,
    ownFindings,
    ...(context?.template !== undefined && { template: context.template.id }),
    ...(context?.standard !== undefined && { standard: context.standard.path }),
  };
  return { examined: JSON.stringify(examined), ...(plan && { plan: JSON.stringify(plan) }) };
}

/** What can be sent between threads: no tree, no functions. */
function checkedDocument({ path, kind, context, stage, findings, suppressedCount }: Analysis): CheckedDocument {
  return {
    path,
    kind: kind.kind,
    reason: kind.reason,
    stage,
    findings,
    suppressedCount,
    ...(context?.template !== undefined && { template: context.template.id }),
    ...(context?.standard !== undefined && { standard: context.standard.path }),
  };
}

function reviewGround(
  { path, text, record }: Extract<CheckRequest, { kind: 'review-ground' }>,
  library: LibraryContext,
): ReviewGroundAnswer {
  const examination = examineDocument({ path, text }, library);
  const scored = scoreExamination(examination, library, record && readRecord(...record));
  const standard = examination.context?.standard;
  const statusValues = statusValuesOf(examination.bound, examination.facts);
  return {
    ...(standard && { rubric: rubricOf(standard) }),
    ...(scored && { score: scored.score }),
    ...(statusValues && { statusValues }),
  };
}

function schemaOf(library: LibraryContext, kind: string, language: 'zh' | 'en'): CheckResult {
  const derived = contextFor(library, kind, language)?.schema?.json;
  const schema = derived && exportedSchema(derived, library.configuration, kind);
  return { kind: 'schema', ...(schema !== undefined && { schema }) };
}

function newDocument(
  library: LibraryContext,
  wanted: WantedDocument,
  { texts, today }: Pick<EngineOptions, 'today'> & { readonly texts: LibraryTexts },
): CheckResult {
  const { documentKind, title, language } = wanted;
  const template = contextFor(library, documentKind, language)?.template;
  if (template === undefined) return { kind: 'new' };
  const configured = library.configuration.kinds.find((kind) => kind.kind === documentKind);
  const kind = configured ?? { kind: documentKind, files: [] };
  const path = proposePath(title, kind, wanted.paths);
  const parts = new Set(texts.files.keys());
  const id =
    wanted.id ??
    nextId({
      kind: documentKind,
      template,
      folder: folderOf(path),
      documents: wanted.documents.filter((document) => !parts.has(document.path)),
      ...(library.configuration.ids && { ids: library.configuration.ids }),
      ...(kind.id !== undefined && { pattern: kind.id }),
    });
  const { templateVersion } = library.configuration;
  const given = { title, answers: {}, today, ...(templateVersion && { templateVersion }) };
  const question = { ...given, ...(id !== undefined && { id }) };
  const text = toText(documentParts(template, question, library.parser));
  return { kind: 'new', document: { path, text } };
}

function contextFor(library: LibraryContext, kind: string, language: 'zh' | 'en'): KindContext | undefined {
  return (language === 'en' ? library.englishKinds?.get(kind) : undefined) ?? library.kinds.get(kind);
}
