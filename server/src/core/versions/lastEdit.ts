// When a document was changed last, as far as it can be proved; and when anybody cared for it.
import type { DocumentFacts } from '../facts/documentFacts.ts';
import type { LibraryLife } from '../review/libraryLife.ts';
import type { Span } from '../sourceText.ts';
import { daysBetween, lastDayOf } from './dateForm.ts';
import { lastStatedDate } from './stated.ts';

/** What a rule knows. */
export interface LifeOfDocument {
  readonly facts: DocumentFacts;
  readonly life?: LibraryLife;
  /** YYYY-MM-DD */
  readonly today?: string;
}

export interface LastEdit {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly isCommitted: boolean;
}

/**
 * The last change of the words. undefined where git proves nothing: no history, a cut one (everything seems to be new in the
 * oldest commit of a shallow clone), only the commit that added the document, or a commit that lies in the future.
 */
export function lastEdit({ facts, life, today }: LifeOfDocument): LastEdit | undefined {
  const history = life?.history;
  const known = history?.documents.get(facts.path);
  if (known === undefined || history?.isCut !== false) return undefined;
  if (known.isChanged === true && today !== undefined) return { day: today, isCommitted: false };
  const { edited, first } = known;
  // A document that was only added may be much older than its repository.
  if (edited === undefined || edited === first) return undefined;
  if (today !== undefined && daysBetween(today, edited) > 1) return undefined;
  return { day: edited, isCommitted: true };
}

/** The latest of the stated date, the last change and the last approval or look; with the place that states it. */
export function lastAttention(document: LifeOfDocument): { readonly day: string; readonly span?: Span } | undefined {
  const { facts, life } = document;
  const stated = lastStatedDate(facts.fields);
  const edit = lastEdit(document);
  const care = life?.records
    .get(facts.path)
    ?.events.findLast(({ kind }) => kind === 'approve' || kind === 'look' || kind === 'publish');
  const days = [
    ...(stated ? [{ day: lastDayOf(stated.form), span: stated.span }] : []),
    ...(edit ? [{ day: edit.day }] : []),
    ...(care ? [{ day: care.at.slice(0, 10) }] : []),
  ];
  const last = days.toSorted((one, other) => (one.day < other.day ? 1 : -1))[0];
  return last && (stated ? { day: last.day, span: stated.span } : last);
}
