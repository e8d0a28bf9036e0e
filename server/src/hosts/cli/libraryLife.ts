// Review records of a library and what git tells of its documents, read from disk.
import { readRecord } from '../../core/review/readRecord.ts';
import { isRecordPath } from '../../core/review/recordPath.ts';
import { recordsByDocument } from '../../core/review/recordsByDocument.ts';
import type { LibraryLife } from '../../core/review/libraryLife.ts';
import type { ReviewRecord } from '../../core/review/reviewRecord.ts';
import { documentHistories } from '../gitHistory.ts';
import type { DocumentSources } from './documentSources.ts';
import type { LibraryFolder } from './libraryFolder.ts';

export async function readLibraryLife(
  folder: Pick<LibraryFolder, 'root' | 'paths'>,
  sources: Pick<DocumentSources, 'textOf'>,
): Promise<LibraryLife> {
  const history = await documentHistories(folder.root);
  return { records: readRecords(folder, sources), ...(history && { history }) };
}

/** By path of the document. */
export function readRecords(
  { paths }: Pick<LibraryFolder, 'paths'>,
  sources: Pick<DocumentSources, 'textOf'>,
): LibraryLife['records'] {
  const records = [...paths]
    .filter(isRecordPath)
    .sort()
    .flatMap((path): ReviewRecord[] => {
      const text = sources.textOf(path);
      return text === undefined ? [] : [readRecord(path, text)];
    });
  return recordsByDocument(records);
}
