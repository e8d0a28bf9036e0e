// Writes the built-in templates and standards (schemas/built-in/*.md) into a module, because core may not read files.
// usage: node --import tsx scripts/generate/builtIn.ts
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '../..');
export const builtInModulePath = join(root, 'server/src/core/library/builtInTexts.ts');

/** The module's text as it must be for the Markdown that is there now. */
export function builtInModule(): string {
  const folder = join(root, 'schemas/built-in');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.md')) : [];
  const entries = names.toSorted().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    return `  'builtin:${name.slice(0, -'.md'.length)}':\n    ${JSON.stringify(text)},\n`;
  });
  return [
    '// Generated from schemas/built-in/*.md by scripts/generate/builtIn.ts; a test proves that it is fresh.',
    `export const builtInTexts: Readonly<Record<string, string>> = {\n${entries.join('')}};`,
    '',
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(builtInModulePath, builtInModule());
