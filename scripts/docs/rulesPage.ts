// Reference of the rules, from rules/index.ts and the prose of their pages (test/rules/<code>.md).
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogs } from '../../server/src/core/messages/catalog.ts';
import { openText } from '../../server/src/core/messages/render.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import type { Rule } from '../../server/src/core/rules/rule.ts';
import { code, page, plain, table, type Locale, type Texts } from './markdown.ts';
import { otherFindings } from './otherFindings.ts';

const folder = join(import.meta.dirname, '..', '..', 'test', 'rules');

const title: Texts = { zh: '规则', en: 'Rules' };

const intro: Texts = {
  zh: `代码是稳定的：配置里的 \`rules\`、忽略注释和报告都用它。“严重程度”是没有配置时的值；来自模板或标准的要求，以模板或标准所写为准。
“随状态”表示草稿从宽（错误降为信息，警告降为提示），“不随状态”表示任何阶段都一样。`,
  en: `Codes are stable: \`rules\` in the configuration, suppressions and reports use them. “Severity” is what holds without configuration; where a template or standard states another, that
counts. “By status” means weaker in drafts (an error becomes information, a warning a hint), “always” the same at any stage.`,
};

const words = {
  zh: {
    head: ['代码', '例如', '严重程度', '随状态', '可修复'],
    byStatus: '随状态',
    always: '不随状态',
    ready: '完成时{severity}',
    fixable: '可以',
    more: '例子：',
    severities: { error: '错误', warning: '警告', information: '信息', hint: '提示' },
  },
  en: {
    head: ['code', 'for example', 'severity', 'by status', 'fix'],
    byStatus: 'by status',
    always: 'always',
    ready: '{severity} when finished',
    fixable: 'yes',
    more: 'Examples: ',
    severities: { error: 'error', warning: 'warning', information: 'information', hint: 'hint' },
  },
} as const;

export function rulesPage(locale: Locale): string {
  const sorted = rules.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const rows = sorted.map((rule) => [
    `[${rule.code}](#${rule.code})`,
    exampleOf(rule.code, locale),
    severityOf(rule, locale),
    rule.strictness === 'always' ? words[locale].always : words[locale].byStatus,
    rule.isFixable ? words[locale].fixable : '',
  ]);
  return page(locale, title[locale], [
    intro[locale],
    table(words[locale].head, rows),
    ...sorted.map((rule) => sectionOf(rule.code, locale)),
    otherFindings(locale),
  ]);
}

function severityOf({ defaultSeverity, severityWhenReady }: Rule, locale: Locale): string {
  const { severities, ready } = words[locale];
  const stated = severities[defaultSeverity];
  if (severityWhenReady === undefined || severityWhenReady === defaultSeverity) return stated;
  return `${stated}${locale === 'zh' ? '，' : ', '}${ready.replace('{severity}', severities[severityWhenReady])}`;
}

/** The rule's message with its arguments left open. */
function exampleOf(ruleCode: string, locale: Locale): string {
  const catalog = catalogs[locale];
  const key = Object.keys(catalog).find((each) => each === ruleCode || each.startsWith(`${ruleCode}.`));
  const text = Object.entries(catalog).find(([each]) => each === key)?.[1] ?? '';
  return plain(openText(text));
}

function sectionOf(ruleCode: string, locale: Locale): string {
  const path = join(folder, `${ruleCode}.md`);
  const parts = [`## ${ruleCode}`];
  if (existsSync(path)) {
    parts.push(proseOf(readFileSync(path, 'utf8'), locale));
    parts.push(`${words[locale].more}[${code(`test/rules/${ruleCode}.md`)}](../../../test/rules/${ruleCode}.md)`);
  }
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Chinese stands between the title and the first H2, English below `## English`; test documents have four backticks. */
export function proseOf(text: string, locale: Locale): string {
  const from = locale === 'zh' ? /^# .*$/m.exec(text) : /^## English *$/m.exec(text);
  if (from === null) return '';
  const rest = text.slice(from.index + from[0].length);
  const prose = rest.slice(0, /^(?:## |````)/m.exec(rest)?.index ?? rest.length).trim();
  // Rules are H2 of one page here; there each has a page of its own.
  return prose.replace(/^(#+) /gm, '##$1 ').replace(/\]\(([a-z-]+)\.md\)/g, '](#$1)');
}
