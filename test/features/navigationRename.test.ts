// Renames that reach through the library: headings with their anchors, ids, labels; and what is refused.
import assert from 'node:assert/strict';
import type { RenameResult } from '../../server/src/features/rename.ts';
import { readMarks } from '../support/markers.ts';
import { open, uri } from '../support/openEngine.ts';
import { withEdits } from '../support/openLibrary.ts';

type Texts = Readonly<Record<string, string>>;

interface Renamed {
  readonly own: string;
  readonly others: Texts;
}

/** Renames what is at the mark, as the server does: with the texts that the engine asks for. */
function rename(
  marked: string,
  newName: string,
  others: Texts = {},
): Renamed | { readonly refusal: string } | undefined {
  const opened = open(marked, { index: others });
  const [position] = opened.cursors;
  assert.ok(position);
  let result: RenameResult | undefined = opened.ask('rename', { uri, position, newName });
  if (result !== undefined && 'missing' in result) {
    const texts = result.missing.map((path) => [path, others[path] ?? ''] as const);
    result = opened.ask('rename', { uri, position, newName, texts });
  }
  if (result === undefined || 'refusal' in result) return result;
  assert.ok('edits' in result);
  const changed = result.others.map((file) => [file.path, withEdits(others[file.path] ?? '', file)] as const);
  return { own: withEdits(opened.text, result), others: Object.fromEntries(changed) };
}

interface Case {
  readonly what: string;
  readonly text: string;
  readonly newName: string;
  readonly own: string;
  readonly before?: Texts;
  readonly after?: Texts;
}

const cases: readonly Case[] = [
  {
    what: 'a heading with its contents entry and its links, raw or encoded, here and elsewhere',
    text: '# 订单\n\n## 目录\n\n- [超卖](#超卖)\n\n## <|>超卖\n\n见 [这里](#%E8%B6%85%E5%8D%96) 和 [r]。\n\n[r]: #超卖\n',
    newName: '`库存` 扣减',
    own: '# 订单\n\n## 目录\n\n- [库存 扣减](#库存-扣减)\n\n## `库存` 扣减\n\n见 [这里](#%E5%BA%93%E5%AD%98-%E6%89%A3%E5%87%8F) 和 [r]。\n\n[r]: #库存-扣减\n',
    before: {
      'a.md': '# 甲\n\n[超卖](cases/doc.md#超卖 "说明") [别的](cases/doc.md#订单) [x](<./cases/doc.md#超卖>)\n',
      'b.md': '# 乙\n\n[x][1] ![p](cases/doc.md#%E8%B6%85%E5%8D%96)\n\n[1]: /cases/doc.md#超卖\n',
      'c.md': '# 丙\n\n[超卖](#超卖) [y](cases/doc.md)\n',
    },
    after: {
      'a.md':
        '# 甲\n\n[库存 扣减](cases/doc.md#库存-扣减 "说明") [别的](cases/doc.md#订单) [x](<./cases/doc.md#库存-扣减>)\n',
      'b.md':
        '# 乙\n\n[x][1] ![p](cases/doc.md#%E5%BA%93%E5%AD%98-%E6%89%A3%E5%87%8F)\n\n[1]: /cases/doc.md#库存-扣减\n',
    },
  },
  {
    what: 'one of three equal headings: the others keep their links though their counters move',
    text: '# 题\n\n- [概述](#概述)\n- [概述](#概述-1)\n- [概述](#概述-2)\n\n## 概述\n\n## <|>概述\n\n## 概述\n',
    newName: '背景',
    own: '# 题\n\n- [概述](#概述)\n- [背景](#背景)\n- [概述](#概述-1)\n\n## 概述\n\n## 背景\n\n## 概述\n',
    before: { 'a.md': '# 甲\n\n[x](cases/doc.md#概述-2) [y](cases/doc.md#概述)\n' },
    after: { 'a.md': '# 甲\n\n[x](cases/doc.md#概述-1) [y](cases/doc.md#概述)\n' },
  },
  {
    what: 'a heading to the name of one that is there: it gets a counter',
    text: '# 题\n\n[x](#乙)\n\n## 甲\n\n## <|>乙\n',
    newName: '甲',
    own: '# 题\n\n[x](#甲-1)\n\n## 甲\n\n## 甲\n',
  },
  {
    what: 'the title, with texts of links that bear it',
    text: '# <|>订单案例\n\n[订单案例](#订单案例)\n',
    newName: '下单案例',
    own: '# 下单案例\n\n[下单案例](#下单案例)\n',
    before: { 'index.md': '# 索引\n\n- [订单案例](cases/doc.md)\n- [见订单案例](cases/doc.md)\n' },
    after: { 'index.md': '# 索引\n\n- [下单案例](cases/doc.md)\n- [见订单案例](cases/doc.md)\n' },
  },
  {
    what: 'a heading with an emoji in a file with CRLF and a byte order mark',
    text: '\uFEFF# 题\r\n\r\n- [🚀 方案](#-方案)\r\n\r\n## 🚀 方<|>案\r\n',
    newName: '🚀 设计',
    own: '\uFEFF# 题\r\n\r\n- [🚀 设计](#-设计)\r\n\r\n## 🚀 设计\r\n',
  },
  {
    what: 'an underlined heading',
    text: '# 题\n\n<|>甲\n---\n\n[甲](#甲)\n',
    newName: '乙',
    own: '# 题\n\n乙\n---\n\n[乙](#乙)\n',
  },
  {
    what: 'the own id in header and tail, and every mention elsewhere but in a region of ours',
    text: '# 题\n\n> **文档编号**: CASE-<|>001\n\n正文 CASE-001。CASE-0012 不动。\n\n---\n\n**文档编号**: CASE-001\n',
    newName: 'CASE-101',
    own: '# 题\n\n> **文档编号**: CASE-101\n\n正文 CASE-101。CASE-0012 不动。\n\n---\n\n**文档编号**: CASE-101\n',
    before: {
      'a.md': '# 甲\n\n> **相关案例**: CASE-002, CASE-001\n\n[CASE-001](cases/doc.md)\n',
      'plan.md': '# 计划\n\n| 编号 | 案例 |\n|---|---|\n| CASE-001 | 题 |\n',
      'index.md': '# 索引\n\n<!-- casewright: region: index -->\n- CASE-001\n<!-- casewright: end -->\n\nCASE-001\n',
    },
    after: {
      'a.md': '# 甲\n\n> **相关案例**: CASE-002, CASE-101\n\n[CASE-101](cases/doc.md)\n',
      'plan.md': '# 计划\n\n| 编号 | 案例 |\n|---|---|\n| CASE-101 | 题 |\n',
      'index.md': '# 索引\n\n<!-- casewright: region: index -->\n- CASE-001\n<!-- casewright: end -->\n\nCASE-101\n',
    },
  },
  {
    what: 'an id where another document names it',
    text: '# 题\n\n> **相关案例**: CASE-<|>002\n',
    newName: 'CASE-102',
    own: '# 题\n\n> **相关案例**: CASE-102\n',
    before: { 'a.md': '# 甲\n\n> **文档编号**: CASE-002\n' },
    after: { 'a.md': '# 甲\n\n> **文档编号**: CASE-102\n' },
  },
  {
    what: 'the own id of one of two namesakes, here alone',
    text: '# 题\n\n> **文档编号**: CASE-<|>001\n',
    newName: 'CASE-101',
    own: '# 题\n\n> **文档编号**: CASE-101\n',
    before: {
      'a.md': '# 甲\n\n> **文档编号**: CASE-001\n',
      'b.md': '# 乙\n\n> **相关案例**: CASE-001\n',
    },
  },
  {
    what: 'a label: definition and uses; the words stay',
    text: '# 题\n\n[文][<|>pg] [pg] [pg][] ![图][PG] [pgx]\n\n[pg]: a.md\n[pgx]: b.md\n',
    newName: 'postgres',
    own: '# 题\n\n[文][postgres] [pg][postgres] [pg][postgres] ![图][postgres] [pgx]\n\n[postgres]: a.md\n[pgx]: b.md\n',
  },
];

const refusals: readonly (readonly [what: string, text: string, newName: string, others: Texts, reason: RegExp])[] = [
  ['an empty name', '# 题\n\n## <|>甲\n', '  ', {}, /不能为空/],
  ['a name of two lines', '# 题\n\n## <|>甲\n', '甲\n乙', {}, /不能换行/],
  ['a heading that would lose a part', '# 题\n\n## <|>甲\n', '乙 ##', {}, /不能作为标题/],
  ['a heading that would be none', '# 题\n\n<|>甲\n---\n', '- 乙', {}, /别的/],
  ['an id that is none', '# 题\n\n> **文档编号**: CASE-<|>001\n', '新的 编号', {}, /不能作为编号/],
  [
    'an id that is taken',
    '# 题\n\n> **文档编号**: CASE-<|>001\n',
    'CASE-002',
    { 'a.md': '# 甲\n\n> **文档编号**: CASE-002\n' },
    /已用于“a\.md”/,
  ],
  [
    'the mention of an id that two documents have',
    '# 题\n\n> **相关案例**: CASE-<|>002\n',
    'CASE-102',
    { 'a.md': '# 甲\n\n> **文档编号**: CASE-002\n', 'b.md': '# 乙\n\n> **文档编号**: CASE-002\n' },
    /2 个文档都使用/,
  ],
  ['a label with brackets', '# 题\n\n[文][<|>a]\n\n[a]: a.md\n', 'b]', {}, /不能作为链接标签/],
  ['a label that is defined', '# 题\n\n[文][<|>a]\n\n[a]: a.md\n[b]: b.md\n', 'B', {}, /已有别的定义/],
];

describe('renames through the library', () => {
  for (const { what, text, newName, own, before = {}, after = {} } of cases) {
    it(`change ${what}`, () => {
      assert.deepEqual(rename(text, newName, before), { own, others: after });
    });
  }

  for (const [what, text, newName, others, reason] of refusals) {
    it(`refuse ${what}`, () => {
      const result = rename(text, newName, others);
      assert.ok(result && 'refusal' in result, JSON.stringify(result));
      assert.match(result.refusal, reason);
    });
  }

  it('there and back give the texts of before', () => {
    for (const { text, newName, before = {} } of cases.slice(0, 6)) {
      const { text: original, cursors } = readMarks(text);
      const there = rename(text, newName, before);
      assert.ok(there && 'own' in there);
      const line = original.slice(0, cursors[0]).split('\n').length - 1;
      const lines = there.own.split('\n');
      const oldName = (original.split('\n')[line] ?? '')
        .replace(/^#+ /, '')
        .replace(/^\uFEFF# /, '')
        .trimEnd();
      const at = lines[line]?.search(/[^#\s\uFEFF]/) ?? 0;
      lines[line] = `${(lines[line] ?? '').slice(0, at)}<|>${(lines[line] ?? '').slice(at)}`;
      const back = rename(lines.join('\n'), oldName, { ...before, ...there.others });
      assert.ok(back && 'own' in back, JSON.stringify(back));
      assert.equal(back.own, original);
      for (const [path, body] of Object.entries(back.others)) assert.equal(body, before[path]);
    }
  });

  it('wait until the library is read, where there is one', () => {
    const opened = open('# 题\n\n## <|>甲\n');
    const [position] = opened.cursors;
    assert.ok(position);
    assert.deepEqual(opened.ask('rename', { uri, position, newName: '乙' }), {
      refusal: '案例库还没有读完，请稍后再试',
    });
  });

  it('offer the words as they are written', () => {
    const table: readonly (readonly [text: string, words: string | undefined])[] = [
      ['# 题\n\n## 1. `甲` <|>乙\n', '1. `甲` 乙'],
      ['# 题\n\n[文][<|>a]\n\n[a]: b.md\n', 'a'],
      ['# 题\n\n> **文档编号**: CASE-<|>001（草）\n', 'CASE-001'],
      ['# 题\n\n正<|>文\n', undefined],
      ['# 题\n\n## [甲<|>](a.md)\n', undefined],
    ];
    for (const [text, words] of table) {
      const opened = open(text, { index: {} });
      const [position] = opened.cursors;
      assert.ok(position);
      assert.equal(opened.ask('prepareRename', { uri, position })?.placeholder, words, text);
    }
  });
});
