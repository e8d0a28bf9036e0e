// One document against its library: by itself, then as a plan against files and other plans, then against the index of the
// library, and what of that is shown. Pure; never throws for any text.
import type { Analysis, DocumentInput, Examination } from './analysis.ts';
import { conclude, type Concluded } from './checking/conclude.ts';
import { libraryFindings } from './checking/libraryFindings.ts';
import { distinctFindings } from './checking/oneFindingPerFault.ts';
import { planFindings } from './checking/planFindings.ts';
import { examineDocument } from './examineDocument.ts';
import type { DocumentFacts } from './facts/documentFacts.ts';
import type { Finding } from './finding.ts';
import { updateIndex } from './index/libraryIndex.ts';
import type { LibraryContext } from './library/libraryContext.ts';

export interface AnalysisOptions {
  /** YYYY-MM-DD, for what expires or grows old; absent: nothing does. */
  readonly today?: string;
}

export function analyzeDocument(
  input: DocumentInput,
  library: LibraryContext,
  options: AnalysisOptions = {},
): Analysis {
  return judgeDocument(examineDocument(input, library), library, options);
}

/** The examined document against the rest of the library, as far as it is known. */
export function judgeDocument(
  examination: Examination,
  library: LibraryContext,
  options: AnalysisOptions = {},
): Analysis {
  const { ownFindings, ...common } = examination;
  const raw = [...ownFindings, ...distinctFindings(planFindings(examination, library))];
  return { ...common, ...judgeFacts({ facts: common.facts, raw }, library, options) };
}

/** What one document says by itself and as a plan, without its text. */
export interface OwnFindings {
  readonly facts: DocumentFacts;
  /** Raw findings of document, schema and plan rules. */
  readonly raw: readonly Finding[];
}

/** The same for a document whose text is not at hand: library rules over facts, weights, suppressions. */
export function judgeFacts(
  { facts, raw }: OwnFindings,
  { index: known, configuration, plans, life }: Pick<LibraryContext, 'index' | 'configuration' | 'plans' | 'life'>,
  { today }: AnalysisOptions = {},
): Concluded {
  const index = known && updateIndex(known, { changed: [facts] });
  const ground = index && {
    index,
    configuration,
    ...(plans && { plans }),
    ...(life && { life }),
    ...(today !== undefined && { today }),
  };
  return conclude({
    facts,
    raw: ground === undefined ? raw : [...raw, ...distinctFindings(libraryFindings(facts, ground))],
    configuration,
    isAlone: ground === undefined,
    ...(today !== undefined && { today }),
  });
}
