// Runs one of scripts/commands/*.ts. Plain JavaScript without packages, because on a fresh clone it installs them first.
// usage: node scripts/run.mjs <command> [arguments]
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './build/install.mjs';

const [command = '', ...rest] = process.argv.slice(2);
const commands = ['start', 'test', 'package', 'screenshot', 'new-rule'];

if (!commands.includes(command)) {
  console.error(`usage: node scripts/run.mjs ${commands.join('|')} [arguments]`);
  process.exitCode = 2;
} else {
  await main();
}

async function main() {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  try {
    ensureInstalled();
    const { register } = await import('tsx/esm/api');
    register();
    const { main: runCommand } = await import(`./commands/${command === 'new-rule' ? 'newRule' : command}.ts`);
    process.exitCode = await runCommand(rest);
  } catch (error) {
    console.error(`${command}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
