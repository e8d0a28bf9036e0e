// What the measures of text read: pieces with exact places, and the parts of a document that are about one thing.
import assert from 'node:assert/strict';
import { markdownToMdast } from 'satteri';
import { createSatteriParser } from '../../server/src/core/markdown/satteriParser.ts';
import { measures } from '../../server/src/core/measures/index.ts';
import type { MeasureContext } from '../../server/src/core/measures/measure.ts';
import { tablesAbout, topicsAbout } from '../../server/src/core/measures/text/topics.ts';
import { textUnits, unitsWith } from '../../server/src/core/measures/text/textUnits.ts';
import { buildModel } from '../../server/src/core/model/buildModel.ts';

const parser = createSatteriParser(markdownToMdast);

const document = [
  '\uFEFF# 标题',
  '',
  '> **版本**: v1.0',
  '> **状态**: 因为元数据不算',
  '',
  '## 目录',
  '',
  '- [因为](#因为)',
  '',
  '## 1. 最佳实践',
  '',
  '锁会排队，因为**行锁**是独占的。换成乐观锁；再看 [为什么](https://a.b/c)。',
  '',
  '**优点**：',
  '',
  '- 吞吐高',
  '  - 没有等待',
  '- 见 [因为](x.md)',
  '',
  '**缺点**：',
  '',
  '1. **重试**: 冲突多时重试',
  '',
  '| 方案 | 说明 |',
  '|------|------|',
  '| 悲观锁 | 因为冲突多 |',
  '| | |',
  '',
  '```sql',
  '-- 因为要排队',
  'SELECT 1; -- 立刻返回',
  'SELECT 因为;',
  '```',
  '',
  '```text',
  '│ 写入 ──→ 队列 │',
  '```',
  '',
  '## 最佳实践（空）',
  '',
  '努力做好。',
  '',
  '## 参考资料',
  '',
  '- 因为没有',
].join('\n');

describe('pieces of text', () => {
  const model = buildModel(document, parser);

  it('have a kind, exact places, the label above, and leave contents, metadata and references out', () => {
    assert.deepEqual(
      textUnits(model).map(({ kind, span, label }) => [kind, model.source.slice(span), label ?? '']),
      [
        ['sentence', '锁会排队，因为**行锁**是独占的。', ''],
        ['sentence', '换成乐观锁；', ''],
        ['sentence', '再看 [为什么](https://a.b/c)。', ''],
        ['label', '**优点**：', ''],
        ['item', '吞吐高', '优点'],
        ['item', '没有等待', '吞吐高'],
        ['item', '见 [因为](x.md)', '优点'],
        ['label', '**缺点**：', ''],
        ['item', '**重试**: 冲突多时重试', '缺点'],
        ['row', '悲观锁 | 因为冲突多', '缺点'],
        ['comment', '-- 因为要排队', '缺点'],
        ['comment', 'SELECT 1; -- 立刻返回', '缺点'],
        ['figure', '│ 写入 ──→ 队列 │', '缺点'],
        ['sentence', '努力做好。', ''],
      ],
    );
  });

  it('have words without marks and addresses; links weigh nothing, words of letters two', () => {
    const units = textUnits(model);
    assert.deepEqual(
      units.slice(0, 3).map(({ text, size }) => [text, size]),
      [
        ['锁会排队，因为行锁是独占的。', 12],
        ['换成乐观锁；', 5],
        ['再看 为什么。', 2],
      ],
    );
    assert.ok(units.some(({ kind, text }) => kind === 'comment' && text === '立刻返回'));
  });

  it('are found by words in text, not in code', () => {
    assert.deepEqual(
      unitsWith(model, /因为/).map(({ kind }) => kind),
      ['sentence', 'item', 'row'],
    );
  });

  it('make topics of headings and labels with something under them', () => {
    const described = topicsAbout(model, /最佳实践|缺点/).map(({ title, span, substance }) => [
      title,
      model.source.lineAt(span.start) + 1,
      model.source.lineAt(span.end) + 1,
      substance.items,
      substance.codeLines,
    ]);
    assert.deepEqual(described, [['最佳实践', 10, 37, 4, 3]]);
    assert.deepEqual(
      topicsAbout(model, /^(?:优|缺)点/).map(({ title, units }) => [title, units.length]),
      [
        ['优点', 3],
        ['缺点', 5],
      ],
    );
    assert.equal(tablesAbout(model, /方案/).length, 1);
    assert.equal(tablesAbout(model, /指标/).length, 0);
  });

  it('are read in time of a size that grows with the document', () => {
    const hostile = [
      `**${'因'.repeat(50_000)}**：`,
      '**标签**：\n\n- 一\n\n'.repeat(2_000),
      `${'> '.repeat(200)}${'[a]('.repeat(5_000)}`,
      `\n\n| ${'a |'.repeat(500)}\n|${'-|'.repeat(500)}\n`,
      `\n\`\`\`\n${' '.repeat(100_000)}#\n\`\`\``,
    ].join('\n\n');
    const model = buildModel(hostile, parser);
    const before = performance.now();
    topicsAbout(model, /标签|因/);
    assert.ok(performance.now() - before < 1_000);
  });

  for (const [name, line] of [
    ['blanks in code', `\`\`\`yaml\n${' '.repeat(100_000)}\n\`\`\``],
    ['blank lines in code', `\`\`\`\n${' \n'.repeat(50_000)}\`\`\``],
    ['a sentence that never ends', `## 机制\n\n${'通过使用当如果建议'.repeat(11_000)}`],
    ['sentences of nothing', `x${'。'.repeat(100_000)}`],
    ['a comment that never ends', `\`\`\`sql\n-- ${'❌ 避免 '.repeat(20_000)}\n\`\`\``],
    ['thousands of options', '## 方案1：最佳实践监控故障处理\n\n当冲突时会重试。\n\n'.repeat(1_500)],
  ] as const) {
    it(`are measured in time: ${name}`, () => {
      const model = buildModel(`# t\n\n${line}\n`, parser);
      const facts = {} as MeasureContext['facts'];
      for (const one of measures.filter(({ id }) => /^(?:analysis|practice|topic)-/.test(id))) {
        const before = performance.now();
        const result = one.measure({ model, facts, findings: [], language: 'zh' });
        assert.ok('amount' in result);
        assert.ok(performance.now() - before < 800, one.id);
      }
    });
  }
});
