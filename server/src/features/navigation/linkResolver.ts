// The one place where navigation asks where a link leads.
import type { LibraryIndex } from '../../core/index/libraryIndex.ts';
import type { Configuration } from '../../core/library/configuration.ts';
import type { LinkResolution, LinkUse } from '../../core/links/linkResolution.ts';
import { pathOf, type Surroundings } from './surroundings.ts';
import { linkTarget } from '../linkTarget.ts';

export function linkResolver(index: LibraryIndex, _configuration: Configuration): Surroundings['resolve'] {
  return (facts, link): LinkResolution => {
    const target = linkTarget(facts.path, link.url);
    if (target === undefined) return { kind: 'external', url: link.url };
    const { path, anchor } = target;
    const document = index.documents.get(path);
    if (document === undefined) {
      if (index.paths.has(path)) return { kind: 'file', path };
      const isFolder = [...index.paths].some((file) => file.startsWith(`${path}/`));
      return isFolder ? { kind: 'folder', path } : { kind: 'no-target', path, candidates: [] };
    }
    if (anchor === undefined || anchor === '') return { kind: 'document', path };
    const heading = document.headings.findIndex((candidate) => candidate.anchor === anchor);
    if (heading < 0) return { kind: 'no-anchor', path, anchor, candidates: [] };
    return { kind: 'anchor', path, anchor, heading };
  };
}

/** Every link of the library that leads to a path, its own document's included. */
export function linksTo(path: string, { index, resolve }: Surroundings): readonly LinkUse[] {
  return [...index.documents.values()].flatMap((facts) =>
    facts.links.flatMap((link, at) => (pathOf(resolve(facts, link)) === path ? [{ from: facts.path, link: at }] : [])),
  );
}
