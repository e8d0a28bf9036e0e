// Who works in a folder, as git's own configuration says.
import { git } from './gitProcess.ts';

const LONGEST_NAME = 200;

/** `user.name`; undefined where git is not there or does not know. */
export async function personOf(folder: string): Promise<string | undefined> {
  const name = (await git(folder, ['config', '--get', 'user.name'])).trim().slice(0, LONGEST_NAME);
  return name === '' ? undefined : name;
}
