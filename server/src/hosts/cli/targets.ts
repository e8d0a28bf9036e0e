// Which documents a run is about: paths, globs, standard input; grouped by the library that they belong to.
import { realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Configuration } from '../../core/library/configuration.ts';
import { matcherOf } from '../../core/library/globs.ts';
import { narrowConfiguration } from '../../core/library/narrowConfiguration.ts';
import { withOverride } from '../../core/library/withOverride.ts';
import { findLibraryRoot, nearestLibraryRoot, readLibraryTexts, type LibraryTexts } from '../libraryFiles.ts';
import { isInside, readDocument, realPathInside, relativePath } from '../nodeFiles.ts';
import { walkFolder } from '../walkFolder.ts';
import { changedFiles } from './changedFiles.ts';
import type { CommandLine } from './commandLine.ts';
import { CommandFailure } from './failure.ts';
import { readLibraryFolder, type LibraryFolder } from './libraryFolder.ts';

export interface LibraryTargets {
  readonly texts: LibraryTexts;
  readonly configuration: Configuration;
  /** Absolute paths, sorted, once each. */
  readonly documents: readonly string[];
  /** Absent where nobody has listed it yet. */
  readonly folder?: LibraryFolder;
}

/** While the documents are collected. */
interface GrowingTargets extends LibraryTargets {
  readonly documents: string[];
  folder?: LibraryFolder;
}

/** Throws CommandFailure for paths that are not there and where nothing matches. */
export async function collectTargets(line: CommandLine, workingFolder: string): Promise<LibraryTargets[]> {
  const words = line.paths.length > 0 ? line.paths : ['.'];
  const libraries = new Map<string, GrowingTargets>();
  for (const word of words) {
    const path = resolve(workingFolder, word);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined && !word.includes('*')) {
      throw new CommandFailure({ key: 'cli.path-missing', args: { path: word } });
    }
    const start = stats === undefined ? workingFolder : path;
    const library = await libraryOf(start, line, { workingFolder, known: libraries });
    if (stats !== undefined && !stats.isDirectory()) {
      library.documents.push(path);
      continue;
    }
    const listed = await documentsBelow(start, library);
    const found = stats === undefined ? listed.filter(matching(word, workingFolder)) : listed;
    await addFound(found, library, (folder) => libraryOf(folder, line, { workingFolder, known: libraries }));
  }
  const targets = [...libraries.values()].map((library) => ({
    ...library,
    documents: [...new Set(library.documents)].sort(byCodeUnits),
  }));
  if (targets.every((library) => library.documents.length === 0)) {
    throw new CommandFailure({ key: 'cli.nothing-matched', args: { paths: words.join(', ') } });
  }
  return line.changedSince === undefined ? targets : onlyChanged(targets, line.changedSince);
}

/** Absolute paths. A folder that the listing leaves out has documents all the same when a person names it. */
async function documentsBelow(start: string, library: GrowingTargets): Promise<readonly string[]> {
  const { root } = library.texts;
  library.folder ??= await readLibraryFolder(root, library.configuration);
  const real = realPathInside(realpathSync(root), start);
  if (real === undefined) return [];
  const local = relativePath(realpathSync(root), real);
  if (local.split('/').some((part) => part.startsWith('.'))) {
    const { documents } = await walkFolder(real, []);
    return documents.map((path) => join(root, local, path));
  }
  const { documents, inner } = library.folder;
  const below = local === '' ? () => true : (path: string) => path.startsWith(`${local}/`);
  return [...documents, ...inner].filter(below).map((path) => join(root, path));
}

/** The library of one path, with the overrides of the command line. */
export async function libraryOf(
  path: string,
  line: CommandLine,
  context: { readonly workingFolder: string; readonly known?: Map<string, GrowingTargets> },
): Promise<GrowingTargets> {
  const root = findLibraryRoot(path, context.workingFolder);
  const known = context.known?.get(root);
  if (known !== undefined) return known;
  const read = await readLibraryTexts(root, line.isConfigured);
  const texts = await withOverrides(read, line, context.workingFolder);
  const configuration = withOverride(narrowConfiguration(texts.configurationText).configuration, texts.override);
  const library = { texts, configuration, documents: [] };
  context.known?.set(root, library);
  return library;
}

/** `--kind` and `--template`; a template may lie anywhere, because the person named it. */
async function withOverrides(texts: LibraryTexts, line: CommandLine, workingFolder: string): Promise<LibraryTexts> {
  const { kind, template } = line;
  if (kind === undefined && template === undefined) return texts;
  const kinds = narrowConfiguration(texts.configurationText).configuration.kinds.map((known) => known.kind);
  if (kind !== undefined && !kinds.includes(kind)) {
    throw new CommandFailure({ key: 'cli.kind-unknown', args: { kind, kinds: kinds.join(', ') } });
  }
  if (template === undefined || template.startsWith('builtin:')) {
    return { ...texts, override: { kind: kind ?? 'case', ...(template !== undefined && { template }) } };
  }
  const [file = '', skeleton] = template.split('#', 2);
  const path = resolve(workingFolder, file);
  const read = await readDocument(path);
  if (!read.isText) throw new CommandFailure({ key: 'cli.template-missing', args: { path: file } });
  const local = relativePath(texts.root, path);
  const name = skeleton === undefined ? local : `${local}#${skeleton}`;
  const files = new Map([...texts.files, [local, read.text]]);
  return { ...texts, files, override: { kind: kind ?? 'case', template: name } };
}

/** Each document goes to the library nearest to it. */
async function addFound(
  found: readonly string[],
  library: GrowingTargets,
  open: (root: string) => Promise<GrowingTargets>,
): Promise<void> {
  const { root } = library.texts;
  const rootOf = nearestRootIn(root);
  for (const document of found) {
    const folder = rootOf(document);
    const nearest = folder === root ? library : await open(folder);
    if (nearest === library || !isExcluded(nearest, document)) nearest.documents.push(document);
  }
}

/** What a library inside another leaves out itself; the walk knows the outer one's list only. */
function isExcluded({ texts, configuration }: LibraryTargets, document: string): boolean {
  return matcherOf(configuration.exclude)(relativePath(texts.root, document));
}

/** The library of each document of a walk; folders are asked once. */
function nearestRootIn(root: string): (document: string) => string {
  const roots = new Map<string, string>();
  return (document) => {
    const folder = dirname(document);
    const known = roots.get(folder) ?? nearestLibraryRoot(document, root);
    roots.set(folder, known);
    return known;
  };
}

function matching(glob: string, workingFolder: string): (path: string) => boolean {
  const matches = matcherOf([glob.split(sep).join('/')]);
  return (path) => isInside(workingFolder, path) && matches(relative(workingFolder, path).split(sep).join('/'));
}

/** Where the configuration, a template or a standard has changed, every document of that library counts as changed. */
async function onlyChanged(targets: readonly LibraryTargets[], revision: string): Promise<LibraryTargets[]> {
  const result: LibraryTargets[] = [];
  for (const library of targets) {
    const { root, files } = library.texts;
    const changed = new Set(await changedFiles(root, revision));
    const isWhole = changed.has('.casewright/config.json') || [...files.keys()].some((path) => changed.has(path));
    const documents = library.documents.filter((path) => changed.has(relativePath(root, path)));
    result.push(isWhole ? library : { ...library, documents });
  }
  return result;
}

function byCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
