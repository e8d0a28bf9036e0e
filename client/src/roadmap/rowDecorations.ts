// Marks rows of the roadmap whose stated and true state differ, as the explorer marks changed files.
import {
  FileDecoration,
  l10n,
  ThemeColor,
  Uri,
  window,
  type ExtensionContext,
  type FileDecorationProvider,
} from 'vscode';
import type { RoadmapItem } from '../../../server/src/lsp/protocol.ts';

const SCHEME = 'casewright-roadmap';

/** A name for a row that says all its decoration needs; it opens nothing. */
export function rowUri(id: string, item: RoadmapItem): Uri {
  return Uri.from({ scheme: SCHEME, path: `/${id}`, query: item.hasDrift ? 'drift' : '' });
}

export function registerRowDecorations(context: ExtensionContext): void {
  const drift = new FileDecoration(
    '≠',
    l10n.t('Drift between plan and file'),
    new ThemeColor('list.warningForeground'),
  );
  const provider: FileDecorationProvider = {
    provideFileDecoration: ({ scheme, query }) => (scheme === SCHEME && query === 'drift' ? drift : undefined),
  };
  context.subscriptions.push(window.registerFileDecorationProvider(provider));
}
