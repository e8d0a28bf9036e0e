// Who works here: as git knows the person, else as the operating system does.
import { userInfo } from 'node:os';
import { git } from './gitProcess.ts';

export async function userName(folder: string): Promise<string> {
  const name = (await git(folder, ['config', 'user.name'])).trim();
  return name === '' ? systemName() : name;
}

function systemName(): string {
  try {
    return userInfo().username;
  } catch (error) {
    // The system has no name for this user (containers).
    if (error instanceof Error) return 'unknown';
    throw error;
  }
}
