// The true state of an item: what its file says, whatever the plan says. Without a file its boxes decide. Pure; the texts
// come from the library's files, and what a document is worth comes from its analysis.
import type { Message } from '../finding.ts';
import type { Stage } from '../analysis.ts';
import { linesOfFile } from './disk/countLines.ts';
import { resolveStatedPath, type PathResolution } from './disk/resolvePath.ts';
import type { ReviewState } from '../review/reviewRecord.ts';
import type { LibraryFiles } from './libraryFiles.ts';
import type { PlanItem, StatedPath } from './plan.ts';

export const trueStates = [
  'missing',
  'scaffolded',
  'drafting',
  'ready',
  'approved',
  'stale',
  'archived',
  'moved',
  'open',
  'in-progress',
  'done',
  'unknown',
] as const;
export type TrueState = (typeof trueStates)[number];

/** What the analysis of a planned document says. */
export interface DocumentLook {
  readonly stage: Stage;
  /** False for documents that nothing is demanded of. */
  readonly hasTemplate: boolean;
  /** Sections of the template that still hold nothing but its own text, of how many that are there. */
  readonly untouched: { readonly count: number; readonly of: number };
  /** Findings that say that something required is missing. */
  readonly openFindings: number;
  readonly completeness: { readonly met: number; readonly of: number };
  /** Its own status says that it is kept for history only. */
  readonly isArchived: boolean;
  /** What its review record comes to; absent where it has none. */
  readonly review?: ReviewState;
}

export interface StateGround {
  readonly planPath: string;
  /** Absent: nothing is known of the disk. */
  readonly files?: LibraryFiles;
  /** Undefined where the file was not looked at, or is no document. */
  look(path: string): DocumentLook | undefined;
  /** The document that has this id. */
  pathOfId(id: string): string | undefined;
}

export interface ItemState {
  readonly state: TrueState;
  readonly reason: Message;
  /** The file that it leads to, where there is one. */
  readonly path?: string;
  readonly lines?: number;
  /** Where the file would be created; absent for paths that leave the library. */
  readonly plannedPath?: string;
  readonly completeness?: { readonly met: number; readonly of: number };
}

/** Notes that say that the file is older than the plan: that it is there is no sign of work. */
const CHANGED_ONLY = /修改|更新|改动|扩展|modif|update|change|extend/i;
const ARCHIVE_FOLDER = /^(?:_?archived?|archives|_?归档|归档.{0,6}|存档|历史(?:文档|版本)?|deprecated|废弃)$/i;
const MARKDOWN = /\.(?:md|markdown)$/i;

export function trueStateOf(item: PlanItem, ground: StateGround): ItemState {
  const byFile = ground.files === undefined ? undefined : stateByFiles(item, ground, ground.files);
  if (byFile !== undefined) return byFile;
  const byId = stateById(item, ground);
  return byId ?? stateByBoxes(item);
}

// ---- by files

interface Resolved {
  readonly stated: StatedPath;
  readonly resolution: PathResolution;
}

function stateByFiles(item: PlanItem, ground: StateGround, files: LibraryFiles): ItemState | undefined {
  const all = item.paths.map((stated) => ({
    stated,
    resolution: resolveStatedPath(stated.path, ground.planPath, files.paths),
  }));
  const telling = all.filter(({ stated }) => !CHANGED_ONLY.test(stated.note ?? ''));
  const usable = telling.filter(({ resolution }) => resolution.kind !== 'refused');
  const [first] = all;
  if (usable.length === 0) return first?.resolution.kind === 'refused' ? refusedState(first.stated) : undefined;
  const missing = usable.filter(({ resolution }) => resolution.kind === 'missing');
  if (missing.length === usable.length) return missingState(item, missing, ground);
  if (missing.length > 0) return partlyThere(usable, missing, files);
  const states = usable.map((resolved) => stateOfFile(item, resolved, { ground, files }));
  return states.reduce((worst, state) => (rank(state) < rank(worst) ? state : worst));
}

function refusedState({ path }: StatedPath): ItemState {
  return { state: 'unknown', reason: { key: 'state.refused', args: { path } } };
}

function missingState(item: PlanItem, missing: readonly Resolved[], ground: StateGround): ItemState {
  const byId = stateById(item, ground);
  const planned = plannedOf(missing[0]);
  if (byId?.path !== undefined) {
    const args = { path: planned ?? '', found: byId.path, id: item.id ?? '' };
    return { ...byId, state: 'moved', reason: { key: 'state.moved-by-id', args } };
  }
  const reason: Message = { key: 'state.missing', args: { path: planned ?? '' } };
  return { state: 'missing', reason, ...(planned !== undefined && { plannedPath: planned }) };
}

function partlyThere(usable: readonly Resolved[], missing: readonly Resolved[], files: LibraryFiles): ItemState {
  const planned = plannedOf(missing[0]);
  const there = usable.find(({ resolution }) => resolution.kind === 'file');
  const path = there?.resolution.kind === 'file' ? there.resolution.path : undefined;
  const lines = path === undefined ? undefined : linesOfFile(files, path);
  return {
    state: 'in-progress',
    reason: {
      key: 'state.some-files',
      args: { there: usable.length - missing.length, of: usable.length, path: missing[0]?.stated.path ?? '' },
    },
    ...(path !== undefined && { path }),
    ...(lines !== undefined && { lines }),
    ...(planned !== undefined && { plannedPath: planned }),
  };
}

function plannedOf(resolved: Resolved | undefined): string | undefined {
  const planned = resolved?.resolution.kind === 'missing' ? resolved.resolution.planned : undefined;
  return planned === undefined || /[*?]/.test(planned) ? undefined : planned;
}

interface FileGround {
  readonly ground: StateGround;
  readonly files: LibraryFiles;
}

function stateOfFile(item: PlanItem, { stated, resolution }: Resolved, { ground, files }: FileGround): ItemState {
  switch (resolution.kind) {
    case 'file':
      return stateOfPath(item, resolution.path, { ground, files, stated });
    case 'moved': {
      const lines = linesOfFile(files, resolution.path);
      return {
        state: 'moved',
        reason: { key: 'state.moved', args: { path: stated.path, found: resolution.path } },
        path: resolution.path,
        plannedPath: resolution.planned,
        ...(lines !== undefined && { lines }),
      };
    }
    case 'files':
      return { state: 'unknown', reason: { key: 'state.files', args: { count: resolution.paths.length } } };
    case 'folder':
      return { state: 'unknown', reason: { key: 'state.folder', args: { path: resolution.path } } };
    default:
      return refusedState(stated);
  }
}

function stateOfPath(item: PlanItem, path: string, where: FileGround & { readonly stated: StatedPath }): ItemState {
  const lines = linesOfFile(where.files, path);
  const base = { path, ...(lines !== undefined && { lines }) };
  const wasStated = where.stated.path.split('/');
  const folder = path.split('/').find((segment) => ARCHIVE_FOLDER.test(segment) && !wasStated.includes(segment));
  // A plan that was archived together with its files says nothing about them.
  if (folder !== undefined && !where.ground.planPath.split('/').includes(folder)) {
    return { ...base, state: 'archived', reason: { key: 'state.archived-folder', args: { folder } } };
  }
  if (!MARKDOWN.test(path)) return { ...base, ...stateOfCode(item, lines) };
  const look = where.ground.look(path);
  if (look === undefined) return { ...base, state: 'unknown', reason: { key: 'state.not-looked' } };
  return {
    ...base,
    ...stateOfDocument(look, lines ?? 0),
    ...(look.hasTemplate && { completeness: look.completeness }),
  };
}

type StateAndReason = Pick<ItemState, 'state' | 'reason'>;

function stateOfDocument(look: DocumentLook, lines: number): StateAndReason {
  const { untouched, completeness, openFindings } = look;
  if (look.review === 'archived') return { state: 'archived', reason: { key: 'state.archived-review' } };
  if (look.isArchived) return { state: 'archived', reason: { key: 'state.archived-status' } };
  if (untouched.of > 0 && untouched.count === untouched.of) {
    return { state: 'scaffolded', reason: { key: 'state.scaffolded', args: { count: untouched.count } } };
  }
  if (look.review === 'stale') return { state: 'stale', reason: { key: 'state.stale-review' } };
  if (look.review === 'approved' || look.review === 'published') {
    return { state: 'approved', reason: { key: 'state.approved-review' } };
  }
  if (look.stage === 'draft') return { state: 'drafting', reason: { key: 'state.draft-status' } };
  if (!look.hasTemplate) return { state: 'ready', reason: { key: 'state.ready-plain', args: { lines } } };
  if (openFindings > 0) {
    const args = { count: openFindings, met: completeness.met, of: completeness.of };
    return { state: 'drafting', reason: { key: 'state.drafting', args } };
  }
  return { state: 'ready', reason: { key: 'state.ready', args: { of: completeness.of } } };
}

/** A file of code that is there is done as far as one can see, unless the boxes of its item say otherwise. */
function stateOfCode({ tasks }: PlanItem, lines: number | undefined): StateAndReason {
  const done = tasks.filter((task) => task.isDone).length;
  const args = { lines: lines ?? 0, done, of: tasks.length };
  if (tasks.length === 0) {
    return {
      state: 'done',
      reason: lines === undefined ? { key: 'state.exists' } : { key: 'state.exists-lines', args },
    };
  }
  if (done === tasks.length) return { state: 'done', reason: { key: 'state.exists-boxes', args } };
  return { state: 'in-progress', reason: { key: 'state.exists-boxes', args } };
}

const order: readonly TrueState[] = [
  'missing',
  'moved',
  'open',
  'scaffolded',
  'in-progress',
  'drafting',
  'archived',
  'unknown',
  'stale',
  'ready',
  'done',
  'approved',
];

function rank({ state }: ItemState): number {
  const index = order.indexOf(state);
  return index < 0 ? order.length : index;
}

// ---- without a file

/** An id such as SCENARIO-LOG-001 may belong to a document, wherever it lies. */
function stateById(item: PlanItem, ground: StateGround): ItemState | undefined {
  const { files } = ground;
  if (item.id === undefined || !/[A-Za-z].*-\d+$/.test(item.id) || files === undefined) return undefined;
  const path = ground.pathOfId(item.id);
  if (path === undefined || path === ground.planPath) return undefined;
  const stated: StatedPath = { path, line: item.line, span: item.span };
  return stateOfPath(item, path, { ground, files, stated });
}

function stateByBoxes({ tasks }: PlanItem): ItemState {
  if (tasks.length === 0) return { state: 'unknown', reason: { key: 'state.nothing-known' } };
  const done = tasks.filter((task) => task.isDone).length;
  const reason: Message = { key: 'state.boxes', args: { done, of: tasks.length } };
  if (done === tasks.length) return { state: 'done', reason };
  return { state: done === 0 ? 'open' : 'in-progress', reason };
}
