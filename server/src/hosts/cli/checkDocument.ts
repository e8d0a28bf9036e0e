// One document through the engine: checked once, or mended round by round. It reads and writes no file.
import { applyEdits, chooseFixes, MAX_FIX_ROUNDS } from '../../core/applyEdits.ts';
import type { Finding, Message } from '../../core/finding.ts';
import { limits } from '../../core/limits.ts';
import { SourceText } from '../../core/sourceText.ts';
import type { Analyzer } from './analyzer.ts';
import type { CheckedDocument } from './checkProtocol.ts';

export interface DocumentText {
  /** Relative to the library root. */
  readonly path: string;
  readonly text: string;
}

export interface MendedDocument {
  readonly document: CheckedDocument;
  /** The text that the findings of `document` are about. */
  readonly text: string;
  readonly fixedCount: number;
}

/** A document that could not be analysed has one finding that says so. */
export async function checkDocument(analyzer: Analyzer, { path, text }: DocumentText): Promise<CheckedDocument> {
  const outcome = await analyzer.run({ kind: 'check', path, text });
  if (outcome.kind === 'done' && outcome.value.kind === 'document') return outcome.value.document;
  const message: Message =
    outcome.kind === 'deadline'
      ? { key: 'document-not-analyzed', args: { seconds: limits.commandLineAnalysisTime / 1000 } }
      : { key: 'document-not-analyzed.crash', args: { detail: outcome.kind === 'crash' ? outcome.detail : '' } };
  return unreadDocument(path, {
    code: 'document-not-analyzed',
    severity: 'error',
    message,
    span: { start: 0, end: 0 },
  });
}

/** A document that was not looked at, and why. */
export function unreadDocument(path: string, finding: Finding): CheckedDocument {
  const reason: Message = { key: 'kind.default' };
  return { path, kind: 'other', reason, stage: 'normal', findings: [finding], suppressedCount: 0 };
}

/** Applies preferred fixes until none is left, at most MAX_FIX_ROUNDS times; ends early where fixes undo each other. */
export async function mendDocument(analyzer: Analyzer, { path, text }: DocumentText): Promise<MendedDocument> {
  const seen = new Set([text]);
  let current = text;
  let fixedCount = 0;
  let document = await checkDocument(analyzer, { path, text });
  for (let round = 0; round < MAX_FIX_ROUNDS; round++) {
    const { edits, fixed } = chooseFixes(document.findings);
    const { lineEnding } = new SourceText(current);
    const next = applyEdits(
      current,
      edits.map((edit) => ({ ...edit, newText: edit.newText.replace(/\r\n|\r|\n/g, lineEnding) })),
    );
    if (fixed.length === 0 || seen.has(next)) break;
    const checked = await checkDocument(analyzer, { path, text: next });
    // A fix that leads to a document that can not be analysed is no fix.
    if (checked.findings.some((finding) => finding.code === 'document-not-analyzed')) break;
    seen.add(next);
    current = next;
    document = checked;
    fixedCount += fixed.length;
  }
  return { document, text: current, fixedCount };
}
