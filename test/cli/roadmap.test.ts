// `casewright roadmap` and `casewright report` on a small library, and `check` holding plans against files.
import assert from 'node:assert/strict';
import { loadParser, type LoadedParser } from '../../server/src/hosts/loadParser.ts';
import { createEngine } from '../../server/src/hosts/cli/engine.ts';
import type { OpenAnalyzer } from '../../server/src/hosts/cli/analyzer.ts';
import { runCli, TemporaryFolder } from '../support/cliRun.ts';

const plan = `# 存储主题扩展计划

### 1. storage Crate (2个主题)

#### 1.1 连接池指南
**文件:** \`topics/pool_guide.md\`
**预计行数:** ~300 行

**内容大纲:**
- 负载均衡

#### 1.2 =重试指南
**文件:** \`../../secret/retry_guide.md\`
**预计行数:** ~200 行

**内容大纲:**
- 退避

## 进度

| 主题 | Crate | 优先级 | 状态 | 完成度 |
|------|-------|--------|------|--------|
| 连接池指南 | storage | P0 | ⏳ 待开始 | 0% |
| =重试指南 | storage | P1 | ⏳ 待开始 | 0% |
`;

interface Exported {
  readonly version: number;
  readonly plans: readonly {
    readonly path: string;
    readonly items: readonly Readonly<Record<string, unknown>>[];
    readonly totals: readonly Readonly<Record<string, unknown>>[];
  }[];
  readonly findings: readonly { readonly path: string; readonly line: number; readonly code: string }[];
}

describe('roadmaps in the terminal', function () {
  this.timeout(60_000);
  let parser: LoadedParser;
  let folder: TemporaryFolder;
  const open: OpenAnalyzer = (initial) => {
    // Through a clone, as it goes to a worker: requests and answers must be plain data.
    const engine = createEngine({ ...structuredClone(initial), parser });
    return {
      run: (request) => Promise.resolve({ kind: 'done', value: structuredClone(engine(structuredClone(request))) }),
      close: () => Promise.resolve(),
    };
  };
  const run = (words: string) => runCli(words, { folder: folder.path, open });

  before(async () => {
    parser = await loadParser();
    folder = new TemporaryFolder().write({
      '.casewright/config.json': '{}',
      'plans/topic-plan.md': plan,
      'plans/二计划.md': plan
        .replaceAll('连接池', '缓存')
        .replaceAll('pool_guide', 'cache_guide')
        .replaceAll('=重试', '超时'),
      'topics/pool_guide.md': '# 连接池指南\n\n> **状态**: 草稿\n\n## 概述\n\n说明。\n',
      'other.md': '# 其他\n',
    });
  });
  after(() => {
    folder.remove();
  });

  it('prints a tree with true and stated states', async () => {
    const { code, out, err } = await run('roadmap plans/topic-plan.md');
    assert.equal(code, 0, err);
    assert.match(out, /^存储主题扩展计划 {2}0\/2/);
    assert.match(out, /! 连接池指南 {2}编写中.*“⏳ 待开始”/);
    assert.doesNotMatch(out, /缓存/);
  });

  it('prints JSON with one-based lines, of one plan, a folder or all', async () => {
    const one = JSON.parse((await run('roadmap plans/topic-plan.md --format json')).out) as Exported;
    assert.equal(one.version, 1);
    assert.deepEqual(one.plans.map(({ path }) => path), ['plans/topic-plan.md']); // prettier-ignore
    const [item] = one.plans[0]?.items ?? [];
    assert.deepEqual(
      [
        item?.['key'],
        item?.['line'],
        item?.['priority'],
        item?.['expectedLines'],
        item?.['expectedLinesLine'],
        item?.['state'],
      ],
      ['1.1', 5, 'P0', 300, 7, 'drafting'],
    );
    assert.deepEqual(item?.['paths'], ['topics/pool_guide.md']);
    const codes = one.findings.map(({ code, line }) => `${line} ${code}`);
    assert.ok(codes.includes('13 plan-path') && codes.includes('23 plan-file-status'), codes.join());
    const all = JSON.parse((await run('roadmap --format json')).out) as Exported;
    const inFolder = JSON.parse((await run('roadmap plans --format json')).out) as Exported;
    assert.equal(all.plans.length, 2);
    assert.deepEqual(inFolder, all);
  });

  it('prints tables and a gantt', async () => {
    const csv = (await run('roadmap -f csv')).out;
    assert.match(csv, /^计划,行,编号,/);
    assert.match(csv, /,'=重试指南,/);
    assert.match((await run('roadmap -f markdown')).out, /^\| 计划 \| 行 \|/);
    assert.match((await run('roadmap -f mermaid')).out, /^gantt\n/);
  });

  it('fails on drift where asked', async () => {
    const { code, err } = await run('roadmap plans/topic-plan.md --fail-on drift');
    assert.deepEqual([code, /1 (?:项|处|个条目)/.test(err)], [1, true]);
    assert.equal((await run('roadmap plans/二计划.md --fail-on drift')).code, 0);
  });

  it('writes a progress report of true figures', async () => {
    const { code, out } = await run('report plans/topic-plan.md');
    assert.equal(code, 0);
    assert.match(out, /^# 存储主题扩展计划：进度报告\n/);
    assert.match(out, /\*\*进度:\*\* 0% \(0\/2\)/);
    assert.match(out, /\| 连接池指南 \| .* \| 7 \| 编写中 \|/);
    assert.doesNotMatch(out, /300 行.*已完成/);
  });

  it('says so where there is no plan', async () => {
    assert.deepEqual([(await run('roadmap other.md')).code, (await run('roadmap nowhere')).code], [2, 2]);
    assert.equal((await run('roadmap -f pretty')).code, 2);
  });

  it('gives the findings of check', async () => {
    const checked = JSON.parse((await run('check plans/topic-plan.md -f json')).out) as {
      readonly files: readonly { readonly findings: readonly { readonly code: string }[] }[];
    };
    const exported = JSON.parse((await run('roadmap plans/topic-plan.md -f json')).out) as Exported;
    const ofCheck = (checked.files[0]?.findings ?? [])
      .map(({ code }) => code)
      .filter((code) => code.startsWith('plan-'));
    assert.ok(ofCheck.includes('plan-file-status'));
    assert.deepEqual(ofCheck, exported.findings.map(({ code }) => code)); // prettier-ignore
  });
});
