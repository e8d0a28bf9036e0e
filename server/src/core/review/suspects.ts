// Documents that rest on others which have changed since: what was approved, or looked at, may not be true any more.
import type { DocumentFacts } from '../facts/documentFacts.ts';
import type { LibraryIndex } from '../index/libraryIndex.ts';
import type { Configuration } from '../library/configuration.ts';
import { relationsOf } from '../relations/relationsOf.ts';
import type { Plan } from '../roadmap/plan.ts';
import { orderedEvents } from './eventOrder.ts';
import type { ReviewRecord } from './reviewRecord.ts';
import { printOf } from './snapshot.ts';

export interface DependencyGround {
  readonly index: LibraryIndex;
  readonly configuration: Pick<Configuration, 'relations' | 'links'>;
  readonly plans?: readonly Plan[] | undefined;
}

/** Content print of each document that this one rests on, by path: relations that follow the state (prerequisites). */
export function dependenciesOf(
  facts: DocumentFacts,
  { index, configuration, plans }: DependencyGround,
): Readonly<Record<string, string>> {
  const graph = relationsOf({ index, configuration, ...(plans && { plans }) });
  const bearing = new Set(graph.types.filter(({ followsState }) => followsState).map(({ name }) => name));
  const paths = graph
    .outgoing(facts.path)
    .filter(({ type, gap, to }) => gap === undefined && bearing.has(type) && to !== facts.path)
    .map(({ to }) => to);
  const found = [...new Set(paths)].sort().flatMap((path) => {
    const target = index.documents.get(path);
    return target === undefined ? [] : [[path, printOf(target)] as const];
  });
  return Object.fromEntries(found);
}

/** Paths of documents that changed since the approval, or the last look. Those that are gone are another matter. */
export function suspectsOf(
  record: Pick<ReviewRecord, 'events'>,
  index: LibraryIndex,
  today?: string,
): readonly string[] {
  const seen = new Map<string, string>();
  for (const event of orderedEvents(record.events, today)) {
    if (event.kind === 'approve') seen.clear();
    if (event.kind !== 'approve' && event.kind !== 'look') continue;
    for (const [path, print] of Object.entries(event.dependsOn)) seen.set(path, print);
  }
  return [...seen].flatMap(([path, print]) => {
    const target = index.documents.get(path);
    return target === undefined || printOf(target) === print ? [] : [path];
  });
}
