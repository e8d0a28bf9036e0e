// What is said of a link or image whose target is not there, and what may be written instead.
import type { Finding, Fix } from '../finding.ts';
import type { MessageKey } from '../messages/catalog.ts';
import { pathIndexOf } from '../library/pathIndex.ts';
import { baseNameOf } from '../library/pathScope.ts';
import type { LibraryRule, LibraryRuleContext } from '../rules/rule.ts';
import { targetFix } from './addressFix.ts';
import { defaultLinkSettings } from './linkSettings.ts';
import { isPlanned, resolvedLinks, type ResolvedLink } from './resolvedLinks.ts';
import { resolveLink } from './resolveLink.ts';
import { isCommonName } from './pathCandidates.ts';

interface Texts {
  readonly plain: MessageKey;
  readonly near: MessageKey;
}

/** Findings of `rule` for links that pass. */
export function missingTargets(
  rule: Pick<LibraryRule, 'code' | 'defaultSeverity'>,
  context: LibraryRuleContext,
  isOwn: (link: ResolvedLink['link']) => boolean,
  texts: Texts,
): readonly Finding[] {
  return resolvedLinks(context).flatMap((resolved): readonly Finding[] => {
    const { link, resolution } = resolved;
    if (resolution.kind !== 'no-target' || !isOwn(link) || isPlanned(resolved, context)) return [];
    const { path, candidates } = resolution;
    const fixes = fixesOf(resolved, candidates, context);
    const [near] = candidates;
    const message =
      near !== undefined && candidates.length === 1
        ? { key: texts.near, args: { path, near } }
        : { key: texts.plain, args: { path } };
    return [{ code: rule.code, severity: rule.defaultSeverity, message, span: link.urlSpan, fixes }];
  });
}

/** Only what resolves afterwards, anchor included; preferred where it is the only file of its name. */
function fixesOf({ link }: ResolvedLink, candidates: readonly string[], context: LibraryRuleContext): readonly Fix[] {
  const { facts, index, configuration } = context;
  const settings = configuration.links ?? defaultLinkSettings;
  const possible = candidates.flatMap((path): readonly { fix: Fix; path: string }[] => {
    const fix = targetFix(link, path, facts.path, settings);
    const [edit] = fix.edits;
    if (edit === undefined) return [];
    const url = link.url.replace(/^[^?#]*/, () => edit.newText.replace(/[?#].*$/, ''));
    const { kind } = resolveLink({ ...link, url }, facts.path, index, settings);
    return kind === 'document' || kind === 'anchor' || kind === 'file' || kind === 'folder' ? [{ fix, path }] : [];
  });
  const [only] = possible;
  if (only === undefined || candidates.length > 1 || !isCertain(link.url, only.path, context)) {
    return possible.map(({ fix }) => fix);
  }
  return [{ ...only.fix, isPreferred: true }];
}

function isCertain(url: string, path: string, { index }: LibraryRuleContext): boolean {
  const name = baseNameOf(path);
  if (isCommonName(name) || pathIndexOf(index.paths).endingIn(name).length !== 1) return false;
  const wanted = baseNameOf(url.replace(/[?#].*$/, ''));
  const stem = name.replace(/\.(?:md|markdown)$/i, '');
  return [name, stem].some((each) => each === wanted || encodeURIComponent(each) === wanted);
}
