// Which links lead to a document, over the whole library. Kept from one index to the next: only documents whose facts are
// others than before are resolved again. The memory holds no spans; a link is named by its document and its position.
import type { DocumentFacts } from '../facts/documentFacts.ts';
import type { LibraryIndex } from '../index/libraryIndex.ts';
import { parseAddress } from './linkAddress.ts';
import type { LinkUse } from './linkResolution.ts';
import { defaultLinkSettings, type LinkSettings } from './linkSettings.ts';
import { resolvePath } from './resolvePath.ts';

interface Targets {
  /** The facts that were read, of each document. */
  documents: LibraryIndex['documents'];
  /** Per target the documents that link to it, each with the positions of these links. */
  readonly uses: Map<string, Map<string, readonly number[]>>;
  /** Per document what its links lead to. */
  readonly ofDocument: Map<string, readonly string[]>;
}

const known = new WeakMap<object, Map<string, Targets>>();

/** Links of all documents, its own included, that lead to this document, file or folder or to a place in it. */
export function referrersOf(
  index: LibraryIndex,
  path: string,
  settings: LinkSettings = defaultLinkSettings,
): readonly LinkUse[] {
  const found = targetsOf(index, settings).uses.get(path);
  if (found === undefined) return [];
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([from, links]) => links.map((link): LinkUse => ({ from, link })));
}

/** Paths resolve alike as long as the set of paths is the same. */
function targetsOf(index: LibraryIndex, settings: LinkSettings): Targets {
  const bySettings = known.get(index.aspects.paths) ?? new Map<string, Targets>();
  known.set(index.aspects.paths, bySettings);
  const key = JSON.stringify([settings.root, settings.withoutExtension]);
  const targets = bySettings.get(key) ?? {
    documents: new Map<string, DocumentFacts>(),
    uses: new Map(),
    ofDocument: new Map(),
  };
  bySettings.set(key, targets);
  if (targets.documents !== index.documents) bringUpToDate(targets, index, settings);
  return targets;
}

function bringUpToDate(targets: Targets, index: LibraryIndex, settings: LinkSettings): void {
  const before = targets.documents;
  for (const [path, facts] of before) {
    const now = index.documents.get(path);
    if (now !== facts && (now === undefined || !hasSameLinks(facts, now))) forget(targets, path);
  }
  for (const [path, facts] of index.documents) {
    const old = before.get(path);
    if (old !== facts && (old === undefined || !hasSameLinks(old, facts))) note(targets, facts, index, settings);
  }
  targets.documents = index.documents;
}

function hasSameLinks({ links: before }: DocumentFacts, { links: now }: DocumentFacts): boolean {
  return (
    before.length === now.length && before.every(({ url, form }, at) => url === now[at]?.url && form === now[at].form)
  );
}

function note(targets: Targets, facts: DocumentFacts, index: LibraryIndex, settings: LinkSettings): void {
  const positions = new Map<string, number[]>();
  facts.links.forEach(({ url }, position) => {
    const target = targetPath(url, facts.path, index, settings);
    if (target === undefined) return;
    const others = positions.get(target);
    if (others === undefined) positions.set(target, [position]);
    else others.push(position);
  });
  for (const [target, links] of positions) {
    const uses = targets.uses.get(target) ?? new Map<string, readonly number[]>();
    targets.uses.set(target, uses.set(facts.path, links));
  }
  targets.ofDocument.set(facts.path, [...positions.keys()]);
}

function forget(targets: Targets, path: string): void {
  for (const target of targets.ofDocument.get(path) ?? []) {
    const uses = targets.uses.get(target);
    uses?.delete(path);
    if (uses?.size === 0) targets.uses.delete(target);
  }
  targets.ofDocument.delete(path);
}

function targetPath(url: string, from: string, index: LibraryIndex, settings: LinkSettings): string | undefined {
  // Four of five links lead to a heading of their own document.
  if (url.startsWith('#')) return from;
  const address = parseAddress(url);
  if (url === '' || address.kind !== 'local') return undefined;
  if (address.path === '') return from;
  const target = resolvePath(address.path, from, index, settings);
  return target.kind === 'no-target' || target.kind === 'refused' ? undefined : target.path;
}
