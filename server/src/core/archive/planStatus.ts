// What plans say of a document that is laid aside: status words of the items that stand for it alone become the team's word
// for archived. Boxes, percentages and bare marks stay: the work was done or not, whatever became of the document.
import type { TextEdit } from '../finding.ts';
import type { DocumentModel } from '../model/documentModel.ts';
import { resolveStatedPath } from '../roadmap/disk/resolvePath.ts';
import { isOwnPlace } from '../roadmap/edits/ownPlaces.ts';
import { formOf } from '../roadmap/edits/statusWords.ts';
import type { Plan, PlanItem } from '../roadmap/plan.ts';
import { leadingMark, statusOf } from '../roadmap/words/status.ts';

export interface PlanStatusGround {
  readonly plan: Plan;
  readonly model: DocumentModel;
  readonly paths: ReadonlySet<string>;
}

/** Undone work needs another mark than the one for what is to come. */
const archivedMark = '📦';
const LONGEST = 24;

export function planStatusEdits(ground: PlanStatusGround, path: string, word: string): readonly TextEdit[] {
  const { plan, model, paths } = ground;
  const seen = new Set<number>();
  return plan.items
    .filter((item) => standsFor(item, path, plan.path, paths))
    .flatMap((item) => item.statuses.filter((status) => isOwnPlace(item, status)))
    .flatMap(({ span, isDerived, via }) => {
      const written = model.source.slice(span);
      if (isDerived === true || via === 'gap' || seen.has(span.start)) return [];
      seen.add(span.start);
      const newText = statusAs(written, word);
      return newText === undefined || newText === written ? [] : [{ span, newText }];
    });
}

function standsFor({ paths: stated }: PlanItem, path: string, from: string, paths: ReadonlySet<string>): boolean {
  const found = stated.map(({ path: name }) => resolveStatedPath(name, from, paths));
  return found.length > 0 && found.every((place) => place.kind === 'file' && place.path === path);
}

function statusAs(written: string, word: string): string | undefined {
  const found = statusOf(written);
  if (found === undefined || written.length > LONGEST || written.startsWith('[') || /%|％/.test(written))
    return undefined;
  const form = formOf(written);
  if (form === 'mark') return undefined;
  if (form === 'words') return word;
  const mark = found.value === 'done' ? (leadingMark(written)?.mark ?? archivedMark) : archivedMark;
  return `${mark} ${word}`;
}
