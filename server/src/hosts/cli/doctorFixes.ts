// `casewright doctor --fix`: preferred fixes of what lies between documents (links, ids, generated regions), nothing else.
import { resolve } from 'node:path';
import { renderMessage } from '../../core/messages/render.ts';
import type { Finding } from '../../core/finding.ts';
import type { CommandLine } from './commandLine.ts';
import { LibraryCheck } from './libraryCheck.ts';
import type { OpenLibrary } from './libraryFacts.ts';
import { mendLibrary } from './mendLibrary.ts';
import type { Terminal } from './terminal.ts';
import { replaceDocument } from './writeFile.ts';

const BETWEEN_DOCUMENTS = /^(?:link|id|region)-/;

/** Files that can not be written end the run with their reason. */
export async function mendSafely(
  opened: OpenLibrary,
  { line, terminal }: { readonly line: CommandLine; readonly terminal: Terminal },
): Promise<void> {
  const { sources, folder } = opened;
  const noPlanFindings = { all: () => Promise.resolve(new Map()), of: () => Promise.resolve([]) };
  const check = new LibraryCheck({ library: opened, planFindings: noPlanFindings, isAlone: false });
  const texts = new Map(
    folder.documents.flatMap((path) => {
      const text = sources.textOf(path);
      return text === undefined ? [] : [[path, text] as const];
    }),
  );
  const isSafe = ({ code }: Finding): boolean => BETWEEN_DOCUMENTS.test(code);
  const mended = await mendLibrary(check, texts, isSafe);
  let fixed = 0;
  for (const [path, { text, fixedCount }] of mended) {
    fixed += fixedCount;
    if (line.isDryRun) continue;
    await replaceDocument(resolve(folder.root, path), { before: texts.get(path) ?? '', after: text, shown: path });
  }
  const key = line.isDryRun ? 'cli.fix.would' : 'cli.fix.done';
  terminal.err.write(`${renderMessage({ key, args: { count: fixed, files: mended.size } }, line.locale)}\n`);
}
