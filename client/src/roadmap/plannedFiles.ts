// Marks planned files in the explorer with their true state, and with a second sign where the plan claims another.
import {
  EventEmitter,
  FileDecoration,
  l10n,
  window,
  workspace,
  type Disposable,
  type ExtensionContext,
  type FileDecorationProvider,
  type Uri,
} from 'vscode';
import type { RoadmapItem } from '../../../server/src/lsp/protocol.ts';
import { itemsOf } from './roadmapEntries.ts';
import type { RoadmapSource } from './roadmapSource.ts';
import { stateLabel } from './roadmapWords.ts';
import { stateSigns } from './stateSigns.ts';

const SETTING = 'casewright.roadmap.decorations';

export function registerPlannedFiles(context: ExtensionContext, source: RoadmapSource): void {
  const provider = new PlannedFiles(source);
  context.subscriptions.push(provider, window.registerFileDecorationProvider(provider));
}

class PlannedFiles implements FileDecorationProvider, Disposable {
  readonly #changed = new EventEmitter<undefined>();
  readonly #listeners: readonly Disposable[];
  readonly onDidChangeFileDecorations = this.#changed.event;
  #items: ReadonlyMap<string, RoadmapItem> = new Map();

  constructor(source: RoadmapSource) {
    const onSetting = workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SETTING)) this.#changed.fire(undefined);
    });
    const onRoadmap = source.onChanged(() => {
      const items = itemsOf(source.all?.nodes ?? []);
      this.#items = new Map(items.flatMap((item) => (item.fileUri === undefined ? [] : [[item.fileUri, item]])));
      this.#changed.fire(undefined);
    });
    this.#listeners = [onSetting, onRoadmap];
  }

  provideFileDecoration(uri: Uri): FileDecoration | undefined {
    const item = this.#items.get(uri.toString());
    if (item === undefined || !workspace.getConfiguration(undefined, uri).get<boolean>(SETTING, true)) return undefined;
    return new FileDecoration(`${stateSigns[item.state]}${item.hasDrift ? '≠' : ''}`, tooltipOf(item));
  }

  dispose(): void {
    this.#listeners.forEach((listener) => void listener.dispose());
    this.#changed.dispose();
  }
}

function tooltipOf(item: RoadmapItem): string {
  const state = stateLabel(item.state);
  if (!item.hasDrift || item.stated === undefined) return l10n.t('Roadmap: {0}', state);
  return l10n.t('Roadmap: {0}, but the plan says “{1}”', state, item.stated.text);
}
