// Review records of a library and what git tells of its documents, read from disk.
import { readRecord } from '../../core/review/readRecord.ts';
import { isRecordPath } from '../../core/review/recordPath.ts';
import type { LibraryLife } from '../../core/review/libraryLife.ts';
import type { ReviewRecord } from '../../core/review/reviewRecord.ts';
import { documentHistories } from '../gitHistory.ts';
import type { DocumentSources } from './documentSources.ts';
import type { LibraryFolder } from './libraryFolder.ts';

export async function readLibraryLife(
  { root, paths }: Pick<LibraryFolder, 'root' | 'paths'>,
  sources: Pick<DocumentSources, 'textOf'>,
): Promise<LibraryLife> {
  const records = [...paths]
    .filter(isRecordPath)
    .sort()
    .flatMap((path): ReviewRecord[] => {
      const text = sources.textOf(path);
      return text === undefined ? [] : [readRecord(path, text)];
    });
  const history = await documentHistories(root);
  return { records: new Map(records.map((record) => [record.document, record])), ...(history && { history }) };
}
