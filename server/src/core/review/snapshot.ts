// What a document says at this moment, as prints: kept with an approval, and compared later.
import type { DocumentFacts } from '../facts/documentFacts.ts';
import { contentPrint } from './sectionPrints.ts';
import type { Snapshot } from './reviewRecord.ts';

const versionKeys: ReadonlySet<string> = new Set([
  '文档版本',
  '版本',
  '版本号',
  'version',
  'documentversion',
  'docversion',
]);

export function snapshotOf(facts: DocumentFacts): Snapshot {
  const { prints, headings } = facts;
  const version = versionOf(facts);
  return {
    content: printOf(facts),
    sections: [
      { name: '', print: prints[0] ?? '' },
      ...headings.map(({ text }, index) => ({ name: text, print: prints[index + 1] ?? '' })),
    ],
    ...(version !== undefined && { version }),
  };
}

const known = new WeakMap<DocumentFacts, string>();

/** Print of the whole content; made once for the same facts. */
export function printOf(facts: DocumentFacts): string {
  const before = known.get(facts);
  if (before !== undefined) return before;
  const print = contentPrint(facts);
  known.set(facts, print);
  return print;
}

/** “PostgreSQL 17 & 18” is the version of the subject, not of the document. */
function versionOf({ fields }: DocumentFacts): string | undefined {
  const found = fields.find(
    ({ normalKey, value }) => versionKeys.has(normalKey) && /^[vV]?\d+(?:\.\d+){0,3}\b/.test(value),
  );
  return found?.value.slice(0, 100);
}
