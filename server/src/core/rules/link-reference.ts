// `[words][label]` without a definition of the label: readers see the brackets.
import { nearestLabel } from '../links/nearestLabel.ts';
import type { LibraryRule } from './rule.ts';

export const linkReference: LibraryRule = {
  kind: 'library',
  code: 'link-reference',
  defaultSeverity: 'information',
  isFixable: true,
  strictness: 'always',
  includesOther: true,
  check: ({ facts }) => {
    const labels = facts.links.filter(({ form }) => form === 'definition').map(({ text }) => text);
    return (facts.missedLinks ?? [])
      .filter(({ reason }) => reason === 'label')
      .map(({ text: label, span }) => {
        const near = nearestLabel(label, labels);
        const common = { code: linkReference.code, severity: linkReference.defaultSeverity, span };
        if (near === undefined) return { ...common, message: { key: 'link-reference', args: { label } } };
        const title = { key: 'link-reference.fix', args: { label: near } } as const;
        return {
          ...common,
          message: { key: 'link-reference.near', args: { label, near } },
          fixes: [{ title, edits: [{ span, newText: near }] }],
        };
      });
  },
};
