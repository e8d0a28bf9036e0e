// English texts of the language server.
import type { zhServer } from './zhServer.ts';

export const enServer: Readonly<Record<keyof typeof zhServer, string>> = {
  'server.deadline':
    'The analysis did not finish within {seconds} seconds; this document is not checked until its next edit',
  'server.crash': 'The analysis of this document failed; it is not checked until its next edit',
  'server.quarantined': 'This document ended the analysis twice; it is not checked until its text changes',
  'server.library':
    'The templates, standards or configuration of the library could not be analyzed; this document is not checked',
  'server.unavailable': 'The analysis process does not start; this document is not checked, see the log',
  'server.out-of-sync': 'The texts of editor and server differ; checks are paused until this document is reopened',
  'server.edit-refused': 'The editor did not apply the edit: {reason}',
  'server.settings-invalid': 'Settings with invalid values are replaced by their defaults: {problems}',
  'server.no-folder': 'Open a folder first, so that a new document has a place to go',
  'server.no-template': 'Documents of this kind have no template to be made from',
  'more-findings': '{count} more {count:finding|findings}; open the document to see all of them',
  'more-findings.only': '{count} {count:finding|findings}; open the document to see them',
  'server.origin': 'It is demanded here',
};
