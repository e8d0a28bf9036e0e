// Runs git to read, never to write: no shell, no network, no program that a repository's configuration names, bounded in time
// and output.
import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MAX_OUTPUT = 32 * 1024 * 1024;
const DEADLINE = 10_000;

/** Empty where git is not there, refuses, or takes too long. */
export async function git(folder: string, words: readonly string[]): Promise<string> {
  const options = { maxBuffer: MAX_OUTPUT, timeout: DEADLINE, windowsHide: true, env: quietEnvironment() };
  try {
    const { stdout } = await run('git', argumentsOf(folder, words), options);
    return stdout;
  } catch (error) {
    if (error instanceof Error) return '';
    throw error;
  }
}

/**
 * Hands over the output as it comes, so that what git said before it took too long is not lost. false where the output is cut
 * or git failed.
 */
export function streamGit(
  folder: string,
  words: readonly string[],
  { take, deadline = DEADLINE }: { readonly take: (part: string) => void; readonly deadline?: number },
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn('git', argumentsOf(folder, words), {
      stdio: ['ignore', 'pipe', 'ignore'],
      windowsHide: true,
      env: quietEnvironment(),
      timeout: deadline,
    });
    let length = 0;
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (part: string) => {
      length += part.length;
      if (length > MAX_OUTPUT) child.kill();
      else take(part);
    });
    child.on('error', () => {
      resolve(false);
    });
    child.on('close', (code) => {
      resolve(code === 0);
    });
  });
}

/** Literal pathspecs: a file name is a name, whatever signs it holds. */
function argumentsOf(folder: string, words: readonly string[]): string[] {
  return ['--literal-pathspecs', '--no-optional-locks', '-c', 'core.fsmonitor=false', '-C', folder, ...words];
}

/** No pager, no prompt, no helper that could reach a network. */
function quietEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_PAGER: 'cat', GIT_NO_LAZY_FETCH: '1' };
}
