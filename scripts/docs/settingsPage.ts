// Reference of the settings, from package.json.
import { code, page, table, value, type Locale, type Texts } from './markdown.ts';
import { readContributions, textOf, type Setting } from './manifest.ts';

const title: Texts = { zh: '设置', en: 'Settings' };

const intro: Texts = {
  zh: 'VS Code 的设置，在设置界面里搜索“casewright”即可找到。团队共同的约定写进 [`.casewright/config.json`](configuration.md)，命令行也读它。',
  en: 'Settings of VS Code; search for “casewright” in the settings editor. What a team agrees on belongs into [`.casewright/config.json`](configuration.md), which the command line reads too.',
};

const words = {
  zh: { default: '默认：', meaning: '意思', value: '值', values: { boolean: '`true` 或 `false`', integer: '整数' } },
  en: {
    default: 'Default: ',
    meaning: 'meaning',
    value: 'value',
    values: { boolean: '`true` or `false`', integer: 'integer' },
  },
} as const;

export function settingsPage(locale: Locale): string {
  const settings = Object.entries(readContributions().configuration.properties).toSorted(
    ([, a], [, b]) => (a.order ?? 0) - (b.order ?? 0),
  );
  return page(locale, title[locale], [
    intro[locale],
    ...settings.map(([key, setting]) => section(key, setting, locale)),
  ]);
}

function section(key: string, setting: Setting, locale: Locale): string {
  const { default: label } = words[locale];
  const parts = [
    `## ${key}`,
    textOf(setting.markdownDescription, locale),
    `${label}${value(setting.default)} (${allowed(setting, locale)})`,
  ];
  return [...parts, ...choices(setting, locale)].join('\n\n');
}

function allowed({ type, enum: values, minimum, maximum }: Setting, locale: Locale): string {
  if (values !== undefined) return values.map(code).join(', ');
  const name = type === 'boolean' || type === 'integer' ? words[locale].values[type] : type;
  return minimum === undefined || maximum === undefined ? name : `${name}, ${minimum}–${maximum}`;
}

function choices({ enum: values, enumDescriptions }: Setting, locale: Locale): readonly string[] {
  if (values === undefined || enumDescriptions === undefined) return [];
  const rows = values.map((name, index) => [code(name), textOf(enumDescriptions[index] ?? '', locale)]);
  return [table([words[locale].value, words[locale].meaning], rows)];
}
