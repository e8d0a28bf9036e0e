// Explain Findings Here: which line of the template or standard demands what, beside the document.
import { commands, EventEmitter, Uri, workspace, type TextDocumentContentProvider } from 'vscode';
import { requests, type ExplainParams, type ExplainResult } from '../../../server/src/lsp/protocol.ts';
import { activeMarkdown } from './activeDocument.ts';
import { notReady } from './applyChange.ts';
import type { CommandContext } from './index.ts';

const SCHEME = 'casewright-explain';

class Explanation implements TextDocumentContentProvider {
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  #text = '';

  show(uri: Uri, text: string): void {
    this.#text = text;
    this.#changed.fire(uri);
  }

  provideTextDocumentContent(): string {
    return this.#text;
  }
}

let explanation: Explanation | undefined;

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
  const uri = Uri.parse(`${SCHEME}:/Casewright.md`);
  if (explanation === undefined) {
    explanation = new Explanation();
    workspace.registerTextDocumentContentProvider(SCHEME, explanation);
  }
  explanation.show(uri, answer.markdown);
  await commands.executeCommand('markdown.showPreviewToSide', uri);
  return answer.markdown;
}
