// A suppression that takes nothing away.
import type { Finding, TextEdit } from '../finding.ts';
import type { DocumentModel } from '../model/documentModel.ts';
import type { Span } from '../sourceText.ts';
import type { SuppressionRule } from './rule.ts';

export const suppressionUnused: SuppressionRule = {
  kind: 'suppression',
  code: 'suppression-unused',
  defaultSeverity: 'information',
  isFixable: true,
  strictness: 'always',
  check(use, { model }) {
    if (use.isExpired) return [];
    const isWhole = use.codes.every(({ state }) => state === 'unused');
    const shown = use.codes.filter(({ state }) => state === 'unused').slice(0, isWhole ? 1 : undefined);
    return shown.map(({ code, span }): Finding => ({
      code: suppressionUnused.code,
      severity: suppressionUnused.defaultSeverity,
      message: {
        key: 'suppression-unused',
        args: { code: isWhole ? use.codes.map((each) => each.code).join(', ') : code },
      },
      span: isWhole ? use.span : span,
      isUnnecessary: true,
      ...(isWhole && {
        fixes: [{ title: { key: 'suppression-unused.fix' }, edits: [removal(model, use.span)], isPreferred: true }],
      }),
    }));
  },
};

/** The whole line where the comment stands alone; blank lines around it become one. */
function removal({ source }: DocumentModel, span: Span): TextEdit {
  const first = source.lineAt(span.start);
  const last = source.lineAt(span.end);
  const before = source.text.slice(source.lineStart(first), span.start);
  const after = source.text.slice(span.end, source.lineSpan(last).end);
  if (before.trim() !== '' && after.trim() === '') {
    return { span: { start: span.start - before.length + before.trimEnd().length, end: span.end }, newText: '' };
  }
  if (after.trim() !== '') return { span, newText: '' };
  const isBlank = (line: number): boolean => line < 0 || source.lineText(line).trim() === '';
  const end = isBlank(first - 1) && isBlank(last + 1) ? source.lineStart(last + 2) : source.lineStart(last + 1);
  const start = source.lineStart(first) + (before.startsWith('\uFEFF') ? 1 : 0);
  return { span: { start, end }, newText: '' };
}
