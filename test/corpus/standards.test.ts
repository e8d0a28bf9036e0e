// The built-in standards and the real one, compiled with every measure there is; the real one was read by hand.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { measures } from '../../server/src/core/measures/index.ts';
import { compileRubric } from '../../server/src/core/rubric/compileRubric.ts';
import type { Condition, Rubric } from '../../server/src/core/rubric/rubric.ts';
import { parseStandard } from '../../server/src/core/standard/parseStandard.ts';

const repository = join(import.meta.dirname, '../..');

function rubricOf(path: string): Rubric {
  return compileRubric(parseStandard(path, readFileSync(path, 'utf8'), remarkParser), measures);
}

/** Without the words, which differ between languages. */
function demand(condition: Condition): string {
  switch (condition.kind) {
    case 'measure':
      return `${condition.measure}:${condition.least}`;
    case 'count':
      return `${condition.measure}#${String(condition.min ?? '')}..${String(condition.max ?? '')}`;
    case 'some-of':
      return `${String(condition.least)} of (${condition.conditions.map(demand).join(' ')})`;
    default:
      return condition.kind;
  }
}

function levelsOf({ dimensions }: Rubric): readonly (readonly string[])[] {
  return dimensions.map(({ levels }) => levels.map(({ conditions }) => conditions.map(demand).join(' & ')));
}

describe('built-in review standards', () => {
  const [zh, en] = ['zh', 'en'].map((language) =>
    rubricOf(join(repository, `schemas/built-in/standard.${language}.md`)),
  );

  it('ask for the same in both languages', () => {
    assert.ok(zh !== undefined && en !== undefined);
    assert.deepEqual(levelsOf(en), levelsOf(zh));
  });

  it('leave no words of a level to guess, and none to ask', () => {
    for (const { dimensions } of [zh, en].filter((rubric) => rubric !== undefined)) {
      const questions = dimensions.flatMap(({ levels }) => levels.flatMap((level) => level.questions));
      assert.deepEqual(questions, []);
    }
  });
});

/** Conditions of the levels 5 to 1, and how many questions are asked in them. */
const read: readonly (readonly [dimension: string, levels: readonly string[], questions: number])[] = [
  [
    '学术论文引用',
    ['references-papers#10..', 'references-papers#5..', 'references-papers#3..', 'references-papers#1..', ''],
    0,
  ],
  [
    '官方文档引用',
    [
      'references-official:some & references-links:all & reuse-versions:some',
      'references-official:some & references-links:most',
      'references-official:some',
      'references-official:some',
      '',
    ],
    1,
  ],
  ['语言表达', ['', '', '', '', ''], 6],
  [
    '导航便利性',
    [
      'readability-contents:all & references-links:all & readability-numbering:all',
      'readability-contents:most & references-links:most',
      'readability-contents:some',
      '',
      '',
    ],
    1,
  ],
];

describe('a real review standard', () => {
  const path = join(repository, '../shared/corpus/templates/pg__MVCC-ACID-CAP__00-项目文件__文档质量评估标准.md');

  it('is understood as a person reads it', function () {
    if (!existsSync(path)) {
      console.log('skipped: the shared corpus is not here');
      this.skip();
    }
    const { dimensions } = rubricOf(path);
    assert.equal(dimensions.length, 13);
    for (const [name, levels, questions] of read) {
      const dimension = dimensions.find((one) => one.name === name);
      assert.deepEqual(
        dimension?.levels.map(({ conditions }) => conditions.map(demand).join(' & ')),
        levels,
        name,
      );
      assert.equal(dimension.levels.flatMap((level) => level.questions).length, questions, name);
    }
  });
});
