// A page of Markdown that the server wrote, read-only: shown again, it is brought up to date in place.
import { EventEmitter, Uri, workspace, type TextDocumentContentProvider } from 'vscode';

export class MarkdownPage implements TextDocumentContentProvider {
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #uri: Uri;
  #text: string | undefined;

  constructor(scheme: string) {
    this.#uri = Uri.parse(`${scheme}:/Casewright.md`);
  }

  /** The page's URI, with the text in force. */
  write(text: string): Uri {
    if (this.#text === undefined) workspace.registerTextDocumentContentProvider(this.#uri.scheme, this);
    this.#text = text;
    this.#changed.fire(this.#uri);
    return this.#uri;
  }

  provideTextDocumentContent(): string {
    return this.#text ?? '';
  }
}
