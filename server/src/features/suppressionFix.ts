// A comment that suppresses one finding, with a reason to be filled in.
import type { Analysis } from '../core/analysis.ts';
import type { Finding, Fix } from '../core/finding.ts';

/** Findings about suppressions and about what could not be checked can not be suppressed. */
const unsuppressible = /^(?:suppression-|merge-conflict$|document-|file-|depth-cut$|front-matter-invalid$)/;

/** Puts the comment on the line above the finding; undefined where that is no place for a comment (inside code or front matter). */
export function suppressionFix({ model }: Analysis, finding: Finding): Fix | undefined {
  if (unsuppressible.test(finding.code)) return undefined;
  const { source } = model;
  const line = source.lineAt(finding.span.start);
  const at = Math.max(source.lineStart(line), source.hasByteOrderMark ? 1 : 0);
  const isInCode = model.blocks.code.some((block) => block.span.start < at && at < block.span.end);
  const isInTable = model.blocks.tables.some((table) => table.span.start < at && at < table.span.end);
  const isInYaml = model.metadata.some(
    (block) => block.dialect === 'yaml' && block.span.start <= at && at < block.span.end,
  );
  if (isInCode || isInTable || isInYaml) return undefined;
  const indent = /^[ \t>]*/.exec(source.lineText(line))?.[0] ?? '';
  const comment = `${indent}<!-- casewright: {ignore: ${finding.code}, reason: "TODO"} -->${source.lineEnding}`;
  const needsBlank = line > 0 && source.lineText(line - 1).trim() !== '' && indent === '';
  const newText = needsBlank ? `${source.lineEnding}${comment}` : comment;
  return {
    title: { key: 'action.suppress', args: { code: finding.code } },
    edits: [{ span: { start: at, end: at }, newText }],
  };
}
