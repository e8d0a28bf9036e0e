// The one note on a document whose template or standard is broken now, so that an older one is in force.
import type { Finding } from '../finding.ts';
import type { Span } from '../sourceText.ts';
import type { KindContext } from './libraryContext.ts';

/** Undefined where the context is what its files say. `span` is where the note goes, usually the first line. */
export function outdatedNote(context: KindContext, span: Span): Finding | undefined {
  const [path] = context.outdatedPaths ?? [];
  if (!context.isOutdated || path === undefined) return undefined;
  const message = { key: 'library-outdated', args: { path } } as const;
  return { code: 'library-outdated', severity: 'information', message, span };
}
