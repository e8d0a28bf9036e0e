// Writes a priority to the places that state the item's own one. A priority that comes from a heading is not the item's.
import type { TextEdit } from '../../finding.ts';
import type { Priority } from '../plan.ts';
import { prioritiesIn } from '../words/priority.ts';
import { isOwnPlace } from './ownPlaces.ts';
import type { ChangeOutcome, ChangeTarget } from './planChange.ts';

export function changePriority({ item, model }: ChangeTarget, priority: Priority): ChangeOutcome {
  const { source } = model;
  const own = item.priorities.filter(
    (stated) => isOwnPlace(item, stated) && stated.via !== 'group' && stated.via !== 'phase',
  );
  const codes = own.flatMap((stated) => {
    const [first] = prioritiesIn(source.slice(stated.span));
    return first === undefined ? [] : [{ stated, start: stated.span.start + first.index, value: first.value }];
  });
  if (codes.length === 0) {
    const inherited = item.priorities[0];
    if (inherited === undefined) return { refusal: { key: 'roadmap.change.no-priority' } };
    const line = inherited.line + 1;
    return { refusal: { key: 'roadmap.change.inherited-priority', args: { priority: inherited.value, line } } };
  }
  const starts = new Set<number>();
  const edits = codes.flatMap(({ start, value }): readonly TextEdit[] => {
    if (value === priority || starts.has(start)) return [];
    starts.add(start);
    return [{ span: { start, end: start + 2 }, newText: priority }];
  });
  const written = new Set(codes.map(({ stated }) => stated));
  const left = item.priorities.find((stated) => stated.value !== priority && !written.has(stated));
  if (left === undefined) return { edits };
  const args = { priority: left.value, line: source.lineAt(left.span.start) + 1 };
  return { edits, notice: { key: 'roadmap.change.priority-left', args } };
}
