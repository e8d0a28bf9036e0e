// Small pieces of Markdown that the generated pages are made of. No content of its own.
export type Locale = 'zh' | 'en';

/** A text in both languages. */
export type Texts = Readonly<Record<Locale, string>>;

const notices: Texts = {
  zh: '<!-- 由代码生成（npm run docs），请勿手改 -->',
  en: '<!-- Generated from the code (npm run docs); do not edit -->',
};

/** A whole page: notice, title, and parts with a blank line between; empty parts are left out. */
export function page(locale: Locale, title: string, parts: readonly string[]): string {
  return `${[notices[locale], `# ${title}`, ...parts.filter((part) => part !== '')].join('\n\n')}\n`;
}

/** A table; cells may hold Markdown but no line ends, and bars in them are escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

export function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** Plain words as Markdown that shows them as they are; what stands in backticks stays code. */
export function plain(text: string): string {
  return text.replace(/`[^`]*`|[*_<\[]/g, (found) => (found.startsWith('`') ? found : `\\${found}`));
}

/** A JSON value as code; nothing for undefined. */
export function value(json: unknown): string {
  return json === undefined ? '' : code(JSON.stringify(json));
}
