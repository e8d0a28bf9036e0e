// `[words](a file.md)`: an address with blanks makes no link.
import { defaultLinkSettings } from '../links/linkSettings.ts';
import { resolveLink } from '../links/resolveLink.ts';
import type { LibraryRule } from './rule.ts';

export const linkTextBlank: LibraryRule = {
  kind: 'library',
  code: 'link-text-blank',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'always',
  includesOther: true,
  check: ({ facts, index, configuration }) =>
    (facts.missedLinks ?? [])
      .filter(({ reason }) => reason === 'blank')
      .map(({ text, span }) => {
        const newText = text.replaceAll(' ', '%20');
        const link = { url: newText, form: 'inline' } as const;
        const { kind } = resolveLink(link, facts.path, index, configuration.links ?? defaultLinkSettings);
        const resolves = kind === 'document' || kind === 'anchor' || kind === 'file';
        const title = { key: 'link.fix', args: { path: newText } } as const;
        return {
          code: linkTextBlank.code,
          severity: linkTextBlank.defaultSeverity,
          message: { key: 'link-text-blank', args: { path: text } },
          span,
          // Where nothing is at the address, the link would only be broken in another way.
          fixes: resolves ? [{ title, edits: [{ span, newText }], isPreferred: true }] : [],
        };
      }),
};
