// The edits that turn one text into another, by lines, so that cursors and folds elsewhere stay where they are.
import { diffArrays } from 'diff';
import type { TextEdit } from '../finding.ts';
import type { SourceText } from '../sourceText.ts';

/** Edits on whole lines; empty for equal texts. */
export function minimalEdits(source: SourceText, wanted: string): readonly TextEdit[] {
  if (source.text === wanted) return [];
  const edits: TextEdit[] = [];
  let at = 0;
  let pending: { start: number; end: number; newText: string } | undefined;
  for (const part of diffArrays(linesOf(source.text), linesOf(wanted))) {
    const text = part.value.join('');
    if (!part.added && !part.removed) {
      if (pending !== undefined) edits.push(editOf(pending));
      pending = undefined;
      at += text.length;
      continue;
    }
    pending ??= { start: at, end: at, newText: '' };
    if (part.added) pending.newText += text;
    else {
      at += text.length;
      pending.end = at;
    }
  }
  if (pending !== undefined) edits.push(editOf(pending));
  return edits;
}

function editOf({ start, end, newText }: { start: number; end: number; newText: string }): TextEdit {
  return { span: { start, end }, newText };
}

/** Lines with their endings, so that joining them gives the text back. */
function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}
