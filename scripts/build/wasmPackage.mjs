// Brings the wasm build of the Markdown parser onto this machine. npm leaves it out of node_modules because its "cpu"
// is wasm32, so it is installed into the cache folder, with the versions and checksums of our own package-lock.json.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, npmCommand } from './machine.mjs';

const wasmName = '@bruits/satteri-wasm32-wasi';

/** @returns {{ modules: string, wasmFile: string }} the node_modules folder that holds the package, and its .wasm file */
export function installWasmPackage() {
  const lock = wasmLock();
  const text = JSON.stringify(lock, null, 2);
  const folder = join(cacheFolder(), `satteri-wasm-${createHash('sha256').update(text).digest('hex').slice(0, 12)}`);
  if (!existsSync(folder)) {
    const fresh = `${folder}.${process.pid}`;
    mkdirSync(fresh, { recursive: true });
    writeFileSync(join(fresh, 'package-lock.json'), text);
    writeFileSync(join(fresh, 'package.json'), JSON.stringify(lock.packages['']));
    const npm = npmCommand(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
    try {
      execFileSync(npm.file, npm.args, { cwd: fresh, stdio: ['ignore', 'ignore', 'inherit'] });
      moveInto(fresh, folder);
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
  }
  const modules = join(folder, 'node_modules');
  return { modules, wasmFile: join(modules, wasmName, 'satteri_napi.wasm32-wasi.wasm') };
}

/**
 * Two builds may do this at the same time; the first one wins and the other takes its result.
 * @param {string} fresh
 * @param {string} folder
 */
function moveInto(fresh, folder) {
  try {
    renameSync(fresh, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}

/**
 * @typedef {object} LockedPackage
 * @property {string} version
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [peerDependencies]
 * @property {readonly string[]} [cpu]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 */

/** The part of our lock file that the wasm package needs, as a lock file of its own. */
function wasmLock() {
  const lockFile = new URL('../../package-lock.json', import.meta.url);
  /** @type {{ packages: Record<string, LockedPackage> }} */
  const { packages } = JSON.parse(readFileSync(lockFile, 'utf8'));
  const top = `node_modules/${wasmName}`;
  /** @type {Record<string, Partial<LockedPackage>>} */
  const wanted = {};
  const queue = [top];
  for (const path of queue) {
    const entry = packages[path];
    if (!entry) throw new Error(`package-lock.json has no entry ${path}`);
    if (wanted[path]) continue;
    const { cpu: _cpu, dev: _dev, optional: _optional, ...kept } = entry;
    wanted[path] = kept;
    const names = Object.keys({ ...entry.dependencies, ...entry.peerDependencies });
    queue.push(...names.map((name) => resolveIn(packages, path, name)));
  }
  const root = { name: 'satteri-wasm', version: '0.0.0', dependencies: { [wasmName]: wanted[top]?.version ?? '' } };
  return { ...root, lockfileVersion: 3, requires: true, packages: { '': root, ...wanted } };
}

/**
 * Node's own walk: the nearest node_modules that has the name, from the package outwards.
 * @param {Record<string, LockedPackage>} packages
 * @param {string} from
 * @param {string} name
 */
function resolveIn(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const candidate = at ? `${at}/node_modules/${name}` : `node_modules/${name}`;
    if (packages[candidate] || at === '') return candidate;
  }
}
