// Template documents that are damaged, half-typed or hostile: parsed without a throw, fast, with every span in the text.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { parseTemplate } from '../../server/src/core/template/parseTemplate.ts';
import type { SectionSpec, TemplateDocument } from '../../server/src/core/template/template.ts';

const templates = join(import.meta.dirname, '../../../shared/corpus/templates');

function parse(text: string): TemplateDocument {
  const document = parseTemplate('模板.md', text, remarkParser, { isTemplate: true });
  const isInside = ({ start, end }: { start: number; end: number }): boolean =>
    start >= 0 && start <= end && end <= text.length;
  const all = (specs: readonly SectionSpec[]): readonly SectionSpec[] =>
    specs.flatMap((spec) => [spec, ...all(spec.children)]);
  for (const { code, span } of document.problems) assert.ok(isInside(span), code);
  for (const { name, span } of document.templates.flatMap((template) => all(template.sections)))
    assert.ok(isInside(span), name);
  for (const { text: words, span } of document.checks) assert.ok(isInside(span), words);
  return document;
}

/** A template with every form that is read. */
const dense = `# 案例模板

<!-- casewright: {template: case, bounds: {length: 2..5}} -->

## 结构

\`\`\`markdown
# [标题]

> **状态**: 草稿/完成
> **编号**: XX-001（可选）

## 目录

- [概述](#概述)

## 1. 概述 (100-200字) <!-- casewright: {aliases: [简介]} -->

\`\`\`sql
SELECT 1;
    \`\`\`

    ## 2. 方案1：甲

### 步骤A

## 3. 方案2：乙
...
\`\`\`

- [ ] 代码示例 >= 5个
- [ ] 有概述章节

| 字段 | 必填 | 说明 |
|---|---|---|
| 状态 | 是 | 状态：甲/乙 |
`;

describe('damaged templates', () => {
  it('every prefix, as it is and with Windows line endings', () => {
    for (const text of [dense, `\uFEFF${dense.replaceAll('\n', '\r\n')}`])
      for (let end = 0; end <= text.length; end += 13) parse(text.slice(0, end));
  });

  it('lines left out one by one', () => {
    const lines = dense.split('\n');
    for (const left of lines.keys()) parse(lines.filter((_line, index) => index !== left).join('\n'));
  });

  it('hostile texts in bounded time', () => {
    for (const unit of [
      '```markdown\n',
      '## 1. 方案1\n',
      '- [ ] 有',
      '`',
      '<!-- casewright: {',
      '> **a**: ',
      '| a ',
      '\u0000# ',
    ]) {
      const started = performance.now();
      parse(unit.repeat(20_000 / unit.length));
      assert.ok(performance.now() - started < 3_000, unit);
    }
  });

  it('the real ones cut anywhere', function () {
    if (!existsSync(templates)) {
      console.log('      skipped: ../shared/corpus/templates is not there');
      this.skip();
    }
    this.timeout(60_000);
    for (const name of readdirSync(templates).filter((_name, index) => index % 4 === 0)) {
      const text = readFileSync(join(templates, name), 'utf8');
      const started = performance.now();
      parse(text);
      assert.ok(performance.now() - started < 2_000, name);
      parse(text.slice(0, text.length / 3));
    }
  });
});
