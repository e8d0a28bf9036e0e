// The server's roadmap nodes with parents and unique ids, as a tree view needs them. Pure: no editor, no server.
import type { RoadmapItem, RoadmapNode } from '../../../server/src/lsp/protocol.ts';

/** One row of the tree. */
export interface RoadmapEntry {
  /** The node's id; made unique where one item stands in several groups. */
  readonly id: string;
  readonly node: RoadmapNode;
  readonly parent: RoadmapEntry | undefined;
  readonly children: readonly RoadmapEntry[];
}

export function entriesOf(nodes: readonly RoadmapNode[]): readonly RoadmapEntry[] {
  const taken = new Map<string, number>();
  const build = (node: RoadmapNode, parent: RoadmapEntry | undefined): RoadmapEntry => {
    const count = taken.get(node.id) ?? 0;
    taken.set(node.id, count + 1);
    const children: RoadmapEntry[] = [];
    const entry: RoadmapEntry = { id: count === 0 ? node.id : `${node.id}~${count}`, node, parent, children };
    for (const child of node.children) children.push(build(child, entry));
    return entry;
  };
  return nodes.map((node) => build(node, undefined));
}

/** Each item once, in the order of the tree. */
export function itemsOf(nodes: readonly RoadmapNode[]): readonly RoadmapItem[] {
  const items = new Map<string, RoadmapItem>();
  const visit = (node: RoadmapNode): void => {
    if (node.item !== undefined && !items.has(node.item.id)) items.set(node.item.id, node.item);
    node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return [...items.values()];
}

/** The item that a row is or belongs to. */
export function itemAt(entry: RoadmapEntry | undefined): RoadmapItem | undefined {
  return entry === undefined ? undefined : (entry.node.item ?? itemAt(entry.parent));
}

/** Where something dropped on a row goes: the nearest group above that takes items. */
export function dropKeyAt(entry: RoadmapEntry | undefined): string | undefined {
  return entry === undefined ? undefined : (entry.node.dropKey ?? dropKeyAt(entry.parent));
}

/** The mention after the place where the reader is; the first where the reader is at none. */
export function nextMention(
  mentions: RoadmapItem['mentions'],
  at: { readonly uri: string; readonly line: number } | undefined,
): RoadmapItem['mentions'][number] | undefined {
  const current = mentions.findIndex(({ uri, range }) => uri === at?.uri && range.start.line === at.line);
  return mentions[(current + 1) % mentions.length];
}

/** True where New from Roadmap Item has something to write: a planned document that is not there. */
export function canBeWritten({ fileUri, plannedUri }: RoadmapItem): boolean {
  return fileUri === undefined && plannedUri !== undefined && /\.(?:md|markdown)$/i.test(plannedUri);
}
