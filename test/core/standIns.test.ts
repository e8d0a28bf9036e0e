// Sections that have no heading of their own: what does for them, and what does not.
import assert from 'node:assert/strict';
import { bindDocument } from '../../server/src/core/binding/bindDocument.ts';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { buildModel } from '../../server/src/core/model/buildModel.ts';
import { parseTemplate } from '../../server/src/core/template/parseTemplate.ts';

const template = parseTemplate(
  'template.md',
  `# [案例]

## 业务场景

### 业务需求

<!-- casewright: {aliases: [核心需求, "[类型]需求"]} -->

### 并发场景

## 数据库设计

### 表结构设计

<!-- casewright: {languages: [sql]} -->

## 实现方案

### 3.1 方案N：[名称]

<!-- casewright: {repeat: "1.."} -->

#### 实现代码

<!-- casewright: {bounds: {codeBlocks: 1}} -->

#### 性能分析

## 监控

### 告警规则
`,
  remarkParser,
  { isTemplate: true },
).templates[0];

const fence = '```';

/** Names of the sections that stand-ins do for, with the first line of the text that does. */
function standIns(text: string): readonly string[] {
  assert.ok(template);
  const model = buildModel(text, remarkParser);
  const { bindings } = bindDocument(model, template, 'case');
  const all = bindings.flatMap((binding) => [binding, ...binding.children.flatMap((each) => [each, ...each.children])]);
  return all.flatMap(({ spec, standIn }) =>
    standIn === undefined ? [] : [`${spec.name}: ${model.source.slice(standIn.span).trim().split('\n')[0] ?? ''}`],
  );
}

const documents: readonly (readonly [name: string, text: string, expect: readonly string[]])[] = [
  ['a bold line', '## 业务场景\n\n**核心需求**：\n\n- 不超卖\n', ['业务需求: **核心需求**：']],
  ['a bold line with its colon inside', '## 业务场景\n\n**业务需求：**\n\n不超卖。\n', ['业务需求: **业务需求：**']],
  ['bold words that lead a paragraph', '## 业务场景\n\n**性能需求**: 快。\n', ['业务需求: **性能需求**: 快。']],
  ['a bold line deeper inside', '## 业务场景\n\n### 交易\n\n**核心需求**\n\n不超卖。\n', ['业务需求: **核心需求**']],
  ['bold words without a colon', '## 业务场景\n\n**核心需求**是不超卖。\n', []],
  ['bold words elsewhere', '## 业务场景\n\n文字。\n\n## 附录\n\n**核心需求**：\n\n不超卖。\n', []],
  [
    'a comment in code',
    `## 监控\n\n${fence}sql\nSELECT 1;\n\n-- 告警规则\n-- 延迟超过 100 ms\n${fence}\n`,
    ['告警规则: -- 告警规则'],
  ],
  ['a comment that says more', `## 监控\n\n${fence}sql\n-- 告警规则见附录\n${fence}\n`, []],
  [
    'code right under the heading',
    `## 实现方案\n\n### 方案1：行锁\n\n${fence}sql\nBEGIN;\n${fence}\n\n#### 性能分析\n\n快。\n`,
    [`实现代码: ${fence}sql`],
  ],
  [
    'code under an unknown heading',
    `## 实现方案\n\n### 方案1：行锁\n\n#### 做法\n\n${fence}sql\nBEGIN;\n${fence}\n`,
    ['实现代码: #### 做法'],
  ],
  [
    'code of another known section',
    `## 实现方案\n\n### 方案1：行锁\n\n#### 性能分析\n\n${fence}sql\nEXPLAIN;\n${fence}\n`,
    [],
  ],
  [
    'code in the language that is wanted',
    `## 数据库设计\n\n### 用户表\n\n${fence}sql\nCREATE TABLE t ();\n${fence}\n`,
    ['表结构设计: ### 用户表'],
  ],
  [
    'a part that is no 方案 by label or by what it holds',
    `## 实现方案\n\n### 订单创建\n\n${fence}sql\nBEGIN;\n${fence}\n`,
    [`实现代码: ${fence}sql`, '性能分析: ### 订单创建'],
  ],
  [
    'a part that is a 方案 by what it holds',
    `## 实现方案\n\n### 订单创建\n\n#### 实现代码\n\n${fence}sql\nBEGIN;\n${fence}\n`,
    [],
  ],
  ['code in another language', `## 数据库设计\n\n### 用户表\n\n${fence}python\npass\n${fence}\n`, []],
];

describe('stand-ins for sections', () => {
  for (const [name, text, expected] of documents) {
    it(name, () => {
      assert.deepEqual(standIns(`# 案例\n\n${text}`), expected);
    });
  }

  it('do for one section each', () => {
    const code = `${fence}sql\nBEGIN;\n${fence}`;
    const text = `# 案例\n\n## 实现方案\n\n### 方案1：行锁\n\n${code}\n\n### 方案2：乐观锁\n\n没有代码。\n`;
    assert.deepEqual(standIns(text), [`实现代码: ${fence}sql`]);
  });

  it('are not looked for elsewhere', () => {
    assert.ok(template);
    const text = '# 案例\n\n## 业务场景\n\n**核心需求**：\n\n不超卖。\n\n## 核心需求\n\n快。\n';
    const { bindings } = bindDocument(buildModel(text, remarkParser), template, 'case');
    assert.deepEqual(
      bindings.flatMap(({ children }) => children).map(({ placement }) => placement),
      ['in-order'],
    );
  });
});
