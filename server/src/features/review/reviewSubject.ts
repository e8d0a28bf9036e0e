// One document with all that a review of it looks at, open or given as text.
import type { Analysis, Examination } from '../../core/analysis.ts';
import type { LibraryIndex } from '../../core/index/libraryIndex.ts';
import type { ActGround } from '../../core/review/actOnReview.ts';
import { statusValuesOf } from '../../core/review/statusValues.ts';
import { readRecord } from '../../core/review/readRecord.ts';
import { recordOf } from '../../core/review/recordOf.ts';
import { recordPathOf } from '../../core/review/recordPath.ts';
import type { ReviewRecord } from '../../core/review/reviewRecord.ts';
import { rubricOf, scoreExamination } from '../../core/score/scoreExamination.ts';
import type { EngineView } from '../engineView.ts';
import { uriOfPath } from '../resourceUri.ts';
import { countBySeverity } from '../status.ts';

/** A document of a library; `text` where it is not open. */
export interface ReviewTarget {
  readonly root: string;
  readonly path: string;
  readonly text?: string | undefined;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** The record as it is on disk now, where somebody has just looked. */
  readonly recordText?: string | undefined;
}

export interface ReviewSubject {
  readonly analysis: Analysis;
  readonly ground: ActGround & { readonly today: string };
  readonly recordPath: string;
}

/** Undefined for what is no document of a known library, or has not been read yet. */
export function reviewSubject(view: EngineView, target: ReviewTarget): ReviewSubject | undefined {
  const { root, path, today } = target;
  const known = view.ground(root);
  const analysis = analysisOf(view, target);
  if (known?.index === undefined || analysis === undefined) return undefined;
  const { kind } = analysis.kind;
  if (kind === 'template' || kind === 'standard') return undefined;
  const { index, configuration, plans, life } = known;
  const found = recordOf(analysis.facts, index, life);
  const recordPath = found?.path ?? recordPathOf(path);
  const recordText = target.recordText ?? textOfRecord(view, root, recordPath);
  const record = recordText === undefined ? undefined : recordOfText(recordPath, recordText, found);
  const standard = analysis.context?.standard;
  const examination = examinationOf(view, target);
  const scored = examination && scoreExamination(examination, known, record);
  return {
    analysis,
    recordPath,
    ground: {
      facts: analysis.facts,
      source: analysis.model.source,
      index: withFacts(index, analysis),
      configuration,
      today,
      plans,
      findings: countBySeverity(analysis.findings),
      record,
      recordText,
      rubric: standard && rubricOf(standard),
      score: scored?.score,
      statusValues: statusValuesOf(analysis.bound, analysis.facts),
    },
  };
}

function analysisOf(view: EngineView, { root, path, text }: ReviewTarget): Analysis | undefined {
  const open = view.document(uriOfPath(root, path))?.analysis;
  return open ?? (text === undefined ? undefined : view.analyze(root, path, text));
}

function examinationOf(view: EngineView, { root, path, text }: ReviewTarget): Examination | undefined {
  const open = view.document(uriOfPath(root, path))?.examination;
  return open ?? (text === undefined ? undefined : view.examine(root, path, text));
}

function withFacts(index: LibraryIndex, { facts }: Analysis): LibraryIndex {
  return index.documents.get(facts.path) === facts
    ? index
    : { ...index, documents: new Map(index.documents).set(facts.path, facts) };
}

export function textOfRecord(view: EngineView, root: string, path: string): string | undefined {
  return view.state.lives.get(root)?.records.find(([name]) => name === path)?.[1];
}

const read = new WeakMap<object, { readonly text: string; readonly record: ReviewRecord }>();

/** The record that is known, where the text is the one that it was read from. */
function recordOfText(path: string, text: string, found: ReviewRecord | undefined): ReviewRecord {
  const before = found && read.get(found);
  if (before?.text === text) return before.record;
  const record = readRecord(path, text);
  if (found !== undefined) read.set(found, { text, record });
  return record;
}
