// Reference of the command line: its own help texts, which a test holds equal to the options that it takes.
import { catalogs, type MessageKey } from '../../server/src/core/messages/catalog.ts';
import { page, type Locale, type Texts } from './markdown.ts';

const title: Texts = { zh: '命令行', en: 'Command line' };

const intro: Texts = {
  zh: '与 `casewright help` 的输出相同。用法举例见[使用指南](../guide.md#命令行)。',
  en: 'The same as `casewright help` prints. Examples are in the [user guide](../guide.md#command-line).',
};

export function commandLinePage(locale: Locale): string {
  const catalog = catalogs[locale];
  const sections = helpKeys().map((key) => `## casewright ${key.slice('cli.help.'.length)}\n\n${block(catalog[key])}`);
  return page(locale, title[locale], [intro[locale], block(catalog['cli.help']), ...sections]);
}

function helpKeys(): readonly MessageKey[] {
  const keys = Object.keys(catalogs.en) as MessageKey[]; // the catalog's own keys
  return keys.filter((key) => key.startsWith('cli.help.'));
}

function block(text: string): string {
  return `\`\`\`text\n${text.trimEnd()}\n\`\`\``;
}
