// Globs of the configuration: limited, so that no pattern can hang a match, then matched by picomatch.
import picomatch from 'picomatch';

/** Why a glob is not used. */
export type GlobRefusal = 'empty' | 'too-long' | 'too-many-stars' | 'unsupported' | 'outside';

const MAX_GLOB_LENGTH = 200;
/** Runs of `*` in the whole glob and in one segment: matching is polynomial of this degree. */
const MAX_STAR_RUNS = 6;
const MAX_STAR_RUNS_IN_SEGMENT = 3;
const MAX_GLOBSTARS = 3;
const MAX_BRACES = 3;
/** Longer paths match nothing; file systems hardly allow them. */
const MAX_MATCHED_LENGTH = 1000;

/** Undefined for a glob that may be used; a leading `!` is allowed. */
export function refusalOfGlob(glob: string): GlobRefusal | undefined {
  const body = glob.startsWith('!') ? glob.slice(1) : glob;
  if (body.trim() === '') return 'empty';
  if (glob.length > MAX_GLOB_LENGTH) return 'too-long';
  if (/^(\/|~|[A-Za-z]:)|\\|(^|\/)\.\.(\/|$)/.test(body)) return 'outside';
  // Extended globs and character classes are regular expressions in disguise.
  if (/[@?!+*]\(|[()[\]|]/.test(body)) return 'unsupported';
  if ((body.match(/\{/g) ?? []).length > MAX_BRACES) return 'unsupported';
  return hasTooManyStars(body) ? 'too-many-stars' : undefined;
}

function hasTooManyStars(glob: string): boolean {
  const runs = glob.match(/\*+/g) ?? [];
  if (runs.length > MAX_STAR_RUNS || runs.some((run) => run.length > 2)) return true;
  if (runs.filter((run) => run.length === 2).length > MAX_GLOBSTARS) return true;
  return glob.split('/').some((segment) => (segment.match(/\*+/g) ?? []).length > MAX_STAR_RUNS_IN_SEGMENT);
}

export type PathMatcher = (path: string) => boolean;

const neverMatches: PathMatcher = () => false;

/**
 * Matcher for paths relative to the library root. A path matches when some glob takes it and no glob with a leading `!`
 * does. A glob that ends in `/` means everything below. Unusable globs match nothing. Unicode spellings (NFC, NFD) are equal.
 */
export function matcherOf(globs: readonly string[]): PathMatcher {
  const usable = globs.filter((glob) => refusalOfGlob(glob) === undefined).map((glob) => glob.normalize('NFC'));
  const taken = usable.filter((glob) => !glob.startsWith('!')).map(matcherOfOne);
  const left = usable.filter((glob) => glob.startsWith('!')).map((glob) => matcherOfOne(glob.slice(1)));
  if (taken.length === 0) return neverMatches;
  return (path) => {
    if (path.length > MAX_MATCHED_LENGTH) return false;
    const normal = path.normalize('NFC');
    return taken.some((matches) => matches(normal)) && !left.some((matches) => matches(normal));
  };
}

function matcherOfOne(glob: string): PathMatcher {
  const body = glob.replace(/^\.\//, '');
  const whole = body.endsWith('/') ? `${body}**` : body;
  return picomatch(whole, { dot: true, noextglob: true, strictSlashes: true, nonegate: true });
}
