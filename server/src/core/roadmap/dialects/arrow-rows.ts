// Rows of boxes with arrows between in a text fence: `│ TASK-001 GenAI │────→│ TASK-007 OTTL │` says that the second needs the first.
// Ids only: words in a picture are steps, not items.
import type { Dialect, DependencyFact, PlanFact } from '../facts.ts';
import type { FenceLine, PlanText } from '../planText.ts';

export const arrowRows: Dialect = {
  name: 'arrow-rows',
  read: (plan: PlanText): readonly PlanFact[] =>
    plan.lines.flatMap((line) => (line.kind === 'fence' ? needsOf(line) : [])),
};

const ID = /(?<![\w-])[A-Z][A-Z0-9]{0,11}(?:-[A-Z0-9]{1,12}){0,3}-\d{1,5}(?![\w-])/g;
/** Between two boxes: an arrow that points to the right, and none back. */
const ARROW = /(?:[─━-]{1,40}[→▶►>]|→|⟶|=>)[│┃|\s]*$/u;

function needsOf(line: FenceLine): readonly DependencyFact[] {
  const ids = [...line.raw.matchAll(ID)];
  const facts: DependencyFact[] = [];
  ids.forEach((match, index) => {
    const before = ids[index - 1];
    if (before === undefined) return;
    const between = line.raw.slice(before.index + before[0].length, match.index);
    if (!ARROW.test(between) || /[←◀◄]/u.test(between)) return;
    const start = line.rawStart + before.index;
    const end = line.rawStart + match.index + match[0].length;
    const text = line.raw.slice(before.index, match.index + match[0].length);
    facts.push({
      fact: 'dependency',
      via: 'graph',
      line: line.line,
      span: { start, end },
      text,
      from: match[0],
      on: [before[0]],
      form: 'needs',
    });
  });
  return facts;
}
