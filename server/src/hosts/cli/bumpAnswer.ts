// The worker's part of `casewright bump`: the proposal for one document, and its text with the next version.
import { examineDocument } from '../../core/examineDocument.ts';
import type { LibraryContext } from '../../core/library/libraryContext.ts';
import { readRecord } from '../../core/review/readRecord.ts';
import { bumpDocument, bumpProposal, statedVersion, type BumpQuestion } from '../../core/versions/bumpDocument.ts';
import type { BumpAnswer, CheckRequest } from './checkProtocol.ts';

type BumpRequest = Extract<CheckRequest, { kind: 'bump' }>;

export function bumpAnswer(library: LibraryContext, { path, text, known, order }: BumpRequest): BumpAnswer {
  const examination = examineDocument({ path, text }, library);
  const { before, record, today } = known;
  const question: BumpQuestion = {
    examination,
    configuration: library.configuration,
    today,
    ...(record && { record: readRecord(...record) }),
    ...(before && { before: { facts: examineDocument({ path, text: before.text }, library).facts, day: before.day } }),
  };
  const [stated, proposal] = [statedVersion(examination), bumpProposal(question)];
  const bumped = bumpDocument(question, order, library.parser);
  return { ...(stated && { stated }), ...(proposal && { proposal }), ...(bumped && { bumped }) };
}
