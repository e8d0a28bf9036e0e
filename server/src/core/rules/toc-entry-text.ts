// A contents entry whose words differ from the heading that it leads to (an abbreviation, or a heading reworded since).
import { escapeLinkText } from '../fixes/tocEdit.ts';
import type { Fix } from '../finding.ts';
import type { DocumentModel, TocEntry } from '../model/documentModel.ts';
import { tocMeaning } from '../model/tocMeaning.ts';
import type { DocumentRule } from './rule.ts';

export const tocEntryText: DocumentRule = {
  kind: 'document',
  code: 'toc-entry-text',
  defaultSeverity: 'hint',
  isFixable: true,
  strictness: 'by-status',
  check: ({ model }) => {
    const { toc } = model;
    if (toc === undefined) return [];
    const { resolved, misled } = tocMeaning(model, toc);
    return toc.entries.flatMap((entry) => {
      const section = misled.has(entry) ? undefined : resolved.get(entry);
      if (section === undefined || plain(section.heading.text) === plain(entry.text)) return [];
      return [
        {
          code: tocEntryText.code,
          severity: tocEntryText.defaultSeverity,
          message: { key: 'toc-entry-text', args: { text: entry.text, heading: section.heading.text } },
          span: entry.span,
          related: [{ message: { key: 'toc-entry-text.heading' }, span: section.heading.textSpan }],
          fixes: replaceText(model, entry, section.heading.text),
        } as const,
      ];
    });
  },
};

function replaceText(model: DocumentModel, entry: TocEntry, text: string): readonly Fix[] {
  const source = model.source.slice(entry.span);
  const close = source.lastIndexOf('](');
  if (!source.startsWith('[') || close < 0) return [];
  const span = { start: entry.span.start + 1, end: entry.span.start + close };
  return [
    { title: { key: 'toc-entry-text.fix' }, edits: [{ span, newText: escapeLinkText(text) }], isPreferred: true },
  ];
}

/** Blanks and variation selectors do not make another text. */
function plain(text: string): string {
  return text.replace(/[\s\uFE0F]+/g, '').toLowerCase();
}
