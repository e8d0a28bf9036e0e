// Lines of plans that are hostile to patterns: every dialect reads each of them fast. Processor time, with a wide margin.
import assert from 'node:assert/strict';
import { buildModel } from '../../server/src/core/model/buildModel.ts';
import { buildPlanText } from '../../server/src/core/roadmap/buildPlanText.ts';
import { dialects } from '../../server/src/core/roadmap/dialects/index.ts';
import { loadParser, type LoadedParser } from '../../server/src/hosts/loadParser.ts';

// prettier-ignore
const UNITS = [
  '1', '1.', '1-', '（', '[', '**', 'Phase 1 ', 'P0 ', '在等', '完成', '和', '、', '✅ ', '⏳', 'a/', 'a.', '- ', '周', '1周',
  '1 周, ', '→', '-> ', '~', ': ', '第一', '├── ', 'A-1 ', '不再', '1,000', '   ', '[](', '_', '里程碑', '(1/', 'x.md ', '1天-', '#',
] as const;

const SHAPES: Readonly<Record<string, (words: string) => string>> = {
  heading: (words) => `### ${words}`,
  'numbered line': (words) => `1. **${words}**`,
  'label line': (words) => `**依赖**: ${words}`,
  box: (words) => `- [ ] ${words}`,
  row: (words) => `| ID | 任务 | 优先级 | 状态 |\n|---|---|---|---|\n| A-1 | ${words} | P0 | 完成 |`,
  'line of a fence': (words) => `\`\`\`text\n${words}\n\`\`\``,
};

/** The longest lines that are read at all, and headings, which always are. */
const LENGTHS: Readonly<Record<string, number>> = { heading: 100_000 };
const LONGEST_READ = 1_950;
/** One dialect on one line; what was found took 400. */
const MOST_TIME = 300;

describe('hostile lines in plans', function () {
  this.timeout(60_000);
  let parser: LoadedParser;

  before(async () => {
    parser = await loadParser();
  });

  for (const [shape, lineOf] of Object.entries(SHAPES)) {
    it(`${shape}: no dialect takes long`, () => {
      const length = LENGTHS[shape] ?? LONGEST_READ;
      for (const unit of UNITS) {
        const line = lineOf(unit.repeat(Math.ceil(length / unit.length)));
        const plan = buildPlanText(
          'plan.md',
          buildModel(`# 计划\n\n### P0\n1. ⏳ core: 指南\n\n${line}\n\n**状态**: 完成\n- [ ] a\n`, parser),
        );
        for (const dialect of dialects) {
          const start = process.cpuUsage().user;
          dialect.read(plan);
          const time = (process.cpuUsage().user - start) / 1_000;
          assert.ok(time < MOST_TIME, `${dialect.name} on ${unit}…: ${time} ms`);
        }
      }
    });
  }
});
