// An image that is not there.
import { missingTargets } from '../links/missingTarget.ts';
import type { LibraryRule } from './rule.ts';

export const linkImage: LibraryRule = {
  kind: 'library',
  code: 'link-image',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'by-status',
  includesOther: true,
  check: (context) =>
    missingTargets(linkImage, context, ({ form }) => form === 'image', {
      plain: 'link-image',
      near: 'link-image.near',
    }),
};
