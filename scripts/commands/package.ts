// Builds the .vsix and proves its content: only what is allowed, all that is needed, and small.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { createVSIX, listFiles } from '@vscode/vsce';

const maximumBytes = 5 * 1024 * 1024;

const needed = [
  'package.json',
  'LICENSE',
  'dist/client.cjs',
  'dist/server.cjs',
  'dist/analysisWorker.cjs',
  'dist/cli.cjs',
  'dist/cliWorker.cjs',
  'dist/satteriWasm.cjs',
  'dist/satteri.wasm',
  'dist/board.js',
  'dist/board.css',
  'dist/graph.js',
  'dist/graph.css',
  'dist/scores.js',
  'dist/scores.css',
  'dist/ThirdPartyNotices.txt',
];

/** What may ship; anything else in the list fails the packaging. */
const allowed = [
  /^(package\.json|package\.nls(\.[a-z-]+)?\.json|README(\.zh-CN)?\.md|CHANGELOG\.md|LICENSE)$/,
  /^dist\/[A-Za-z]+\.(cjs|wasm|txt)$/,
  /^dist\/(?:board|graph|scores)\.(js|css)$/,
  /^l10n\/bundle\.l10n(\.[a-z-]+)?\.json$/,
  /^schemas\/.+\.(json|md)$/,
  /^snippets\/.+\.(json|code-snippets)$/,
  /^media\/.+\.(svg|png|md)$/,
];

interface Package {
  readonly file: string;
  readonly bytes: number;
  readonly files: readonly string[];
}

/** Builds for shipping, packages, and throws one line for each thing that is wrong with the content. */
async function packageExtension(): Promise<Package> {
  execFileSync(process.execPath, ['esbuild.js', '--production'], { stdio: 'inherit' });
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string; version: string };
  const file = `${name}-${version}.vsix`;
  rmSync(file, { force: true });
  const options = { cwd: process.cwd(), dependencies: false };
  const files = (await listFiles(options)).map((path) => path.replaceAll('\\', '/')).toSorted();
  await createVSIX({ ...options, packagePath: file, allowMissingRepository: true, rewriteRelativeLinks: false });
  const bytes = statSync(file).size;
  const problems = contentProblems(files, bytes);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return { file, bytes, files };
}

function contentProblems(files: readonly string[], bytes: number): readonly string[] {
  const missing = needed.filter((path) => !files.includes(path)).map((path) => `${path} is missing from the package`);
  const extra = files.filter((path) => !allowed.some((pattern) => pattern.test(path)));
  const size = bytes > maximumBytes ? [`the package has ${bytes} bytes, more than ${maximumBytes}`] : [];
  return [...missing, ...extra.map((path) => `${path} must not be in the package`), ...size];
}

export async function main(): Promise<number> {
  const { file, bytes, files } = await packageExtension();
  console.log(`${files.join('\n')}\n${file}: ${files.length} files, ${(bytes / 1024 / 1024).toFixed(2)} MB`);
  return 0;
}
