// What the server knows of the documents of one library, and what of that is due to be looked at. It does nothing by itself.
import type { EnginePaths } from '../features/engineState.ts';
import type { FeatureResult } from '../features/featureTable.ts';
import type { FactsEntry } from './factsReader.ts';

/** A listing of so many paths may have been cut; what is not in it may be there all the same. */
const LONGEST_LISTING = 100_000;
export const isMarkdown = /\.(?:md|markdown)$/i;

export interface LibraryRecord {
  readonly root: string;
  readonly entries: Map<string, FactsEntry>;
  /** Listed Markdown files that are no documents of this library or can not be read. */
  readonly others: Set<string>;
  /** Changed on disk since they were read. */
  readonly stale: Set<string>;
  needsScan: boolean;
  /** The texts of the library changed: what facts depend on may be different. */
  isGroundOld: boolean;
  /** Everything was read once. */
  isReady: boolean;
  /** What the library demands of facts; undefined before it is known. */
  ground: Ground | undefined;
  paths: EnginePaths | undefined;
  /** The listing was not held against the entries yet. */
  isListingNew: boolean;
  /** Entries differ from what the session has. */
  isChanged: boolean;
  running: Promise<void> | undefined;
  /** What an earlier server kept was asked for. */
  wasLoaded: boolean;
  /** Entries differ from what is kept. */
  isUnsaved: boolean;
  callOffSave: () => void;
}

export type Ground = NonNullable<FeatureResult<'indexGround'>>;

export function newRecord(root: string): LibraryRecord {
  return {
    root,
    entries: new Map(),
    others: new Set(),
    stale: new Set(),
    needsScan: false,
    isGroundOld: false,
    isReady: false,
    ground: undefined,
    paths: undefined,
    isListingNew: false,
    isChanged: false,
    running: undefined,
    wasLoaded: false,
    isUnsaved: false,
    callOffSave: () => undefined,
  };
}

export function isDue({ needsScan, isGroundOld, stale }: LibraryRecord): boolean {
  return needsScan || isGroundOld || stale.size > 0;
}

export function isSameGround(a: Ground, b: Ground | undefined): boolean {
  return a.ground === b?.ground && JSON.stringify(a.exclude) === JSON.stringify(b.exclude);
}

/** What is listed and not known, or known and not listed any more, is looked at again. */
export function compareListing(record: LibraryRecord): void {
  const { paths, isListingNew, entries, others, stale } = record;
  if (paths === undefined || !isListingNew) return;
  record.isListingNew = false;
  const listed = new Set(paths.paths.filter((path) => isMarkdown.test(path)));
  for (const path of listed) if (!entries.has(path) && !others.has(path)) stale.add(path);
  for (const path of others) if (!listed.has(path)) others.delete(path);
  if (paths.paths.length >= LONGEST_LISTING) return;
  for (const path of entries.keys()) if (!listed.has(path)) stale.add(path);
}

export function withoutStamp(entry: FactsEntry | undefined): FactsEntry | undefined {
  if (entry === undefined) return undefined;
  const { facts, ground, hash } = entry;
  return { facts, ground, hash };
}
