// Comments stay at their words: random edits above and inside, renames and moves of sections.
import assert from 'node:assert/strict';
import { anchorOf, placeOf } from '../../server/src/core/review/comments.ts';
import { SourceText } from '../../server/src/core/sourceText.ts';
import { factsOf } from '../support/factsOf.ts';

const names = ['背景', '业务需求', '表结构设计', '并发控制方案', '性能测试结果', '监控与告警', '故障处理', '总结'];

function groundOf(text: string) {
  return { facts: factsOf('a.md', text), source: new SourceText(text) };
}

/** The same numbers for the same seed. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

interface Section {
  name: string;
  lines: string[];
}

function textOf(sections: readonly Section[]): string {
  return `# 标题\n\n${sections.map(({ name, lines }) => `## ${name}\n\n${lines.join('\n\n')}\n`).join('\n')}`;
}

function sectionsOf(): Section[] {
  return names.map((name, index) => ({
    name,
    lines: ['甲', '乙', '丙', '丁'].map(
      (sign, line) => `第 ${String(index)} 节第 ${String(line)} 行${sign}：${name}的一项说明`,
    ),
  }));
}

describe('comments', () => {
  it('follow their line through random edits, renames and moves', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = randomOf(seed);
      const sections = sectionsOf();
      const target = sections[random(sections.length)]!;
      const line = target.lines[random(4)]!;
      const before = groundOf(textOf(sections));
      const at = before.source.lineAt(before.source.text.indexOf(line));
      const anchor = anchorOf(at, before);
      for (let step = 0; step < 6; step += 1) edit(sections, { target, line, random });
      const after = groundOf(textOf(sections));
      const place = placeOf(anchor, after);
      assert.equal(after.source.slice(place.span), line, `seed ${String(seed)}\n${after.source.text}`);
    }
  });

  it('go to the nearest line, the heading, or the title where their words are gone', () => {
    const sections = sectionsOf();
    const before = groundOf(textOf(sections));
    const anchor = anchorOf(before.source.lineAt(before.source.text.indexOf('第 2 节第 1 行')), before);
    const placed = (change: (all: Section[]) => void): readonly [string, string] => {
      const all = sectionsOf();
      change(all);
      const ground = groundOf(textOf(all));
      const { kind, span } = placeOf(anchor, ground);
      return [kind, ground.source.slice(span)];
    };
    const [kind, words] = placed((all) => void (all[2]!.lines[1] = '第 2 节第 1 行乙：表结构设计的两项说明'));
    assert.deepEqual([kind, words], ['found', '第 2 节第 1 行乙：表结构设计的两项说明']);
    assert.deepEqual(
      placed((all) => void (all[2]!.lines = ['全部重写了', '完全不同'])),
      ['line-lost', '表结构设计'],
    );
    assert.deepEqual(
      placed((all) => void all.splice(2, 1)),
      ['lost', '标题'],
    );
  });
});

interface Edit {
  readonly target: Section;
  readonly line: string;
  readonly random: (below: number) => number;
}

/** Leaves the line alone; everything around it changes. */
function edit(sections: Section[], { target, line, random }: Edit): void {
  const other = sections[random(sections.length)]!;
  switch (random(6)) {
    case 0:
      other.lines.splice(random(other.lines.length + 1), 0, `新增的一行 ${String(random(1_000))}`);
      return;
    case 1:
      other.lines = other.lines.map((each) => (each === line ? each : `${each}（改）`));
      return;
    case 2:
      target.name = `${target.name}（修订）`;
      return;
    case 3:
      sections.unshift({ name: `前言 ${String(random(1_000))}`, lines: ['新的一节'] });
      return;
    case 4:
      sections.sort((a, b) => (a.name < b.name ? 1 : -1));
      return;
    default:
      if (other !== target) other.name = `另一个名字 ${String(random(1_000))}`;
  }
}
