// What the libraries need from the people who keep them, as a page of Markdown.
import { requests, type MaintenanceResult } from '../../../server/src/lsp/protocol.ts';
import { libraryReport } from './libraryReport.ts';

export const showMaintenance = libraryReport<MaintenanceResult>('casewright-maintenance', requests.maintenance);
