// True progress above the headings of plan, phases and milestones: what files and boxes say, not what is written there.
import { rollUp } from '../../core/roadmap/rollUp.ts';
import { renderMessage } from '../../core/messages/render.ts';
import type { Lens } from '../codeLens.ts';
import type { DocumentView } from '../engineView.ts';
import { rowsOf, type RoadmapRow } from '../roadmap/rows.ts';
import { planGround, type PlanGround } from './planGround.ts';

export function planLens(found: DocumentView): readonly Lens[] {
  const ground = planGround(found);
  if (ground?.roadmap === undefined) return [];
  const { plan, model } = ground;
  const { locale } = found.view;
  const rowOf = rowsByKey(ground, found);
  const headings = new Set(model.sections.map(({ heading }) => model.source.lineAt(heading.span.start)));
  const lensOf = (line: number, keys: readonly string[]): readonly Lens[] => {
    const rows = keys.flatMap((key) => rowOf.get(key) ?? []);
    if (rows.length === 0 || !headings.has(line)) return [];
    const items = rows.map(({ state, effort, hasDrift }) => ({
      state: state.state,
      hasDrift,
      ...(effort && { effort: effort.value }),
    }));
    const { complete, items: of, drift } = rollUp(items);
    const title = renderMessage(
      { key: drift > 0 ? 'lens.progress-drift' : 'lens.progress', args: { complete, of, drift } },
      locale,
    );
    return [{ range: model.source.rangeOf(model.source.lineSpan(line)), title, command: 'casewright.roadmap.focus' }];
  };
  const titleLine = model.title === undefined ? undefined : model.source.lineAt(model.title.heading.span.start);
  const places = [
    ...(titleLine === undefined ? [] : [{ line: titleLine, keys: plan.items.map(({ key }) => key) }]),
    ...plan.phases.map(({ line, items }) => ({ line, keys: items })),
    ...plan.milestones.map(({ line, items }) => ({ line, keys: items })),
  ];
  const seen = new Set<number>();
  return places.flatMap(({ line, keys }) => {
    if (seen.has(line)) return [];
    seen.add(line);
    return lensOf(line, keys);
  });
}

function rowsByKey({ roadmap }: PlanGround, { document, view }: DocumentView): ReadonlyMap<string, RoadmapRow> {
  const rows = new Map<string, RoadmapRow>();
  for (const row of roadmap === undefined ? [] : rowsOf(roadmap, view)) {
    for (const { read, item } of [row, ...row.others]) {
      if (read.plan.path === document.path) rows.set(item.key, row);
    }
  }
  return rows;
}
