// A document that is in use leads its readers to one that is laid aside, or to the note in its old place.
import { isInArchive } from '../archive/archivePlace.ts';
import { defaultArchiveSettings } from '../archive/archiveSettings.ts';
import type { DocumentFacts } from '../facts/documentFacts.ts';
import type { Fix } from '../finding.ts';
import { targetFix } from '../links/addressFix.ts';
import { defaultLinkSettings } from '../links/linkSettings.ts';
import { resolvedLinks, type ResolvedLink } from '../links/resolvedLinks.ts';
import { titleOf } from '../relations/relationPlace.ts';
import { recordOf } from '../review/recordOf.ts';
import type { LibraryRule, LibraryRuleContext } from './rule.ts';

export const archivedLinked: LibraryRule = {
  kind: 'library',
  code: 'archived-linked',
  defaultSeverity: 'information',
  isFixable: true,
  strictness: 'by-status',
  check: (context) => {
    const { facts, configuration } = context;
    const { archive = defaultArchiveSettings } = configuration;
    // Plans speak of what is done, too.
    if (facts.kind === 'plan' || isInArchive(facts.path, archive)) return [];
    return resolvedLinks(context).flatMap((resolved) => {
      const target = archivedTarget(resolved, context);
      if (target === undefined) return [];
      const { link } = resolved;
      const next = target.successor === undefined ? undefined : context.index.documents.get(target.successor);
      const args = { title: target.title, next: titleOf(next, target.successor ?? '') };
      return [
        {
          code: archivedLinked.code,
          severity: archivedLinked.defaultSeverity,
          message: { key: next === undefined ? 'archived-linked' : 'archived-linked.successor', args } as const,
          span: link.urlSpan,
          fixes: fixesFor(resolved, next?.path ?? target.elsewhere, context),
        },
      ];
    });
  },
};

interface ArchivedTarget {
  readonly title: string;
  readonly successor?: string;
  /** Where the link of a note should lead. */
  readonly elsewhere?: string;
}

function archivedTarget({ resolution }: ResolvedLink, context: LibraryRuleContext): ArchivedTarget | undefined {
  const { index, life, configuration } = context;
  if (!('path' in resolution)) return undefined;
  const target = index.documents.get(resolution.path);
  if (target === undefined) return undefined;
  const { tombstone } = target;
  if (tombstone !== undefined) {
    const { to, successor } = tombstone;
    const title = titleOf(index.documents.get(to), to);
    return { title, ...(successor !== undefined && { successor }), ...(index.documents.has(to) && { elsewhere: to }) };
  }
  if (!isInArchive(target.path, configuration.archive ?? defaultArchiveSettings)) return undefined;
  const successor = successorOf(target, { index, life });
  return { title: titleOf(target, target.path), ...(successor !== undefined && { successor }) };
}

function successorOf(
  target: DocumentFacts,
  { index, life }: Pick<LibraryRuleContext, 'index'> & { readonly life: LibraryRuleContext['life'] | undefined },
): string | undefined {
  const event = recordOf(target, index, life)?.events.findLast(({ kind }) => kind === 'archive');
  return event?.kind === 'archive' ? event.successor : undefined;
}

function fixesFor({ link }: ResolvedLink, path: string | undefined, context: LibraryRuleContext): readonly Fix[] {
  const { facts, configuration } = context;
  // An anchor of the old document means nothing in another one.
  if (path === undefined || link.url.includes('#')) return [];
  return [targetFix(link, path, facts.path, configuration.links ?? defaultLinkSettings)];
}
