// Plans that nobody means: endless lines, half-typed tables, cycles, twenty thousand lines. Reading ends soon and throws nothing.
import assert from 'node:assert/strict';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { buildModel } from '../../server/src/core/model/buildModel.ts';
import { dialects } from '../../server/src/core/roadmap/dialects/index.ts';
import { buildPlanText } from '../../server/src/core/roadmap/buildPlanText.ts';
import type { Plan } from '../../server/src/core/roadmap/plan.ts';
import { readPlan } from '../../server/src/core/roadmap/readPlan.ts';

function planOf(text: string): Plan | undefined {
  return readPlan('plan.md', buildModel(text, remarkParser));
}

/** Processor time, so that a busy machine does not count. */
function milliseconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user } = process.cpuUsage(before);
  return user / 1_000;
}

const LINES: readonly (readonly [string, (filling: string) => string])[] = [
  ['a list line', (filling) => `- ${filling}`],
  ['an item', (filling) => `2. **x** ${filling}`],
  ['bold words', (filling) => `**${filling}**: y`],
  ['a heading', (filling) => `#### 1.1 任务 ${filling}（3 天）`],
  ['a row', (filling) => `| 里程碑 | 状态 |\n|---|---|\n| ${filling} | ${filling} |`],
  ['a fence', (filling) => `\`\`\`text\n${filling}\n\`\`\``],
];
const FILLINGS = ['（', ' ', '⭐', '1,', '│ '];

describe('reading plans that nobody means', () => {
  for (const [name, line] of LINES) {
    it(`ends soon with ${name} of fifty thousand signs`, () => {
      for (const filling of FILLINGS) {
        const long = line(filling.repeat(Math.ceil(50_000 / filling.length)));
        const model = buildModel(`# 计划\n\n1. **a**（\`x/y.md\`）\n\n${long}\n\n2. **b**（P0）\n`, remarkParser);
        const text = buildPlanText('plan.md', model);
        for (const dialect of dialects) {
          const took = milliseconds(() => dialect.read(text));
          assert.ok(took < 400, `${dialect.name}, ${JSON.stringify(filling)}: ${Math.round(took)} ms`);
        }
        const took = milliseconds(() => readPlan('plan.md', model));
        assert.ok(took < 1_500, `join, ${JSON.stringify(filling)}: ${Math.round(took)} ms`);
      }
    });
  }

  it('reads twelve hundred items in time that grows with their number', () => {
    const plan = (count: number): string => {
      const parts = ['# 大计划\n'];
      for (let group = 0; group * 10 < count; group++) {
        parts.push(`\n## 第${group}组案例（10个）\n`);
        for (let item = 1; item <= 10; item++)
          parts.push(`${item}. **案例${group}之${item}**（\`a/${group}/${item}.md\`）\n   - **预计工作量**: 2周`);
        parts.push('', `- Week ${group + 1}: 案例${group}之1和案例${group}之2`);
      }
      return parts.join('\n');
    };
    const [small, large] = [150, 1_200].map((count) => buildModel(plan(count), remarkParser));
    assert.ok(small && large);
    readPlan('plan.md', small);
    const few = milliseconds(() => readPlan('plan.md', small));
    let read: Plan | undefined;
    const many = milliseconds(() => (read = readPlan('plan.md', large)));
    assert.equal(read?.items.length, 1_200);
    // Eight times as many items: room for noise, none for the square.
    assert.ok(many < 32 * Math.max(few, 20), `${Math.round(few)} ms for 150, ${Math.round(many)} ms for 1200`);
  });

  it('keeps what it can of half-typed tables and lists', () => {
    const plan = planOf(
      '# 计划\n\n| 里程碑 | 时间\n|---|\n\n1. **甲**（`a.md`\n2. **乙**（`b.md`）\n3. **丙\n- [ ] **\n',
    );
    assert.deepEqual(
      plan?.items.map(({ title }) => title),
      ['乙'],
    );
  });

  it('ends on needs that go in a circle, and on ranges that run backwards', () => {
    const plan = planOf(
      [
        '# 计划',
        '| 阶段 | 名称 | 优先级 | 预计工作量 | 依赖关系 |',
        '|---|---|---|---|---|',
        '| Phase 1 | 甲 | P0 | 2 周 | Phase 2 |',
        '| Phase 2 | 乙 | P0 | 1 周 | Phase 1, Phase 2 |',
        '| Phase 3 | 丙 | P1 | 1 周 | Phase 3-1 |',
        '',
        '## Phase 1：甲',
        '',
        '1. **做事**（P0）',
        '',
        '- Week 9-3: 做事',
      ].join('\n'),
    );
    assert.ok(plan);
    const needs = Object.fromEntries(plan.phases.map(({ key, dependsOn }) => [key, dependsOn]));
    assert.deepEqual(needs, { 'Phase 1': ['Phase 2'], 'Phase 2': ['Phase 1'], 'Phase 3': [] });
    assert.equal(plan.criticalPath?.keys.length, 2);
    assert.deepEqual(plan.slots[0]?.range, { unit: 'week', from: 9, to: 3 });
  });

  it('gives keys once each where titles repeat', () => {
    const keys = planOf('# 计划\n\n1. **甲**（P0）\n2. **甲**（P1）\n3. **甲**（P0）\n')?.items.map(({ key }) => key);
    assert.deepEqual(keys, ['甲', '甲~2', '甲~3']);
  });
});
