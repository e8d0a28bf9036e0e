// The one finding of a document that was not looked at: no silent success.
import { limits } from '../core/limits.ts';
import type { Message } from '../core/finding.ts';
import type { Locale } from '../core/messages/catalog.ts';
import { emptyRange, messageText, type PlainDiagnostic } from '../features/diagnostics.ts';
import type { Outcome } from './analysisPort.ts';

type NotAnalyzed = Exclude<Outcome<unknown>, { readonly kind: 'done' | 'dropped' }>;

export function notAnalyzedDiagnostic(outcome: NotAnalyzed | 'out-of-sync', locale: Locale): PlainDiagnostic {
  return {
    code: 'document-not-analyzed',
    severity: 'warning',
    message: messageText(outcome === 'out-of-sync' ? { key: 'server.out-of-sync' } : reasonOf(outcome), locale),
    range: emptyRange,
    related: [],
    isUnnecessary: false,
  };
}

/** Why, as a message. */
export function reasonOf(outcome: NotAnalyzed): Message {
  if (outcome.kind === 'failed') return { key: 'server.crash' };
  if (outcome.root !== undefined) return { key: 'server.library' };
  switch (outcome.reason) {
    case 'deadline':
      return { key: 'server.deadline', args: { seconds: limits.editorAnalysisTime / 1000 } };
    case 'crash':
      return { key: 'server.crash' };
    case 'quarantined':
      return { key: 'server.quarantined' };
    case 'unavailable':
      return { key: 'server.unavailable' };
  }
}
