// The links and paths of one document, written anew for files that move, in the way they were written. What still leads to the
// same file is left alone, and nothing is written that would not lead there.
import type { DocumentFacts, FactCodePath, FactLink } from '../../core/facts/documentFacts.ts';
import type { TextEdit } from '../../core/finding.ts';
import { folderOf, relativePath } from '../../core/library/pathScope.ts';
import type { Move } from '../../core/roadmap/edits/movedPaths.ts';
import type { SourceText } from '../../core/sourceText.ts';
import { pathOf, resolveCodePath, type Surroundings } from '../navigation/surroundings.ts';
import { addressOf, encodedLetter, habitsOf, pathAddress, rawLetter, type WrittenAddress } from './linkWriting.ts';
import { movedTo } from './movedIndex.ts';
import type { ReadDocument } from './otherDocuments.ts';

/** The library before and after the move. */
export interface MoveGround {
  readonly moves: readonly Move[];
  readonly before: Surroundings;
  readonly after: Surroundings;
}

/** Edits on the text as it is before the move. */
export function followingLinks({ model, facts }: ReadDocument, ground: MoveGround): readonly TextEdit[] {
  const now = { ...facts, path: movedTo(facts.path, ground.moves) ?? facts.path };
  const place: Place = { ...ground, source: model.source, facts, now, encodes: habitsOf(facts).encodes };
  return [
    ...facts.links.flatMap((link) => linkEdit(link, place)),
    ...facts.codePaths.flatMap((code) => codePathEdit(code, place)),
  ];
}

interface Place extends MoveGround {
  readonly source: SourceText;
  /** Before and after the document itself moved. */
  readonly facts: DocumentFacts;
  readonly now: DocumentFacts;
  /** Letters beyond ASCII are percent-encoded in this document. */
  readonly encodes: boolean;
}

// ---- links

function linkEdit(link: FactLink, place: Place): readonly TextEdit[] {
  const { before, after, facts, now, moves, source } = place;
  const address = addressOf(source, link);
  if (address === undefined || address.path === '') return [];
  const resolution = before.resolve(facts, link);
  const target = pathOf(resolution);
  if (target === undefined) return [];
  const wanted = movedTo(target, moves) ?? target;
  if (pathOf(after.resolve(now, link)) === wanted) return [];
  const rest = source.slice({ start: address.pathSpan.end, end: link.urlSpan.end });
  const leadsThere = (path: string): boolean => pathOf(after.resolve(now, { ...link, url: path + rest })) === wanted;
  const isFolder = resolution.kind === 'folder';
  const newText = spellings(address, { target, wanted, isFolder }, place).find(leadsThere);
  return newText === undefined ? [] : [{ span: address.pathSpan, newText }];
}

interface Destination {
  readonly target: string;
  readonly wanted: string;
  readonly isFolder: boolean;
}

/** Ways to write the address: as it was written, then by the shortest way. */
function spellings(address: WrittenAddress, destination: Destination, place: Place): readonly string[] {
  const { path: written, isInBrackets } = address;
  const encodes = rawLetter.test(written) ? false : encodedLetter.test(written) || place.encodes;
  const write = (path: string): string => pathAddress(path, { encodes, isInBrackets });
  const folder = folderOf(place.now.path);
  const { wanted, isFolder } = destination;
  const way = isFolder ? folderPath(folder, wanted) : relativePath(folder, wanted);
  const relative = written.startsWith('./') && !way.startsWith('.') ? `./${way}` : way;
  const root = place.after.settings.root;
  const fromRoot = root === '' ? wanted : wanted.startsWith(`${root}/`) ? wanted.slice(root.length + 1) : undefined;
  const styled = written.startsWith('/') ? (fromRoot === undefined ? relative : `/${fromRoot}`) : relative;
  const slash = isFolder && written.endsWith('/') && !styled.endsWith('/') ? '/' : '';
  const short = withoutExtension(written, destination, styled);
  const kept = renamedOnly(written, destination.target, wanted).map((path) => keptAddress(path, written, write));
  return [...kept, ...(short === undefined ? [] : [write(short)]), write(styled) + slash, write(relative), write(way)];
}

/** Where only the last name changes, the folders before it stay as they are written. */
function renamedOnly(written: string, target: string, wanted: string): readonly string[] {
  if (folderOf(target) !== folderOf(wanted)) return [];
  const bare = written.replace(/\/$/, '');
  const name = wanted.slice(wanted.lastIndexOf('/') + 1);
  const extension = /\.[^./]+$/.exec(name)?.[0] ?? '';
  const isShort = extension !== '' && !bare.toLowerCase().endsWith(extension.toLowerCase());
  const folders = written.slice(0, bare.lastIndexOf('/') + 1);
  return [folders + (isShort ? name.slice(0, -extension.length) : name) + written.slice(bare.length)];
}

function keptAddress(path: string, written: string, write: (path: string) => string): string {
  const folders = /^.*\/(?=[^/]+\/?$)/.exec(path)?.[0] ?? '';
  return written.startsWith(folders) ? folders + write(path.slice(folders.length)) : write(path);
}

/** `guide` for `guide.md`, where the link was written so. */
function withoutExtension(written: string, { target, isFolder }: Destination, path: string): string | undefined {
  const extension = /\.[^./]+$/.exec(target)?.[0];
  if (isFolder || extension === undefined || written.endsWith('/')) return undefined;
  const wasShort = !written.toLowerCase().endsWith(extension.toLowerCase());
  return wasShort && path.endsWith(extension) ? path.slice(0, -extension.length) : undefined;
}

/** From a folder to a folder, `.` for itself. */
function folderPath(from: string, to: string): string {
  const base = from === '' ? [] : from.split('/');
  const target = to === '' ? [] : to.split('/');
  let shared = 0;
  while (shared < base.length && shared < target.length && base[shared] === target[shared]) shared += 1;
  const way = [...base.slice(shared).map(() => '..'), ...target.slice(shared)].join('/');
  return way === '' ? '.' : way;
}

// ---- paths in code spans

function codePathEdit(code: FactCodePath, place: Place): readonly TextEdit[] {
  const { before, after, facts, now, moves, source } = place;
  const found = resolveCodePath(code, facts.path, before.index);
  if (!(found.kind === 'file' || found.kind === 'folder') || source.slice(code.span) !== code.path) return [];
  const wanted = movedTo(found.path, moves) ?? found.path;
  const base = 'base' in found ? found.base : undefined;
  const leadsThere = (path: string): boolean => {
    const target = resolveCodePath({ ...code, path }, now.path, after.index);
    // What was a whole path does not become one that only its end makes out.
    const isAsWhole = base === undefined || target.kind === 'folder' || 'base' in target;
    return target.kind === found.kind && target.path === wanted && isAsWhole;
  };
  if (leadsThere(code.path)) return [];
  const slash = code.path.endsWith('/') ? '/' : '';
  const newText = [...renamedOnly(code.path, found.path, wanted), ...pathSpellings(code.path, wanted, base, place)]
    .map((path) => (path.endsWith('/') ? path : path + slash))
    .find(leadsThere);
  return newText === undefined ? [] : [{ span: code.span, newText }];
}

/** Relative where it was, below the folder that it was relative to, by as many folders as it named, or from the root. */
function pathSpellings(written: string, wanted: string, base: string | undefined, place: Place): readonly string[] {
  const own = folderOf(place.now.path);
  const relative = relativePath(own, wanted);
  if (/^\.{1,2}\//.test(written))
    return [written.startsWith('./') && !relative.startsWith('../') ? `./${relative}` : relative, wanted];
  const bases = base === undefined ? [] : [base === folderOf(place.facts.path) ? own : base];
  const below = bases.flatMap((folder) =>
    folder === '' ? [wanted] : wanted.startsWith(`${folder}/`) ? [wanted.slice(folder.length + 1)] : [],
  );
  const depth = written.replace(/\/$/, '').split('/').length;
  const end = wanted.split('/').slice(-depth).join('/');
  return [...below, ...(base === undefined ? [end] : []), wanted, relative];
}
