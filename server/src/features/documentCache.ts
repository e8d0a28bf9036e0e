// What is known of the open documents: each version is examined once for each library, and held against the rest of the
// library again when that changed.
import type { Analysis, Examination } from '../core/analysis.ts';
import type { LibraryContext } from '../core/library/libraryContext.ts';
import type { EngineCore, Subject } from './engine.ts';
import type { EngineDocument } from './engineState.ts';
import type { Ground } from './ground.ts';

type OnSubject = (subject: Subject) => void;

export interface DocumentCache {
  examination(document: EngineDocument, library: LibraryContext, onSubject: OnSubject): Examination;
  analysis(document: EngineDocument, ground: Ground, onSubject: OnSubject): Analysis;
}

interface AnalyzedDocument {
  readonly ground: Ground;
  readonly analysis: Analysis;
}

export function documentCache(core: EngineCore): DocumentCache {
  const examinations = new WeakMap<EngineDocument, { library: LibraryContext; examination: Examination }>();
  const analyses = new WeakMap<EngineDocument, AnalyzedDocument>();
  const cache: DocumentCache = {
    examination(document, library, onSubject) {
      const found = examinations.get(document);
      if (found?.library === library) return found.examination;
      onSubject({ kind: 'document', uri: document.uri });
      const examination = core.examineDocument({ path: document.path, text: document.text }, library);
      examinations.set(document, { library, examination });
      return examination;
    },
    analysis(document, ground, onSubject) {
      const known = analyses.get(document);
      if (known !== undefined && isCurrent(known, ground)) return known.analysis;
      const examination = cache.examination(document, ground.alone, onSubject);
      onSubject({ kind: 'document', uri: document.uri });
      const analysis = core.judgeDocument(examination, ground);
      analyses.set(document, { ground, analysis });
      return analysis;
    },
  };
  return cache;
}

/** Plans are held against files too; every document is held against the index and the plans. */
function isCurrent({ ground: before, analysis }: AnalyzedDocument, ground: Ground): boolean {
  if (before.alone !== ground.alone || before.index !== ground.index || before.life !== ground.life) return false;
  return analysis.plan === undefined ? before.plans === ground.plans : before.forPlans === ground.forPlans;
}
