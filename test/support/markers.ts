// Marked fixture texts: `<|>` is a cursor, `<[` … `]>` a range. The marks are taken out before the text is used.

export interface Marked {
  readonly text: string;
  /** Offsets in `text`, in order. */
  readonly cursors: readonly number[];
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

export function readMarks(marked: string): Marked {
  let text = '';
  const cursors: number[] = [];
  const open: number[] = [];
  const spans: { start: number; end: number }[] = [];
  for (const piece of marked.split(/(<\|>|<\[|\]>)/)) {
    if (piece === '<|>') cursors.push(text.length);
    else if (piece === '<[') open.push(text.length);
    else if (piece === ']>' && open.length > 0) spans.push({ start: open.pop() ?? 0, end: text.length });
    else text += piece;
  }
  if (open.length > 0) throw new Error('a <[ is not closed');
  return { text, cursors, spans };
}
