// All links of a document with where they lead, resolved once for all rules that ask.
import type { DocumentFacts, FactLink } from '../facts/documentFacts.ts';
import type { LibraryIndex } from '../index/libraryIndex.ts';
import type { Plan } from '../roadmap/plan.ts';
import type { LinkResolution } from './linkResolution.ts';
import { defaultLinkSettings, type LinkSettings } from './linkSettings.ts';
import { resolveLink } from './resolveLink.ts';

export interface ResolvedLink {
  readonly link: FactLink;
  readonly resolution: LinkResolution;
}

interface LinkContext {
  readonly facts: DocumentFacts;
  readonly index: LibraryIndex;
  readonly plans?: readonly Plan[];
  readonly configuration: { readonly links?: LinkSettings };
}

interface Known {
  readonly index: LibraryIndex;
  readonly settings: LinkSettings;
  readonly links: readonly ResolvedLink[];
}

const known = new WeakMap<DocumentFacts, Known>();

/**
 * Links that rules speak of, in document order. A reference leads where its definition leads, and is left to it; so are
 * addresses that are still placeholders.
 */
export function resolvedLinks({ facts, index, configuration }: LinkContext): readonly ResolvedLink[] {
  const settings = configuration.links ?? defaultLinkSettings;
  const before = known.get(facts);
  if (before?.index === index && before.settings === settings) return before.links;
  const links = facts.links
    .filter((link) => !isReference(link) && !isPlaceholder(link.url))
    .map((link): ResolvedLink => ({ link, resolution: resolveLink(link, facts.path, index, settings) }));
  known.set(facts, { index, settings, links });
  return links;
}

/** The span of a reference's address is the whole reference. */
function isReference({ form, span, urlSpan, url }: FactLink): boolean {
  return form === 'reference' || (form === 'image' && url !== '' && span.start === urlSpan.start);
}

/** `{{URL}}`, `…`, `path/to/file`: to be filled in. */
function isPlaceholder(url: string): boolean {
  return /\{\{|\}\}|\$\{|\.\.\.|…|^\[.*\]$|^(?:url|link|链接|地址)$|(?:^|\/)path\/to\//i.test(url);
}

/** True where the plan's own rules speak of the path: what a plan plans is not there yet. */
export function isPlanned({ link }: ResolvedLink, { facts, plans }: LinkContext): boolean {
  if (facts.kind !== 'plan') return false;
  const plan = plans?.find(({ path }) => path === facts.path);
  // Before the plans are known nobody can tell.
  if (plan === undefined) return true;
  return plan.items.some(({ paths }) =>
    paths.some(({ span }) => span.start < link.span.end && link.span.start < span.end),
  );
}
