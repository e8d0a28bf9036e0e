// Rename of a roadmap item, across all places of the plan that name it.
import type { Message } from '../core/finding.ts';
import { itemNamedAt, renameItem } from '../core/roadmap/edits/renameItem.ts';
import type { Range } from '../core/sourceText.ts';
import { renderMessage } from '../core/messages/render.ts';
import type { PositionParams } from './definition.ts';
import type { PlainEdit } from './diagnostics.ts';
import type { EngineView } from './engineView.ts';

export interface RenamePlace {
  readonly range: Range;
  readonly placeholder: string;
}

/** What would be renamed; undefined where no item is named. */
export function prepareRename(view: EngineView, { uri, position }: PositionParams): RenamePlace | undefined {
  const found = view.document(uri);
  const plan = found?.analysis.plan;
  if (found === undefined || plan === undefined) return undefined;
  const { source } = found.analysis.model;
  const named = itemNamedAt(plan.items, source.offsetAt(position));
  return named && { range: source.rangeOf(named.mention.span), placeholder: named.item.title };
}

export interface RenameParams extends PositionParams {
  readonly newName: string;
}
export type RenameResult =
  { readonly version: number; readonly edits: readonly PlainEdit[] } | { readonly refusal: string };

/** A name that would break the line (line ending, bar, emphasis) is refused with the reason. */
export function rename(view: EngineView, { uri, position, newName }: RenameParams): RenameResult | undefined {
  const found = view.document(uri);
  const plan = found?.analysis.plan;
  if (found === undefined || plan === undefined) return undefined;
  const { analysis, document, library } = found;
  const { source } = analysis.model;
  const title = newName.trim();
  const refuse = (key: Message['key']): RenameResult => ({ refusal: renderMessage({ key }, view.locale) });
  if (title === '' || /[\n\r|`*]/.test(title)) return refuse('roadmap.rename.invalid');
  const named = itemNamedAt(plan.items, source.offsetAt(position));
  if (named === undefined) return undefined;
  const others = plan.items.filter((item) => item !== named.item);
  if (others.some((item) => item.title === title)) return refuse('roadmap.rename.taken');
  const edits = renameItem({ plan, model: analysis.model, item: named.item }, title, library.parser);
  return {
    version: document.version,
    edits: edits.map(({ span, newText }) => ({ range: source.rangeOf(span), newText })),
  };
}
