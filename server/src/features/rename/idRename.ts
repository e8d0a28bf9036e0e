// Another id for a document: wherever it states the id, and wherever others name it. Regions that the tool writes are left to
// it. While several documents have the id, nobody knows which one others mean.
import type { DocumentFacts } from '../../core/facts/documentFacts.ts';
import type { Message, TextEdit } from '../../core/finding.ts';
import { mentionsOf } from '../../core/ids/idMentions.ts';
import { isIdLike } from '../../core/ids/idTokens.ts';
import { idsOf } from '../../core/ids/idsOf.ts';
import type { LibraryIndex } from '../../core/index/libraryIndex.ts';
import type { IdAt } from '../navigation/idAt.ts';
import type { ReadDocument } from './otherDocuments.ts';

/** Documents, other than the asked one, that have to follow; or why the id can not be renamed. */
export function idRename(
  { id, isOwn }: IdAt,
  newName: string,
  { index, from }: { readonly index: LibraryIndex; readonly from: string },
): { readonly concerned: ReadonlySet<string> } | { readonly refusal: Message } {
  if (!isIdLike(newName, true)) return { refusal: { key: 'rename.id', args: { name: newName } } };
  const [taken] = idsOf(index).get(newName) ?? [];
  if (taken !== undefined) return { refusal: { key: 'rename.id-taken', args: { name: newName, path: taken } } };
  const owners = idsOf(index).get(id) ?? [];
  if (owners.length > 1) {
    // One of several namesakes gets an id of its own; what others name stays as ambiguous as it was.
    if (isOwn) return { concerned: new Set() };
    return { refusal: { key: 'rename.id-shared', args: { id, count: owners.length } } };
  }
  const paths = mentionsOf(index, id).map(({ path }) => path);
  return { concerned: new Set(paths.filter((path) => path !== from)) };
}

/** In this document. */
export function idEdits({ facts }: Pick<ReadDocument, 'facts'>, id: string, newName: string): readonly TextEdit[] {
  return facts.ids
    .filter((mention) => mention.id === id && !isWritten(facts, mention.span.start))
    .map(({ span }) => ({ span, newText: newName }));
}

function isWritten({ regions }: DocumentFacts, offset: number): boolean {
  return regions.some(({ isClosed, span }) => isClosed && span.start <= offset && offset < span.end);
}
