// A table of contents that leads to every heading. Entries in other words than their heading still lead there.
import { tocStale } from '../rules/toc-stale.ts';
import type { Finding } from '../finding.ts';
import { amountOf, type Measure, type MeasureContext, type MeasureResult } from './measure.ts';
import { missingOf, ruleFindings } from './readability/ruleFindings.ts';

export const readabilityContents: Measure = {
  id: 'readability-contents',
  names: {
    zh: ['准确的目录', '目录准确', '目录完整', '完整的目录', '目录', '目录基本完整', '目录部分完整'],
    en: [
      'exact table of contents',
      'accurate contents',
      'accurate table of contents',
      'table of contents',
      'complete contents',
      'contents',
    ],
  },
  asks: 'all',
  measure: (context) => {
    const { toc } = context.model;
    const entries = toc?.entries.length ?? 0;
    if (toc === undefined || entries === 0) return absent(context);
    const findings = ruleFindings(context, [tocStale]);
    const wrong = new Set(findings.filter((each) => each.message.key !== 'toc-stale.unlisted').map(startOf)).size;
    const unlisted = findings.reduce((sum, each) => sum + unlistedIn(each), 0);
    const met = Math.max(0, entries - wrong);
    const amount = findings.length === 0 ? 'all' : amountOf({ met, of: entries + unlisted + 1 });
    return {
      amount,
      summary: { key: 'readability-contents', args: { entries, wrong, unlisted } },
      evidence: amount === 'none' ? [] : [{ span: toc.listSpan }],
      missing: missingOf(findings),
    };
  },
};

function startOf({ span }: Finding): number {
  return span.start;
}

function unlistedIn({ message }: Finding): number {
  return message.key === 'toc-stale.unlisted' ? Number(message.args?.['count'] ?? 1) : 0;
}

function absent({ model }: MeasureContext): MeasureResult {
  const heading = model.toc?.section.heading.span;
  return {
    amount: 'none',
    summary: { key: 'readability-contents.none' },
    evidence: [],
    missing: heading === undefined ? [] : [{ span: heading, message: { key: 'readability-contents.empty' } }],
  };
}
