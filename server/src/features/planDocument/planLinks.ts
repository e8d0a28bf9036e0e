// Paths that a plan states, as links to the files that are there.
import type { FollowableLink } from '../documentLinks.ts';
import type { DocumentView } from '../engineView.ts';
import { uriOfPath } from '../resourceUri.ts';
import { fileOf, planGround } from './planGround.ts';

export function planLinks(found: DocumentView): readonly FollowableLink[] {
  const ground = planGround(found);
  if (ground === undefined) return [];
  const { source } = ground.model;
  const seen = new Set<number>();
  return ground.plan.items
    .flatMap(({ paths }) => paths)
    .flatMap(({ path, span }) => {
      const file = fileOf(ground.resolve(path));
      if (file === undefined || span.end <= span.start || seen.has(span.start)) return [];
      seen.add(span.start);
      return [{ range: source.rangeOf(span), target: uriOfPath(found.document.root, file) }];
    });
}
