// What rules over plans share: figures, names, standings, and checks of plans far larger than people write.
import assert from 'node:assert/strict';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { buildModel } from '../../server/src/core/model/buildModel.ts';
import { disagrees, isCounted, writtenFigure } from '../../server/src/core/roadmap/checks/figures.ts';
import { listNames } from '../../server/src/core/roadmap/checks/planFinding.ts';
import { standingOf } from '../../server/src/core/roadmap/checks/standing.ts';
import { shareOf, subjectKey, wordsOf } from '../../server/src/core/roadmap/checks/words.ts';
import type { DependencyStatement, Plan, PlanPhase, StatedTotal, Status } from '../../server/src/core/roadmap/plan.ts';
import { planDependency } from '../../server/src/core/rules/plan-dependency.ts';
import { planDependencyCycle } from '../../server/src/core/rules/plan-dependency-cycle.ts';
import { planDependencyState } from '../../server/src/core/rules/plan-dependency-state.ts';

const nowhere = { line: 0, span: { start: 0, end: 0 } };

function total(stated: Partial<StatedTotal>, min: number, max = min): StatedTotal {
  return {
    ...nowhere,
    text: '',
    min: 10,
    max: 10,
    unit: 'week',
    scope: { kind: 'group', label: 'x' },
    computed: { min, max, parts: [nowhere] },
    ...stated,
  };
}

describe('figures of plans', () => {
  const cases: readonly (readonly [string, StatedTotal, boolean])[] = [
    ['the same', total({}, 10), false],
    ['one more', total({}, 11), true],
    ['a range that touches the other', total({ min: 8, max: 10 }, 9, 14), false],
    ['ranges apart', total({ min: 2, max: 3 }, 1, 1.6), true],
    ['at least, and more', total({ bound: 'at-least' }, 12), false],
    ['at least, and less', total({ bound: 'at-least' }, 9), true],
    ['about, in lines', total({ bound: 'about', unit: 'line', min: 800, max: 800 }, 830), false],
    ['about, in lines, too far', total({ bound: 'about', unit: 'line', min: 800, max: 800 }, 900), true],
    ['about, of things', total({ bound: 'about', unit: 'item' }, 8), false],
    ['about, of things, too far', total({ bound: 'about', unit: 'item' }, 6), true],
    ['so far off that it speaks of something else', total({}, 40), false],
    ['far off in a phase', total({ scope: { kind: 'phase', label: 'x' } }, 2), true],
    [
      'not recounted',
      { ...nowhere, text: '', min: 1, max: 1, unit: 'week', scope: { kind: 'unknown', label: '' } },
      false,
    ],
  ];
  for (const [name, stated, expected] of cases) {
    it(name, () => {
      assert.equal(disagrees(stated), expected);
    });
  }

  const writings: readonly (readonly [string, number, number, string, string])[] = [
    ['新案例开发（20周）', 20, 31, '20周', '31周'],
    ['50,000+ 行', 50_000, 49_900, '50,000+ 行', '49,900+ 行'],
    ['10个，19周', 19, 21, '19周', '21周'],
    ['约 12 hours', 12, 9, '12 hours', '9 hours'],
  ];
  for (const [text, min, computed, stated, wanted] of writings) {
    it(`${text} is written as ${wanted}`, () => {
      const model = buildModel(`${text}\n`, remarkParser);
      const figure = writtenFigure(total({ min, max: min, span: { start: 0, end: text.length } }, computed), model);
      assert.deepEqual([figure.stated, figure.computed], [stated, wanted]);
      const edit = figure.fix?.edits[0];
      assert.ok(edit);
      assert.equal(
        text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end),
        text.replace(stated, wanted),
      );
    });
  }

  it('count things and add up the rest', () => {
    assert.deepEqual(
      (['case', 'gap', 'item', 'week', 'line', 'percent'] as const).map((unit) => isCounted(total({ unit }, 1))),
      [true, true, true, false, false, false],
    );
  });
});

describe('words of plans', () => {
  const subjects: readonly (readonly [string, string])[] = [
    ['现有案例完善完成', '现有案例完善计划'],
    ['M1 业务场景案例完成', '业务场景案例开发'],
    ['3.2 缓存 案例', '缓存案例'],
  ];
  for (const [one, other] of subjects) {
    it(`${one} and ${other} are one subject`, () => {
      assert.equal(subjectKey(one), subjectKey(other));
    });
  }

  it('are Latin words and pairs of Chinese characters', () => {
    assert.deepEqual([...wordsOf('Watch 断开后，重连')], ['watch', '断开', '开后', '重连']);
    assert.equal(shareOf(wordsOf('断开重连'), wordsOf('断开后重连')), 2 / 3);
    assert.equal(shareOf(new Set(), wordsOf('断开')), 0);
  });

  it('are listed up to six names', () => {
    assert.equal(listNames(['a', 'b']), 'a、b');
    assert.equal(listNames('a b c d e f g h'.split(' ')), 'a、b、c、d、e、f …');
  });

  it('give the four standings that exclude each other', () => {
    const of = (value: Status): unknown => standingOf({ value });
    assert.deepEqual((['planned', 'open', 'in-progress', 'partial', 'done', 'cancelled', 'paused'] as const).map(of), [
      'waiting',
      'waiting',
      'active',
      'active',
      'done',
      'dropped',
      undefined,
    ]);
  });
});

describe('needs of large plans', () => {
  const COUNT = 5_000;
  const model = buildModel('', remarkParser);
  const phases = Array.from({ length: COUNT }, (_, index) => phase(String(index)));

  function phase(key: string): PlanPhase {
    return {
      ...{ ...nowhere, key, id: key, title: key, extent: nowhere.span },
      ...{
        priorities: [],
        efforts: [],
        statuses: [],
        items: [],
        dependencyTexts: [],
        dependsOn: [],
        tests: [],
        mentions: [],
      },
    };
  }

  function need(from: number, on: number): DependencyStatement {
    const span = { start: from, end: from + 1 };
    return { line: from, span, text: '', via: 'table', from: String(from), on: [String(on)], form: 'needs' };
  }

  function plan(dependencies: readonly DependencyStatement[]): Plan {
    return {
      ...{ path: 'plan.md', title: '', statuses: [], items: [], groups: [], phases, slots: [], milestones: [] },
      ...{
        gaps: [],
        totals: [],
        dependencies,
        goals: [],
        itemRules: [],
        checklists: [],
        designNotes: [],
        dialects: [],
      },
    };
  }

  const chain = Array.from({ length: COUNT - 1 }, (_, index) => need(index + 1, index));

  it('a long chain is no circle, and needs no stack', () => {
    const context = { plan: plan(chain), model, otherPlans: [] };
    for (const rule of [planDependency, planDependencyCycle, planDependencyState]) {
      assert.deepEqual(rule.check(context, {}), [], rule.code);
    }
  });

  it('a circle of thousands is one finding, told by its beginning and its end', () => {
    const found = planDependencyCycle.check({ plan: plan([need(0, COUNT - 1), ...chain]), model, otherPlans: [] }, {});
    assert.equal(found.length, 1);
    const cycle = String(found[0]?.message.args?.['cycle']);
    assert.ok(cycle.includes('…') && cycle.length < 120, cycle);
    assert.ok((found[0]?.related?.length ?? 0) <= 60);
  });
});
