// The earlier text of a template, as git has it. Reads only; bounded; nothing where git knows nothing.
import { templateVersionIn } from '../core/migration/templateVersion.ts';
import { git } from './gitProcess.ts';

/** Commits that are looked at: a template changes rarely. */
const MOST_COMMITS = 200;

/** The newest text of the file that states the version, which is given without a leading v; undefined where there is none. */
export async function earlierTemplate(folder: string, path: string, version: string): Promise<string | undefined> {
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
    if (text !== '' && templateVersionIn(text) === version) return text;
  }
  return undefined;
}
