// The port to where facts outlive the server: one place for each library, outside of every workspace. Interface only.
import type { FactsEntry } from './factsReader.ts';

export interface FactsPlace {
  /** Absolute path of the folder that the client gave for such files. */
  readonly folder: string;
  /** Root URI of the library. */
  readonly root: string;
  /** What all facts depend on besides the texts; facts of another ground are not found. */
  readonly ground: string;
}

export interface FactsStore {
  /** What was saved last; nothing where that is missing, damaged, or of another version. Never rejects. */
  load(place: FactsPlace): Promise<ReadonlyMap<string, FactsEntry>>;
  /** Replaces all that is kept of the library at once; failures are logged. Never rejects. */
  save(place: FactsPlace, entries: ReadonlyMap<string, FactsEntry>): Promise<void>;
}

/** For hosts that keep nothing. */
export const noFactsStore: FactsStore = {
  load: () => Promise.resolve(new Map()),
  save: () => Promise.resolve(),
};
