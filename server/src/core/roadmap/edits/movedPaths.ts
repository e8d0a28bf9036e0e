// Files and folders that got another path: the paths that a plan states, and its own links, written anew in the same way.
import type { TextEdit } from '../../finding.ts';
import { folderOf, relativePath, scopePath } from '../../library/pathScope.ts';
import type { DocumentModel } from '../../model/documentModel.ts';
import type { Span } from '../../sourceText.ts';
import { resolveStatedPath } from '../disk/resolvePath.ts';
import type { Plan, StatedPath } from '../plan.ts';

/** Of a file or of a folder, relative to the library root. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** `paths`: every file of the library before the move. The plan itself stays where it is. */
export function movedPaths(
  plan: Plan,
  model: DocumentModel,
  paths: ReadonlySet<string>,
  moves: readonly Move[],
): readonly TextEdit[] {
  const stated = plan.items
    .flatMap((item) => item.paths)
    .flatMap((path) => statedEdit(path, { plan, model, paths, moves }));
  const links = model.blocks.links.flatMap((link) => linkEdit(link.url, link.urlSpan, { plan, model, paths, moves }));
  const seen = new Set<number>();
  return [...stated, ...links].filter(({ span }) => {
    if (seen.has(span.start)) return false;
    seen.add(span.start);
    return true;
  });
}

interface Ground {
  readonly plan: Plan;
  readonly model: DocumentModel;
  readonly paths: ReadonlySet<string>;
  readonly moves: readonly Move[];
}

function statedEdit(stated: StatedPath, { plan, model, paths, moves }: Ground): readonly TextEdit[] {
  const written = model.source.slice(stated.span);
  const bare = stated.path.replace(/(?::\d+(?:-\d+)?|#.*)$/, '');
  const found = placeOf(stated.path, bare, { plan, paths });
  const next = found && movedTo(found.path, moves);
  if (found === undefined || next === undefined) return [];
  if (written.includes(bare)) {
    const start = stated.span.start + written.indexOf(bare);
    return [edit({ start, end: start + bare.length }, restated(bare, found.base, next, plan.path))];
  }
  // The folder stands in a heading and holds for other files too: only the name can follow.
  const name = bare.slice(bare.lastIndexOf('/') + 1);
  const isSameFolder = folderOf(next) === folderOf(found.path);
  if (!isSameFolder || !written.includes(name)) return [];
  const start = stated.span.start + written.indexOf(name);
  return [edit({ start, end: start + name.length }, next.slice(next.lastIndexOf('/') + 1))];
}

/** Where the path leads, or would lead once the file is written, and what it is relative to. */
function placeOf(
  stated: string,
  bare: string,
  { plan, paths }: Pick<Ground, 'plan' | 'paths'>,
): { readonly path: string; readonly base?: string } | undefined {
  const found = resolveStatedPath(stated, plan.path, paths);
  if (found.kind === 'file') return found;
  if (found.kind !== 'missing') return undefined;
  const { planned } = found;
  if (planned === bare) return { path: planned, base: '' };
  return planned.endsWith(`/${bare}`) ? { path: planned, base: planned.slice(0, -bare.length - 1) } : { path: planned };
}

function linkEdit(url: string, span: Span, { plan, model, moves }: Ground): readonly TextEdit[] {
  if (/^[a-z][a-z0-9+.-]*:|^[/#]/i.test(url)) return [];
  const [reference = ''] = url.split(/[#?]/, 1);
  const scoped = scopePath(reference, folderOf(plan.path));
  const next = scoped.isInside ? movedTo(scoped.path, moves) : undefined;
  const written = model.source.slice(span);
  if (next === undefined || !written.startsWith(reference)) return [];
  const isEncoded = /%[0-9a-f]{2}/i.test(reference);
  const path = relativePath(folderOf(plan.path), next);
  return [edit({ start: span.start, end: span.start + reference.length }, isEncoded ? encodeURI(path) : path)];
}

function edit(span: Span, newText: string): TextEdit {
  return { span, newText };
}

function movedTo(path: string, moves: readonly Move[]): string | undefined {
  for (const { from, to } of moves) {
    if (path === from) return to;
    if (path.startsWith(`${from}/`)) return to + path.slice(from.length);
  }
  return undefined;
}

/** Relative to what it was relative to, while it stays below that; else from the root, which every plan may say. */
function restated(stated: string, base: string | undefined, next: string, planPath: string): string {
  if (/^\.{1,2}\//.test(stated)) {
    const path = relativePath(folderOf(planPath), next);
    return path.startsWith('../') || !stated.startsWith('./') ? path : `./${path}`;
  }
  return base !== undefined && base !== '' && next.startsWith(`${base}/`) ? next.slice(base.length + 1) : next;
}
