// Beside stated figures that differ: what is there. `~800 行` → 实际 1,330.
import { linesOfFile } from '../../core/roadmap/disk/countLines.ts';
import type { Message } from '../../core/finding.ts';
import { renderMessage } from '../../core/messages/render.ts';
import type { Size, Stated, StatedTotal } from '../../core/roadmap/plan.ts';
import type { Position, Range } from '../../core/sourceText.ts';
import type { EngineView } from '../engineView.ts';
import { fileOf, planGround, type PlanGround } from './planGround.ts';

export interface InlayText {
  readonly position: Position;
  readonly label: string;
  readonly tooltip: string;
}

/** `about 800` is met by figures that differ by no more than this share. */
const ABOUT = 0.1;

export function inlayHints(
  view: EngineView,
  { uri, range }: { readonly uri: string; readonly range: Range },
): readonly InlayText[] {
  const found = view.document(uri);
  const ground = found && planGround(found);
  if (ground === undefined) return [];
  const { source } = ground.model;
  const wanted = source.spanOf(range);
  const say = (message: Message): string => renderMessage(message, view.locale);
  return [...sizeHints(ground), ...totalHints(ground)]
    .filter(({ offset }) => offset >= wanted.start && offset <= wanted.end)
    .toSorted((a, b) => a.offset - b.offset)
    .map(({ offset, label, tooltip }) => ({
      position: source.positionAt(offset),
      label: say(label),
      tooltip: say(tooltip),
    }));
}

interface Hint {
  readonly offset: number;
  readonly label: Message;
  readonly tooltip: Message;
}

/** Lines of the first file that is there, beside every size that is stated of the item. */
function sizeHints({ plan, roadmap, resolve }: PlanGround): readonly Hint[] {
  const files = roadmap?.library.files;
  if (files === undefined) return [];
  return plan.items.flatMap((item) => {
    const file = item.paths.flatMap(({ path }) => fileOf(resolve(path)) ?? [])[0];
    const lines = file === undefined ? undefined : linesOfFile(files, file);
    if (file === undefined || lines === undefined) return [];
    return [item.expectedSize, item.actualSize].flatMap((size): readonly Hint[] => {
      if (size?.value.unit !== 'line' || isMet(size, lines)) return [];
      const args = { lines: grouped(lines), path: file };
      return [
        { offset: size.span.end, label: { key: 'inlay.lines', args }, tooltip: { key: 'inlay.lines.why', args } },
      ];
    });
  });
}

function isMet({ value }: Stated<Size>, lines: number): boolean {
  const { min, max, isApproximate } = value;
  const slack = isApproximate === true ? ABOUT : 0;
  return lines >= min * (1 - slack) && (max === undefined || lines <= max * (1 + slack));
}

/** Recounted totals that are not what is stated. */
function totalHints({ plan }: PlanGround): readonly Hint[] {
  const seen = new Set<number>();
  return plan.totals.flatMap((total): readonly Hint[] => {
    const { computed, span } = total;
    if (computed === undefined || isRight(total, computed) || seen.has(span.end)) return [];
    seen.add(span.end);
    const figure =
      computed.min === computed.max ? grouped(computed.min) : `${grouped(computed.min)}-${grouped(computed.max)}`;
    const args = { figure, count: computed.parts.length, scope: total.scope.label };
    return [{ offset: span.end, label: { key: 'inlay.total', args }, tooltip: { key: 'inlay.total.why', args } }];
  });
}

function isRight({ min, max, bound }: StatedTotal, computed: { readonly min: number; readonly max: number }): boolean {
  if (bound === 'at-least') return computed.max >= min;
  const slack = bound === 'about' ? ABOUT : 0;
  return computed.min >= min * (1 - slack) && computed.max <= max * (1 + slack);
}

function grouped(figure: number): string {
  const rounded = Math.round(figure * 10) / 10;
  return String(rounded).replace(/\B(?=(\d{3})+(?!\d)(?!\.))/g, ',');
}
