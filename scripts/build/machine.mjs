// What this machine offers the scripts: npm, and one cache folder outside the checkout. No project file depends on it.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Where downloaded tools are kept between runs and checkouts; CASEWRIGHT_CACHE moves it. */
export function cacheFolder() {
  const named = process.env.CASEWRIGHT_CACHE;
  if (named) return named;
  if (process.platform === 'win32') return join(process.env.LOCALAPPDATA ?? homedir(), 'casewright', 'cache');
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'casewright');
}

/**
 * npm as a file and arguments that execFile can start without a shell, on Windows too.
 * @param {readonly string[]} args
 */
export function npmCommand(args) {
  const beside = join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const script = [process.env.npm_execpath, beside].find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
  return script ? { file: process.execPath, args: [script, ...args] } : { file: 'npm', args: [...args] };
}
