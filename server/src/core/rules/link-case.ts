// A link that differs from its file in case or Unicode form only: it opens on one system and not on the next.
import { targetFix } from '../links/addressFix.ts';
import { defaultLinkSettings } from '../links/linkSettings.ts';
import { resolvedLinks } from '../links/resolvedLinks.ts';
import type { LibraryRule } from './rule.ts';

export const linkCase: LibraryRule = {
  kind: 'library',
  code: 'link-case',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'always',
  includesOther: true,
  check: (context) =>
    resolvedLinks(context).flatMap(({ link, resolution }) => {
      if (!('differs' in resolution)) return [];
      const { path, differs } = resolution;
      const settings = context.configuration.links ?? defaultLinkSettings;
      return [
        {
          code: linkCase.code,
          severity: linkCase.defaultSeverity,
          message: { key: `link-case.${differs}`, args: { path: link.url.replace(/[?#].*$/, ''), actual: path } },
          span: link.urlSpan,
          fixes: [{ ...targetFix(link, path, context.facts.path, settings), isPreferred: true }],
        },
      ];
    }),
};
