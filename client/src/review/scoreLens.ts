// Lenses above the title: what the document earns and what would bring most, and where its review stands. They show the last
// answer that the review view has, so that no key waits for them.
import {
  CodeLens,
  EventEmitter,
  l10n,
  languages,
  Range,
  workspace,
  type CodeLensProvider,
  type Disposable,
  type ExtensionContext,
  type TextDocument,
} from 'vscode';
import type { DocumentReview } from './reviewNodes.ts';
import type { ReviewSource } from './reviewSource.ts';
import { joined } from './rowLook.ts';
import { cut, gradeText } from './scoreRows.ts';
import { titleLine } from './titleLine.ts';

const SETTING = 'casewright.score.codeLens';

export function registerScoreLens(context: ExtensionContext, source: ReviewSource): void {
  const provider = new ScoreLens(source);
  context.subscriptions.push(provider, languages.registerCodeLensProvider({ language: 'markdown' }, provider));
}

class ScoreLens implements CodeLensProvider, Disposable {
  readonly #source: ReviewSource;
  readonly #changed = new EventEmitter<void>();
  readonly #listeners: readonly Disposable[];
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(source: ReviewSource) {
    this.#source = source;
    this.#listeners = [
      source.onChanged(() => {
        this.#changed.fire();
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SETTING)) this.#changed.fire();
      }),
    ];
  }

  provideCodeLenses(document: TextDocument): CodeLens[] {
    const answer = this.#source.of(document.uri.toString());
    if (answer === undefined || !workspace.getConfiguration(undefined, document.uri).get<boolean>(SETTING, true))
      return [];
    const line = titleLine(document.lineCount, (index) => document.lineAt(index).text);
    const range = new Range(line, 0, line, 0);
    return lensTitles(answer).map((title) => new CodeLens(range, { title, command: 'casewright.review.focus' }));
  }

  dispose(): void {
    this.#listeners.forEach((listener) => void listener.dispose());
    this.#changed.dispose();
  }
}

function lensTitles({ score, review }: DocumentReview): readonly string[] {
  const titles: string[] = [];
  if (score?.measured !== undefined) {
    const [best] = score.actions;
    const next = best === undefined ? undefined : l10n.t('worth most: {0} {1}', cut(best.text), best.gainText);
    titles.push(joined([l10n.t('Score {0}', gradeText(score.measured)), next]));
  }
  if (review?.hasRecord === true) titles.push(joined([review.label, review.changed?.summary]));
  return titles;
}
