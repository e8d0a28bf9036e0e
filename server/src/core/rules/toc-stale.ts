// A table of contents that does not say what the headings say: broken anchors, headings left out, another order.
import type { Finding, Fix } from '../finding.ts';
import { deepestListedLevel, listedSections, tocUpdate } from '../fixes/tocEdit.ts';
import { tocMeaning, type TocMeaning } from '../model/tocMeaning.ts';
import type { DocumentModel, TableOfContents } from '../model/documentModel.ts';
import type { DocumentRule } from './rule.ts';

const NAMES_SHOWN = 5;

export const tocStale: DocumentRule = {
  kind: 'document',
  code: 'toc-stale',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'always',
  check: ({ model }) => {
    const toc = model.toc;
    if (toc === undefined || toc.entries.length === 0) return [];
    const fixes = fixesFor(model, toc);
    const meaning = tocMeaning(model, toc);
    return [
      ...brokenEntries(toc, meaning, fixes),
      ...misledEntries(meaning, fixes),
      ...disorderedEntries(toc, meaning, fixes),
      ...unlisted(model, toc, { meaning, fixes }),
    ];
  },
};

function fixesFor(model: DocumentModel, toc: TableOfContents): readonly Fix[] {
  const edits = tocUpdate(model, toc);
  return edits.length === 0 ? [] : [{ title: { key: 'toc-stale.fix' }, edits, isPreferred: true }];
}

function brokenEntries(toc: TableOfContents, { resolved, meant }: TocMeaning, fixes: readonly Fix[]): Finding[] {
  return toc.entries
    .filter((entry) => !resolved.has(entry))
    .map((entry): Finding => {
      const heading = meant.get(entry);
      const text = entry.text;
      return {
        code: tocStale.code,
        severity: tocStale.defaultSeverity,
        message:
          heading === undefined
            ? { key: 'toc-stale.broken', args: { text, anchor: entry.anchor } }
            : { key: 'toc-stale.moved', args: { text, heading: heading.heading.text, anchor: heading.anchor } },
        span: entry.span,
        ...(heading === undefined
          ? {}
          : { related: [{ message: { key: 'toc-entry-text.heading' }, span: heading.heading.textSpan }] }),
        fixes,
      };
    });
}

function misledEntries({ misled }: TocMeaning, fixes: readonly Fix[]): Finding[] {
  return [...misled].map(([entry, { heading, anchor }]) => ({
    code: tocStale.code,
    severity: tocStale.defaultSeverity,
    message: { key: 'toc-stale.wrong-target', args: { text: entry.text, found: entry.anchor, anchor } },
    span: entry.span,
    related: [{ message: { key: 'toc-entry-text.heading' }, span: heading.textSpan }],
    fixes,
  }));
}

/** Entries outside the longest run that is in the order of the headings. */
function disorderedEntries(toc: TableOfContents, { resolved, misled }: TocMeaning, fixes: readonly Fix[]): Finding[] {
  const entries = toc.entries.filter((entry) => resolved.has(entry) && !misled.has(entry));
  const places = entries.map((entry) => resolved.get(entry)?.span.start ?? 0);
  const kept = longestIncreasing(places);
  return entries
    .filter((_, index) => !kept.has(index))
    .map((entry) => ({
      code: tocStale.code,
      severity: tocStale.defaultSeverity,
      message: { key: 'toc-stale.order', args: { text: entry.text } },
      span: entry.span,
      fixes,
    }));
}

/** Indexes of one longest non-decreasing subsequence, O(n log n). */
function longestIncreasing(values: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  values.forEach((value, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) <= value) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  });
  const kept = new Set<number>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) kept.add(index);
  return kept;
}

function unlisted(
  model: DocumentModel,
  toc: TableOfContents,
  { meaning, fixes }: { readonly meaning: TocMeaning; readonly fixes: readonly Fix[] },
): Finding[] {
  const listed = new Set(toc.entries.map((entry) => entry.anchor));
  // A heading that a broken entry means is reported there, once.
  const meant = new Set([...meaning.meant.values(), ...meaning.misled.values()]);
  const deepest = deepestListedLevel(model, toc);
  const missing = listedSections(model, toc).filter(
    (section) => section.level <= deepest && !listed.has(section.anchor) && !meant.has(section),
  );
  if (missing.length === 0) return [];
  const shown = missing.slice(0, NAMES_SHOWN).map((section) => section.heading.text);
  const more = missing.length > NAMES_SHOWN ? '…' : '';
  return [
    {
      code: tocStale.code,
      severity: tocStale.defaultSeverity,
      message: { key: 'toc-stale.unlisted', args: { count: missing.length, names: shown.join('、') + more } },
      span: toc.section.heading.textSpan,
      related: missing.slice(0, NAMES_SHOWN).map((section) => ({
        message: { key: 'toc-stale.unlisted-heading', args: { name: section.heading.text } },
        span: section.heading.textSpan,
      })),
      fixes,
    },
  ];
}
