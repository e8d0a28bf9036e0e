// The plans that the guides show, and those of the example libraries, are read as the guides say.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { buildModel } from '../../server/src/core/model/buildModel.ts';
import type { Plan } from '../../server/src/core/roadmap/plan.ts';
import { readPlan } from '../../server/src/core/roadmap/readPlan.ts';
import type { OpenAnalyzer } from '../../server/src/hosts/cli/analyzer.ts';
import { createEngine } from '../../server/src/hosts/cli/engine.ts';
import { loadParser } from '../../server/src/hosts/loadParser.ts';
import { engineOf, runCli } from '../support/cliRun.ts';
import { readDocument, root } from './documents.ts';

const parser = await loadParser();

function planOf(path: string, text: string): Plan {
  const plan = readPlan(path, buildModel(text, remarkParser));
  assert.ok(plan !== undefined, `${path} holds no plan`);
  return plan;
}

/** The plans among the Markdown examples of a page, in order. */
function plansIn(path: string): readonly Plan[] {
  const { model } = readDocument(path);
  return model.blocks.code
    .filter(
      ({ language, value }) =>
        language === 'markdown' && /^# (?!.*(?:报告|report)).*(?:计划|plan|Caching)/i.test(value),
    )
    .map(({ value }) => planOf(path, value));
}

/** One line an item: everything that the guides promise to be read. */
function summary({ items, milestones, totals }: Plan): readonly string[] {
  const ofItems = items.map(({ id, title, paths, priority, effort, expectedSize, statuses, dependsOn, ...item }) =>
    [
      id ?? '-',
      title,
      paths[0]?.path,
      priority,
      effort && `${effort.value.min}-${effort.value.max} ${effort.value.unit}`,
      expectedSize?.value.min,
      statuses[0]?.value,
      `after ${dependsOn.join(',')}`,
      `phase ${item.phase ?? '-'}`,
      `outline ${item.outline.length}`,
    ]
      .filter((part) => part !== undefined)
      .join(' | '),
  );
  const ofMilestones = milestones.map((milestone) => `${milestone.id ?? ''} ${milestone.items.join(',')}`);
  const wrong = totals.filter(({ computed, min, max }) => computed && (computed.min > max || computed.max < min));
  return [...ofItems, ...ofMilestones, `totals ${totals.length}, wrong ${wrong.length}`];
}

const cases = (folder: string, names: readonly string[]): readonly string[] => [
  `CASE-CACHE-001 | ${names[0] ?? ''} | ${folder}/${names[1] ?? ''}.md | P0 | 2-2 day | done | after  | phase Phase 1 | outline 0`,
  `CASE-CACHE-002 | ${names[2] ?? ''} | ${folder}/${names[3] ?? ''}.md | P0 | 2-2 day | in-progress | after CASE-CACHE-001 | phase Phase 1 | outline 0`,
  `CASE-CACHE-003 | ${names[4] ?? ''} | ${folder}/${names[5] ?? ''}.md | P1 | 4-4 day | pending | after CASE-CACHE-002 | phase Phase 2 | outline 0`,
  'M1 CASE-CACHE-001,CASE-CACHE-002',
  'M2 CASE-CACHE-003',
  'totals 2, wrong 0',
];

describe('plans of the guides', () => {
  it('docs/zh/authoring.md', () => {
    const [table, headings] = plansIn('docs/zh/authoring.md').map(summary);
    assert.deepEqual(table, cases('案例', ['缓存穿透', '缓存穿透', '缓存雪崩', '缓存雪崩', '热点数据', '热点数据']));
    assert.deepEqual(headings, [
      '1.1 | 多级缓存 | 主题/多级缓存.md | P1 | 3-4 day | 800 | pending | after  | phase - | outline 3',
      'totals 0, wrong 0',
    ]);
  });

  it('docs/en/authoring.md', () => {
    const [table, headings] = plansIn('docs/en/authoring.md').map(summary);
    const names = ['Cache penetration', 'penetration', 'Cache avalanche', 'avalanche', 'Hot keys', 'hot-keys'];
    assert.deepEqual(table, cases('cases', names));
    assert.deepEqual(headings, [
      '1.1 | Layers of caches | topics/layers.md | P1 | 3-4 day | 800 | pending | after  | phase - | outline 3',
      'totals 0, wrong 0',
    ]);
  });

  for (const [path, names] of [
    ['docs/zh/roadmap.md', ['限流器', '熔断器']],
    ['docs/en/roadmap.md', ['Rate limiter', 'Circuit breaker']],
  ] as const) {
    it(path, () => {
      const [plan] = plansIn(path);
      assert.deepEqual(
        plan?.items.map(({ title, priority, effort, statuses }) => [
          title,
          priority,
          effort?.value.min,
          statuses[0]?.value,
        ]),
        [
          [names[0], 'P0', 2, 'done'],
          [names[1], 'P1', 3, 'pending'],
        ],
      );
    });
  }

  it('the example libraries', () => {
    for (const [path, items, held] of [
      ['examples/postgres-cases/计划/案例库建设计划.md', 11, 10],
      ['examples/english-cases/plans/roadmap.md', 4, 4],
    ] as const) {
      const plan = planOf(path, readDocument(path).text);
      assert.equal(plan.items.length, items);
      assert.equal(plan.milestones.flatMap((milestone) => milestone.items).length, held);
      assert.ok((plan.criticalPath?.keys.length ?? 0) > 2);
    }
  });

  const inPlace: OpenAnalyzer = ({ library, today }, threads) =>
    engineOf(createEngine({ library, parser, today }))({ library, today }, threads);

  for (const [page, locale, library] of [
    ['docs/zh/roadmap.md', 'zh', 'postgres-cases'],
    ['docs/en/roadmap.md', 'en', 'english-cases'],
  ] as const) {
    for (const command of ['roadmap', 'report']) {
      it(`${page} shows what ${command} prints`, async () => {
        const run = await runCli(`${command} --locale ${locale}`, {
          folder: join(root, 'examples', library),
          open: inPlace,
        });
        assert.equal(run.code, 0, run.err);
        assert.ok(readDocument(page).text.includes(run.out.trimEnd()), run.out);
      });
    }
  }
});
