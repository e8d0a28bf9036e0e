// The nodes of the Documents view, made of what the server answered: groups, documents, findings. No editor in it.
import type { CheckedFile, LibraryGroup, LibraryTreeResult, ListedDocument } from '../../../server/src/lsp/protocol.ts';

export type DocumentsNode = GroupNode | FileNode | FindingNode;

export interface GroupNode {
  readonly type: 'group';
  readonly group: LibraryGroup;
  readonly isOutermost: boolean;
  readonly parent?: GroupNode;
}
export interface FileNode {
  readonly type: 'file';
  readonly document: ListedDocument;
  readonly checked: CheckedFile | undefined;
  readonly parent: GroupNode;
}
export interface FindingNode {
  readonly type: 'finding';
  readonly file: CheckedFile;
  readonly finding: CheckedFile['findings'][number];
  readonly parent: FileNode;
}

export function rootsOf(tree: LibraryTreeResult | undefined): readonly GroupNode[] {
  return (tree?.groups ?? []).map((group) => ({ type: 'group', group, isOutermost: true }));
}

/** Made when a node is opened, so that thousands of documents cost nothing before. */
export function childrenOf(
  node: DocumentsNode,
  tree: LibraryTreeResult | undefined,
  checked: ReadonlyMap<string, CheckedFile>,
): readonly DocumentsNode[] {
  if (node.type === 'finding') return [];
  if (node.type === 'file') {
    const file = node.checked;
    return (file?.findings ?? []).flatMap((finding) =>
      file === undefined ? [] : [{ type: 'finding', file, finding, parent: node }],
    );
  }
  const inner = node.group.groups.map((group): GroupNode => ({
    type: 'group',
    group,
    isOutermost: false,
    parent: node,
  }));
  const files = node.group.documents.flatMap((index): readonly FileNode[] => {
    const document = tree?.documents[index];
    return document === undefined ? [] : [{ type: 'file', document, checked: checked.get(document.uri), parent: node }];
  });
  return [...inner, ...files];
}
