// Why: the document's kind and template, and for each finding at a place what is demanded, by which line, and how to mend it.
import type { Finding } from '../core/finding.ts';
import { renderMessage } from '../core/messages/render.ts';
import type { Message } from '../core/finding.ts';
import type { Range } from '../core/sourceText.ts';
import { completenessOf } from './completeness.ts';
import type { DocumentView, EngineView } from './engineView.ts';
import { escapeMarkdown } from './plainMarkdown.ts';
import { uriOfLine } from './resourceUri.ts';

export interface ExplainQuestion {
  readonly uri: string;
  readonly range?: Range;
}

const MOST_FINDINGS = 50;

/** Markdown; user text escaped. Undefined for a document that is not open. */
export function explain(view: EngineView, { uri, range }: ExplainQuestion): { readonly markdown: string } | undefined {
  const found = view.document(uri);
  if (found === undefined) return undefined;
  const here = range === undefined ? found.analysis.findings : findingsAt(found, range);
  const isHere = here.length > 0 && range !== undefined;
  const findings = isHere ? here : found.analysis.findings;
  const heading: Message = isHere
    ? { key: 'explain.here' }
    : { key: 'explain.whole', args: { count: findings.length } };
  const parts = [
    about(found),
    `## ${renderMessage(heading, view.locale)}`,
    ...findings.slice(0, MOST_FINDINGS).map((finding) => explainFinding(found, finding)),
  ];
  if (findings.length > MOST_FINDINGS)
    parts.push(renderMessage({ key: 'explain.more', args: { count: findings.length - MOST_FINDINGS } }, view.locale));
  return { markdown: `${parts.join('\n\n')}\n` };
}

function about({ analysis, document, view }: DocumentView): string {
  const say = (message: Message): string => escapeMarkdown(renderMessage(message, view.locale));
  const { template, standard } = analysis.context ?? {};
  const { met, of } = completenessOf(analysis);
  const lines = [
    `- ${say({ key: 'explain.kind', args: { kind: analysis.kind.kind } })}: ${say(analysis.kind.reason)}`,
    `- ${say({ key: `explain.stage-${analysis.stage}` })}`,
  ];
  if (template !== undefined)
    lines.push(
      `- ${say({ key: 'explain.template' })}: [${escapeMarkdown(template.name)}](${uriOfLine(document.root, template.path, template.line)})`,
    );
  if (standard !== undefined)
    lines.push(
      `- ${say({ key: 'explain.standard' })}: [${escapeMarkdown(standard.name)}](${uriOfLine(document.root, standard.path, 0)})`,
    );
  if (of > 0) lines.push(`- ${say({ key: 'explain.sections', args: { met, of } })}`);
  if (analysis.suppressedCount > 0)
    lines.push(`- ${say({ key: 'explain.suppressed', args: { count: analysis.suppressedCount } })}`);
  return `# ${escapeMarkdown(document.path)}\n\n${lines.join('\n')}`;
}

function explainFinding({ analysis, document, view }: DocumentView, finding: Finding): string {
  const say = (message: Message): string => escapeMarkdown(renderMessage(message, view.locale));
  const line = analysis.model.source.lineAt(finding.span.start);
  const lines = [
    `- ${say({ key: 'explain.place', args: { line: line + 1 } })} · ${say({ key: `severity.${finding.severity}` })} · \`${finding.code}\``,
  ];
  if (finding.origin !== undefined) {
    const { path, line: from } = finding.origin;
    const label = say({ key: 'hover.source', args: { path, line: from + 1 } });
    lines.push(`- ${say({ key: 'explain.demanded' })}: [${label}](${uriOfLine(document.root, path, from)})`);
  }
  if (finding.dimension !== undefined)
    lines.push(`- ${say({ key: 'explain.dimension', args: { name: finding.dimension } })}`);
  const fixes = (finding.fixes ?? []).map((fix) => say(fix.title));
  lines.push(
    `- ${say({ key: fixes.length === 0 ? 'explain.no-fix' : 'explain.fixes' })}${fixes.length === 0 ? '' : `: ${fixes.join(' / ')}`}`,
  );
  return `### ${say(finding.message)}\n\n${lines.join('\n')}`;
}

function findingsAt({ analysis }: DocumentView, range: Range): readonly Finding[] {
  const { source } = analysis.model;
  const first = source.lineStart(range.start.line);
  const { end } = source.lineSpan(range.end.line);
  return analysis.findings.filter((finding) => finding.span.start <= end && first <= finding.span.end);
}
