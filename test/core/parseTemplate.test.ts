// Templates as teams write them, and what is read: outlines as text, one form of template-reading.md in each case.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { parseTemplate } from '../../server/src/core/template/parseTemplate.ts';
import type { Bound, FieldSpec, SectionSpec, Template } from '../../server/src/core/template/template.ts';

function show({ measure, min, max }: Bound): string {
  return `${measure} ${String(min ?? '')}..${String(max ?? '')}`;
}

/** `名称? +placeholder (bounds)`: `?` optional, `+` repeatable, `*` any name. */
function outline(specs: readonly SectionSpec[], indent = ''): string[] {
  return specs.flatMap((spec) => {
    const marks = `${spec.required ? '' : '?'}${spec.repeat.max === undefined ? '+' : ''}${spec.isPlaceholder ? '*' : ''}`;
    const bounds = spec.bounds.length === 0 ? '' : ` (${spec.bounds.map(show).join(', ')})`;
    return [`${indent}${spec.name}${marks}${bounds}`, ...outline(spec.children, `${indent}  `)];
  });
}

function fieldText({ key, required, values, format, place }: FieldSpec): string {
  const form = values === undefined ? (format ?? '') : values.map(({ value }) => value).join('|');
  return [`${key}${required ? '' : '?'}`, form, place === 'tail' ? 'tail' : ''].filter((part) => part !== '').join(' ');
}

function parse(text: string, path = '模板.md'): readonly Template[] {
  return parseTemplate(path, text, remarkParser).templates;
}

function only(text: string): Template {
  const templates = parse(text);
  assert.equal(templates.length, 1, templates.map(({ name }) => name).join());
  return templates[0] as Template;
}

const fenced = (skeleton: string): string => `# 规范\n\n## 标准结构\n\n\`\`\`markdown\n${skeleton}\n\`\`\`\n`;

const sections: readonly (readonly [title: string, skeleton: string, expected: readonly string[]])[] = [
  [
    'sizes and options in headings',
    '# 题\n\n## 1. 概述 (200-300字)\n\n## 2. 附录（可选）',
    ['概述 (length 200..300)', '附录?'],
  ],
  ['an option in the body', '# 题\n\n## 概述\n\n## 附录\n\n[可选的附录内容]', ['概述', '附录?']],
  ['numbered copies', '# 题\n\n## 3. 核心功能\n\n### 3.1 功能1\n\n### 3.2 功能2', ['核心功能', '  功能+*']],
  ['copies in brackets', '# 题\n\n## [库1名称]\n\n## [库2名称]\n\n## 总结', ['库名称+*', '总结']],
  ['labels with numbers', '# 题\n\n## 实现\n\n### 方案1：行锁\n\n### 方案2：表锁', ['实现', '  方案+']],
  ['open labels', '# 题\n\n## 实现\n\n### 方案N：[名称]\n\n#### 代码', ['实现', '  方案+*', '    代码']],
  ['children that not every copy has', '# 题\n\n## 章节1\n\n### 说明\n\n## 章节2', ['章节+*', '  说明?']],
  ['appendices told apart', '# 题\n\n## 附录 A: 术语表\n\n## 附录 B: 参考资料', ['术语表', '参考资料']],
  ['file names', '# 题\n\n## 01-需求分析.md (4,000-6,000字)\n\n## 总结', ['需求分析 (length 4000..6000)', '总结']],
  ['either of two names', '# 题\n\n## 常见问题 / FAQ\n\n## 总结', ['常见问题', '总结']],
  ['contents are no section', '# 题\n\n## 📑 目录\n\n- [概述](#概述)\n\n## 概述\n\n## 总结', ['概述', '总结']],
  [
    'what an abridged body leaves out',
    '# 题\n\n## 目录\n\n- [1. 概述](#a)\n- [2. 部署](#b)\n  - [2.1 步骤说明](#c)\n\n## 1. 概述\n\n...',
    ['概述', '部署', '  步骤说明'],
  ],
  ['a section of metadata', '# 题\n\n## 元数据\n- 难度: 初级/高级\n\n## 概述', ['元数据?', '概述']],
];

describe('templates as teams write them', () => {
  for (const [title, skeleton, expected] of sections) {
    it(title, () => {
      assert.deepEqual(outline(only(fenced(skeleton)).sections), expected);
    });
  }

  it('fields of header and tail with sets and formats', () => {
    const skeleton =
      '# 题\n\n> **文档编号**: XXX-XXX\n> **状态**: 草稿/完成\n> **创建日期**: YYYY-MM-DD\n> **版本**: X.X+\n> **影响**: 范围（可选）\n\n---\n\n## 概述\n\n## 总结\n\n---\n\n**最后更新**: YYYY年MM月\n**维护者**: [维护者]';
    assert.deepEqual(only(fenced(skeleton)).fields.map(fieldText), [
      '文档编号 id',
      '状态 草稿|完成',
      '创建日期 date',
      '版本 version',
      '影响?',
      '最后更新 date tail',
      '维护者 tail',
    ]);
  });

  it('fields of examples and tables belong to the skeletons; an optional mark counts wherever it stands', () => {
    const text = `${fenced('# 题\n\n> **影响**: 范围\n\n## 概述\n\n## 总结')}
## 元信息

\`\`\`markdown
> **影响**: 范围（可选）
> **状态**: 稳定/预览
\`\`\`

| 字段 | 必填 | 说明 |
|---|---|---|
| tags | 否 | 标签列表 |
| 更新 | 是 | ISO 8601 日期 |
`;
    assert.deepEqual(only(text).fields.map(fieldText), ['影响?', '状态 稳定|预览', 'tags? list', '更新 date']);
  });

  it('mends nested fences and keeps spans in the document', () => {
    const text = fenced('# 题\n\n## 概述\n\n```sql\nSELECT 1;\n    ```\n\n    ## 实现\n\n## 总结');
    const template = only(text);
    assert.deepEqual(outline(template.sections), ['概述', '实现', '总结']);
    const spec = template.sections[1];
    assert.ok(spec);
    assert.equal(text.slice(spec.span.start, spec.span.end), '## 实现');
    assert.equal(text.split('\n')[spec.origin.line], '    ## 实现');
  });

  it('ends an outer block before the heading of the next one', () => {
    const text =
      '# 规范\n\n### 甲模板\n\n```markdown\n# 甲\n\n## 概述\n\n### 乙模板\n\n```markdown\n# 乙\n\n## 背景\n\n## 总结\n```\n';
    assert.deepEqual(
      parse(text).map(({ name, sections: found }) => [name, ...outline(found)]),
      [
        ['甲模板', '概述'],
        ['乙模板', '背景', '总结'],
      ],
    );
  });

  it('leaves examples, counter-examples, fragments and partial views out', () => {
    const whole = '```markdown\n# 题\n\n> **状态**: 甲\n\n## 概述\n\n## 总结\n```';
    const text = `# 规范\n\n## 结构\n\n${whole}\n\n## 头部\n\n\`\`\`markdown\n# 题\n\n> **状态**: 甲\n\`\`\`\n\n## 编号\n\n\`\`\`markdown\n## 1. 甲\n### 1.1 乙\n\`\`\`\n\n## 错误示例\n\n\`\`\`markdown\n# 别题\n\n## 甲\n\n## 乙\n\`\`\`\n`;
    assert.deepEqual(
      parse(text).map(({ name }) => name),
      ['结构'],
    );
  });

  it('puts a document that is shown in parts together', () => {
    const text =
      '# 格式标准\n\n## 文档头部（必须）\n\n```markdown\n# 题\n\n**版本**: X.Y\n\n## 概述\n```\n\n## 目录（必须）\n\n## 文档尾部（必须）\n\n```markdown\n## 相关资源\n\n---\n\n**维护者**: [名单]\n```\n';
    const template = only(text);
    assert.deepEqual(outline(template.sections), ['概述', '相关资源']);
    assert.deepEqual(template.fields.map(fieldText), ['版本 version', '维护者 tail']);
    assert.equal(template.hasToc, true);
    assert.equal(template.name, '格式标准');
    const [, last] = template.sections;
    assert.equal(text.slice(last?.span.start, last?.span.end), '## 相关资源');
  });

  it('takes a whole document by the last word of its title', () => {
    const body = '\n\n> **状态**: [状态]\n\n## 文档说明\n\n## 概述\n\n## 总结\n';
    assert.deepEqual(outline(only(`# 文档格式标准模板${body}`).sections), ['概述', '总结']);
    assert.equal(parse(`# 模板格式规范${body}`, '说明.md').length, 0);
    assert.deepEqual(
      outline(only('# 诊断模板\n\n## 1. 说明\n\n## 2. 通用结构\n\n### 2.1 症状\n\n### 2.2 处理\n').sections),
      ['症状', '处理'],
    );
  });

  it('binds bounds of the prose to the skeletons that they speak of', () => {
    const skeleton = (name: string): string => `\`\`\`markdown\n# ${name}\n\n## 概述\n\n## 总结\n\`\`\`\n`;
    const text = `# 模板\n\n### 1. 深度指南\n\n**字数要求**: 3,000-4,000字\n\n${skeleton('甲')}\n### 2. 实战案例\n\n${skeleton('乙')}\n### 3. 脚本\n\n**代码量要求**: 200-500行\n\n\`\`\`python\npass\n\`\`\`\n\n## 指引\n\n**概述部分**（200-300字）：\n\n### 实战案例必备要素\n\n- [ ] 代码示例（至少5个）\n\n### 其他\n\n- [ ] 文档行数 >= 300行\n`;
    const [guide, practice] = parse(text);
    assert.deepEqual(guide?.bounds.map(show), ['length 3000..4000', 'lines 300..']);
    assert.deepEqual(practice?.bounds.map(show), ['codeBlocks 5..', 'lines 300..']);
    assert.deepEqual(outline(guide.sections), ['概述 (length 200..300)', '总结']);
  });

  it('lets annotations win', () => {
    const text = `# 案例模板\n\n<!-- casewright: {template: case, version: "2.0", closed: true} -->\n\n## 概述 (100-200字) <!-- casewright: {id: intro, required: false, bounds: {length: 50..}, aliases: [引子]} -->\n\n<!-- casewright: {field: {key: 状态, values: [甲, 乙]}} -->\n\n## 讲解\n\n<!-- casewright: {ignore: true} -->\n\n## 总结\n`;
    const template = only(text);
    assert.deepEqual(outline(template.sections), ['概述? (length 50..)', '总结']);
    assert.equal(template.sections[0]?.id, 'intro');
    assert.ok(template.sections[0].aliases.includes('引子'));
    assert.deepEqual(template.fields.map(fieldText), ['状态 甲|乙']);
    assert.deepEqual([template.kind, template.version, template.isClosed], ['case', '2.0', true]);
  });
});
