// Finds the library that a path belongs to and reads its configuration, templates and standards from disk.
import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { LibraryInput } from '../core/library/libraryContext.ts';
import { kindOfFolder } from '../core/library/decideKind.ts';
import { configurationPath, narrowConfiguration } from '../core/library/narrowConfiguration.ts';
import type { Plan } from '../core/roadmap/plan.ts';
import type { RoadmapTexts } from '../core/roadmap/roadmapLibrary.ts';
import { isInside, readDocument, realPathInside } from './nodeFiles.ts';

/** Everything of a LibraryInput that can be sent to a worker. */
export type LibraryTexts = Omit<LibraryInput, 'parser'> & {
  /** What plans are held against; absent where no document of the run is a plan. */
  readonly roadmap?: LibraryRoadmap;
};

/** Plans and their files as plain data: plans are read once, and every worker gets them. */
export interface LibraryRoadmap extends RoadmapTexts {
  readonly read: readonly Plan[];
}

/**
 * Root of the library of a file or folder: the nearest folder above with `.casewright/config.json`, else the git root,
 * else the working folder where the path lies in it, else the folder itself. A folder whose own name tells a kind
 * (`cases`) is never the root, because the names of folders below the root decide kinds.
 */
export function findLibraryRoot(path: string, workingFolder: string): string {
  const start = isFolder(path) ? path : dirname(path);
  const configured = ancestorWith(start, configurationPath);
  if (configured !== undefined) return configured;
  const repository = ancestorWith(start, '.git');
  if (repository !== undefined) return repository;
  if (isInside(workingFolder, start)) return workingFolder;
  return kindOfFolder(basename(start)) === undefined ? start : dirname(start);
}

/** The configured folder nearest to a document below `root`, or `root`: a library may lie inside another. */
export function nearestLibraryRoot(document: string, root: string): string {
  for (let folder = dirname(document); folder !== root && isInside(root, folder); folder = dirname(folder)) {
    if (existsSync(join(folder, configurationPath))) return folder;
  }
  return root;
}

function ancestorWith(start: string, name: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, name))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Texts of a library; files that are missing or can not be read are simply absent (buildLibrary reports them). */
export async function readLibraryTexts(root: string, isConfigured = true): Promise<LibraryTexts> {
  const texts = new Map<string, string>();
  const configurationText = isConfigured ? await readInside(root, configurationPath) : undefined;
  for (const { path } of narrowConfiguration(configurationText).references) {
    if (path.startsWith('builtin:') || texts.has(path)) continue;
    const text = await readInside(root, path);
    if (text !== undefined) texts.set(path, text);
  }
  return { root, files: texts, ...(configurationText !== undefined && { configurationText }) };
}

async function readInside(root: string, path: string): Promise<string | undefined> {
  const real = realPathInside(realpathSync(root), join(root, path));
  if (real === undefined) return undefined;
  const read = await readDocument(real);
  return read.isText ? read.text : undefined;
}
