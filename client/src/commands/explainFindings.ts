// Explain Findings Here: which line of the template or standard demands what, beside the document.
import { commands } from 'vscode';
import { requests, type ExplainParams, type ExplainResult } from '../../../server/src/lsp/protocol.ts';
import { MarkdownPage } from '../markdownPage.ts';
import { activeMarkdown } from './activeDocument.ts';
import { notReady } from './applyChange.ts';
import type { CommandContext } from './index.ts';

const page = new MarkdownPage('casewright-explain');

export async function explainFindings({ connection }: CommandContext): Promise<string | undefined> {
  const editor = activeMarkdown();
  if (editor === undefined) return undefined;
  const { start, end } = editor.selection;
  const params: ExplainParams = {
    uri: editor.document.uri.toString(),
    range: {
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    },
  };
  const answer = await connection.ask<ExplainResult>(requests.explain, params);
  if (answer === undefined) {
    notReady();
    return undefined;
  }
  await commands.executeCommand('markdown.showPreviewToSide', page.write(answer.markdown));
  return answer.markdown;
}
