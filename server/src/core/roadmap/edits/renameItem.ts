// Another name for an item, in every place of the plan that names it. Links and contents entries follow a renamed heading.
import type { TextEdit } from '../../finding.ts';
import { changeHeadings, type HeadingChange } from '../../fixes/headingEdit.ts';
import type { MarkdownParser } from '../../markdown/markdownParser.ts';
import { applyEdits } from '../../applyEdits.ts';
import { buildModel } from '../../model/buildModel.ts';
import type { Span } from '../../sourceText.ts';
import { flattenInline } from '../inlineText.ts';
import type { Mention, PlanItem } from '../plan.ts';
import { readPlan } from '../readPlan.ts';
import type { ChangeTarget } from './planChange.ts';

/** The place of the item's name that the offset is in, and the item; undefined where no item is named. */
export function itemNamedAt(
  items: readonly PlanItem[],
  offset: number,
): { readonly item: PlanItem; readonly mention: Mention } | undefined {
  for (const item of items) {
    const mention = item.mentions.find(({ span }) => span.start <= offset && offset <= span.end);
    if (mention !== undefined) return { item, mention };
  }
  return undefined;
}

/**
 * Places that use the name (or a word built with it: 物流系统案例缺失) get the new one. Places that use another name keep
 * it, except where the plan would no longer know them as the same item.
 */
export function renameItem(target: ChangeTarget, newTitle: string, parser: MarkdownParser): readonly TextEdit[] {
  const { plan, model, item } = target;
  const { source } = model;
  const same = item.mentions.flatMap((mention) => {
    const span = nameIn(source.slice(mention.span), mention.span, item.title);
    return span === undefined ? [] : [span];
  });
  const first = editsOf(target, same, newTitle);
  const text = applyEdits(source.text, first);
  const after = readPlan(plan.path, buildModel(text, parser))?.items.find(({ title }) => title === newTitle);
  if (after === undefined || after.mentions.length >= item.mentions.length) return first;
  const kept = new Set(after.mentions.map(({ line }) => line));
  const lost = item.mentions.filter(
    ({ line, span }) => !kept.has(line) && !same.some(({ start }) => start === span.start),
  );
  return editsOf(target, [...same, ...lost.map(({ span }) => span)], newTitle);
}

function nameIn(written: string, { start }: Span, title: string): Span | undefined {
  const at = written.indexOf(title);
  return at < 0 ? undefined : { start: start + at, end: start + at + title.length };
}

function editsOf({ model }: ChangeTarget, spans: readonly Span[], newText: string): readonly TextEdit[] {
  const changes: HeadingChange[] = [];
  const edits: TextEdit[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    if (edits.concat(changes).some((known) => known.span.start < span.end && span.start < known.span.end)) continue;
    const section = model.sections.find(
      ({ heading }) => heading.textSpan.start <= span.start && span.end <= heading.textSpan.end,
    );
    if (section === undefined) edits.push({ span, newText });
    else changes.push({ section, span, newText });
  }
  return [...edits, ...changeHeadings(model, changes, flattenInline)];
}
