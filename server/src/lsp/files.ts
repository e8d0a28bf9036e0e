// The file port of the server: what it needs to know of files that are not open. Interface only.

import type { StatedVersion } from '../core/versions/bumpDocument.ts';
import type { Finding, Message } from '../core/finding.ts';
import type { LibraryHistory } from '../core/review/libraryLife.ts';

export type FileText =
  | { readonly isText: true; readonly text: string }
  /** One finding at the start of the file that says why it was not read. */
  | { readonly isText: false; readonly finding: Finding };

export interface DatedText {
  readonly text: string;
  /** YYYY-MM-DD */
  readonly day: string;
}

export interface LeftOut {
  readonly path: string;
  readonly reason: Message;
}

export interface FileSource {
  /** Text of a regular file that really lies below the root; undefined where there is none. Never rejects. */
  readText(root: string, path: string): Promise<string | undefined>;
  /** Text of a document, or why it can not be checked. Never rejects. */
  readDocument(root: string, path: string): Promise<FileText>;
  /** Paths of the Markdown documents of a library, as the command line finds them. Never rejects. */
  listDocuments(root: string, exclude: readonly string[]): Promise<readonly string[]>;
  /** Documents and folders (with a slash at the end) that `listDocuments` leaves out, and why. Never rejects. */
  listLeftOut(root: string, exclude: readonly string[]): Promise<readonly LeftOut[]>;
  /** Whether `listDocuments` would name the path. Never rejects. */
  isDocument(root: string, path: string, exclude: readonly string[]): Promise<boolean>;
  /** The path or the folder above it that `listDocuments` leaves out, were there a file; undefined for none. Never rejects. */
  leftOutAt(root: string, path: string, exclude: readonly string[]): Promise<string | undefined>;
  /**
   * A text that changes whenever the file does; undefined where there is no such file, or where it changed so lately that
   * it may change again unseen. Never rejects.
   */
  stamp(root: string, path: string): Promise<string | undefined>;
  /** Paths of the files below a folder, relative, forward slashes, sorted; ignored folders left out. Never rejects. */
  listFiles(root: string): Promise<readonly string[]>;
  /** True where a file written at the path would lie outside of the folder, because a link leads there. Never rejects. */
  leadsOut(root: string, path: string): Promise<boolean>;
  /** Days (YYYY-MM-DD) on which files were committed first; without those that no history knows. Never rejects. */
  firstCommits(root: string, paths: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** What version control tells of the documents; undefined where nothing is known. Never rejects. */
  /**
   * The committed text of a document as it was when its version was written, or last, where that is not committed; undefined where
   * no history proves it. Never rejects.
   */
  textWhenStated(root: string, path: string, stated: StatedVersion): Promise<DatedText | undefined>;
  /** The text of a template as it was when it stated this version; undefined where no history knows. Never rejects. */
  earlierTemplate(root: string, path: string, version: string): Promise<string | undefined>;
  /** Name that commits of this person bear. Never rejects. */
  personName(root: string): Promise<string | undefined>;
  history(root: string): Promise<LibraryHistory | undefined>;
  /** Paths that differ from the last commit, new ones included; undefined where nothing is known. Never rejects. */
  changedFiles(root: string): Promise<ReadonlySet<string> | undefined>;
}

/** For hosts without files (and for schemes that they can not read). */
export const noFiles: FileSource = {
  readText: () => Promise.resolve(undefined),
  readDocument: () => Promise.resolve({ isText: true, text: '' }),
  listDocuments: () => Promise.resolve([]),
  listLeftOut: () => Promise.resolve([]),
  isDocument: () => Promise.resolve(false),
  stamp: () => Promise.resolve(undefined),
  listFiles: () => Promise.resolve([]),
  leadsOut: () => Promise.resolve(false),
  firstCommits: () => Promise.resolve(new Map()),
  textWhenStated: () => Promise.resolve(undefined),
  leftOutAt: () => Promise.resolve(undefined),
  earlierTemplate: () => Promise.resolve(undefined),
  personName: () => Promise.resolve(undefined),
  history: () => Promise.resolve(undefined),
  changedFiles: () => Promise.resolve(undefined),
};
