// The server's file port on disk, for `file:` URIs. Reads only inside the workspace, only regular files.
import { open } from 'node:fs/promises';
import { constants } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fdir } from 'fdir';
import type { FileSource } from '../lsp/files.ts';
import { causeOf, type Log } from '../lsp/log.ts';

const MAX_BYTES = 4_000_000;
const MAX_DEPTH = 32;
const MAX_FILES = 100_000;

export function serverFiles(log: Log): FileSource {
  return {
    readText: async (uri) => {
      if (!uri.startsWith('file:')) return undefined;
      try {
        return await readText(fileURLToPath(uri));
      } catch (error) {
        if (!isMissing(error)) log('warn', `${uri} not read: ${causeOf(error)}`);
        return undefined;
      }
    },
    listFiles: async (root) => {
      if (!root.startsWith('file:')) return [];
      try {
        return await listFiles(fileURLToPath(root));
      } catch (error) {
        log('warn', `${root} not listed: ${causeOf(error)}`);
        return [];
      }
    },
  };
}

async function readText(path: string): Promise<string | undefined> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = await handle.stat();
    if (!stat.isFile() || stat.size > MAX_BYTES) return undefined;
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await handle.readFile());
  } finally {
    await handle.close();
  }
}

async function listFiles(root: string): Promise<string[]> {
  const found = await new fdir()
    .withRelativePaths()
    .withMaxDepth(MAX_DEPTH)
    .withMaxFiles(MAX_FILES)
    .exclude((name) => name === 'node_modules' || (name.startsWith('.') && name !== '.casewright'))
    .crawl(root)
    .withPromise();
  return found.map((path) => path.replaceAll('\\', '/')).toSorted();
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
