// Fingerprints of sections: what changes them and what does not.
import assert from 'node:assert/strict';
import { contentPrint } from '../../server/src/core/review/sectionPrints.ts';
import { factsOf } from '../support/factsOf.ts';
import { hasSharedDocuments, sharedDocument, sharedPaths } from '../support/sharedDocuments.ts';

const document = `# 库存扣减案例

> **版本**: v1.0
> **最后更新**: 2026-01-01

开头的一段话。

## 目录

- [一、方案](#一方案)

## 一、方案

先锁行，再扣减。失败时重试 3 次。

1. 锁行
2. 扣减

\`\`\`python
def take():
    return 1
\`\`\`

### 1.1 取舍

悲观锁简单，吞吐低，见[锁](../主题/锁.md#行锁)。

## 二、总结

| 指标 | 值 |
|------|----|
| QPS | 1200 |
`;

interface Change {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Index of the sections whose print changes: 0 above the first heading, 1 the title … */
  readonly changes: readonly number[];
}

const changes: readonly Change[] = [
  { name: 'a word', from: '重试 3 次', to: '重试 5 次', changes: [3] },
  { name: 'a figure in a table', from: '1200', to: '1300', changes: [5] },
  { name: 'code', from: 'return 1', to: 'return 2', changes: [3] },
  { name: 'indentation of code', from: '    return', to: '  return', changes: [3] },
  { name: 'the part below the title', from: '开头的一段话', to: '另一段话', changes: [1] },
  { name: 'a new paragraph', from: '#行锁)。', to: '#行锁)。\n\n乐观锁相反。', changes: [4] },
  { name: 'blanks and line breaks', from: '先锁行，再扣减。失败', to: '先锁行，\n再扣减。  失败', changes: [] },
  { name: 'empty lines', from: '## 二、总结\n', to: '\n\n## 二、总结\n\n\n', changes: [] },
  { name: 'padding of a table', from: '| QPS | 1200 |', to: '| QPS   | 1200   |', changes: [] },
  { name: 'rules of a table', from: '|------|----|', to: '|---|---|', changes: [] },
  { name: 'numbers of a list', from: '1. 锁行\n2. 扣减', to: '1. 锁行\n1. 扣减', changes: [] },
  { name: 'the number and the words of a heading', from: '## 一、方案', to: '## 2. 实现方案', changes: [] },
  { name: 'metadata', from: 'v1.0', to: 'v1.1', changes: [] },
  { name: 'contents', from: '- [一、方案](#一方案)', to: '- [一、方案](#一方案)\n- [二、总结](#二总结)', changes: [] },
  { name: 'the words of a link', from: '[锁]', to: '[表锁]', changes: [4] },
  { name: 'the address of a moved file', from: '../主题/锁.md#行锁', to: '锁.md#一行锁', changes: [] },
  { name: 'an address outside', from: '../主题/锁.md#行锁', to: 'https://example.com/', changes: [4] },
  { name: 'comments', from: '简单，', to: '简单，<!-- 待核对 -->', changes: [] },
  { name: 'blanks at the end of code lines', from: 'return 1', to: 'return 1  ', changes: [] },
];

describe('fingerprints of sections', () => {
  const prints = (text: string): readonly string[] => factsOf('cases/a.md', text).prints;

  it('are one more than headings', () => {
    const { prints: found, headings } = factsOf('cases/a.md', document);
    assert.equal(found.length, headings.length + 1);
    for (const print of found) assert.match(print, /^[0-9a-f]{8}$/);
  });

  for (const { name, from, to, changes: expected } of changes) {
    it(`${expected.length === 0 ? 'stay with' : 'change with'} ${name}`, () => {
      const text = document.replace(from, to);
      assert.notEqual(text, document);
      const before = prints(document);
      const changed = prints(text).flatMap((print, index) => (print === before[index] ? [] : [index]));
      assert.deepEqual(changed, expected);
    });
  }

  it('stay with line endings and a byte order mark', () => {
    assert.deepEqual(prints(`\uFEFF${document.replaceAll('\n', '\r\n')}`), prints(document));
  });

  it('make one print of the content, which follows new and renamed sections, too', () => {
    const of = (text: string): string => contentPrint(factsOf('cases/a.md', text));
    assert.equal(of(document.replace('v1.0', 'v2.0')), of(document));
    assert.equal(of(document.replace('## 一、方案', '## 1. 方案')), of(document));
    assert.notEqual(of(document.replace('一、方案\n\n', '一、做法\n\n')), of(document));
    assert.notEqual(of(`${document}\n## 三、附录\n`), of(document));
  });

  it('are the same whichever way the text of a real document is laid out', function () {
    if (!hasSharedDocuments) this.skip();
    for (const path of sharedPaths('corpus/cases')) {
      const { text } = sharedDocument(path);
      // Two blanks at the end of each line of running text that has no code and no table in it.
      const isPlain = (line: string): boolean => /^[\u4e00-\u9fff]/.test(line) && !/[`|]/.test(line);
      const lines = text.split('\n').map((line) => (isPlain(line) ? `${line}  ` : line));
      const laid = lines.join('\r\n');
      assert.deepEqual(prints(laid), prints(text), path);
    }
  });
});
