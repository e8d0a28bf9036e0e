// A link to a file or folder that is not there.
import { missingTargets } from '../links/missingTarget.ts';
import type { LibraryRule } from './rule.ts';

export const linkTarget: LibraryRule = {
  kind: 'library',
  code: 'link-target',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'by-status',
  includesOther: true,
  check: (context) =>
    missingTargets(linkTarget, context, ({ form }) => form !== 'image', {
      plain: 'link-target',
      near: 'link-target.near',
    }),
};
