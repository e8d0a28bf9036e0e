// Modules that hold texts of this repository, for code that may not read files: the built-in templates and standards
// (schemas/built-in/*.md), and the prose of the rule pages (test/rules/*.md) for `casewright explain`.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { proseOf } from './rulesPage.ts';

const root = join(import.meta.dirname, '..', '..');

/** Path relative to the root of the repository to the text of the module. */
export function generatedModules(): ReadonlyMap<string, string> {
  return new Map([
    ['server/src/core/library/builtInTexts.ts', builtInTexts()],
    ['server/src/hosts/cli/ruleProse.ts', ruleProse()],
  ]);
}

function builtInTexts(): string {
  const entries = markdownIn('schemas/built-in').map(
    ([name, text]) => `  'builtin:${name}':\n    ${JSON.stringify(text)},\n`,
  );
  return moduleText(
    'The built-in templates and standards, from schemas/built-in/*.md.',
    `export const builtInTexts: Readonly<Record<string, string>> = {\n${entries.join('')}};`,
  );
}

function ruleProse(): string {
  const entries = markdownIn('test/rules').map(([code, text]) => {
    const prose = { zh: plain(proseOf(text, 'zh')), en: plain(proseOf(text, 'en')) };
    return `  '${code}': ${JSON.stringify(prose)},\n`;
  });
  return moduleText(
    'What each rule is about, by code, from the pages in test/rules.',
    `export const ruleProse: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {\n${entries.join('')}};`,
  );
}

function moduleText(job: string, code: string): string {
  return `// ${job}\n// Generated (npm run docs); do not edit. A test proves that it is fresh.\n${code}\n`;
}

/** Links to other rules as their codes: a terminal has no pages. */
function plain(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\(#?[^)]*\)/g, '$1');
}

/** Names without extension and texts, by name. */
function markdownIn(folder: string): (readonly [name: string, text: string])[] {
  const path = join(root, folder);
  const names = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.md')) : [];
  return names.toSorted().map((name) => {
    const text = readFileSync(join(path, name), 'utf8').replaceAll('\r\n', '\n');
    return [name.slice(0, -'.md'.length), text];
  });
}
