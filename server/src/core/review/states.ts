// The state of a document's review: what its record's events come to, and what became of it since. Nothing is stored; the
// same record, facts and day always give the same state.
import type { DocumentFacts } from '../facts/documentFacts.ts';
import { changedSince, type ChangesSince } from './changedSince.ts';
import { daysBetween, orderedEvents } from './eventOrder.ts';
import { authorsOf, isSamePerson, personOf } from './people.ts';
import { defaultGuards, defaultOverdueDays, type Guard, type ReviewConfiguration } from './reviewConfiguration.ts';
import type { ReviewEvent, ReviewRecord, ReviewState } from './reviewRecord.ts';
import { printOf } from './snapshot.ts';

type EventOf<Kind extends ReviewEvent['kind']> = Extract<ReviewEvent, { kind: Kind }>;
export type Approval = EventOf<'approve'>;

export interface ReviewStatus {
  readonly state: ReviewState;
  /** What the events come to, whatever became of the document since. */
  readonly basis: Exclude<ReviewState, 'stale'>;
  /** Why an approval does not count any more. */
  readonly staleBecause?: 'changed' | 'age';
  /** The event that led to `basis`; absent where none did. */
  readonly event?: ReviewEvent;
  /** The approval that counts now, or counted last. */
  readonly approval?: Approval;
  readonly changed?: ChangesSince;
  /** Reviewers of the running or last round. */
  readonly reviewers: readonly Reviewer[];
  /** Who may not approve: the authors, or whoever started the review where the document names none. */
  readonly authors: readonly string[];
  readonly waitingFor: readonly string[];
  /** In review longer than the team wants. */
  readonly isOverdue: boolean;
}

export interface Reviewer {
  readonly name: string;
  readonly decision: 'waiting' | 'approved' | 'outdated' | 'rejected';
  readonly event?: ReviewEvent;
}

export interface StatusGround {
  readonly configuration: { readonly review?: ReviewConfiguration | undefined };
  /** YYYY-MM-DD; absent: nothing is too old. */
  readonly today?: string | undefined;
}

/** `record` undefined: a draft that nobody has looked at. */
export function reviewStatus(
  record: Pick<ReviewRecord, 'events'> | undefined,
  facts: DocumentFacts,
  { configuration, today }: StatusGround,
): ReviewStatus {
  const review = configuration.review ?? {};
  const round = new Round(facts, review);
  for (const event of orderedEvents(record?.events ?? [], today)) round.take(event);
  const { basis, event, approval } = round;
  const isApproved = basis === 'approved' || basis === 'published';
  const isInReview = basis === 'in-review';
  const reviewers = round.reviewers(printOf(facts));
  const stale = isApproved && approval ? staleness(approval, facts, { review, today }) : {};
  return {
    state: stale.staleBecause === undefined ? basis : 'stale',
    basis,
    ...stale,
    ...(event && { event }),
    ...(approval && { approval }),
    reviewers,
    authors: round.authors,
    waitingFor: isInReview ? reviewers.filter(isWaiting).map(({ name }) => name) : [],
    isOverdue: isInReview && isOverdue(event, review, today),
  };
}

function staleness(
  { snapshot, at }: Approval,
  facts: DocumentFacts,
  { review, today }: { readonly review: ReviewConfiguration; readonly today: string | undefined },
): Pick<ReviewStatus, 'staleBecause' | 'changed'> {
  const changed = changedSince(snapshot, facts);
  if (changed !== undefined) return { staleBecause: 'changed', changed };
  if (today === undefined || review.maxAgeDays === undefined) return {};
  return daysBetween(at, today) > review.maxAgeDays ? { staleBecause: 'age' } : {};
}

function isWaiting({ decision }: Reviewer): boolean {
  return decision === 'waiting' || decision === 'outdated';
}

export function guardOf(review: ReviewConfiguration | undefined, action: keyof typeof defaultGuards): Guard {
  return review?.guards?.[action] ?? defaultGuards[action];
}

function isOverdue(event: ReviewEvent | undefined, review: ReviewConfiguration, today: string | undefined): boolean {
  if (event === undefined || today === undefined) return false;
  return daysBetween(event.at, today) > (review.overdueDays ?? defaultOverdueDays);
}

/** Takes events one after the other. */
class Round {
  basis: ReviewStatus['basis'] = 'draft';
  event: ReviewEvent | undefined;
  approval: Approval | undefined;
  /** By the name that stands for the person. */
  #asked: readonly string[] = [];
  #decisions = new Map<string, Approval | EventOf<'reject'>>();
  #starter: string | undefined;
  /** Before it was archived. */
  #before: Pick<Round, 'basis' | 'event'> = { basis: 'draft', event: undefined };
  readonly #named: readonly string[];
  readonly #review: ReviewConfiguration;

  constructor(facts: DocumentFacts, review: ReviewConfiguration) {
    this.#named = authorsOf(facts);
    this.#review = review;
  }

  get authors(): readonly string[] {
    if (this.#named.length > 0) return this.#named;
    return this.#starter === undefined ? [] : [this.#starter];
  }

  take(event: ReviewEvent): void {
    if (this.basis === 'archived' && event.kind !== 'restore') return;
    switch (event.kind) {
      case 'start':
        this.#start(event);
        return;
      case 'approve':
        this.#approve(event);
        return;
      case 'reject':
        this.#decisions.set(this.#person(event.by), event);
        this.#become('draft', event);
        return;
      case 'publish':
        if (this.basis === 'approved') this.#become('published', event);
        return;
      case 'reopen':
        this.#decisions.clear();
        this.#become('draft', event);
        return;
      case 'archive':
        this.#before = { basis: this.basis, event: this.event };
        this.#become('archived', event);
        return;
      case 'restore':
        if (this.basis === 'archived') Object.assign(this, this.#before);
        return;
      default:
    }
  }

  /** Everybody who was asked, then everybody who decided without being asked. */
  reviewers(content: string): readonly Reviewer[] {
    const others = [...this.#decisions.keys()].filter((name) => !this.#isAsked(name));
    return [...this.#asked, ...others].map((name) => {
      const event = this.#decisionOf(name);
      if (event === undefined) return { name, decision: 'waiting' };
      if (event.kind === 'reject') return { name, decision: 'rejected', event };
      return { name, decision: event.snapshot.content === content ? 'approved' : 'outdated', event };
    });
  }

  #start(event: EventOf<'start'>): void {
    const people = event.reviewers.map((name) => this.#person(name));
    if (this.basis === 'in-review') {
      this.#asked = [...new Set([...this.#asked, ...people])];
      return;
    }
    this.#asked = [...new Set(people)];
    this.#decisions.clear();
    this.#starter = event.by;
    this.#become('in-review', event);
  }

  #approve(event: Approval): void {
    this.#decisions.set(this.#person(event.by), event);
    if (!this.#isEnough(event.snapshot.content)) {
      if (this.basis === 'draft') this.#become('in-review', event);
      return;
    }
    const isSame = this.basis === 'published' && this.approval?.snapshot.content === event.snapshot.content;
    this.approval = event;
    if (!isSame) this.#become('approved', event);
  }

  /** Approvals of the same content, authors left out: as many as the team wants, else of everybody who was asked. */
  #isEnough(content: string): boolean {
    const guard = guardOf(this.#review, 'approve');
    const counted = [...this.#decisions]
      .filter(([, event]) => event.kind === 'approve' && event.snapshot.content === content)
      .map(([name]) => name)
      .filter((name) => guard.allowsAuthor === true || !this.authors.some((author) => this.#isSame(author, name)));
    if (guard.reviewers !== undefined) return counted.length >= guard.reviewers;
    const isDone = (name: string): boolean => counted.some((each) => this.#isSame(each, name));
    return counted.length > 0 && this.#asked.every(isDone);
  }

  #become(basis: ReviewStatus['basis'], event: ReviewEvent): void {
    this.basis = basis;
    this.event = event;
  }

  #isAsked(name: string): boolean {
    return this.#asked.some((each) => this.#isSame(each, name));
  }

  #decisionOf(name: string): Approval | EventOf<'reject'> | undefined {
    return [...this.#decisions].find(([each]) => this.#isSame(each, name))?.[1];
  }

  #isSame(a: string, b: string): boolean {
    return isSamePerson(a, b, this.#review.people);
  }

  #person(name: string): string {
    return personOf(name, this.#review.people);
  }
}
