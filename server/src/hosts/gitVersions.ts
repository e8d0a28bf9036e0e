// Earlier texts of one file, newest first, as git has them. Reads only; bounded; nothing where git knows nothing.
import { git } from './gitProcess.ts';

/** Commits that are looked at: a template changes rarely. */
const MOST_COMMITS = 200;

/** Texts from before the present one; `isWanted` ends the search. */
export async function earlierText(
  folder: string,
  path: string,
  isWanted: (text: string) => boolean,
): Promise<string | undefined> {
  const listed = await git(folder, [
    'log',
    `-${String(MOST_COMMITS)}`,
    '--format=%H',
    '--no-show-signature',
    '--',
    path,
  ]);
  for (const commit of listed.split('\n').filter((line) => /^[0-9a-f]{40,64}$/.test(line))) {
    const text = await git(folder, ['show', '--no-textconv', `${commit}:./${path}`]);
    if (text !== '' && isWanted(text)) return text;
  }
  return undefined;
}
