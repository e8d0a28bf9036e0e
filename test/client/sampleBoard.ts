// A board as the server would send it, for tests of the page that draws it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BoardData, BoardTexts } from '../../client/src/board/boardMessages.ts';
import type { BoardRow } from '../../server/src/lsp/protocol.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

export function boardRow(label: string, more: Partial<BoardRow> = {}): BoardRow {
  const place = { uri: 'file:///plan.md', range };
  return { itemId: label, label, group: '', state: 'missing', dependsOn: [], isCritical: false, place, ...more };
}

export const sampleBoard: BoardData = {
  board: {
    title: '订单中心案例计划 <b>2026</b>',
    locale: 'zh',
    unit: 'week',
    rows: [
      boardRow('下单幂等', { group: '第一阶段', from: 1, to: 2, state: 'ready', priority: 'P0', isCritical: true }),
      boardRow('<img src=x onerror=alert(1)>', {
        group: '第一阶段',
        from: 2,
        to: 3,
        state: 'drafting',
        priority: 'P0',
      }),
      boardRow('对账补偿', {
        group: '第二阶段',
        from: 3,
        to: 5,
        priority: 'P1',
        dependsOn: ['下单幂等'],
        isCritical: true,
      }),
      boardRow('没有排期的条目', { group: '第二阶段', priority: 'P1' }),
    ],
    milestones: [
      { label: 'M1 首批评审', at: 2, complete: 1, of: 2 },
      { label: 'M2 发布', at: 5, complete: 0, of: 2 },
    ],
    priorities: [
      { priority: 'P0', byState: { ready: 1, drafting: 1 }, complete: 1, of: 2 },
      { priority: 'P1', byState: { missing: 2 }, complete: 0, of: 2 },
    ],
    states: [
      { state: 'missing', label: '缺失' },
      { state: 'drafting', label: '编写中' },
      { state: 'ready', label: '已就绪' },
    ],
    burnUp: [],
    effortTotal: 12,
    mermaid: 'gantt\n',
  },
  summary: {
    items: 4,
    byState: { missing: 2, drafting: 1, ready: 1 },
    complete: 1,
    effort: { min: 10, max: 12, complete: 3, unestimated: 1 },
    drift: 1,
  },
  plans: [{ uri: 'file:///plan.md', path: 'plan.md', title: '订单中心案例计划' }],
  texts: texts(),
  language: 'zh-cn',
};

/** The page's own texts, in English, as boardTexts.ts of the client lists them. */
function texts(): BoardTexts {
  const source = readFileSync(join(import.meta.dirname, '../../client/src/board/boardTexts.ts'), 'utf8');
  const found = [...source.matchAll(/(\w+): l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, key, text]) => [key, text]);
  return Object.fromEntries(found); // the interface and the list are held equal by the compiler
}
