// Findings of documents that are not open. Each is looked at once per text; what the rest of the library has to do with it
// is added from facts alone, so that a change elsewhere costs no reading. Nothing of a text is kept but its line starts.
import type { OwnFindings } from '../core/analyzeDocument.ts';
import { planFindings } from '../core/checking/planFindings.ts';
import { distinctFindings } from '../core/checking/oneFindingPerFault.ts';
import type { DocumentFacts } from '../core/facts/documentFacts.ts';
import { compareFindings, compareSeverity, type Finding, type Message, type Severity } from '../core/finding.ts';
import { LineMap } from '../core/lineMap.ts';
import { contentHash } from '../core/schema/contentHash.ts';
import { messageText, toDiagnostic, type PlainDiagnostic, type Places } from './diagnostics.ts';
import type { EngineView } from './engineView.ts';
import type { Ground } from './ground.ts';
import { identityNumber } from './identityNumber.ts';
import { countBySeverity } from './status.ts';

export interface ClosedTexts {
  readonly root: string;
  readonly documents: readonly { readonly path: string; readonly text: string }[];
}

export interface ClosedQuestion {
  readonly root: string;
  readonly paths: readonly string[];
  /** Findings of one document that are listed; the others are counted in one more. */
  readonly mostPerDocument: number;
}

export type ClosedAnswer =
  /** Its text has to be looked at first (`examineClosed`). */
  | { readonly path: string; readonly isUnread: true }
  | {
      readonly path: string;
      readonly isUnread: false;
      /** Equal for equal diagnostics. */
      readonly resultId: string;
      readonly diagnostics: readonly PlainDiagnostic[];
      /** Of all findings, listed or not. */
      readonly counts: Readonly<Record<Severity, number>>;
    };

interface KnownDocument {
  readonly own: OwnFindings;
  readonly lines: LineMap;
  /** What a plan was held against; other documents do not depend on it. */
  readonly forPlans?: Ground['forPlans'];
  /** The library that it was examined with. */
  readonly alone: Ground['alone'];
  answer?: { readonly stamp: string; readonly value: ClosedAnswer };
}

const known = new WeakMap<DocumentFacts, KnownDocument>();

/** Looks at texts; those whose facts are not (or no more) in the index are left out. How many were taken. */
export function examineClosed(view: EngineView, { root, documents }: ClosedTexts): number {
  const ground = view.ground(root);
  let count = 0;
  for (const { path, text } of documents) {
    const facts = ground?.index?.documents.get(path);
    const examination = facts && view.examine(root, path, text);
    if (ground === undefined || facts === undefined || examination === undefined) continue;
    const { plan, model, ownFindings } = examination;
    const raw = [...ownFindings, ...distinctFindings(planFindings(examination, ground))].map(withoutFixes);
    const isPlan = plan !== undefined;
    known.set(facts, {
      own: { facts, raw },
      lines: new LineMap(model.source),
      alone: ground.alone,
      ...(isPlan && { forPlans: ground.forPlans }),
    });
    count += 1;
  }
  return count;
}

/** Fixes are made again when the document is opened. */
function withoutFixes({ code, severity, message, span, origin, related, isUnnecessary }: Finding): Finding {
  return {
    ...{ code, severity, message, span },
    ...(origin && { origin }),
    ...(related && { related }),
    ...(isUnnecessary !== undefined && { isUnnecessary }),
  };
}

/** What the documents of the index would show; documents that are not in it are left out. */
export function closedFindings(view: EngineView, question: ClosedQuestion): readonly ClosedAnswer[] {
  const ground = view.ground(question.root);
  const documents = ground?.index?.documents;
  if (ground === undefined || documents === undefined) return [];
  const stamp = `${stampOf(ground)} ${view.locale} ${question.mostPerDocument}`;
  return question.paths.flatMap((path): ClosedAnswer[] => {
    const facts = documents.get(path);
    if (facts === undefined) return [];
    const document = known.get(facts);
    if (document === undefined || !isCurrent(document, ground)) return [{ path, isUnread: true }];
    if (document.answer?.stamp !== stamp) document.answer = { stamp, value: answerOf(view, document, question) };
    return [document.answer.value];
  });
}

function isCurrent({ alone, forPlans }: KnownDocument, ground: Ground): boolean {
  return alone === ground.alone && (forPlans === undefined || forPlans === ground.forPlans);
}

/** Changes whenever the findings of some closed document may. */
export function closedStamp(view: EngineView, { root }: { readonly root: string }): string {
  const ground = view.ground(root);
  return ground?.index === undefined ? '' : `${stampOf(ground)}.${identityNumber(ground.forPlans)} ${view.locale}`;
}

function stampOf({ alone, index, plans, life }: Ground): string {
  const { identity, headings, links, paths, prints } = index?.aspects ?? {};
  // Only review records have anything to do with what sections say.
  const ofContent = life !== undefined && life.records.size > 0 ? [prints] : [];
  return [alone, identity, headings, links, paths, plans, life, ...ofContent].map(identityNumber).join('.');
}

function answerOf(view: EngineView, document: KnownDocument, { root, mostPerDocument }: ClosedQuestion): ClosedAnswer {
  const { own, lines } = document;
  const findings = view.judge(root, own)?.findings ?? [];
  const counts = countBySeverity(findings);
  const rendering = { source: lines, locale: view.locale, sourceOf: placesIn(view, root) };
  const diagnostics = weightiest(findings, mostPerDocument).map((finding) => toDiagnostic(finding, rendering));
  const rest = findings.length - diagnostics.length;
  if (rest > 0) {
    const range = lines.rangeOf({ start: 0, end: own.facts.sizes.firstLineEnd });
    const key = mostPerDocument === 0 ? 'more-findings.only' : 'more-findings';
    diagnostics.push(counted({ key, args: { count: rest } }, range, view.locale));
  }
  const resultId = contentHash(JSON.stringify(diagnostics));
  return { path: own.facts.path, isUnread: false, resultId, diagnostics, counts };
}

/** In report order. */
function weightiest(findings: readonly Finding[], most: number): readonly Finding[] {
  if (findings.length <= most) return findings;
  const ranked = findings.toSorted((a, b) => compareSeverity(a.severity, b.severity) || compareFindings(a, b));
  return ranked.slice(0, most).sort(compareFindings);
}

function counted(message: Message, range: PlainDiagnostic['range'], locale: EngineView['locale']): PlainDiagnostic {
  return {
    code: 'more-findings',
    severity: 'information',
    message: messageText(message, locale),
    range,
    related: [],
    isUnnecessary: false,
  };
}

function placesIn(view: EngineView, root: string): (path: string) => Places | undefined {
  return (path) => {
    const facts = view.index(root)?.documents.get(path);
    return facts && known.get(facts)?.lines;
  };
}
