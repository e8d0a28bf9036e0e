// Doctor: the state of every library as a page of Markdown.
import { requests, type DoctorResult } from '../../../server/src/lsp/protocol.ts';
import { libraryReport } from './libraryReport.ts';

export const doctor = libraryReport<DoctorResult>('casewright-doctor', requests.doctor);
