// A link that is no path of the library: it leaves it, is absolute, or is written for one system. Judged by its text alone.
import type { Fix } from '../finding.ts';
import { targetFix } from '../links/addressFix.ts';
import type { LinkRefusal } from '../links/linkResolution.ts';
import { defaultLinkSettings } from '../links/linkSettings.ts';
import { resolvedLinks, type ResolvedLink } from '../links/resolvedLinks.ts';
import { resolveLink } from '../links/resolveLink.ts';
import type { LibraryRule, LibraryRuleContext } from './rule.ts';

const SHOWN_LENGTH = 80;

export const linkOutside: LibraryRule = {
  kind: 'library',
  code: 'link-outside',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'by-status',
  includesOther: true,
  check: (context) =>
    resolvedLinks(context).flatMap(({ link, resolution }) => {
      if (resolution.kind !== 'refused' || resolution.refusal === 'empty') return [];
      const { refusal } = resolution;
      const path = link.url.length > SHOWN_LENGTH ? `${link.url.slice(0, SHOWN_LENGTH)}…` : link.url;
      return [
        {
          code: linkOutside.code,
          severity: severityOf(refusal),
          message: { key: `link-outside.${refusal}`, args: { path } },
          span: link.urlSpan,
          fixes: fixesOf(refusal, link, context),
        } as const,
      ];
    }),
};

/** A library may be a part of a repository, and link to the rest of it. */
function severityOf(refusal: LinkRefusal): 'warning' | 'information' {
  return refusal === 'outside' ? 'information' : 'warning';
}

function fixesOf(refusal: LinkRefusal, link: ResolvedLink['link'], context: LibraryRuleContext): readonly Fix[] {
  if (refusal === 'backslash') return slashFix(link, context);
  return refusal === 'outside' ? insideFix(link, context) : [];
}

/** One `..` too many: what follows them is a path of the library. */
function insideFix(link: ResolvedLink['link'], { facts, index, configuration }: LibraryRuleContext): readonly Fix[] {
  const settings = { ...(configuration.links ?? defaultLinkSettings), root: '' };
  const url = link.url.replace(/^(?:\.{1,2}\/)+/, '/');
  const found = resolveLink({ url, form: link.form }, facts.path, index, settings);
  const isFound = found.kind === 'document' || found.kind === 'anchor' || found.kind === 'file';
  return url === link.url || !isFound || found.differs !== undefined
    ? []
    : [targetFix(link, found.path, facts.path, settings)];
}

function slashFix(
  { url, urlSpan, form }: ResolvedLink['link'],
  { facts, index, configuration }: LibraryRuleContext,
): readonly Fix[] {
  const newText = url.replace(/\\|%5c/gi, '/');
  const { kind } = resolveLink({ url: newText, form }, facts.path, index, configuration.links ?? defaultLinkSettings);
  if (kind !== 'document' && kind !== 'anchor' && kind !== 'file' && kind !== 'folder') return [];
  return [
    { title: { key: 'link.fix', args: { path: newText } }, edits: [{ span: urlSpan, newText }], isPreferred: true },
  ];
}
