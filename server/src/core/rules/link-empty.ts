// `[words]()`: a link that was never given an address.
import { resolvedLinks } from '../links/resolvedLinks.ts';
import type { LibraryRule } from './rule.ts';

export const linkEmpty: LibraryRule = {
  kind: 'library',
  code: 'link-empty',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'by-status',
  includesOther: true,
  check: (context) =>
    resolvedLinks(context)
      .filter(({ link }) => link.url === '')
      .map(({ link }) => ({
        code: linkEmpty.code,
        severity: linkEmpty.defaultSeverity,
        message: { key: 'link-empty', args: { text: link.text } },
        span: link.span,
      })),
};
