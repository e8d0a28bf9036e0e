// How the ids of a library are formed, allotted and withdrawn, as its configuration and its id standard say. Types only.
import type { Origin } from '../finding.ts';
import type { Kind } from '../library/configuration.ts';

/** One family of ids. */
export interface IdScheme {
  /**
   * `SCENARIO-{CATEGORY}-{NNN}`, `PG{NN}-FEATURE-{NNN}`, `{NN}-{NN}-{NN}`: so many digits for so many N; CATEGORY (or any
   * other word) is one or more parts, two of them two or more; `[-{CATEGORY}]` may be left out.
   */
  readonly pattern: string;
  /** What kind of document it is for, in the words of the standard. */
  readonly name?: string;
  /** Folders whose documents have such ids, as written, without slashes at the ends. */
  readonly folders: readonly string[];
  readonly kind?: Kind;
  readonly range?: IdRange;
  /** The line that says so. */
  readonly origin: Origin;
}

export interface IdRange {
  readonly from: number;
  readonly to: number;
  readonly origin: Origin;
}

/** An id that the standard gives to one file. */
export interface IdAllocation {
  readonly id: string;
  /** Name of the file, with or without folders. */
  readonly file: string;
  readonly origin: Origin;
}

/** An id that was in use once and is never used again. */
export interface RetiredId {
  readonly id: string;
  readonly origin: Origin;
}

/** The key `ids` of the configuration, with what its documents say. */
export interface IdsConfiguration {
  /** Path of the id standard. */
  readonly standard?: string;
  /** Path of a list of retired ids, Markdown or JSON. */
  readonly retiredFile?: string;
  readonly schemes: readonly IdScheme[];
  readonly retired: readonly RetiredId[];
  /** Only from the standard. */
  readonly allocations: readonly IdAllocation[];
}
