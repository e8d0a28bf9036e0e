// The one-page specification of the annotation form: its prose, and its keys from the JSON Schema.
import { annotationSchema } from '../../server/src/core/template/annotationSchema.ts';
import { code, page, plain, table, type Locale, type Texts } from './markdown.ts';

const title: Texts = { zh: '标注', en: 'Annotations' };

const form: Texts = {
  zh: `模板和标准照原样读取（见[怎样读取模板](template-reading.md)）。文字说不清的，用标注补充；标注优先于从文字里读出的一切。

标注是一条 HTML 注释，渲染后看不见；\`casewright:\` 后面是一个 YAML 映射，写成一行或多行都可以：

\`\`\`markdown
## 监控和告警 <!-- casewright: {required: false, aliases: [监控与诊断]} -->

### 方案N：[方案名称]

<!-- casewright:
repeat: 2..
bounds:
  codeBlocks: 1
  length: 200..800
languages: [sql]
-->
\`\`\`

只有一个键时可以省去花括号：\`<!-- casewright: required: false -->\`。
映射按 [\`annotation.schema.json\`](../../schemas/annotation.schema.json) 检查；写错的键会在原处指出，其余的键照常生效。`,
  en: `Templates and standards are read as they stand (see [how templates are read](template-reading.md)). What prose can not say, an annotation says; it wins over everything that is read from prose.

An annotation is an HTML comment, invisible when rendered. After \`casewright:\` stands a YAML mapping, on one line or on several:

\`\`\`markdown
## Monitoring <!-- casewright: {required: false, aliases: [Observability]} -->

### Option N: [name]

<!-- casewright:
repeat: 2..
bounds:
  codeBlocks: 1
  length: 200..800
languages: [sql]
-->
\`\`\`

A single key needs no braces: \`<!-- casewright: required: false -->\`.
The mapping is checked against [\`annotation.schema.json\`](../../schemas/annotation.schema.json); a wrong key is pointed at where it stands, and the others count all the same.`,
};

const places: Texts = {
  zh: `## 写在哪里

- **章节的标注**：标题的上一行、下一行（中间可以有空行），或标题末尾。上下都挨着标题时，属于上面的标题。
- **文档的标注**：骨架第一个标题（H1）的上面、下面，或骨架的开头；骨架在代码块里时，写在代码块里面。
- \`field\` 和 \`fields\` 可以写在骨架的任何地方。
- **忽略**（\`ignore: 代码\`）写在案例或主题文档里，见最后一节。

不属于任何标题或骨架的标注会被指出。`,
  en: `## Where it stands

- **On a section**: on the line above its heading, the line below it (blank lines between do not matter), or at the heading's end. Between two headings it belongs to the one above.
- **On the document**: above or below the first heading (H1) of the skeleton, or at its beginning; where the skeleton is in a code block, inside that block.
- \`field\` and \`fields\` may stand anywhere in the skeleton.
- **Suppressions** (\`ignore: code\`) stand in cases and topics; see the last section.

An annotation that belongs to no heading and no skeleton is pointed out.`,
};

const headings = {
  document: { zh: '## 文档的键', en: '## Keys of the document' },
  section: { zh: '## 章节的键', en: '## Keys of a section' },
  field: { zh: '## 字段的键', en: '## Keys of a field' },
  case: { zh: '## 在文档里忽略问题', en: '## Suppressing findings in documents' },
  region: { zh: '## 生成的区域', en: '## Generated regions' },
} as const;

const bounds: Texts = {
  zh: `## 范围

\`bounds\` 里的每一项取一个数（最小值）、范围 \`2..5\`、\`2..\`、\`..5\`，或 \`{min, max, languages, severity}\`。可以统计：`,
  en: `## Ranges

Each entry of \`bounds\` takes a number (a minimum), a range \`2..5\`, \`2..\`, \`..5\`, or \`{min, max, languages, severity}\`. What can be counted:`,
};

const measures: Readonly<Record<Locale, readonly (readonly [string, string])[]>> = {
  zh: [
    ['length', '字数：汉字，加上其他文字的词'],
    ['characters', '空白以外的字符'],
    ['words', '按英文习惯统计的词'],
    ['lines', '源文件的行'],
    ['codeBlocks', '代码块；`languages` 限定语言'],
    ['codeLines', '代码块里的行'],
    ['tables', '表格'],
    ['diagrams', '图（mermaid 等）'],
    ['lists', '列表'],
    ['links', '链接'],
    ['images', '图片'],
    ['tasks', '任务项'],
    ['sections', '文档的 H2，或章节的下一级'],
    ['subsections', '文档的 H3，或章节的再下一级'],
  ],
  en: [
    ['length', 'Chinese characters plus words of other scripts'],
    ['characters', 'characters but blanks'],
    ['words', 'words as English counts them'],
    ['lines', 'source lines'],
    ['codeBlocks', 'code blocks; `languages` narrows them'],
    ['codeLines', 'lines in code blocks'],
    ['tables', 'tables'],
    ['diagrams', 'diagrams (mermaid and the like)'],
    ['lists', 'lists'],
    ['links', 'links'],
    ['images', 'images'],
    ['tasks', 'task items'],
    ['sections', 'H2 of a document, or the children of a section'],
    ['subsections', 'H3 of a document, or the grandchildren of a section'],
  ],
};

const suppression: Texts = {
  zh: `\`\`\`markdown
<!-- casewright: {ignore: section-too-short, reason: "厂商没有公布数字", until: 2027-01-01} -->
\`\`\`

没有理由、已经过期、没有对应问题，或代码不认识的忽略，本身就是问题。`,
  en: `\`\`\`markdown
<!-- casewright: {ignore: section-too-short, reason: "the vendor gives no numbers", until: 2027-01-01} -->
\`\`\`

A suppression without a reason, past its day, without a finding to suppress or of an unknown code is a finding itself.`,
};

const region: Texts = {
  zh: `两个标记之间的内容由工具从案例库生成，由检查核对；区域以外的文字从不改动。见[索引文档](indexes.md)。

\`\`\`markdown
<!-- casewright: {region: documents, columns: [id, title, status], groupBy: 难度} -->
<!-- casewright: end -->
\`\`\``,
  en: `What stands between the two marks is generated from the library and verified by the check; text outside of it is never touched. See [index documents](indexes.md).

\`\`\`markdown
<!-- casewright: {region: documents, columns: [id, title, status], groupBy: difficulty} -->
<!-- casewright: end -->
\`\`\``,
};

const regex: Texts = {
  zh: '`title` 和 `pattern` 是 RE2 语法的正则表达式（没有回溯引用和环视），最长 500 个字符，要与整个标题或取值相符。',
  en: '`title` and `pattern` are regular expressions in RE2 syntax (no backreferences, no look-around) of at most 500 characters; they must match the whole title or value.',
};

interface Entry {
  readonly description?: string;
  readonly 'x-zh'?: string;
  readonly 'x-on'?: readonly string[];
  readonly enum?: readonly string[];
}

const keys: Readonly<Record<string, Entry>> = annotationSchema.properties;
const fieldKeys: Readonly<Record<string, Entry>> = annotationSchema.properties.field.properties;

export function annotationsPage(locale: Locale): string {
  return page(locale, title[locale], [
    form[locale],
    places[locale],
    ...(['document', 'section'] as const).flatMap((place) => [
      headings[place][locale],
      keyTable(keysOn(place), locale),
    ]),
    regex[locale],
    bounds[locale],
    table(
      words[locale].measures,
      measures[locale].map(([name, meaning]) => [code(name), meaning]),
    ),
    headings.field[locale],
    keyTable(Object.entries(fieldKeys), locale),
    headings.case[locale],
    suppression[locale],
    keyTable(keysOn('case'), locale),
    headings.region[locale],
    region[locale],
    keyTable(keysOn('region'), locale),
  ]);
}

const words = {
  zh: { head: ['键', '意思'], measures: ['项', '统计什么'], severity: '不符合时的严重程度' },
  en: { head: ['key', 'meaning'], measures: ['entry', 'what is counted'], severity: 'severity of the finding' },
} as const;

function keysOn(place: string): (readonly [string, Entry])[] {
  return Object.entries(keys).filter(([, entry]) => entry['x-on']?.includes(place) === true);
}

function keyTable(entries: readonly (readonly [string, Entry])[], locale: Locale): string {
  return table(
    words[locale].head,
    entries.map(([name, entry]) => [code(name), meaningOf(entry, locale)]),
  );
}

function meaningOf(entry: Entry, locale: Locale): string {
  const text = (locale === 'zh' ? entry['x-zh'] : entry.description) ?? words[locale].severity;
  const choices = entry.enum === undefined ? '' : `: ${entry.enum.map(code).join(', ')}`;
  return `${plain(text.replace(/[。.]$/, ''))}${choices}`;
}
