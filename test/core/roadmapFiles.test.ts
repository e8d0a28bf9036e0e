// Where stated paths lead, what files say of items, which items are the same, and how they add up.
import assert from 'node:assert/strict';
import { resolveStatedPath } from '../../server/src/core/roadmap/disk/resolvePath.ts';
import { producedFile } from '../../server/src/core/roadmap/disk/producedFile.ts';
import { countLines } from '../../server/src/core/roadmap/disk/countLines.ts';
import { unmentioned } from '../../server/src/core/roadmap/disk/outlineWords.ts';
import { planCandidates } from '../../server/src/core/roadmap/disk/planCandidates.ts';
import { narrowConfiguration } from '../../server/src/core/library/narrowConfiguration.ts';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { buildModel } from '../../server/src/core/model/buildModel.ts';
import { joinPlans, sameInOthers } from '../../server/src/core/roadmap/joinPlans.ts';
import type { Plan, PlanItem, Stated, StatedStatus, Status } from '../../server/src/core/roadmap/plan.ts';
import { readPlan } from '../../server/src/core/roadmap/readPlan.ts';
import { rollUp } from '../../server/src/core/roadmap/rollUp.ts';
import { isDrift, statedStatusOf } from '../../server/src/core/roadmap/statedStatus.ts';
import { trueStateOf, type DocumentLook, type TrueState } from '../../server/src/core/roadmap/trueState.ts';

const paths = new Set([
  'README.md',
  'docs/plans/plan.md',
  'docs/plans/notes.md',
  'docs/guide/pool_guide.md',
  'src/store/snapshot_writer.go',
  'src/store/snapshot_reader.go',
  'lib/a/README.md',
  'deep/er/案例/物流/订单跟踪完整案例.md',
]);

describe('resolving paths of plans', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['notes.md', 'file docs/plans/notes.md'],
    ['guide/pool_guide.md', 'file docs/guide/pool_guide.md'],
    ['docs/guide/pool_guide.md', 'file docs/guide/pool_guide.md'],
    ['./notes.md', 'file docs/plans/notes.md'],
    ['../guide/pool_guide.md', 'file docs/guide/pool_guide.md'],
    ['案例/物流/订单跟踪完整案例.md', 'file deep/er/案例/物流/订单跟踪完整案例.md'],
    ['src/store/snapshot_writer.go:10-20', 'file src/store/snapshot_writer.go'],
    ['guide/pool_guide.md#参数', 'file docs/guide/pool_guide.md'],
    ['src/store/snapshot_*.go', 'files 2'],
    ['src/store/*.go', 'files 2'],
    ['src/store/', 'folder src/store'],
    ['src/backup/snapshot_writer.go', 'moved src/store/snapshot_writer.go'],
    ['other/README.md', 'missing other/README.md docs/plans'],
    ['guide/new_guide.md', 'missing docs/guide/new_guide.md'],
    ['src/store/new.go', 'missing src/store/new.go'],
    ['new/folder/new.md', 'missing docs/new/folder/new.md'],
    ['pool_guide.md', 'file docs/guide/pool_guide.md'],
    ['new.md', 'missing docs/plans/new.md'],
  ];
  for (const [stated, expected] of cases) {
    it(`${stated}: ${expected}`, () => {
      const found = resolveStatedPath(stated, 'docs/plans/plan.md', paths);
      const shown = {
        refused: () => 'refused',
        file: () => `file ${'path' in found ? found.path : ''}`,
        folder: () => `folder ${'path' in found ? found.path : ''}`,
        files: () => `files ${'paths' in found ? found.paths.length : 0}`,
        moved: () => `moved ${'path' in found ? found.path : ''}`,
        missing: () => `missing ${'planned' in found ? found.planned : ''}`,
      }[found.kind]();
      assert.ok(expected.startsWith(shown) || shown.endsWith(expected.split(' ')[1] ?? ''), shown);
    });
  }

  const hostile = [
    '../../../etc/passwd.md', '/etc/passwd', 'C:\\x.md', '..\\..\\x.md', '%2e%2e/x.md', '//server/share/a.md', 'file:///etc/a.md',
    '~/.ssh/id.md', 'a\u0000b.md', `${'a/'.repeat(3000)}x.md`, 'https://example.org/a.md',
  ]; // prettier-ignore
  for (const path of hostile) {
    it(`refuses ${path.slice(0, 30)} by its text`, () => {
      const untouchable: ReadonlySet<string> = new Proxy(paths, {
        get: () => {
          throw new Error('looked up');
        },
      });
      assert.equal(resolveStatedPath(path, 'docs/plans/plan.md', untouchable).kind, 'refused');
    });
  }

  it('finds names in the other Unicode form as they are on disk', () => {
    const onDisk = 'docs/cafe\u0301.md';
    const found = resolveStatedPath('docs/caf\u00e9.md', 'plan.md', new Set([onDisk]));
    assert.deepEqual(found, { kind: 'file', path: onDisk, base: '' });
  });

  it('matches wildcards of a hostile name in time', () => {
    const start = performance.now();
    resolveStatedPath(`${'*a'.repeat(200)}.md`, 'plan.md', new Set([`${'a'.repeat(5000)}.md`]));
    assert.ok(performance.now() - start < 500);
  });
});

describe('files that lines speak of', () => {
  const near = new Set([
    '标准/📋_第八轮计划.md',
    '标准/📝_第八轮推进完成报告_2025_10_08.md',
    '标准/第七轮推进完成报告.md',
  ]);
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['创建第八轮完成报告', '标准/📝_第八轮推进完成报告_2025_10_08.md'],
    ['⏳ 创建第八轮推进完成报告。', '标准/📝_第八轮推进完成报告_2025_10_08.md'],
    ['创建报告', undefined],
    ['创建第九轮完成报告', undefined],
    ['更新项目统计数据', undefined],
  ];
  for (const [text, path] of cases) {
    it(`${text}: ${path ?? 'none'}`, () => {
      assert.equal(producedFile(text, '标准/📋_第八轮计划.md', near), path);
    });
  }

  it('counts lines as wc does', () => {
    assert.deepEqual(['', 'a', 'a\n', 'a\nb', 'a\nb\n\n'].map(countLines), [0, 1, 1, 2, 3]); // prettier-ignore
  });

  it('misses names only, and only where most of the outline is there', () => {
    const outline = (points: readonly string[]): readonly Stated<string>[] =>
      points.map((value, line) => ({ value, text: value, via: 'item', line, span: { start: line, end: line + 1 } }));
    const text = 'Pgpool-II 与 PgBouncer，stm 和 memory。'.repeat(200);
    const names = (points: readonly string[]): readonly string[] =>
      unmentioned(outline(points), text).flatMap((found) => found.names);
    assert.deepEqual(names(['PgBouncer 配置', 'Odyssey', '负载均衡', 'pg pool II']), ['Odyssey']);
    assert.deepEqual(names(['Software Transactional Memory', '漏洞扫描']), []);
    assert.deepEqual(names(['Odyssey', 'Hazelcast', 'PgBouncer']), []);
  });
});

describe('plan candidates', () => {
  it('go by configuration, names of plans and names of reports', () => {
    const { configuration } = narrowConfiguration(
      '{"exclude": ["old/**"], "kinds": {"plan": {"files": ["p/*.md"]}, "case": {"files": ["cases/**"], "template": "t/计划.md"}}}',
    );
    const all = ['p/any.md', '案例库建设计划.md', 'ROADMAP.md', 'todo.md', 'P0_COMPLETE_SUMMARY_2025.md', '进度.md', 'old/计划.md', 't/计划.md', 'cases/计划.md', 'README.md', '执行计划完全解读.md', 'plan.txt', 'guide.md']; // prettier-ignore
    assert.deepEqual(planCandidates(all, configuration), [
      'P0_COMPLETE_SUMMARY_2025.md',
      'ROADMAP.md',
      'p/any.md',
      'todo.md',
      '执行计划完全解读.md',
      '案例库建设计划.md',
      '进度.md',
    ]);
  });
});

// ---- states

const place = { line: 0, span: { start: 0, end: 1 } };

function itemOf(changes: Partial<PlanItem>): PlanItem {
  return {
    ...place,
    key: 'k',
    kind: 'case',
    title: '物流系统案例',
    extent: place.span,
    mentions: [],
    paths: [],
    priorities: [],
    efforts: [],
    statuses: [],
    outline: [],
    tasks: [],
    acceptance: [],
    dependencyTexts: [],
    dependsOn: [],
    slots: [],
    notes: [],
    ...changes,
  };
}

function statedAs(value: Status, via: StatedStatus['via'] = 'table'): StatedStatus {
  return { ...place, value, text: value, via };
}

const task = (isDone: boolean): PlanItem['tasks'][number] => ({ ...place, text: 't', isDone, box: place.span });
const path = (stated: string, note?: string): PlanItem['paths'][number] => ({ ...place, path: stated, ...(note !== undefined && { note }) }); // prettier-ignore

const look: DocumentLook = {
  stage: 'normal',
  hasTemplate: true,
  untouched: { count: 0, of: 5 },
  openFindings: 0,
  completeness: { met: 5, of: 5 },
  isArchived: false,
};

describe('true states', () => {
  const looks: Readonly<Record<string, DocumentLook>> = {
    'cases/ready.md': look,
    'cases/scaffold.md': { ...look, untouched: { count: 5, of: 5 }, openFindings: 5 },
    'cases/draft.md': { ...look, openFindings: 2 },
    'cases/stated-draft.md': { ...look, stage: 'draft' },
    'cases/old.md': { ...look, isArchived: true },
    'archive/cases/gone_case.md': look,
    'elsewhere/moved_case.md': look,
    'src/a.go': look,
    'src/b.go': look,
  };
  const files = { paths: new Set(Object.keys(looks)), text: () => 'x\n'.repeat(10) };
  const ground = {
    planPath: 'plan.md',
    files,
    look: (at: string) => looks[at],
    pathOfId: (id: string) => (id === 'SCENARIO-LOG-001' ? 'cases/ready.md' : undefined),
  };
  const cases: readonly (readonly [string, Partial<PlanItem>, TrueState])[] = [
    ['a file that is not there', { paths: [path('cases/new.md')] }, 'missing'],
    ['all required met', { paths: [path('cases/ready.md')] }, 'ready'],
    ['only the template', { paths: [path('cases/scaffold.md')] }, 'scaffolded'],
    ['open findings', { paths: [path('cases/draft.md')] }, 'drafting'],
    ['calls itself a draft', { paths: [path('cases/stated-draft.md')] }, 'drafting'],
    ['archived by status', { paths: [path('cases/old.md')] }, 'archived'],
    ['archived by folder', { paths: [path('cases/gone_case.md')] }, 'archived'],
    ['elsewhere', { paths: [path('cases/moved_case.md')] }, 'moved'],
    ['found by id', { id: 'SCENARIO-LOG-001', paths: [path('cases/new.md')] }, 'moved'],
    ['an id without a path', { id: 'SCENARIO-LOG-001' }, 'ready'],
    ['a number is no id', { id: '1.1' }, 'unknown'],
    ['code that is there', { paths: [path('src/a.go')] }, 'done'],
    ['code with open boxes', { paths: [path('src/a.go')], tasks: [task(false)] }, 'in-progress'],
    ['one of two files', { paths: [path('src/a.go'), path('src/new.go')] }, 'in-progress'],
    ['both files', { paths: [path('src/a.go'), path('src/b.go')] }, 'done'],
    ['a file that is only changed', { paths: [path('src/a.go', '修改')], tasks: [task(false)] }, 'open'],
    ['boxes: none', { tasks: [task(false), task(false)] }, 'open'],
    ['boxes: some', { tasks: [task(true), task(false)] }, 'in-progress'],
    ['boxes: all', { tasks: [task(true)] }, 'done'],
    ['nothing', {}, 'unknown'],
    ['a path that leaves the library', { paths: [path('../../x.md')] }, 'unknown'],
  ];
  for (const [name, changes, state] of cases) {
    it(`${name}: ${state}`, () => {
      assert.equal(trueStateOf(itemOf(changes), ground).state, state);
    });
  }

  it('says where a missing file would go, and never outside', () => {
    assert.equal(trueStateOf(itemOf({ paths: [path('cases/new.md')] }), ground).plannedPath, 'cases/new.md');
    assert.equal(trueStateOf(itemOf({ paths: [path('../x.md')] }), ground).plannedPath, undefined);
  });

  it('knows nothing of files before the disk is known', () => {
    const { planPath, look: lookAt, pathOfId } = ground;
    const blind = { planPath, look: lookAt, pathOfId };
    assert.equal(trueStateOf(itemOf({ paths: [path('cases/new.md')] }), blind).state, 'unknown');
  });
});

describe('stated and true', () => {
  const cases: readonly (readonly [Status, TrueState, boolean])[] = [
    ['done', 'ready', false],
    ['done', 'missing', true],
    ['done', 'drafting', true],
    ['done', 'unknown', false],
    ['pending', 'missing', false],
    ['pending', 'scaffolded', false],
    ['pending', 'drafting', true],
    ['open', 'ready', true],
    ['in-progress', 'drafting', false],
    ['in-progress', 'missing', true],
    ['in-progress', 'ready', true],
    ['paused', 'missing', false],
    ['cancelled', 'missing', false],
  ];
  for (const [stated, state, drift] of cases) {
    it(`${stated} and ${state} ${drift ? 'differ' : 'agree'}`, () => {
      assert.equal(isDrift(statedAs(stated), state), drift);
    });
  }

  it('takes the statement nearest to the item', () => {
    const statuses = [statedAs('open', 'gap'), statedAs('done', 'list'), statedAs('pending', 'table')];
    assert.equal(statedStatusOf({ statuses })?.value, 'pending');
    assert.equal(statedStatusOf({ statuses: [{ ...statedAs('open', 'boxes'), isDerived: true }, statedAs('paused', 'phase')] })?.value, 'paused'); // prettier-ignore
  });

  it('adds up efforts in working days, each item once', () => {
    const sums = rollUp([
      { state: 'ready', hasDrift: false, effort: { min: 1, max: 2, unit: 'week' } },
      { state: 'missing', hasDrift: true, effort: { min: 8, max: 8, unit: 'hour' } },
      { state: 'missing', hasDrift: false },
    ]);
    assert.deepEqual(sums, {
      items: 3,
      byState: { ready: 1, missing: 2 },
      complete: 1,
      effort: { min: 6, max: 11, complete: 7.5, unestimated: 1 },
      drift: 1,
    });
  });
});

// ---- the same item in two plans

const planText = (status: string, file: string): string => `# 存储扩展计划

### 1. storage Crate (2个主题)

#### 1.1 连接池指南
**文件:** \`${file}\`
**预计行数:** ~800 行

**内容大纲:**
- 参数

#### 1.2 分区表指南
**文件:** \`docs/partition_guide.md\`
**预计行数:** ~700 行

**内容大纲:**
- 类型

## 进度

| 主题 | Crate | 优先级 | 状态 | 完成度 |
|------|-------|--------|------|--------|
| 连接池指南 | storage | P0 | ${status} | 0% |
`;

function plan(at: string, text: string): Plan {
  const read = readPlan(at, buildModel(text, remarkParser));
  assert.ok(read !== undefined);
  return read;
}

describe('joining plans', () => {
  const first = plan('plans/a-plan.md', planText('⏳ 待开始', 'docs/pool_guide.md'));
  const files = new Set(['docs/pool_guide.md']);

  it('joins by file, wherever the plans lie', () => {
    const other = plan('reports/b-plan.md', planText('✅ 完成', '../docs/pool_guide.md'));
    const joined = joinPlans([first, other], files);
    assert.deepEqual(joined.map(({ members }) => members.length), [2, 2]); // prettier-ignore
    assert.deepEqual([...sameInOthers(first, [other], files).values()].map((same) => same.length), [1, 1]); // prettier-ignore
  });

  it('joins by name between plans of one folder, and not between strangers', () => {
    const near = plan(
      'plans/b-plan.md',
      planText('✅ 完成', 'docs/other.md').replace('docs/partition_guide.md', 'docs/third.md'),
    );
    const far = plan(
      'away/b-plan.md',
      planText('✅ 完成', 'docs/other.md').replace('docs/partition_guide.md', 'docs/third.md'),
    );
    assert.equal(joinPlans([first, near], files).length, 2);
    assert.equal(joinPlans([first, far], files).length, 4);
    assert.equal(sameInOthers(first, [far], files).size, 0);
  });

  it('keeps two items of one plan two', () => {
    const twice = plan('plans/c-plan.md', planText('⏳', 'docs/partition_guide.md'));
    assert.equal(joinPlans([twice], files).length, 2);
  });
});
