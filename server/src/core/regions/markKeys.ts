// The keys of a region's mark, as part of the JSON Schema of annotations (annotationSchema.ts). Data only.

/** What can be written into a region. */
export const generatorNames = ['documents', 'folder', 'navigation', 'selection', 'usage', 'statistics'] as const;
export type GeneratorName = (typeof generatorNames)[number];

const on = ['region'] as const;
const name = { type: 'string', minLength: 1, maxLength: 100 } as const;
const nameList = (maxItems: number) =>
  ({ anyOf: [name, { type: 'array', items: name, minItems: 1, maxItems }] }) as const;
const value = { type: ['string', 'number', 'boolean'], maxLength: 200 } as const;
const condition = (description: string, chinese: string) =>
  ({
    description,
    'x-zh': chinese,
    anyOf: [value, { type: 'array', items: value, minItems: 1, maxItems: 50 }],
  }) as const;

export const regionKeys = {
  region: {
    enum: generatorNames,
    description:
      'Opens a region that this tool writes, up to the mark `end`: documents (table or list), folder (documents and subfolders), ' +
      'navigation (by each facet), selection (matrix of facets), usage (links to the parts of each case), statistics.',
    'x-zh':
      '由工具生成的区域，直到 `end` 标记为止：documents（文档表或列表）、folder（本目录的文档和子目录）、navigation（按分类维度导航）、' +
      'selection（选型表）、usage（使用指南表）、statistics（统计）。',
    'x-on': on,
  },
  where: {
    type: 'object',
    maxProperties: 20,
    description: 'Which documents: values of metadata fields or facets; a leading `!` excludes.',
    'x-zh': '列出哪些文档：元数据字段或分类维度的取值；以 `!` 开头表示排除。',
    'x-on': on,
    properties: {
      kind: condition('Kinds of documents, or any.', '文档类型，any 表示全部。'),
      folder: condition(
        'Folders, from the library; `.` is that of this document.',
        '目录，从库根算起；`.` 指本文档所在目录。',
      ),
      path: condition('Globs, from the library.', '路径通配，从库根算起。'),
      id: condition('Ids; `*` stands for anything.', '编号，`*` 代表任意字符。'),
      status: condition('Status as written, or draft, normal, ready.', '状态的写法，或 draft、normal、ready。'),
    },
    additionalProperties: condition('Values of this field.', '该字段的取值。'),
  },
  columns: {
    description: 'What is shown of each document: a list of names, or a mapping from name to label.',
    'x-zh': '每个文档显示哪些内容：名称的列表，或“名称: 列名”的映射。',
    'x-on': on,
    anyOf: [
      { type: 'array', items: name, minItems: 1, maxItems: 20 },
      { type: 'object', additionalProperties: name, minProperties: 1, maxProperties: 20 },
    ],
  },
  groupBy: {
    ...nameList(2),
    description: 'One or two names by which documents are grouped: kind, folder, a facet or a field.',
    'x-zh': '按一个或两个名称分组：kind、folder、分类维度或元数据字段。',
    'x-on': on,
  },
  sort: {
    ...nameList(5),
    description: 'Order; a leading `-` turns it round (default: id, then path).',
    'x-zh': '排序；以 `-` 开头表示倒序（默认先编号后路径）。',
    'x-on': on,
  },
  layout: {
    enum: ['table', 'list'],
    description: 'Table (default) or list.',
    'x-zh': '表格（默认）或列表。',
    'x-on': on,
  },
  facets: {
    ...nameList(5),
    description: 'Facets of a navigation or a selection (default: those of the library).',
    'x-zh': '导航或选型表用到的分类维度（默认为案例库的全部维度）。',
    'x-on': on,
  },
  steps: {
    type: 'object',
    additionalProperties: { type: 'array', items: name, minItems: 1, maxItems: 20 },
    minProperties: 1,
    maxProperties: 10,
    description: 'Steps of a usage table: label and words of the headings that it leads to.',
    'x-zh': '使用指南表的步骤：列名，以及所指章节标题中的词。',
    'x-on': on,
  },
  headings: {
    type: 'boolean',
    description: 'Groups become headings, one level below the section that the region stands in (default: bold words).',
    'x-zh': '分组写成标题，比所在章节低一级（默认写成粗体）。',
    'x-on': on,
  },
  empty: {
    type: 'string',
    minLength: 1,
    maxLength: 200,
    description: 'What is written where no document fits.',
    'x-zh': '没有符合条件的文档时写什么。',
    'x-on': on,
  },
  language: {
    enum: ['zh', 'en'],
    description: "Language of labels (default: the document's).",
    'x-zh': '列名等文字的语言（默认与文档相同）。',
    'x-on': on,
  },
} as const;

/** Options that a generator heeds, besides `region`. */
export const optionsOf: Readonly<Record<GeneratorName, readonly (keyof typeof regionKeys)[]>> = {
  documents: ['where', 'columns', 'groupBy', 'sort', 'layout', 'headings', 'empty', 'language'],
  folder: ['where', 'columns', 'sort', 'layout', 'empty', 'language'],
  navigation: ['where', 'facets', 'sort', 'headings', 'empty', 'language'],
  selection: ['where', 'facets', 'sort', 'empty', 'language'],
  usage: ['where', 'sort', 'steps', 'empty', 'language'],
  statistics: ['where', 'columns', 'groupBy', 'empty', 'language'],
};
