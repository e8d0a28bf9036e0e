// Review records of documents that move: they name the document where it goes, so that it keeps its review. The file of the
// record stays where it is until the record is mended; its name says nothing that counts.
import { renamedDocument } from '../../core/review/recordEdits.ts';
import { readRecord } from '../../core/review/readRecord.ts';
import { SourceText } from '../../core/sourceText.ts';
import type { EngineView } from '../engineView.ts';
import type { MovesQuestion } from '../rename/movedFiles.ts';
import { movedTo } from '../rename/movedIndex.ts';
import type { FileEdits } from '../rename/otherDocuments.ts';

export function movedRecords(view: EngineView, { root, moves }: MovesQuestion): readonly FileEdits[] {
  return (view.state.lives.get(root)?.records ?? []).flatMap(([path, text]): FileEdits[] => {
    const { document } = readRecord(path, text);
    const moved = movedTo(document, moves);
    if (moved === undefined) return [];
    const source = new SourceText(text);
    const edits = renamedDocument(text, moved).map(({ span, newText }) => ({
      range: source.rangeOf(span),
      newText,
    }));
    return edits.length === 0 ? [] : [{ path, edits }];
  });
}
