// A figure that does not add up and stands in other plans too: correcting one place leaves the others.
import type { Finding, RelatedSpan } from '../finding.ts';
import { folderOf } from '../library/pathScope.ts';
import { normalKey } from '../model/normalKey.ts';
import type { LibraryFiles } from '../roadmap/libraryFiles.ts';
import type { Plan, StatedTotal } from '../roadmap/plan.ts';
import { SourceText } from '../sourceText.ts';
import type { PlanRule } from './rule.ts';

export const planCrossTotal: PlanRule = {
  kind: 'plan',
  code: 'plan-cross-total',
  defaultSeverity: 'information',
  isFixable: false,
  strictness: 'always',
  check: ({ plan, otherPlans, files }) => {
    if (files === undefined) return [];
    const near = otherPlans.filter((other) => folderOf(other.path) === folderOf(plan.path));
    const wrong = plan.totals.filter(isWrong);
    return wrong.length === 0 ? [] : wrong.flatMap((total) => findingOf(total, near, files));
  },
};

/** A figure that a word says it is at least may be lower than what is there. */
function isWrong({ computed, min, max, bound }: StatedTotal): boolean {
  if (computed === undefined) return false;
  return bound === 'at-least' ? computed.max < min : computed.max < min || computed.min > max;
}

function findingOf(total: StatedTotal, plans: readonly Plan[], files: LibraryFiles): readonly Finding[] {
  const copies = plans.flatMap(({ path }) => copiesIn(path, files.text(path), total));
  const [first] = copies;
  if (first === undefined) return [];
  const { code, defaultSeverity: severity } = planCrossTotal;
  const args = { label: total.scope.label, stated: total.text, path: first.path, line: first.line + 1 };
  const related = copies.map(({ path, span }): RelatedSpan => ({
    message: { key: 'plan-cross-total.other', args: { stated: total.text } },
    path,
    span,
  }));
  return [{ code, severity, message: { key: 'plan-cross-total', args }, span: total.span, related }];
}

interface Copy {
  readonly path: string;
  /** Zero-based. */
  readonly line: number;
  readonly span: { readonly start: number; readonly end: number };
}

/** Lines that say the same figure of the same thing: 新案例开发（34周） for 新案例开发计划（25个案例，34周）. */
function copiesIn(path: string, text: string | undefined, total: StatedTotal): readonly Copy[] {
  const figure = figureOf(total);
  const label = normalKey(total.scope.label.replace(/(?:计划|规划|plan)$/i, ''));
  if (text === undefined || figure === undefined || label.length < SHORTEST_LABEL || !text.includes(figure)) return [];
  const source = new SourceText(text);
  const found: Copy[] = [];
  for (let at = text.indexOf(figure); at >= 0; at = text.indexOf(figure, at + 1)) {
    const line = source.lineAt(at);
    const isWhole = !/[\d.,-]/.test(text.charAt(at - 1));
    if (!isWhole || !normalKey(source.lineText(line)).includes(label)) continue;
    found.push({ path, line, span: { start: at, end: at + figure.length } });
  }
  return found;
}

const SHORTEST_LABEL = 4;

/** The number as written, with its unit: 34周. */
function figureOf({ text, min }: StatedTotal): string | undefined {
  const number = [String(min), String(min).replace(/\B(?=(\d{3})+$)/g, ',')].find((form) => text.includes(form));
  if (number === undefined) return undefined;
  const after = /^[+]?\s*[^\d\s，,（()）]{1,3}/.exec(text.slice(text.indexOf(number) + number.length))?.[0];
  return after === undefined ? undefined : number + after;
}
