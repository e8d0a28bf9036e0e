// Findings in templates themselves, each in a small template: code, the text that the span covers, the message.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { renderMessage } from '../../server/src/core/messages/render.ts';
import { parseTemplate } from '../../server/src/core/template/parseTemplate.ts';

/** `code “covered text”` of each problem; every message is rendered in both languages without a gap. */
function problems(text: string): string[] {
  return parseTemplate('模板.md', text, remarkParser, { isTemplate: true }).problems.map(({ code, message, span }) => {
    for (const locale of ['zh', 'en'] as const) assert.doesNotMatch(renderMessage(message, locale), /\{\w+\}/);
    return `${code} “${text.slice(span.start, span.end).replace('\uFEFF', '')}”`;
  });
}

interface Case {
  readonly title: string;
  readonly template: string;
  readonly expected: readonly string[];
}

const note = (yaml: string): string => `<!-- casewright: ${yaml} -->`;

const cases: readonly Case[] = [
  {
    title: 'nothing in a sound template',
    template: '# 案例\n\n> **状态**: 草稿/完成\n\n## 概述\n\n## 总结\n',
    expected: [],
  },
  { title: 'nothing to read', template: '只有一段话。\n', expected: ['template-empty “只有一段话。”'] },
  {
    title: 'a section that stands twice',
    template: '# 案例\n\n## 概述\n\n## 📋 概述\n',
    expected: ['template-section-duplicate “## 📋 概述”'],
  },
  {
    title: 'a bound that contradicts itself',
    template: `# 案例\n\n## 概述\n\n${note('{bounds: {length: {min: 500, max: 200}}}')}\n`,
    expected: [`template-bounds-contradictory “${note('{bounds: {length: {min: 500, max: 200}}}')}”`],
  },
  {
    title: 'a section that asks for more than the document allows',
    template: `# 案例\n\n${note('{bounds: {codeBlocks: ..3}}')}\n\n## 实现\n\n${note('{bounds: {codeBlocks: 5}}')}\n`,
    expected: [`template-bounds-nested “${note('{bounds: {codeBlocks: 5}}')}”`],
  },
  {
    title: 'a child that asks for more than its parent allows',
    template: `# 案例\n\n## 实现 ${note('{bounds: {length: ..100}}')}\n\n### 细节 (500-800字)\n`,
    expected: ['template-bounds-nested “### 细节 (500-800字)”'],
  },
  {
    title: 'required sections that add up to more than the document allows',
    template: `# 案例\n\n${note('{bounds: {length: ..1000}}')}\n\n## 甲 (600-900字)\n\n## 乙 (600-900字)\n`,
    expected: [`template-bounds-sum “${note('{bounds: {length: ..1000}}')}”`],
  },
  {
    title: 'but not where one of them is optional or an alternative',
    template: `# 案例\n\n${note('{bounds: {length: ..1000}}')}\n\n## 甲 (600-900字)\n\n## 乙 (600-900字)（可选）\n`,
    expected: [],
  },
  {
    title: 'a group of alternatives with one member',
    template: `# 案例\n\n## 方法 ${note('{oneOf: 做法}')}\n\n## 总结\n`,
    expected: [`template-alternative-single “## 方法 ${note('{oneOf: 做法}')}”`],
  },
  {
    title: 'an alternative that is required',
    template: `# 案例\n\n## 方法 ${note('{oneOf: 做法, required: true}')}\n\n## 步骤说明 ${note('{oneOf: 做法}')}\n`,
    expected: ['template-alternative-required “required”'],
  },
  {
    title: 'patterns that no linear engine takes',
    template: `# 案例\n\n${note("{title: '(a)\\1', field: {key: 编号, pattern: '(?=x)y'}}")}\n\n## 概述\n`,
    expected: ['template-pattern-unsafe “(a)\\1”', 'template-pattern-unsafe “(?=x)y”'],
  },
  {
    title: 'a pattern that is too long',
    template: `# 案例\n\n${note(`{field: {key: 编号, pattern: '${'a'.repeat(501)}'}}`)}\n\n## 概述\n`,
    expected: [`template-pattern-long “${'a'.repeat(501)}”`],
  },
  {
    title: 'an empty set of values',
    template: `# 案例\n\n${note('{field: {key: 状态, values: []}}')}\n\n## 概述\n`,
    expected: ['template-values-empty “field”'],
  },
  {
    title: 'a field that is defined twice',
    template: `# 案例\n\n${note('{field: {key: 状态, values: [甲]}}')}\n${note('{field: {key: 状态, values: [乙]}}')}\n\n## 概述\n`,
    expected: ['template-field-duplicate “field”'],
  },
  {
    title: 'a placeholder in a closed template',
    template: `# 案例\n\n${note('{closed: true}')}\n\n## 概述\n\n## [主题]\n`,
    expected: ['template-placeholder-closed “## [主题]”'],
  },
  {
    title: 'an alias of two sections',
    template: `# 案例\n\n## 监控 ${note('{aliases: [运维]}')}\n\n## 部署 ${note('{aliases: [运维]}')}\n\n## 总结\n`,
    expected: ['template-alias-ambiguous “aliases”', 'template-alias-ambiguous “aliases”'],
  },
  {
    title: 'a section that may stand less often than it must',
    template: `# 案例\n\n## 方法 ${note('{repeat: {min: 3, max: 2}}')}\n`,
    expected: [`template-repeat-contradictory “## 方法 ${note('{repeat: {min: 3, max: 2}}')}”`],
  },
  {
    title: 'an annotation beside nothing',
    template: `# 案例\n\n## 概述\n\n一段话。\n\n${note('{required: false}')}\n\n又一段。\n`,
    expected: [`annotation-unattached “${note('{required: false}')}”`],
  },
  {
    title: 'keys in the wrong place',
    template: `# 案例\n\n${note('{template: case, required: false, reason: 因为}')}\n\n## 概述\n`,
    expected: ['annotation-misplaced “required”', 'annotation-misplaced “reason”'],
  },
  {
    title: 'unknown keys, in the block of a skeleton too',
    template: `# 案例模板\n\n\`\`\`markdown\n# 标题\n\n## 概述 ${note('{requird: false}')}\n\n## 总结\n\`\`\`\n`,
    expected: ['annotation-key-unknown “requird”'],
  },
  {
    title: 'an annotation outside the skeletons',
    template: `# 案例模板\n\n${note('{closed: true}')}\n\n\`\`\`markdown\n# 标题\n\n## 概述\n\n## 总结\n\`\`\`\n`,
    expected: [`annotation-unattached “${note('{closed: true}')}”`],
  },
  {
    title: 'a fence that is never closed',
    template: '# 案例模板\n\n## 结构\n\n```markdown\n# 标题\n\n## 1. 概述\n\n## 2. 总结\n\n## 使用说明\n',
    expected: ['template-fence-mended “```markdown”'],
  },
  {
    title: 'fences whose nesting CommonMark reads otherwise',
    template: '# 案例模板\n\n## 结构\n\n```markdown\n# 标题\n\n## 概述\n\n```sql\nSELECT 1;\n```\n\n## 总结\n```\n',
    expected: ['template-fence-mended “```markdown”'],
  },
];

describe('problems of templates', () => {
  for (const { title, template, expected } of cases) {
    it(title, () => {
      assert.deepEqual(problems(template), expected);
      // The same problems at the same words in a file of another system.
      assert.deepEqual(
        problems(`\uFEFF${template.replaceAll('\n', '\r\n')}`),
        expected.map((line) => line.replaceAll('\n', '\r\n')),
      );
    });
  }
});
