// From a place that names an item to its definition in the plan; from the definition, or its path, to its file.
import { itemNamedAt } from '../../core/roadmap/edits/renameItem.ts';
import type { Place, Plan } from '../../core/roadmap/plan.ts';
import type { DefinitionTarget } from '../definition.ts';
import type { DocumentView } from '../engineView.ts';
import { uriOfPath } from '../resourceUri.ts';
import { fileOf, planGround, type PlanGround } from './planGround.ts';

export function planDefinition(found: DocumentView, offset: number): readonly DefinitionTarget[] | undefined {
  const ground = planGround(found);
  if (ground === undefined) return undefined;
  return ofPath(found, ground, offset) ?? ofName(found, ground, offset) ?? ofNeed(found, ground, offset);
}

const holds = ({ span }: Place, offset: number): boolean => span.start <= offset && offset <= span.end;

function ofPath(
  { document }: DocumentView,
  ground: PlanGround,
  offset: number,
): readonly DefinitionTarget[] | undefined {
  const stated = ground.plan.items.flatMap(({ paths }) => paths).find((path) => holds(path, offset));
  const file = stated && fileOf(ground.resolve(stated.path));
  if (stated === undefined || file === undefined) return undefined;
  return [{ uri: uriOfPath(document.root, file), line: 0, origin: ground.model.source.rangeOf(stated.span) }];
}

function ofName(
  { document }: DocumentView,
  ground: PlanGround,
  offset: number,
): readonly DefinitionTarget[] | undefined {
  const named = itemNamedAt(ground.plan.items, offset);
  if (named === undefined) return undefined;
  const { item, mention } = named;
  const origin = ground.model.source.rangeOf(mention.span);
  if (mention.line !== item.line) return [{ uri: document.uri, line: item.line, origin }];
  const files = item.paths.flatMap(({ path }) => fileOf(ground.resolve(path)) ?? []);
  return files.map((file) => ({ uri: uriOfPath(document.root, file), line: 0, origin }));
}

/** The words of a dependency lead to what they need. */
function ofNeed(
  { document }: DocumentView,
  { plan, model }: PlanGround,
  offset: number,
): readonly DefinitionTarget[] | undefined {
  for (const owner of [...plan.items, ...plan.phases]) {
    const text = owner.dependencyTexts.find((stated) => holds(stated, offset));
    if (text === undefined) continue;
    const origin = model.source.rangeOf(text.span);
    return owner.dependsOn.flatMap((key) => {
      const line = lineOf(plan, key);
      return line === undefined ? [] : [{ uri: document.uri, line, origin }];
    });
  }
  return undefined;
}

function lineOf({ items, phases }: Plan, key: string): number | undefined {
  return [...items, ...phases].find((thing) => thing.key === key)?.line;
}
