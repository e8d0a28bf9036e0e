// A link to a place that its document does not have: a heading that was renamed, lost its emoji or its number.
import type { DocumentFacts } from '../facts/documentFacts.ts';
import type { Finding, Fix, Message } from '../finding.ts';
import { anchorFix } from '../links/addressFix.ts';
import { isSameWords } from '../links/anchorCandidates.ts';
import { defaultLinkSettings } from '../links/linkSettings.ts';
import { headingAnchors } from '../links/places.ts';
import { resolvedLinks, type ResolvedLink } from '../links/resolvedLinks.ts';
import type { LibraryRule, LibraryRuleContext } from './rule.ts';

export const linkAnchor: LibraryRule = {
  kind: 'library',
  code: 'link-anchor',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'by-status',
  includesOther: true,
  check: (context) => resolvedLinks(context).flatMap((resolved) => findingOf(resolved, context) ?? []),
};

function findingOf({ link, resolution }: ResolvedLink, context: LibraryRuleContext): Finding | undefined {
  const { facts, index } = context;
  if (resolution.kind !== 'no-anchor') return undefined;
  const { path, anchor, candidates } = resolution;
  const isOwn = path === facts.path;
  // toc-stale speaks of a table of contents, and mends it as a whole; it does not look at documents of no kind.
  if (isOwn && link.isInToc === true && facts.kind !== 'other') return undefined;
  const target = index.documents.get(path);
  if (target === undefined) return undefined;
  const [only] = candidates.length === 1 ? candidates : [];
  const heading = only === undefined ? undefined : target.headings[only];
  return {
    code: linkAnchor.code,
    severity: linkAnchor.defaultSeverity,
    message: messageOf({ path, anchor, isOwn, near: heading?.text }),
    span: link.urlSpan,
    ...(heading && {
      related: [{ message: { key: 'link-anchor.heading' }, span: heading.span, ...(isOwn ? {} : { path }) }],
    }),
    fixes: fixesOf(link, { target, anchor, candidates }, context),
  };
}

interface Missing {
  readonly path: string;
  readonly anchor: string;
  readonly isOwn: boolean;
  readonly near: string | undefined;
}

function messageOf({ path, anchor, isOwn, near }: Missing): Message {
  if (near === undefined) return { key: isOwn ? 'link-anchor.own' : 'link-anchor', args: { path, anchor } };
  return { key: isOwn ? 'link-anchor.own-near' : 'link-anchor.near', args: { path, anchor, near } };
}

interface Choice {
  readonly target: DocumentFacts;
  readonly anchor: string;
  readonly candidates: readonly number[];
}

function fixesOf(
  link: ResolvedLink['link'],
  { target, anchor, candidates }: Choice,
  { configuration }: LibraryRuleContext,
): readonly Fix[] {
  const anchors = headingAnchors(target, (configuration.links ?? defaultLinkSettings).slug);
  return candidates.flatMap((position): readonly Fix[] => {
    const [heading, newAnchor] = [target.headings[position], anchors[position]];
    if (heading === undefined || newAnchor === undefined || newAnchor === '') return [];
    const isPreferred = candidates.length === 1 && isSameWords(anchor, heading);
    return [{ ...anchorFix(link, newAnchor, heading.text), ...(isPreferred && { isPreferred }) }];
  });
}
