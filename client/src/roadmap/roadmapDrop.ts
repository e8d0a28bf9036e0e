// Drag an item onto another group or milestone; drag it out as the file that it plans.
import { DataTransferItem, type DataTransfer, type TreeDragAndDropController } from 'vscode';
import { dropKeyAt, type RoadmapEntry } from './roadmapEntries.ts';

const MIME = 'application/vnd.code.tree.casewright.roadmap';

export type MoveItems = (itemIds: readonly string[], dropKey: string) => Promise<boolean>;

export class RoadmapDrop implements TreeDragAndDropController<RoadmapEntry> {
  readonly dragMimeTypes = [MIME, 'text/uri-list'];
  readonly dropMimeTypes = [MIME];
  readonly #move: MoveItems;

  constructor(move: MoveItems) {
    this.#move = move;
  }

  handleDrag(entries: readonly RoadmapEntry[], transfer: DataTransfer): void {
    const items = entries.flatMap(({ node }) => (node.item === undefined ? [] : [node.item]));
    if (items.length === 0) return;
    transfer.set(MIME, new DataTransferItem(JSON.stringify(items.map(({ id }) => id))));
    const files = items.flatMap(({ fileUri }) => (fileUri === undefined ? [] : [fileUri]));
    if (files.length > 0) transfer.set('text/uri-list', new DataTransferItem(files.join('\r\n')));
  }

  async handleDrop(target: RoadmapEntry | undefined, transfer: DataTransfer): Promise<void> {
    const dropKey = dropKeyAt(target);
    const dragged = await transfer.get(MIME)?.asString();
    if (dropKey === undefined || dragged === undefined || dragged === '') return;
    // Written by handleDrag of this view; no other view may use this type.
    await this.#move(JSON.parse(dragged) as string[], dropKey);
  }
}
