// Open documents: texts and versions, changed only in order (the library's TextDocument accepts older versions silently).
// Pure: each change gives a new document.
import { SourceText } from '../core/sourceText.ts';

export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly languageId: string;
  /** False after a change that could not be applied: the text may differ from the editor's until it is sent whole. */
  readonly isSynced: boolean;
}

export interface TextChange {
  /** Absent: the change is the whole text. */
  readonly range?: { readonly start: WirePosition; readonly end: WirePosition };
  readonly text: string;
}

/** As it came from the client: any number, or something that is none (NaN). */
interface WirePosition {
  readonly line: number;
  readonly character: number;
}

export interface ChangeOutcome {
  readonly document: OpenDocument;
  /** Why the change was not (wholly) applied, for the log. */
  readonly problem?: string;
}

/** Applies the changes of one notification in order. An older or equal version changes nothing but marks the document. */
export function changeDocument(
  document: OpenDocument,
  version: number | undefined,
  changes: readonly TextChange[] | undefined,
): ChangeOutcome {
  if (changes === undefined || version === undefined) return outOfSync(document, 'malformed change');
  if (version <= document.version) {
    return outOfSync(document, `version ${version} after version ${document.version}`);
  }
  const lastWhole = changes.findLastIndex((change) => change.range === undefined);
  if (!document.isSynced && lastWhole < 0) return { document: { ...document, version }, problem: 'still out of sync' };
  let text = document.text;
  for (const change of changes.slice(Math.max(0, lastWhole))) {
    const next = applyTextChange(text, change);
    if (next === undefined) return outOfSync({ ...document, version }, 'range with bad numbers');
    text = next;
  }
  return { document: { ...document, version, text, isSynced: true } };
}

function outOfSync(document: OpenDocument, problem: string): ChangeOutcome {
  return { document: { ...document, isSynced: false }, problem };
}

/** Ranges beyond the text are clamped and reversed ones turned; undefined for NaN and negative numbers. */
function applyTextChange(text: string, change: TextChange): string | undefined {
  if (change.range === undefined) return change.text;
  const { start, end } = change.range;
  if (![start.line, start.character, end.line, end.character].every(isIndex)) return undefined;
  const source = new SourceText(text);
  const from = source.offsetAt(start);
  const to = source.offsetAt(end);
  return text.slice(0, Math.min(from, to)) + change.text + text.slice(Math.max(from, to));
}

function isIndex(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}
