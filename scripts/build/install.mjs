// Brings node_modules in line with package-lock.json, and does nothing where it already is.
import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { npmCommand } from './machine.mjs';

/** Throws one line where npm fails. Install scripts stay off: every binary that is needed comes as a package of its own. */
export function ensureInstalled() {
  if (isCurrent()) return;
  console.log('install: npm ci');
  const npm = npmCommand(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  try {
    execFileSync(npm.file, npm.args, { stdio: 'inherit' });
  } catch {
    throw new Error('npm ci failed; it needs the npm registry once (see its lines above)');
  }
}

function isCurrent() {
  if (!existsSync('node_modules')) return false;
  // A linked node_modules belongs to another checkout, which keeps it current.
  if (lstatSync('node_modules').isSymbolicLink()) return true;
  const record = 'node_modules/.package-lock.json';
  if (!existsSync(record)) return false;
  const installed = readPackages(record);
  return Object.entries(readPackages('package-lock.json')).every(
    ([path, { version, optional, peer }]) =>
      path === '' || installed[path]?.version === version || (!installed[path] && (optional || peer)),
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, peer?: boolean }>}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
