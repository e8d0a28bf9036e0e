// Links inside the library that lead somewhere. Outside addresses are not asked here.
import { decodeAddress, parseAddress } from '../links/linkAddress.ts';
import type { DocumentFacts, FactLink } from '../facts/documentFacts.ts';
import { amountOf, type Measure } from './measure.ts';
import { missingOf } from './readability/ruleFindings.ts';

/** Rules whose findings mean that a link leads nowhere. */
const BROKEN = new Set([
  'link-anchor',
  'link-case',
  'link-image',
  'link-outside',
  'link-reference',
  'link-target',
  'link-empty',
  'link-text-blank',
]);

export const referencesLinks: Measure = {
  id: 'references-links',
  names: {
    zh: ['链接有效', '链接是否有效', '有效的链接', '链接基本有效', '链接正确'],
    en: ['links work', 'working links', 'valid links'],
  },
  asks: 'all',
  measure: ({ facts, findings }) => {
    const links = facts.links.filter(isInside);
    if (links.length === 0) return { notApplicable: { key: 'references-links.none' } };
    const ownAnchors = new Set(facts.headings.map(({ anchor }) => anchor).concat(facts.namedAnchors));
    const broken = findings.filter(({ code }) => BROKEN.has(code));
    const isFound = (link: FactLink): boolean =>
      broken.some(({ span }) => span.start < link.span.end && span.end > link.span.start);
    const dead = links.filter((link) => !isFound(link) && !leadsToOwn(link, ownAnchors));
    const wrong = links.filter(isFound).length + dead.length;
    const amount = wrong === 0 ? 'all' : amountOf({ met: links.length - wrong, of: links.length });
    return {
      amount,
      count: links.length - wrong,
      summary: { key: 'references-links', args: { count: links.length, wrong } },
      evidence:
        amount === 'none'
          ? []
          : links.filter((link) => !isFound(link) && !dead.includes(link)).map(({ span }) => ({ span })),
      missing: [
        ...missingOf(broken),
        ...dead.map(({ span }) => ({ span, message: { key: 'references-links.dead' } as const })),
      ].sort((a, b) => a.span.start - b.span.start),
    };
  },
};

/** Entries of a table of contents belong to the contents. */
function isInside({ url, isInToc, form }: FactLink): boolean {
  return isInToc !== true && form !== 'definition' && url !== '' && parseAddress(url).kind !== 'external';
}

/** What a document alone can say: an anchor of its own that is not there. */
function leadsToOwn({ url }: DocumentFacts['links'][number], anchors: ReadonlySet<string>): boolean {
  if (!url.startsWith('#')) return true;
  const anchor = url.slice(1);
  return anchor === '' || anchors.has(anchor) || anchors.has(decodeAddress(anchor));
}
