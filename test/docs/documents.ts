// The documents of this repository that people read, with their models; for the tests beside it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { buildModel } from '../../server/src/core/model/buildModel.ts';
import type { DocumentModel } from '../../server/src/core/model/documentModel.ts';

export const root = join(import.meta.dirname, '..', '..');

export interface ReadDocument {
  /** Relative to the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly model: DocumentModel;
}

const models = new Map<string, ReadDocument>();

export function readDocument(path: string): ReadDocument {
  const known = models.get(path);
  if (known !== undefined) return known;
  const text = readFileSync(join(root, path), 'utf8');
  const document = { path, text, model: buildModel(text, remarkParser) };
  models.set(path, document);
  return document;
}

function markdownIn(folder: string, isRecursive: boolean): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: isRecursive })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    );
}

/** Everything in the root and in docs/, and the read-me files of the examples. */
export function documents(): readonly ReadDocument[] {
  const examples = markdownIn('examples', true).filter((path) => path.endsWith('/README.md'));
  return [...markdownIn('.', false), ...markdownIn('docs', true), ...examples].toSorted().map(readDocument);
}
