// Reference of .casewright/config.json, from schemas/config.schema.json.
import { code, page, plain, table, value, type Locale, type Texts } from './markdown.ts';
import { readJson } from './manifest.ts';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

const title: Texts = { zh: '配置', en: 'Configuration' };

const intro: Texts = {
  zh: `案例库根目录下的 \`.casewright/config.json\`，编辑器和命令行都读它。可以写注释；没写的项取默认值；写错的项取默认值，并在文件里报出问题。
路径和通配模式都相对于案例库根目录，用正斜杠，不能越出案例库。`,
  en: `\`.casewright/config.json\` in the root of a library; editor and command line both read it. Comments are allowed. What is not there keeps its default; what is wrong keeps
its default too and has a finding in the file. Paths and globs are relative to the root, with forward slashes, and can not leave the library.`,
};

const words = {
  zh: {
    head: ['键', '类型', '默认', '意思'],
    kind: '一个类型',
    facet: '一个维度',
    globs: '通配模式',
    severity: '严重程度',
    example: '例子',
    builtIn: '内置的类型有 {kinds}，团队可以另加；名称由小写字母、数字和连字符组成。',
    types: {
      object: '对象',
      array: '列表',
      string: '字符串',
      integer: '整数',
      boolean: '是或否',
    },
  },
  en: {
    head: ['key', 'type', 'default', 'meaning'],
    kind: 'One kind',
    facet: 'One facet',
    globs: 'Globs',
    severity: 'Severity',
    example: 'Example',
    builtIn: 'Built-in kinds are {kinds}; teams may add their own, named with lower-case letters, digits and hyphens.',
    types: { object: 'object', array: 'array', string: 'string', integer: 'integer', boolean: 'true or false' },
  },
} as const;

const example = `\`\`\`jsonc
{
  "kinds": {
    "case": {
      "files": ["cases/**/*.md", "!cases/archive/**"],
      "template": "templates/case.md",
      "standard": "standards/review.md",
      "newPath": "cases/{title}.md",
      "id": "SCENARIO-{DOMAIN}-{NNN}"
    },
    "plan": { "files": ["plans/**/*.md"] }
  },
  "exclude": ["archive/**"],
  "rules": { "fence-language": "hint", "toc-missing": "off" },
  "sectionSynonyms": { "Monitoring": ["Observability"] },
  "draftStatus": ["idea"],
  "enforcement": "smart"
}
\`\`\``;

export function configurationPage(locale: Locale): string {
  const schema = readJson('schemas/config.schema.json') as Schema; // draft-07, as far as it is used above
  const text = words[locale];
  const definition = (name: string): Schema => schema.definitions?.[name] ?? {};
  const kinds = Object.keys(schema.properties?.['kinds']?.properties ?? {});
  return page(locale, title[locale], [
    intro[locale],
    propertyTable(schema, schema, locale),
    `## ${text.kind}`,
    text.builtIn.replace('{kinds}', kinds.map(code).join(locale === 'zh' ? '、' : ', ')),
    propertyTable(definition('kind'), schema, locale),
    `## ${text.facet}`,
    propertyTable(definition('facet'), schema, locale),
    `## ${text.globs}`,
    descriptionOf(definition('glob'), locale),
    `## ${text.severity}`,
    `${(definition('severity').enum ?? []).map(code).join(', ')}\n\n${descriptionOf(definition('severity'), locale)}`,
    `## ${text.example}`,
    example,
  ]);
}

function propertyTable(owner: Schema, root: Schema, locale: Locale): string {
  const rows = Object.entries(owner.properties ?? {})
    .filter(([key]) => key !== '$schema')
    .map(([key, property]) => {
      const resolved = { ...target(property, root), ...property };
      const meaning = [descriptionOf(resolved, locale), ...(resolved.examples ?? []).map(value)].join(' ');
      return [code(key), typeOf(resolved, locale), value(resolved.default), meaning.trim()];
    });
  return table(words[locale].head, rows);
}

function target({ $ref }: Schema, root: Schema): Schema {
  return $ref === undefined ? {} : (root.definitions?.[$ref.replace('#/definitions/', '')] ?? {});
}

function typeOf({ type, enum: values, minimum, maximum }: Schema, locale: Locale): string {
  if (values !== undefined) return values.map(code).join(', ');
  const { types } = words[locale];
  const name = type !== undefined && isNamed(type, types) ? types[type] : '';
  return minimum === undefined || maximum === undefined ? name : `${name}, ${minimum}–${maximum}`;
}

function isNamed<Types extends object>(type: PropertyKey, types: Types): type is keyof Types {
  return type in types;
}

/** Descriptions in the schema are in both languages, because VS Code shows one text to all: `中文 / English`. */
function descriptionOf({ description = '' }: Schema, locale: Locale): string {
  const match = /^(.*[\u3000-\u9fff）。].*?) \/ ([\x20-\x7e“”…→]+)$/s.exec(description);
  if (match === null) throw new Error(`not in both languages: ${description}`);
  return plain((locale === 'zh' ? match[1] : match[2]) ?? '');
}
