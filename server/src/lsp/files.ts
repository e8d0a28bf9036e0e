// The file port of the server: what it needs to know of files that are not open. Interface only.

export interface FileSource {
  /** Text of a regular file inside the workspace; undefined where there is none that can be read. Never rejects. */
  readText(uri: string): Promise<string | undefined>;
  /** Paths of the files below a folder, relative, forward slashes, sorted; ignored folders left out. Never rejects. */
  listFiles(root: string): Promise<readonly string[]>;
}

/** For hosts without files (and for schemes that they can not read). */
export const noFiles: FileSource = {
  readText: () => Promise.resolve(undefined),
  listFiles: () => Promise.resolve([]),
};
