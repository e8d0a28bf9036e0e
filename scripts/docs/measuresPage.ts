// Reference of the measures, from measures/index.ts and the prose of their pages (test/measures/<id>.md).
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measures } from '../../server/src/core/measures/index.ts';
import type { Measure } from '../../server/src/core/measures/measure.ts';
import { code, page, table, type Locale, type Texts } from './markdown.ts';
import { proseOf } from './rulesPage.ts';

const folder = join(import.meta.dirname, '..', '..', 'test', 'measures');

const title: Texts = { zh: '度量', en: 'Measures' };

const intro: Texts = {
  zh: `审查标准的评分表里能由机器判断的说法，由下面的度量来量。“标准里的说法”是标准可以用来指它的词；评分表写“有注释”要的是有，“多数代码块有注释”要的是多数，“都有注释”要的是全部，
“引用10条以上”按数目比较。标“单说即全部”的度量，只写它的名字就要全部做到（“准确的目录”）。每个度量都指出挣得结果的位置和缺少的位置，也说明自己看不见什么。`,
  en: `What the level tables of a review standard say and a machine can tell is measured by these. “Words of standards” are those by which a standard means the measure; “with comments” asks for some, “most blocks with comments”
for most, “every block with comments” for all, and “10 references or more” is held against the number. Where it says “all”, the name alone asks for all (“exact table of contents”). Each measure shows the places that earn its
result and those where something is missing, and says what it can not see.`,
};

const words = {
  zh: {
    head: ['度量', '标准里的说法', '单说即全部'],
    all: '是',
    separator: '、',
    blind: '看不见的',
    blindHeading: '看不见的',
    more: '例子：',
  },
  en: {
    head: ['measure', 'words of standards', 'name alone asks for all'],
    all: 'yes',
    separator: ', ',
    blind: 'What it can not see',
    blindHeading: 'What it can not see',
    more: 'Examples: ',
  },
} as const;

export function measuresPage(locale: Locale): string {
  const { head, all, separator } = words[locale];
  const rows = measures.map(({ id, names, asks }) => [
    `[${id}](#${id})`,
    names[locale].join(separator),
    asks === 'all' ? all : '',
  ]);
  return page(locale, title[locale], [
    intro[locale],
    table(head, rows),
    ...measures.map((measure) => sectionOf(measure, locale)),
  ]);
}

function sectionOf({ id }: Measure, locale: Locale): string {
  const path = join(folder, `${id}.md`);
  if (!existsSync(path)) return `## ${id}`;
  const text = readFileSync(path, 'utf8');
  const { blind, blindHeading, more } = words[locale];
  const unseen = proseUnder(text, blindHeading);
  const parts = [
    `## ${id}`,
    proseOf(text, locale),
    unseen === '' ? '' : `**${blind}**\n\n${unseen}`,
    `${more}[${code(`test/measures/${id}.md`)}](../../../test/measures/${id}.md)`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** What stands between a heading of level two and the next one. */
function proseUnder(text: string, heading: string): string {
  const from = text.indexOf(`\n## ${heading}\n`);
  if (from < 0) return '';
  const rest = text.slice(from + heading.length + 5);
  return rest.slice(0, /^(?:## |````)/m.exec(rest)?.index ?? rest.length).trim();
}
