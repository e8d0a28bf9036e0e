// Where a stated relation leads: by the list of paths, by ids and titles, by the gaps of plans. It looks nothing up on disk.
import type { FactLink } from '../facts/documentFacts.ts';
import type { LibraryIndex } from '../index/libraryIndex.ts';
import { scopePath, folderOf } from '../library/pathScope.ts';
import { normalKey } from '../model/normalKey.ts';
import { pathIndexOf } from '../library/pathIndex.ts';
import type { LinkSettings } from '../links/linkSettings.ts';
import { resolveLink } from '../links/resolveLink.ts';
import { resolveStatedPath } from '../roadmap/disk/resolvePath.ts';
import type { Plan } from '../roadmap/plan.ts';
import { documentNames } from './documentNames.ts';
import type { DeclaredRelation, RelationTarget } from './relation.ts';

export interface RelationGround {
  readonly index: LibraryIndex;
  readonly links?: LinkSettings;
  readonly plans?: readonly Plan[];
}

/** Undefined where the words are no document, and need not be one. */
export function resolveRelation(
  declared: DeclaredRelation,
  from: string,
  ground: RelationGround,
): RelationTarget | undefined {
  switch (declared.form) {
    case 'link':
      return ofLink(declared.written, from, ground);
    case 'code-path': {
      // Many name what was there once; rules over paths speak of them.
      const target = ofPath(declared.written, from, ground);
      return target.kind === 'document' ? target : undefined;
    }
    case 'path':
      return ofPath(declared.written, from, ground);
    case 'id':
      return ofNames(documentNames(ground.index).byId(declared.written));
    case 'title':
      return ofGap(declared, ground) ?? ofNames(documentNames(ground.index).byTitle(declared.written));
    case 'word':
      return ofWord(declared, ground);
  }
}

function ofWord(declared: DeclaredRelation, ground: RelationGround): RelationTarget | undefined {
  const gap = ofGap(declared, ground);
  if (gap !== undefined) return gap;
  // Without plans nothing is known of gaps.
  if (declared.type === 'covers-gap') return hasGaps(ground) ? { kind: 'missing' } : undefined;
  const names = documentNames(ground.index);
  const [path, ...others] = [...names.byId(declared.written), ...names.byTitle(declared.written)];
  return path === undefined || others.length > 0 ? undefined : { kind: 'document', path };
}

function ofNames(paths: readonly string[]): RelationTarget {
  const [path, ...others] = paths;
  if (path === undefined) return { kind: 'missing' };
  return others.length === 0 ? { kind: 'document', path } : { kind: 'ambiguous', paths };
}

function ofLink(url: string, from: string, { index, links }: RelationGround): RelationTarget | undefined {
  const path = documentOfLink({ url, form: 'inline' }, from, index, links);
  return path === undefined ? undefined : { kind: 'document', path };
}

/** The document that a link leads to: the file itself, a place in it, or the readme of a folder. */
export function documentOfLink(
  link: Pick<FactLink, 'url' | 'form'>,
  from: string,
  index: LibraryIndex,
  settings?: LinkSettings,
): string | undefined {
  const target = resolveLink(link, from, index, settings);
  switch (target.kind) {
    case 'document':
    case 'anchor':
    case 'no-anchor':
      return target.path;
    case 'folder': {
      const readme = pathIndexOf(index.paths).file(`${target.path === '' ? '' : `${target.path}/`}README.md`);
      return readme !== undefined && index.documents.has(readme) ? readme : undefined;
    }
    default:
      return undefined;
  }
}

function ofPath(written: string, from: string, { index }: RelationGround): RelationTarget {
  const own = written.includes('\\') ? undefined : scopePath(written, folderOf(from));
  if (own?.isInside === true && index.documents.has(own.path)) return { kind: 'document', path: own.path };
  const resolution = resolveStatedPath(written, from, index.paths);
  if (resolution.kind === 'refused') return resolution;
  if (resolution.kind !== 'file') return { kind: 'missing' };
  return index.documents.has(resolution.path) ? { kind: 'document', path: resolution.path } : { kind: 'missing' };
}

// ---- gaps of plans

interface GapNames {
  readonly byName: ReadonlyMap<string, { readonly path: string; readonly gap: number }>;
}

const gapNames = new WeakMap<readonly Plan[], GapNames>();

function gapsOf(plans: readonly Plan[]): GapNames {
  const known = gapNames.get(plans);
  if (known !== undefined) return known;
  const byName = new Map<string, { path: string; gap: number }>();
  for (const plan of plans) {
    plan.gaps.forEach(({ area, text }, gap) => {
      for (const name of [text, area]) {
        const key = normalKey(name);
        if (key !== '' && !byName.has(key)) byName.set(key, { path: plan.path, gap });
      }
    });
  }
  const made = { byName };
  gapNames.set(plans, made);
  return made;
}

function hasGaps({ plans }: RelationGround): boolean {
  return plans !== undefined && gapsOf(plans).byName.size > 0;
}

function ofGap({ type, written }: DeclaredRelation, { plans }: RelationGround): RelationTarget | undefined {
  if (type !== 'covers-gap' || plans === undefined) return undefined;
  const found = gapsOf(plans).byName.get(normalKey(written));
  return found && { kind: 'gap', ...found };
}
