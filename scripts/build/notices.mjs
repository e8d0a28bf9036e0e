// The licenses of the packages whose code is in the bundles, as one text file beside them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @returns {string} one part for each package, sorted by name
 */
export function thirdPartyNotices(metafiles) {
  const folders = new Set(metafiles.flatMap(({ inputs }) => Object.keys(inputs).map(packageFolder)));
  const notices = [...folders].filter((folder) => folder !== undefined).map(noticeOf);
  return ['Casewright contains code of these packages.', ...new Set(notices.sort())].join(`\n\n${'-'.repeat(80)}\n\n`);
}

/**
 * The innermost package folder of a bundled file; files of our own have none.
 * @param {string} file
 */
function packageFolder(file) {
  return /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file.replaceAll('\\', '/'))?.[1];
}

/** @param {string} folder */
function noticeOf(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((name) => /^licen[cs]e(\.|$)/i.test(name));
  const text =
    file !== undefined && existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8').trim() : '';
  return `${manifest.name} ${manifest.version} (${manifest.license ?? 'see its page'})\n\n${text}`.trim();
}
