// Stated figures of a stretch of text as facts: counts, sizes, efforts. What they count is told by the caller.
import type { TotalFact } from './facts.ts';
import type { FigureUnit, TotalScope } from './plan.ts';
import type { Span } from '../sourceText.ts';
import { effortsIn } from './words/effort.ts';
import { figuresIn, unitOfNoun } from './words/figure.ts';

export interface CountOptions {
  readonly scope: TotalScope;
  /** Words that say what a bare counter counts: `P0 主题（5个）`. */
  readonly noun?: string;
}

/** Every figure of the text: `（10个，19周）` gives two. `text` begins at `span.start`. */
export function countsIn(
  { text, span }: { readonly text: string; readonly span: Span },
  line: number,
  { scope, noun }: CountOptions,
): readonly TotalFact[] {
  const counts = figuresIn(text).map(({ value, text: written, index }) =>
    total({ line, span: spanAt(span, index, written), text: written, scope }, value, {
      unit: value.unit ?? (noun === undefined ? undefined : unitOfNoun(noun)) ?? 'item',
      ...(value.bound && { bound: value.bound }),
    }),
  );
  const efforts = effortsIn(text).map(({ value, text: written, index }) => {
    const isAbout = /(?:约|大约|~|≈)\s*$/.test(text.slice(0, index));
    return total({ line, span: spanAt(span, index, written), text: written, scope }, value, {
      unit: value.unit,
      ...(isAbout && { bound: 'about' as const }),
    });
  });
  return [...counts, ...efforts].toSorted((a, b) => a.span.start - b.span.start);
}

function total(
  base: Pick<TotalFact, 'line' | 'span' | 'text' | 'scope'>,
  { min, max }: { readonly min: number; readonly max: number },
  more: { readonly unit: FigureUnit; readonly bound?: 'at-least' | 'about' },
): TotalFact {
  return { fact: 'total', ...base, min, max, ...more };
}

function spanAt({ start }: Span, index: number, written: string): Span {
  return { start: start + index, end: start + index + written.length };
}
