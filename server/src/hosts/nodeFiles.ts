// Files on disk: where they really lie, and their texts. Reads only regular files, never more than the limit. It never
// writes.
import { closeSync, constants, fstatSync, openSync, readSync, realpathSync, type Stats } from 'node:fs';
import { lstat, open, type FileHandle } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import { TextDecoder } from 'node:util';
import type { Finding, Message } from '../core/finding.ts';
import { limits } from '../core/limits.ts';

/** A UTF-16 unit takes at most three bytes of UTF-8. */
const MAX_BYTES = limits.documentLength * 3;

export type FileText =
  | { readonly isText: true; readonly text: string }
  /** One finding at the start of the file that says why it was not read. */
  | { readonly isText: false; readonly finding: Finding };

/** Path relative to the root with forward slashes. */
export function relativePath(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

/** True for the folder itself and everything below it, by segments. */
export function isInside(folder: string, path: string): boolean {
  const between = relative(folder, path);
  // Absolute: on another drive.
  return between === '' || (between !== '..' && !between.startsWith(`..${sep}`) && !isAbsolute(between));
}

/** Changes of a file younger than this may hide behind equal times of the disk. */
const FRESH = 3000;

/**
 * Size, times and number of a regular file as one text, which differs after every change of it; undefined where there is no
 * such file, or where it changed within the last seconds.
 */
export async function fileStamp(path: string): Promise<string | undefined> {
  try {
    const stats = await lstat(path);
    if (!stats.isFile() || Math.max(stats.mtimeMs, stats.ctimeMs) > Date.now() - FRESH) return undefined;
    return [stats.size, stats.mtimeMs, stats.ctimeMs, stats.ino].join(' ');
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return undefined;
  }
}

/** The real path where it lies inside the real root; undefined for links that leave it, broken links and loops. */
export function realPathInside(realRoot: string, path: string): string | undefined {
  try {
    const real = realpathSync(path);
    return isInside(realRoot, real) ? real : undefined;
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

export type FileBytes =
  | { readonly isRead: true; readonly bytes: Uint8Array }
  /** One finding at the start of the file that says why it was not read. */
  | { readonly isRead: false; readonly finding: Finding };

/**
 * Bytes of a regular file as long as it is now, read at once: half as dear as asking four times. Never hangs, however the
 * file grows.
 */
export function readBytes(path: string): FileBytes {
  let handle: number | undefined;
  try {
    handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = fstatSync(handle);
    if (!stats.isFile()) return unreadBytes('file-unreadable', { key: 'file-unreadable.not-a-file' });
    if (stats.size > MAX_BYTES) return unreadBytes('document-too-large', tooLarge(stats.size));
    const bytes = Buffer.allocUnsafe(stats.size);
    let length = 0;
    for (let read = 1; read > 0 && length < stats.size; length += read) {
      read = readSync(handle, bytes, length, stats.size - length, null);
    }
    return { isRead: true, bytes: bytes.subarray(0, length) };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return unreadBytes('file-unreadable', { key: 'file-unreadable', args: { detail: error.code } });
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** Text of a regular file including its byte order mark, or the finding that says why there is none. Never hangs. */
export async function readDocument(path: string): Promise<FileText> {
  let handle: FileHandle | undefined;
  try {
    // Without O_NONBLOCK opening a named pipe waits for a writer.
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats: Stats = await handle.stat();
    if (!stats.isFile()) return refused('file-unreadable', { key: 'file-unreadable.not-a-file' });
    if (stats.size > MAX_BYTES) return refused('document-too-large', tooLarge(stats.size));
    return decode(await handle.readFile());
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return refused('file-unreadable', { key: 'file-unreadable', args: { detail: error.code } });
  } finally {
    await handle?.close();
  }
}

/** Bytes to text; a byte order mark stays. */
export function decode(bytes: Uint8Array): FileText {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isUtf16) return refused('file-encoding', { key: 'file-encoding.utf16' });
  if (bytes.includes(0)) return refused('file-encoding', { key: 'file-encoding.nul' });
  try {
    return { isText: true, text: strictDecoder().decode(bytes) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return refused('file-encoding', { key: 'file-encoding.invalid', args: { byte: firstBadByte(bytes) } });
  }
}

function strictDecoder(): TextDecoder {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
}

/** One-based number of the first byte that is no UTF-8, by halving. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = (good + bad + 1) >> 1;
    if (isPrefixValid(bytes.subarray(0, middle))) good = middle;
    else bad = middle - 1;
  }
  return good + 1;
}

function isPrefixValid(bytes: Uint8Array): boolean {
  try {
    strictDecoder().decode(bytes, { stream: true });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function tooLarge(length: number): Message {
  return { key: 'document-too-large', args: { length, max: limits.documentLength } };
}

function refused(code: string, message: Message): FileText {
  return { isText: false, finding: refusal(code, message) };
}

function unreadBytes(code: string, message: Message): FileBytes {
  return { isRead: false, finding: refusal(code, message) };
}

function refusal(code: string, message: Message): Finding {
  return { code, severity: 'error', message, span: { start: 0, end: 0 } };
}

export function isSystemError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
