// Fixes for the findings that touch a range, fix-all and organize sources, and suppression with a reason.
import { compareFindings, type Finding, type Fix } from '../core/finding.ts';
import { renderMessage } from '../core/messages/render.ts';
import type { Range, Span } from '../core/sourceText.ts';
import { toFix, type PlainEdit } from './diagnostics.ts';
import type { DocumentView, EngineView } from './engineView.ts';
import { fixFamily } from './fixFamilies.ts';
import { addRelated } from './relations/addRelated.ts';
import { ownRegionEdits } from './regions.ts';
import { fileStateFix } from './planDocument/fileStateFix.ts';
import { suppressionFix } from './suppressionFix.ts';

export interface CodeActionParams {
  readonly uri: string;
  readonly range: Range;
  /** LSP kinds that the client asks for; absent: all. */
  readonly only?: readonly string[];
}

export interface PlainAction {
  readonly title: string;
  readonly kind:
    'quickfix' | 'source.fixAll.casewright' | 'source.organizeSections.casewright' | 'source.updateRegions.casewright';
  readonly isPreferred: boolean;
  readonly edits: readonly PlainEdit[];
  /** Code and range of the finding that it mends, as in the diagnostics. */
  readonly mends?: { readonly code: string; readonly range: Range };
}

export interface CodeActions {
  readonly version: number;
  readonly actions: readonly PlainAction[];
}

export function codeActions(view: EngineView, { uri, range, only }: CodeActionParams): CodeActions {
  const found = view.document(uri);
  if (found === undefined) return { version: 0, actions: [] };
  const wants = (kind: string): boolean =>
    only === undefined || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  const quick = wants('quickfix') ? quickFixes(found, range) : [];
  // Source actions cost a whole round of fixes, so they are only made where they are asked for.
  const sources = only === undefined ? [] : sourceActions(found, wants);
  return { version: found.document.version, actions: [...quick, ...sources] };
}

function quickFixes(found: DocumentView, range: Range): readonly PlainAction[] {
  const { source } = found.analysis.model;
  const asked = source.spanOf(range);
  const touched = found.analysis.findings.filter((finding) => overlaps(finding.span, asked)).toSorted(compareFindings);
  const fixes = touched.flatMap((finding) => fixesOf(found, finding).map((fix) => actionOf(found, finding, fix)));
  const missing = touched.filter((finding) => finding.code === 'section-missing').length > 0;
  const all = missing ? familyAction(found, 'missingSections') : [];
  const quiet = touched.flatMap((finding) => suppressionActions(found, finding));
  return dedupe([...fixes, ...all, ...quiet, ...addRelated(found, asked)]);
}

/** Those of the finding, and what only the library's files can tell. */
function fixesOf(found: DocumentView, finding: Finding): readonly Fix[] {
  const ofFile = fileStateFix(found, finding);
  return [...(finding.fixes ?? []), ...(ofFile === undefined ? [] : [ofFile])];
}

function actionOf(found: DocumentView, finding: Finding, fix: Fix): PlainAction {
  const { source } = found.analysis.model;
  const plain = toFix(fix, source, found.view.locale);
  return { ...plain, kind: 'quickfix', mends: { code: finding.code, range: source.rangeOf(finding.span) } };
}

function suppressionActions(found: DocumentView, finding: Finding): readonly PlainAction[] {
  const fix = suppressionFix(found.analysis, finding);
  return fix === undefined ? [] : [{ ...actionOf(found, finding, fix), isPreferred: false }];
}

function familyAction(found: DocumentView, family: 'missingSections'): readonly PlainAction[] {
  const edits = fixFamily(found, family);
  if (edits.length === 0) return [];
  const title = renderMessage({ key: 'action.insert-all-missing' }, found.view.locale);
  return [{ title, kind: 'quickfix', isPreferred: false, edits }];
}

function sourceActions(found: DocumentView, wants: (kind: string) => boolean): readonly PlainAction[] {
  const make = (
    kind: PlainAction['kind'],
    key: 'action.fix-all' | 'action.organize' | 'region.update',
    edits: readonly PlainEdit[],
  ): PlainAction[] =>
    edits.length === 0 ? [] : [{ title: renderMessage({ key }, found.view.locale), kind, isPreferred: false, edits }];
  return [
    ...(wants('source.fixAll.casewright')
      ? make('source.fixAll.casewright', 'action.fix-all', fixFamily(found, 'all'))
      : []),
    ...(wants('source.organizeSections.casewright')
      ? make('source.organizeSections.casewright', 'action.organize', fixFamily(found, 'organize'))
      : []),
    ...(wants('source.updateRegions.casewright')
      ? make('source.updateRegions.casewright', 'region.update', ownRegionEdits(found.view, found.document.uri))
      : []),
  ];
}

/** Half-open spans that share a place; an empty one counts at its edges. */
function overlaps(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Several findings may share one fix (a stale table of contents); it is offered once. */
function dedupe(actions: readonly PlainAction[]): readonly PlainAction[] {
  const seen = new Set<string>();
  return actions.filter((action) => {
    const key = JSON.stringify([action.title, action.edits]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
