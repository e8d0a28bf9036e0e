// What a plan is held against: the files of the library as far as they are known. Types only; filled by the hosts.

/** Pure view of the files below the library root. Paths are relative to the root, with forward slashes. */
export interface LibraryFiles {
  /** Every known path, folders not included. */
  readonly paths: ReadonlySet<string>;
  /** Undefined: not read (too large, not text, or not there). */
  text(path: string): string | undefined;
  /** Lines of files that are not read as text (code); undefined where nobody counted. */
  lineCount?(path: string): number | undefined;
}
