// Which files a link that leads nowhere probably means: the same name elsewhere, another case, a near spelling beside it.
import { distance } from 'fastest-levenshtein';
import type { PathIndex } from '../library/pathIndex.ts';
import { baseNameOf, folderOf } from '../library/pathScope.ts';

const MAX_CANDIDATES = 5;
/** Names that many folders have: finding one elsewhere says nothing. */
const COMMON_NAME = /^(?:readme|index|summary|changelog|contributing|license)(?:\.|$)/i;
/** Of more files of one name nobody can choose. */
const MAX_NAMESAKES = 1000;
const MAX_NAMES_COMPARED = 500;
const MAX_DIFFERENCE = 0.25;

/** `wanted`: where the link leads, relative to the root. Best first, at most five. */
export function pathCandidates(wanted: string, index: PathIndex): readonly string[] {
  const path = wanted.replace(/:\d+(?:[-:]\d+)?$/, '');
  const itself = path === wanted ? undefined : index.file(path);
  if (itself !== undefined) return [itself];
  const { files, folders } = index.alike(path);
  const alike = [...files, ...folders];
  if (alike.length > 0) return alike.slice(0, MAX_CANDIDATES);
  const elsewhere = sameNameElsewhere(path, index);
  return elsewhere.length > 0 ? elsewhere : nearNames(path, index);
}

/** Of a name that stands in many places, those that share the most of the path's end. */
function sameNameElsewhere(path: string, index: PathIndex): readonly string[] {
  const name = baseNameOf(path);
  const named = filesNamed(hasExtension(name) ? name : `${name}.md`, index);
  const wanted = path.split('/').reverse();
  const shared = (candidate: string): number => {
    const segments = candidate.split('/').reverse();
    let count = 1;
    while (count < wanted.length && segments[count] === wanted[count]) count += 1;
    return count;
  };
  const ranked = named.map((candidate) => ({ candidate, count: shared(candidate) }));
  // `README.md` is everywhere: only one in a folder of the same name is meant.
  const least = isCommonName(name) ? 2 : 1;
  const best = Math.max(0, ...ranked.map(({ count }) => count));
  if (best < least) return [];
  const sole = best > 1 ? ranked.filter(({ count }) => count === best) : ranked;
  return sole
    .map(({ candidate }) => candidate)
    .sort(byLength)
    .slice(0, MAX_CANDIDATES);
}

const namesakes = new WeakMap<PathIndex, Map<string, readonly string[]>>();

/** Looked up once a name: a thousand broken links to `README.md` must not go through all of them a thousand times. */
function filesNamed(name: string, index: PathIndex): readonly string[] {
  const known = namesakes.get(index) ?? new Map<string, readonly string[]>();
  namesakes.set(index, known);
  const before = known.get(name);
  if (before !== undefined) return before;
  const found = index.endingIn(name);
  const few = found.length > MAX_NAMESAKES ? [] : found;
  known.set(name, few);
  return few;
}

function nearNames(path: string, index: PathIndex): readonly string[] {
  const name = baseNameOf(path);
  const most = Math.floor(stemOf(name).length * MAX_DIFFERENCE);
  if (most === 0 || name.length > 200) return [];
  const extension = hasExtension(name) ? name.slice(name.lastIndexOf('.')) : '.md';
  const beside = index.filesIn(folderOf(path), (other) => other.endsWith(extension)).slice(0, MAX_NAMES_COMPARED);
  return beside
    .map((candidate) => ({ candidate, cost: distance(stemOf(name), stemOf(baseNameOf(candidate))) }))
    .filter(({ cost }) => cost <= most)
    .sort((a, b) => a.cost - b.cost || byLength(a.candidate, b.candidate))
    .slice(0, MAX_CANDIDATES)
    .map(({ candidate }) => candidate);
}

function hasExtension(name: string): boolean {
  return /\.[A-Za-z0-9]{1,10}$/.test(name);
}

function stemOf(name: string): string {
  return name.replace(/\.[A-Za-z0-9]{1,10}$/, '').toLowerCase();
}

function byLength(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

/** True for names that say nothing of what a file holds. */
export function isCommonName(name: string): boolean {
  return COMMON_NAME.test(name);
}
