// The worked examples of the authoring guides are read as the guides say.
import assert from 'node:assert/strict';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { parseStandard } from '../../server/src/core/standard/parseStandard.ts';
import { parseTemplate } from '../../server/src/core/template/parseTemplate.ts';
import type { SectionSpec, Template } from '../../server/src/core/template/template.ts';
import { readDocument } from './documents.ts';

/** The Markdown examples of a guide, in order. */
function examples(locale: 'zh' | 'en'): readonly string[] {
  const { model } = readDocument(`docs/${locale}/authoring.md`);
  return model.blocks.code.filter(({ language }) => language === 'markdown').map(({ value }) => value);
}

/** One line a section: indent, name, `?` optional, `*` repeatable, bounds. */
function outline(sections: readonly SectionSpec[], depth = 0): readonly string[] {
  return sections.flatMap((section) => {
    const { min, max } = section.repeat;
    const marks = `${section.required ? '' : '?'}${max === 1 ? '' : `*${min}`}`;
    const bounds = section.bounds.map((bound) => ` ${bound.measure} ${bound.min ?? ''}..${bound.max ?? ''}`).join('');
    const languages = section.languages.map((language) => ` ${language}`).join('');
    return [
      `${'  '.repeat(depth)}${section.name}${marks}${bounds}${languages}`,
      ...outline(section.children, depth + 1),
    ];
  });
}

function fieldsOf({ fields }: Template): readonly string[] {
  return fields.map(({ key, required, values, format }) => {
    const form = values?.map(({ value }) => value).join('/') ?? format ?? '';
    return `${key}${required ? '' : '?'} ${form}`.trimEnd();
  });
}

function templateIn(text: string, path: string): Template {
  const { templates, problems } = parseTemplate(path, text, remarkParser);
  assert.deepEqual(problems, []);
  assert.equal(templates.length, 1);
  return templates[0]!;
}

const expected = {
  zh: {
    first: [
      '概述 length 200..600',
      '业务场景分析',
      '  业务需求',
      '  并发场景?',
      '实现方案',
      '  方案*1',
      '    实现代码',
      '    适用场景',
      '总结',
    ],
    fields: ['文档编号 id', '状态 草稿/评审中/已完成', '创建日期 date', '负责小组?'],
    nested: ['概述', '总结'],
    annotated: ['实现方案', '  方案*2', '    实现代码 codeBlocks 1.. sql', '测试数据'],
    alias: '事务实现方案',
  },
  en: {
    first: [
      'Overview words 80..600',
      'Scenario',
      '  Requirements',
      '  Concurrency?',
      'Solutions',
      '  Solution*1',
      '    Code',
      '    When to use it',
      'Summary',
    ],
    fields: ['ID id', 'Status Draft/In review/Done', 'Created date', 'Team?'],
    nested: ['Overview', 'Summary'],
    annotated: ['Solutions', '  Solution*2', '    Code codeBlocks 1.. sql', 'Test data'],
    alias: 'Approaches',
  },
} as const;

for (const locale of ['zh', 'en'] as const) {
  describe(`worked examples of docs/${locale}/authoring.md`, () => {
    const [first = '', nested = '', annotated = '', standard = ''] = examples(locale);
    const want = expected[locale];

    it('the first template', () => {
      const template = templateIn(first, 'templates/case-template.md');
      assert.deepEqual(outline(template.sections), want.first);
      assert.deepEqual(fieldsOf(template), want.fields);
      assert.equal(template.hasToc, true);
    });

    it('the skeleton in a fence', () => {
      const template = templateIn(nested, 'templates/rules.md');
      assert.deepEqual(outline(template.sections), want.nested);
      assert.deepEqual(
        template.bounds.map(({ measure, min }) => [measure, min]),
        [['lines', 300]],
      );
    });

    it('annotations', () => {
      const template = templateIn(annotated, 'templates/case-template.md');
      assert.deepEqual(outline(template.sections), want.annotated);
      assert.equal(template.kind, 'case');
      assert.equal(template.version, '2.0');
      assert.ok(template.sections[0]?.aliases.includes(want.alias));
      assert.equal(template.sections[1]?.severity, 'warning');
    });

    it('the review standard', () => {
      const read = parseStandard('standards/review-standard.md', standard, remarkParser);
      assert.equal(read.dimensions.length, 1);
      const [dimension] = read.dimensions;
      assert.equal(dimension?.weight, 40);
      assert.deepEqual(
        dimension.levels.map(({ score }) => score),
        [5, 3, 1],
      );
      const kinds = read.checks.map(({ bound, rule, requiresSection }) => bound?.measure ?? rule ?? requiresSection);
      assert.deepEqual(kinds, ['codeBlocks', 'fence-language', locale === 'zh' ? '测试数据' : 'Test data', undefined]);
      assert.deepEqual(
        read.grades.map(({ name, min }) => [name, min]),
        [
          ['A', 90],
          ['B', 75],
        ],
      );
    });
  });
}
