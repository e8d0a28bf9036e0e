// Lines of a file as `wc -l` and people count them. Nothing else.
import type { LibraryFiles } from '../libraryFiles.ts';

/** A last line without a line ending counts too. */
export function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return text === '' || text.endsWith('\n') ? lines : lines + 1;
}

/** Undefined where the file was not looked into. */
export function linesOfFile(files: LibraryFiles, path: string): number | undefined {
  const text = files.text(path);
  return text === undefined ? files.lineCount?.(path) : countLines(text);
}
