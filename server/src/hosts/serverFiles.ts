// The server's file port on disk, for `file:` URIs. What it gives really lies inside the folder that was asked for.
import { lstatSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { documentHistories, filesSinceCommit, firstCommits, personName, textWhenStated } from './gitHistory.ts';
import { earlierTemplate } from './gitVersions.ts';
import { noFiles, type FileSource, type FileText } from '../lsp/files.ts';
import { causeOf, type Log } from '../lsp/log.ts';
import { fileStamp, isSystemError, readDocument, realPathInside } from './nodeFiles.ts';
import { isDocumentPath, leftOutAt, walkFolder } from './walkFolder.ts';

export function serverFiles(log: Log): FileSource {
  /** The answer for a folder on disk; `otherwise` for other schemes, folders that are gone, and files without permission. */
  const onDisk = async <T>(root: string, otherwise: Promise<T>, read: (folder: string) => Promise<T>): Promise<T> => {
    if (!root.startsWith('file:')) return otherwise;
    try {
      return await read(fileURLToPath(root));
    } catch (error) {
      if (!isSystemError(error)) throw error;
      if (error.code !== 'ENOENT') log('warn', `${root} not read: ${causeOf(error)}`);
      return otherwise;
    }
  };
  return {
    readText: (root, path) =>
      onDisk(root, noFiles.readText(root, path), async (folder) => {
        const file = await readInside(folder, path);
        return file?.isText === true ? file.text : undefined;
      }),
    readDocument: (root, path) =>
      onDisk(root, noFiles.readDocument(root, path), async (folder) => (await readInside(folder, path)) ?? outside),
    listDocuments: (root, exclude) =>
      onDisk(
        root,
        noFiles.listDocuments(root, exclude),
        async (folder) => (await walkFolder(folder, exclude)).documents,
      ),
    listLeftOut: (root, exclude) =>
      onDisk(root, noFiles.listLeftOut(root, exclude), async (folder) =>
        (await walkFolder(folder, exclude)).skipped.map(({ path, reason }) => ({
          path: path || '.',
          reason: { key: `skipped.${reason}` },
        })),
      ),
    isDocument: (root, path, exclude) =>
      onDisk(root, noFiles.isDocument(root, path, exclude), (folder) =>
        Promise.resolve(isDocumentPath(folder, exclude, path)),
      ),
    leftOutAt: (root, path, exclude) =>
      onDisk(root, noFiles.leftOutAt(root, path, exclude), (folder) =>
        Promise.resolve(leftOutAt(folder, exclude, path)),
      ),
    stamp: (root, path) => onDisk(root, noFiles.stamp(root, path), async (folder) => fileStamp(join(folder, path))),
    listFiles: (root) => onDisk(root, noFiles.listFiles(root), async (folder) => (await walkFolder(folder, [])).files),
    leadsOut: (root, path) =>
      onDisk(root, noFiles.leadsOut(root, path), (folder) => Promise.resolve(leadsOut(folder, path))),
    firstCommits: (root, paths) =>
      onDisk(root, noFiles.firstCommits(root, paths), (folder) => firstCommits(folder, paths)),
    textWhenStated: (root, path, stated) =>
      onDisk(root, noFiles.textWhenStated(root, path, stated), (folder) => textWhenStated(folder, path, stated)),
    earlierTemplate: (root, path, version) =>
      onDisk(root, noFiles.earlierTemplate(root, path, version), (folder) => earlierTemplate(folder, path, version)),
    personName: (root) => onDisk(root, noFiles.personName(root), personName),
    history: (root) => onDisk(root, noFiles.history(root), (folder) => documentHistories(folder)),
    changedFiles: (root) => onDisk(root, noFiles.changedFiles(root), filesSinceCommit),
  };
}

/** A link that leaves the folder is as good as no file. */
const outside: FileText = {
  isText: false,
  finding: {
    code: 'file-unreadable',
    severity: 'error',
    message: { key: 'file-unreadable', args: { detail: 'ENOENT' } },
    span: { start: 0, end: 0 },
  },
};

async function readInside(folder: string, path: string): Promise<FileText | undefined> {
  const real = realPathInside(realpathSync(folder), join(folder, path));
  return real === undefined ? undefined : readDocument(real);
}

/** Looks at the nearest part of the path that is there; what is not there yet leads nowhere. */
function leadsOut(folder: string, path: string): boolean {
  const top = join(folder);
  for (let part = join(folder, path); part !== top && part !== dirname(part); part = dirname(part)) {
    // A link is there even where what it leads to is not.
    if (lstatSync(part, { throwIfNoEntry: false }) === undefined) continue;
    return realPathInside(realpathSync(folder), part) === undefined;
  }
  return false;
}
