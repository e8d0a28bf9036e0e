// The files that plans name and that are there: what has to be read before plans can be held against them.
import type { Plan } from '../plan.ts';
import { resolveStatedPath } from './resolvePath.ts';

const MARKDOWN = /\.(?:md|markdown)$/i;
/** Reading more would cost memory for nothing. */
const MAX_FILES = 2_000;
/** Editors watch some hundred names easily. */
const MAX_WATCHED = 500;
/** A wildcard that names more files is counted, not read. */
const MAX_WILDCARD = 50;

export interface PlannedFiles {
  /** Read as text. */
  readonly documents: readonly string[];
  /** Only their lines are counted. */
  readonly others: readonly string[];
  /** Planned files that are no documents, there or not: nobody watches them otherwise. */
  readonly watched: readonly string[];
}

/** Every file once, sorted. Paths that leave the library are never among them. */
export function plannedFiles(plans: readonly Plan[], paths: ReadonlySet<string>): PlannedFiles {
  const stated = plans.flatMap((plan) =>
    plan.items.flatMap((item) => item.paths.flatMap(({ path }) => filesOf(path, plan.path, paths))),
  );
  const found = new Set(stated.slice(0, MAX_FILES));
  const planned = plans.flatMap((plan) =>
    plan.items.flatMap((item) => item.paths.flatMap(({ path }) => placesOf(path, plan.path, paths))),
  );
  const all = [...found].sort();
  return {
    documents: all.filter((path) => MARKDOWN.test(path)),
    others: all.filter((path) => !MARKDOWN.test(path)),
    watched: [...new Set(planned)]
      .filter((path) => !MARKDOWN.test(path))
      .sort()
      .slice(0, MAX_WATCHED),
  };
}

/** The file, or where it would be. */
function placesOf(stated: string, planPath: string, paths: ReadonlySet<string>): readonly string[] {
  const resolution = resolveStatedPath(stated, planPath, paths);
  if (resolution.kind === 'file') return [resolution.path];
  if (resolution.kind === 'moved') return [resolution.path, resolution.planned];
  return resolution.kind === 'missing' && !/[*?]/.test(resolution.planned) ? [resolution.planned] : [];
}

function filesOf(stated: string, planPath: string, paths: ReadonlySet<string>): readonly string[] {
  const resolution = resolveStatedPath(stated, planPath, paths);
  if (resolution.kind === 'file' || resolution.kind === 'moved') return [resolution.path];
  return resolution.kind === 'files' && resolution.paths.length <= MAX_WILDCARD ? resolution.paths : [];
}
