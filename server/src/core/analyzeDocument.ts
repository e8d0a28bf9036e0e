// One document against its library: by itself, then as a plan against files and other plans, then against the index of the
// library, and what of that is shown. Pure; never throws for any text.
import type { Analysis, DocumentInput, Examination } from './analysis.ts';
import { conclude } from './checking/conclude.ts';
import { libraryFindings } from './checking/libraryFindings.ts';
import { distinctFindings } from './checking/oneFindingPerFault.ts';
import { isOff } from './checking/ruleStates.ts';
import { examineDocument } from './examineDocument.ts';
import type { Finding } from './finding.ts';
import { updateIndex } from './index/libraryIndex.ts';
import type { LibraryContext } from './library/libraryContext.ts';
import { rules } from './rules/index.ts';
import type { PlanRule } from './rules/rule.ts';

export interface AnalysisOptions {
  /** YYYY-MM-DD, for suppressions that expire; absent: none does. */
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
  { today }: AnalysisOptions = {},
): Analysis {
  const { facts, ownFindings, ...common } = examination;
  const { configuration, plans } = library;
  const index = library.index && updateIndex(library.index, { changed: [facts] });
  const others = [
    ...planFindings(examination, library),
    ...(index === undefined ? [] : libraryFindings(facts, { index, configuration, ...(plans && { plans }) })),
  ];
  const concluded = conclude({
    facts,
    raw: [...ownFindings, ...distinctFindings(others)],
    configuration,
    isAlone: index === undefined,
    ...(today !== undefined && { today }),
  });
  return { ...common, facts, ...concluded };
}

function planFindings({ plan, model }: Examination, library: LibraryContext): readonly Finding[] {
  if (plan === undefined) return [];
  const { files, plans = [], configuration } = library;
  const otherPlans = plans.filter((other) => other.path !== plan.path);
  const context = { plan, model, otherPlans, ...(files && { files }) };
  return rules
    .filter((rule): rule is PlanRule => rule.kind === 'plan' && !isOff(rule.code, configuration))
    .flatMap((rule) => rule.check(context, configuration.rules[rule.code]?.options ?? {}));
}
