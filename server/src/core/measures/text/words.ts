// Raw Markdown of one piece to its words, its size and its sentences. Bounded: no piece is read beyond 2,000 units.
import { addTextCounts, type TextCounts } from '../../model/textCounts.ts';
import type { Span } from '../../sourceText.ts';

const MAXIMUM_LENGTH = 2_000;

/** The words as a reader sees them, on one line. */
export function readableText(raw: string): string {
  return raw
    .slice(0, MAXIMUM_LENGTH)
    .replace(/!?\[([^[\]]{0,500})\]\([^()\s]{0,500}\)/g, '$1')
    .replace(/<\/?[A-Za-z][^<>]{0,200}>/g, ' ')
    .replace(/[*`]/g, '')
    .replace(/\s/g, ' ')
    .trim();
}

const GAP = /待补充|待完善|待填写|待定|省略|敬请期待|TODO|TBD|FIXME/;

/** 字 of a piece, without the words of links; none for a gap. A word of other letters than Chinese weighs two. */
export function sizeOf(raw: string): number {
  const own = raw
    .slice(0, MAXIMUM_LENGTH)
    .replace(/!?\[[^[\]]{0,500}\]\([^()\s]{0,500}\)/g, ' ')
    .replace(/<\/?[A-Za-z][^<>]{0,200}>|(?:https?|ftp):\/\/[^\s<>()]{1,500}/g, ' ');
  if (GAP.test(own) && own.length < 60) return 0;
  const counts: TextCounts = { length: 0, words: 0 };
  addTextCounts(own, 0, own.length, counts);
  const chinese = own.match(/[\u3400-\u9FFF\uF900-\uFAFF]/g)?.length ?? 0;
  return 2 * counts.length - chinese;
}

const SENTENCE_END = /[。！？；!?;]["”’）)*]*|\.["”’)*]*(?=\s)| {2}\r?\n|\\\r?\n|<br *\/?>/g;

/** The sentences of a paragraph, without the blanks around them. Hard line breaks end a sentence, soft ones do not. */
export function splitSentences(text: string, { start, end }: Span): readonly Span[] {
  const spans: Span[] = [];
  const raw = text.slice(start, end);
  let from = 0;
  const push = (until: number): void => {
    const piece = raw.slice(from, until);
    const words = piece.trim();
    const left = start + from + (piece.length - piece.trimStart().length);
    if (words !== '') spans.push({ start: left, end: left + words.length });
    from = until;
  };
  for (const { index, 0: found } of raw.matchAll(SENTENCE_END)) push(index + found.length);
  push(raw.length);
  return spans;
}
