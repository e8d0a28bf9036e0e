// The tree of checked documents: kinds, documents, findings. Draws what `checkLibrary` answered, nothing else.
import {
  EventEmitter,
  l10n,
  window,
  type ExtensionContext,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
} from 'vscode';
import type { CheckedFile, CheckLibraryResult } from '../../server/src/lsp/protocol.ts';
import { fileItem, findingItem, kindItem } from './documentItems.ts';
import { kindLabel } from './kindLabel.ts';
import type { ServerConnection } from './serverConnection.ts';

export type DocumentsNode = KindNode | FileNode | FindingNode;
export interface KindNode {
  readonly type: 'kind';
  readonly kind: string;
  readonly files: readonly CheckedFile[];
}
export interface FileNode {
  readonly type: 'file';
  readonly file: CheckedFile;
}
export interface FindingNode {
  readonly type: 'finding';
  readonly file: CheckedFile;
  readonly finding: CheckedFile['findings'][number];
}

export interface DocumentsView {
  show(result: CheckLibraryResult): void;
  /** Labels of the outermost nodes. */
  readonly shown: () => readonly string[];
}

const ranks = new Map(['case', 'topic', 'plan', 'template', 'standard'].map((kind, index) => [kind, index]));

export function registerDocumentsView(context: ExtensionContext, connection: ServerConnection): DocumentsView {
  const provider = new DocumentsProvider();
  const view = window.createTreeView('casewright.documents', { treeDataProvider: provider, showCollapseAll: true });
  const onState = connection.onStateChanged((state) => {
    view.message = state === 'stopped' ? l10n.t('The language server is stopped.') : undefined;
  });
  context.subscriptions.push(view, provider, onState);
  return {
    show: (result) => {
      provider.set(result.files);
      describe(view, result);
    },
    shown: () => provider.kinds().map((node) => kindLabel(node.kind)),
  };
}

function describe(view: TreeView<DocumentsNode>, { files, skipped }: CheckLibraryResult): void {
  const faulty = files.filter((file) => file.counts.error + file.counts.warning > 0).length;
  const tooltip = l10n.t('Documents with errors or warnings: {0}', faulty);
  view.badge = faulty === 0 ? undefined : { value: faulty, tooltip };
  const reason = skipped[0]?.reason ?? '';
  view.message = skipped.length === 0 ? undefined : l10n.t('Files not checked: {0} ({1})', skipped.length, reason);
}

class DocumentsProvider implements TreeDataProvider<DocumentsNode> {
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #files: readonly CheckedFile[] = [];

  set(files: readonly CheckedFile[]): void {
    this.#files = files;
    this.#changed.fire(undefined);
  }

  /** What people write first, what they write against last; a team's own kinds in between. */
  kinds(): readonly KindNode[] {
    const byKind = new Map<string, CheckedFile[]>();
    for (const file of this.#files) byKind.set(file.kind, [...(byKind.get(file.kind) ?? []), file]);
    const rank = (kind: string): number => ranks.get(kind) ?? ranks.size / 2;
    return [...byKind]
      .map(([kind, files]): KindNode => ({ type: 'kind', kind, files }))
      .sort((a, b) => rank(a.kind) - rank(b.kind));
  }

  getChildren(node?: DocumentsNode): DocumentsNode[] {
    if (node === undefined) return [...this.kinds()];
    if (node.type === 'kind') return node.files.map((file) => ({ type: 'file', file }));
    if (node.type === 'file')
      return node.file.findings.map((finding) => ({ type: 'finding', file: node.file, finding }));
    return [];
  }

  getTreeItem(node: DocumentsNode): TreeItem {
    switch (node.type) {
      case 'kind':
        return kindItem(node);
      case 'file':
        return fileItem(node.file);
      case 'finding':
        return findingItem(node);
    }
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
