// Where relations lead that are stated by links and paths, kept for each document: titles and ids of others change nothing
// about them, so that an edit of a title resolves only what is stated by name.
import type { DocumentFacts } from '../facts/documentFacts.ts';
import type { LinkSettings } from '../links/linkSettings.ts';
import type { DeclaredRelation, RelationTarget } from './relation.ts';
import { resolveRelation, type RelationGround } from './resolveRelation.ts';

interface Known {
  readonly paths: ReadonlySet<string>;
  readonly members: object;
  readonly links: LinkSettings | undefined;
  readonly targets: readonly (RelationTarget | undefined)[];
}

/** By the relations that a document declares, which are one array for the same facts. */
const known = new WeakMap<readonly DeclaredRelation[], Known>();

/** As many as are declared; undefined for those by name, and for those that lead to no document. */
export function pathTargets(
  declared: readonly DeclaredRelation[],
  { path }: Pick<DocumentFacts, 'path'>,
  ground: RelationGround,
): Known['targets'] {
  const { links, index } = ground;
  const { members } = index.aspects;
  const before = known.get(declared);
  if (before?.paths === index.paths && before.members === members && before.links === links) return before.targets;
  const targets = declared.map((each) => (isByPath(each) ? resolveRelation(each, path, ground) : undefined));
  known.set(declared, { paths: index.paths, members, links, targets });
  return targets;
}

export function isByPath({ form }: Pick<DeclaredRelation, 'form'>): boolean {
  return form === 'link' || form === 'path' || form === 'code-path';
}
