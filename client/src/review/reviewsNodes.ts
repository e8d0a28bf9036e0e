// The rows of the list of reviews: what needs somebody first, then every document by the state of its review. Pure.
import type { ReviewRow, ReviewsResult, ReviewStateName } from '../../../server/src/lsp/protocol.ts';

export type Concern = 'mine' | 'others' | 'overdue' | 'comments' | 'changed' | 'suspect';

const concerns: readonly Concern[] = ['mine', 'others', 'overdue', 'comments', 'changed', 'suspect'];

export type ReviewsNode = ReviewsGroup | ReviewsDocument;

export interface ReviewsGroup {
  readonly type: 'group';
  readonly id: string;
  /** A concern, or a state in the team's words. */
  readonly group: { readonly concern: Concern } | { readonly state: ReviewStateName; readonly label: string };
  readonly children: readonly ReviewsDocument[];
}

export interface ReviewsDocument {
  readonly type: 'document';
  readonly id: string;
  readonly uri: string;
  readonly row: ReviewRow;
  readonly parent: ReviewsGroup;
}

export interface ReviewsQuestion {
  /** Whose reviews come first; absent: nobody knows. */
  readonly me?: string;
  /** Words that all have to be in title, path, label or names. */
  readonly filter: string;
}

export function reviewsNodes(result: ReviewsResult | undefined, question: ReviewsQuestion): readonly ReviewsGroup[] {
  if (result === undefined) return [];
  const rows = result.documents.filter((row) => fits(row, question.filter));
  const named = concerns.map((concern) => {
    const found = rows.filter((row) => isOf(row, concern, question.me));
    return groupOf(concern, { concern }, found);
  });
  const states = result.states.map(({ state, label }) => {
    const found = rows.filter((row) => row.state === state);
    return groupOf(`state ${state}`, { state, label }, found);
  });
  return [...named, ...states].filter(({ children }) => children.length > 0);
}

/** Documents that wait for this person: the number on the view. */
export function waitingFor(result: ReviewsResult | undefined, me: string | undefined): number {
  return (result?.documents ?? []).filter((row) => isOf(row, 'mine', me)).length;
}

function isOf(
  { waitingFor: names, isOverdue, openComments, changed, suspect }: ReviewRow,
  concern: Concern,
  me?: string,
): boolean {
  const isMine = me !== undefined && names.some((name) => isSamePerson(name, me));
  switch (concern) {
    case 'mine':
      return isMine;
    case 'others':
      return names.length > 0 && !isMine;
    case 'overdue':
      return isOverdue;
    case 'comments':
      return openComments > 0;
    case 'changed':
      return changed > 0;
    case 'suspect':
      return suspect > 0;
  }
}

function isSamePerson(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function groupOf(id: string, group: ReviewsGroup['group'], rows: readonly ReviewRow[]): ReviewsGroup {
  const children: ReviewsDocument[] = [];
  const node: ReviewsGroup = { type: 'group', id, group, children };
  for (const row of rows) children.push({ type: 'document', id: `${id}\n${row.uri}`, uri: row.uri, row, parent: node });
  return node;
}

function fits({ title, path, label, waitingFor: names }: ReviewRow, filter: string): boolean {
  const text = [title, path, label, ...names].join('\n').toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
