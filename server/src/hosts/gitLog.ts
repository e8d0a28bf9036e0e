// Reads the output of one `git log --name-status -z` and keeps, for each path of today, its days: newest commit first, names
// followed back through renames. It starts no process.
import type { DocumentHistory, HistoryMonth } from '../core/review/libraryLife.ts';

/** Format of a commit for `--format=`: day of writing, day of the commit, its name. */
export const commitFormat = '%x01%as %cs %H';

const HEAD = '\u0001';
/** Stands for the day of a line that was changed since the last commit. */
const NOT_COMMITTED = 'not-committed';
/** A commit that changes more documents than these at once reformats, renames words or moves things: nobody wrote all of it anew. */
const MASS = 50;

interface Entry {
  readonly status: string;
  readonly path: string;
  /** New name, for renames and copies. */
  readonly to?: string;
}

interface Days {
  first: string;
  last: string;
  edited?: string;
  versioned?: string;
  commits: number;
}

/** What was changed where, as a word for sets. */
export type ChangedIn = `${string} ${string}`;

export interface LogOptions {
  /** Of which paths of today the days are kept. */
  readonly isWanted: (path: string) => boolean;
  /** Commits that changed a version, each with the path as it was called then. */
  readonly versioned?: ReadonlySet<ChangedIn>;
  /** Called for each file of each commit. */
  readonly onChange?: (change: ChangedIn) => void;
}

export interface LogReader {
  /** Any part of the output, cut anywhere. */
  readonly take: (part: string) => void;
  readonly end: () => LogDays;
}

export interface LogDays {
  /** How many were read. */
  readonly commits: number;
  readonly documents: ReadonlyMap<string, DocumentHistory>;
  readonly months: readonly HistoryMonth[];
}

export function createLogReader(options: LogOptions): LogReader {
  const ledger = createLedger(options);
  let rest = '';
  let commits = 0;
  let head: Head | undefined;
  let entries: Entry[] = [];
  const finish = (): void => {
    if (head === undefined) return;
    commits += 1;
    ledger.keep(head, entries);
    entries = [];
  };
  return {
    take: (part) => {
      const words = (rest + part).split('\0');
      let index = 0;
      // The last word may be cut; an entry is taken when all of its words are there.
      while (index < words.length - 1) {
        const word = words[index] ?? '';
        if (word.startsWith(HEAD)) {
          finish();
          head = headOf(word.slice(1));
          index += 1;
          continue;
        }
        const status = word.replace(/^\n/, '');
        const length = status === '' ? 1 : /^[RC]\d/.test(status) ? 3 : 2;
        const [, path = '', to] = words.slice(index, index + length);
        if (index + length >= words.length) break;
        if (length > 1) entries.push({ status, path, ...(to !== undefined && { to }) });
        index += length;
      }
      rest = words.slice(index).join('\0');
    },
    end: () => {
      finish();
      head = undefined;
      return { commits, ...ledger.read() };
    },
  };
}

/** Keeps days by path of today; commits come newest first. */
function createLedger({ isWanted, versioned, onChange }: LogOptions) {
  const days = new Map<string, Days>();
  const months = new Map<string, Set<string>>();
  /** What a name of the past is called today. */
  const names = new Map<string, string>();
  const keepDay = (name: string, on: string, { isEdit, isVersion }: Weight): void => {
    const known = days.get(name) ?? { first: on, last: on, commits: 0 };
    known.commits += 1;
    // The order of commits is not that of their days: clocks differ, and commits are made again.
    if (on < known.first) known.first = on;
    if (on > known.last) known.last = on;
    if (isEdit && on > (known.edited ?? '')) known.edited = on;
    if (isVersion && on > (known.versioned ?? '')) known.versioned = on;
    days.set(name, known);
    if (!isEdit) return;
    const documents = months.get(on.slice(0, 7)) ?? new Set();
    months.set(on.slice(0, 7), documents.add(name));
  };
  return {
    keep: ({ day: on, commit }: Head, changed: readonly Entry[]): void => {
      const isMass = changed.filter(({ status, path }) => status === 'M' && isDocument(path)).length > MASS;
      for (const { status, path, to } of changed) {
        if (status === 'D') continue;
        const name = names.get(to ?? path) ?? to ?? path;
        if (to !== undefined && status.startsWith('R')) {
          names.delete(to);
          names.set(path, name);
        }
        const isEdit = status === 'A' || (!isMass && writes(status));
        const change: ChangedIn = `${commit} ${to ?? path}`;
        onChange?.(change);
        if (isWanted(name)) keepDay(name, on, { isEdit, isVersion: versioned?.has(change) === true });
      }
    },
    read: () => ({
      documents: days as ReadonlyMap<string, DocumentHistory>,
      months: [...months]
        .map(([month, documents]) => ({ month, documents: documents.size }))
        .sort((one, other) => (one.month < other.month ? -1 : 1)),
    }),
  };
}

interface Weight {
  readonly isEdit: boolean;
  readonly isVersion: boolean;
}

interface Head {
  readonly day: string;
  readonly commit: string;
}

/** A commit made again bears an old day of writing, a wrong clock a late one: the earlier day is the one that is sure. */
function headOf(words: string): Head {
  const [written = '', committed = '', commit = ''] = words.split(' ');
  return { day: written < committed ? written : committed, commit };
}

/** A pure move writes nothing, nor does another mode of the file. */
function writes(status: string): boolean {
  return status !== 'R100' && status !== 'T';
}

function isDocument(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}

/**
 * `git blame --line-porcelain`: zero-based line of today -> day of its commit, or `not-committed`. `isCut`: the oldest known commit
 * is blamed for whatever is older, so what is blamed on it is left out.
 */
export function blamedLines(output: string, isCut: boolean): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  let line = 0;
  let isNew = false;
  let isOldest = false;
  let seconds = 0;
  let zone = 0;
  for (const row of output.split('\n')) {
    const head = /^([0-9a-f]{40,64}) \d+ (\d+)/.exec(row);
    if (head?.[1] !== undefined) {
      [line, isNew, isOldest] = [Number(head[2]) - 1, /^0+$/.test(head[1]), false];
    } else if (row.startsWith('author-time ')) {
      seconds = Number(row.slice('author-time '.length));
    } else if (row.startsWith('author-tz ')) {
      zone = zoneSeconds(row.slice('author-tz '.length));
    } else if (row === 'boundary') {
      isOldest = true;
    } else if (row.startsWith('\t') && !(isCut && isOldest)) {
      found.set(line, isNew ? NOT_COMMITTED : dayAt(seconds + zone));
    }
  }
  return found;
}

/** `+0800` -> 28800. */
function zoneSeconds(zone: string): number {
  const parts = /^([+-])(\d\d)(\d\d)$/.exec(zone);
  if (parts === null) return 0;
  return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 3600 + Number(parts[3]) * 60);
}

/** Commits may bear any time; one beyond the calendar is as good as none. */
function dayAt(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
