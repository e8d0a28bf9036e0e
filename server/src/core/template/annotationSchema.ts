// The JSON Schema of the annotation form (docs/en/annotations.md). The source of schemas/annotation.schema.json,
// which a test keeps equal. `x-zh` is the Chinese description, `x-on` where a key has a meaning.

import { regionKeys } from '../regions/markKeys.ts';
import { measures } from './measure.ts';

const text = (description: string, chinese: string, on: readonly string[]) => ({
  type: 'string',
  minLength: 1,
  maxLength: 500,
  description,
  'x-zh': chinese,
  'x-on': on,
});

const flag = (description: string, chinese: string, on: readonly string[]) => ({
  type: 'boolean',
  description,
  'x-zh': chinese,
  'x-on': on,
});

const names = { type: 'array', items: { type: 'string', minLength: 1, maxLength: 200 }, maxItems: 100 } as const;

const range = {
  description: 'A number is a minimum; `2..5`, `2..`, `..5` are ranges; {min, max} the long form.',
  'x-zh': '一个数表示最小值；`2..5`、`2..`、`..5` 表示范围；{min, max} 是完整写法。',
  anyOf: [
    { type: 'integer', minimum: 0 },
    { type: 'string', pattern: '^(\\d{1,9}\\.\\.(\\d{1,9})?|\\.\\.\\d{1,9})$' },
    {
      type: 'object',
      additionalProperties: false,
      minProperties: 1,
      properties: {
        min: { type: 'integer', minimum: 0 },
        max: { type: 'integer', minimum: 0 },
        languages: {
          ...names,
          description: 'Counts only code blocks in these languages.',
          'x-zh': '只统计这些语言的代码块。',
        },
        severity: { enum: ['error', 'warning', 'information', 'hint'] },
      },
    },
  ],
} as const;

const field = {
  type: 'object',
  additionalProperties: false,
  required: ['key'],
  description: 'A metadata field that documents carry.',
  'x-zh': '文档应有的一个元数据字段。',
  'x-on': ['document', 'section'],
  properties: {
    key: {
      type: 'string',
      minLength: 1,
      maxLength: 100,
      description: 'Key as documents write it.',
      'x-zh': '文档中书写的键。',
    },
    required: {
      type: 'boolean',
      description: 'Whether it must be there (default: yes).',
      'x-zh': '是否必填（默认必填）。',
    },
    values: {
      description: 'Allowed values, as a list or as a mapping from value to description.',
      'x-zh': '允许的取值：列表，或“取值: 说明”的映射。',
      anyOf: [
        { type: 'array', items: { type: ['string', 'number', 'boolean'] }, maxItems: 200 },
        { type: 'object', additionalProperties: { type: ['string', 'null'] }, maxProperties: 200 },
      ],
    },
    format: {
      enum: ['date', 'version', 'id', 'number', 'url', 'path', 'list'],
      description: 'Form of the value.',
      'x-zh': '取值的格式。',
    },
    pattern: {
      type: 'string',
      minLength: 1,
      // Longer than patterns may be, so that the finding can say how long they may be.
      maxLength: 4000,
      description: 'Regular expression (RE2 syntax) for the whole value.',
      'x-zh': '整个取值要匹配的正则表达式（RE2 语法）。',
    },
    aliases: { ...names, description: 'Other keys that mean this field.', 'x-zh': '表示同一字段的其他键。' },
    place: {
      enum: ['header', 'tail'],
      description: 'Where new documents get it.',
      'x-zh': '新文档把它写在头部还是尾部。',
    },
    description: { type: 'string', maxLength: 500, description: 'Shown on hover.', 'x-zh': '悬停时显示的说明。' },
    severity: { enum: ['error', 'warning', 'information', 'hint'] },
  },
} as const;

export const annotationSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'casewright://schemas/annotation.schema.json',
  title: 'Casewright annotation',
  description: 'The mapping inside <!-- casewright: … -->.',
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    template: text('The skeleton is the template of documents of this kind.', '此骨架是哪一类文档的模板。', [
      'document',
    ]),
    version: {
      type: ['string', 'number'],
      description: 'Version of the template.',
      'x-zh': '模板的版本。',
      'x-on': ['document'],
    },
    closed: flag('No sections but those of the template.', '只允许模板中的章节。', ['document']),
    unordered: flag('The order of sections is free.', '章节顺序不限。', ['document']),
    title: {
      ...text('Regular expression (RE2 syntax) for the title.', '文档标题要匹配的正则表达式（RE2 语法）。', [
        'document',
      ]),
      maxLength: 4000,
    },
    id: {
      type: 'string',
      pattern: '^[A-Za-z0-9\\u4e00-\\u9fff][A-Za-z0-9_.\\u4e00-\\u9fff-]{0,99}$',
      description: 'Stable name of the section for other tools.',
      'x-zh': '章节的固定标识，供其他工具引用。',
      'x-on': ['section'],
    },
    required: flag('Whether the section must be there.', '章节是否必须出现。', ['section']),
    aliases: {
      ...names,
      description: 'Other names that mean this section.',
      'x-zh': '表示同一章节的其他名称。',
      'x-on': ['section'],
    },
    repeat: {
      description: 'How many times the section may stand: true, a number, a range `1..3` or {min, max}.',
      'x-zh': '章节可出现的次数：true、数字、范围 `1..3` 或 {min, max}。',
      'x-on': ['section'],
      anyOf: [
        { type: 'boolean' },
        { type: 'integer', minimum: 0 },
        { type: 'string', pattern: '^(\\d{1,9}\\.\\.(\\d{1,9})?|\\.\\.\\d{1,9})$' },
        {
          type: 'object',
          additionalProperties: false,
          minProperties: 1,
          properties: { min: { type: 'integer', minimum: 0 }, max: { type: 'integer', minimum: 1 } },
        },
      ],
    },
    oneOf: text(
      'Sections of the same group are alternatives; at least one must be there.',
      '同组章节任选，至少出现一个。',
      ['section'],
    ),
    level: {
      type: 'integer',
      minimum: 1,
      maximum: 6,
      description: 'Heading level, where the skeleton shows another one.',
      'x-zh': '标题级别（与骨架所示不同时填写）。',
      'x-on': ['section'],
    },
    bounds: {
      type: 'object',
      additionalProperties: false,
      minProperties: 1,
      description: 'Sizes and counts of the section, or of the document.',
      'x-zh': '章节或文档的篇幅与数量要求。',
      'x-on': ['document', 'section'],
      properties: Object.fromEntries(measures.map((name) => [name, range])),
    },
    languages: {
      ...names,
      description: 'At least one code block in each of these languages.',
      'x-zh': '这些语言的代码块每种至少一个。',
      'x-on': ['document', 'section'],
    },
    severity: {
      enum: ['error', 'warning', 'information', 'hint'],
      description: 'Severity when the section is missing.',
      'x-zh': '缺少该章节时的严重程度。',
      'x-on': ['section'],
    },
    dimension: text('Dimension of the review standard that the demand belongs to.', '所属的审查标准维度。', [
      'section',
    ]),
    placeholder: flag('The heading is a stand-in: any name will do.', '标题是占位文字，可用任意名称。', ['section']),
    guidance: text('Guidance for authors, shown on hover.', '给作者的说明，悬停时显示。', ['section']),
    field,
    fields: {
      type: 'array',
      items: field,
      maxItems: 100,
      description: 'Several fields.',
      'x-zh': '多个字段。',
      'x-on': ['document', 'section'],
    },
    ignore: {
      description: 'In a template `true`: not part of the skeleton. In a document: codes of findings to suppress.',
      'x-zh': '在模板中写 `true` 表示不属于骨架；在文档中写要忽略的问题代码。',
      'x-on': ['section', 'case'],
      anyOf: [{ type: 'boolean' }, { type: 'string', minLength: 1 }, { ...names, minItems: 1 }],
    },
    reason: text('Why the findings are suppressed.', '忽略的理由。', ['case']),
    until: {
      type: 'string',
      pattern: '^\\d{4}-\\d{2}-\\d{2}$',
      description: 'Last day (YYYY-MM-DD) of the suppression.',
      'x-zh': '忽略到哪一天为止（YYYY-MM-DD）。',
      'x-on': ['case'],
    },
    scope: {
      enum: ['next-line', 'section', 'file'],
      description: 'What the suppression covers (default: next-line).',
      'x-zh': '忽略的范围（默认 next-line）。',
      'x-on': ['case'],
    },
    ...regionKeys,
  },
} as const;
