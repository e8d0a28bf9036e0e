// `npm run docs`: writes the reference pages and the index of decisions from the code. Pages that are right stay untouched.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedPages } from './pages.ts';

const root = join(import.meta.dirname, '..', '..');
for (const [path, text] of generatedPages()) {
  const file = join(root, path);
  if (isWritten(file, text)) continue;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`written: ${path}`);
}

function isWritten(file: string, text: string): boolean {
  try {
    return readFileSync(file, 'utf8') === text;
  } catch {
    return false;
  }
}
