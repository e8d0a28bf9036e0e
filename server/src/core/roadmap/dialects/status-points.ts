// Points that say how something stands: `- ✅ **术语表**：已完成`, `- ✅ **决策树补充**：3/3完成（100%）`. They name an item again and
// never define one. A mark before a claim (`- ✅ **深度**: 每个主题…`) is no state.
import { defined } from '../defined.ts';
import type { Dialect, ItemFact, PlanFact } from '../facts.ts';
import { lineLabel } from '../lineLabel.ts';
import type { ListLine, PlanText } from '../planText.ts';
import { leadingMark, statusOf } from '../words/status.ts';

export const statusPoints: Dialect = {
  name: 'status-points',
  read: (plan: PlanText): readonly PlanFact[] =>
    plan.lines.flatMap((line) => (line.kind === 'list' && line.depth === 0 ? pointOf(line) : [])),
};

const STATE =
  /^(?:\d{1,4}\s*\/\s*\d{1,4}\s*)?(?:已?(?:全部)?完成|部分完成|进行中|未开始|待开始|待启动|已?暂停|暂缓|已?取消|done|completed?|finished|in progress|not started|paused|cancell?ed)(?=$|[\s（(，,。.;；✅])/iu;

function pointOf(line: ListLine): readonly ItemFact[] {
  const mark = leadingMark(line.raw);
  if (mark === undefined) return [];
  const blanks = line.raw.length - line.raw.slice(mark.length).trimStart().length;
  const label = lineLabel(line.raw.slice(blanks), line.rawStart + blanks);
  if (label?.hasColon !== true || !STATE.test(label.value)) return [];
  const found = statusOf(label.value);
  if (found === undefined) return [];
  const { line: at } = line;
  return [
    {
      fact: 'item',
      via: 'list',
      line: at,
      span: label.span,
      title: label.text,
      isMentionOnly: true,
      statuses: [
        {
          line: at,
          span: label.valueSpan,
          value: found.value,
          text: label.value,
          via: 'list',
          ...defined({ percent: found.percent }),
        },
      ],
    },
  ];
}
