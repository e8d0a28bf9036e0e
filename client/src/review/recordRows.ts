// Rows about the review as work: state, reviewers, what changed since, what can be done, comments, history.
import { l10n, type ThemeIcon } from 'vscode';
import type {
  ReviewActionName,
  ReviewActionStatus,
  ReviewChanges,
  ReviewerStatus,
  ReviewHistoryEntry,
  ReviewRefusal,
  ReviewResult,
  ReviewStateName,
  ReviewThread,
} from '../../../server/src/lsp/protocol.ts';
import { dayOf, icon, joined, type RowLook } from './rowLook.ts';
import { cut } from './scoreRows.ts';

export function stateLook(review: ReviewResult): RowLook {
  const { label, state, reason, since, changed, suspect, reviewers, stated, problems } = review;
  const waiting = reviewers.filter(({ decision }) => decision === 'waiting' || decision === 'outdated');
  const others = suspect.length === 0 ? undefined : l10n.t('suspect: {0}', suspect.length);
  const day = since === undefined ? undefined : dayOf(since);
  const forWhom =
    state === 'in-review' && waiting.length > 0
      ? l10n.t('waiting for {0}', waiting.map(({ name }) => name).join(', '))
      : undefined;
  const said = stated === undefined ? undefined : l10n.t('the document says “{0}”', stated.words);
  return {
    label,
    description: joined([day, forWhom, changed?.summary, others]),
    tooltip: joined([label, reason, day, forWhom, changed?.summary, said], '\n'),
    icon: problems.length > 0 ? icon('warning', 'list.warningForeground') : stateIcon(state),
    isOpen: true,
    words: ['state', ...(review.hasRecord ? ['record'] : [])],
  };
}

const stateIcons: Readonly<Record<ReviewStateName, readonly [name: string, color?: string]>> = {
  draft: ['edit', 'charts.yellow'],
  'in-review': ['eye', 'charts.blue'],
  approved: ['verified', 'charts.green'],
  published: ['verified-filled', 'charts.green'],
  stale: ['history', 'charts.orange'],
  archived: ['archive', 'disabledForeground'],
};

export function stateIcon(state: ReviewStateName): ThemeIcon {
  return icon(...stateIcons[state]);
}

export function reviewerLook({ name, decision, at, note }: ReviewerStatus): RowLook {
  const word = decisionWord(decision);
  const day = at === undefined ? undefined : dayOf(at);
  return {
    label: name,
    description: joined([word, day, note]),
    tooltip: joined([name, word, day, note], '\n'),
    icon: decisionIcon(decision),
  };
}

function decisionWord(decision: ReviewerStatus['decision']): string {
  switch (decision) {
    case 'waiting':
      return l10n.t('has not decided');
    case 'approved':
      return l10n.t('approved');
    case 'outdated':
      return l10n.t('approved what it was before');
    case 'rejected':
      return l10n.t('asks for changes');
  }
}

function decisionIcon(decision: ReviewerStatus['decision']): ThemeIcon {
  switch (decision) {
    case 'waiting':
      return icon('watch', 'charts.blue');
    case 'approved':
      return icon('check', 'testing.iconPassed');
    case 'outdated':
      return icon('history', 'charts.orange');
    case 'rejected':
      return icon('request-changes', 'charts.red');
  }
}

type Section = ReviewChanges['sections'][number];

export function sectionLook({ kind, name, before, range }: Section, uri: string): RowLook {
  const word = changeWord(kind);
  return {
    label: name === '' ? l10n.t('above the first heading') : name,
    description: joined([word, before === undefined ? undefined : l10n.t('was “{0}”', before)]),
    icon: changeIcon(kind),
    ...(range !== undefined && { open: { uri, range } }),
  };
}

function changeWord(kind: Section['kind']): string {
  switch (kind) {
    case 'changed':
      return l10n.t('changed');
    case 'added':
      return l10n.t('added');
    case 'removed':
      return l10n.t('removed');
    case 'renamed':
      return l10n.t('renamed');
  }
}

function changeIcon(kind: Section['kind']): ThemeIcon {
  switch (kind) {
    case 'changed':
      return icon('diff-modified', 'gitDecoration.modifiedResourceForeground');
    case 'added':
      return icon('diff-added', 'gitDecoration.addedResourceForeground');
    case 'removed':
      return icon('diff-removed', 'gitDecoration.deletedResourceForeground');
    case 'renamed':
      return icon('diff-renamed', 'gitDecoration.renamedResourceForeground');
  }
}

export function suspectLook({ title, path, uri }: ReviewResult['suspect'][number]): RowLook {
  return {
    label: title,
    description: l10n.t('has changed since'),
    tooltip: joined([path, l10n.t('This document depends on it, and it has changed since.')], '\n'),
    icon: icon('eye-watch', 'charts.orange'),
    open: { uri },
  };
}

export function problemLook({ message, range }: ReviewResult['problems'][number], recordUri: string): RowLook {
  return {
    label: cut(message),
    tooltip: message,
    icon: icon('warning', 'list.warningForeground'),
    open: { uri: recordUri, range },
  };
}

/** Commands of the steps that a row can begin; the others have commands and menus of their own. */
const stepCommands: Partial<Readonly<Record<ReviewActionName, string>>> = {
  start: 'casewright.startReview',
  approve: 'casewright.approveReview',
  reject: 'casewright.rejectReview',
  publish: 'casewright.publishDocument',
  reopen: 'casewright.reopenReview',
  look: 'casewright.lookedAt',
  mend: 'casewright.mendReviewRecord',
};

const stepIcons: Partial<Readonly<Record<ReviewActionName, string>>> = {
  start: 'git-pull-request',
  approve: 'check-all',
  reject: 'request-changes',
  publish: 'rocket',
  reopen: 'discard',
  look: 'eye',
  mend: 'tools',
};

export function stepLook({ action, label, isAllowed, reasons }: ReviewActionStatus): RowLook {
  const name = stepIcons[action] ?? 'circle-outline';
  if (!isAllowed) {
    return {
      label,
      description: l10n.t('not yet: {0}', reasons.length),
      tooltip: joined([label, ...reasons.map(({ text, remedy }) => joined([text, remedy], '. '))], '\n'),
      icon: icon('lock', 'disabledForeground'),
      words: ['refused'],
    };
  }
  const command = stepCommands[action];
  return { label, icon: icon(name), words: ['step'], ...(command !== undefined && { command }) };
}

export function refusalLook({ text, remedy }: ReviewRefusal): RowLook {
  return { label: text, description: remedy, tooltip: joined([text, remedy], '\n'), icon: icon('dash') };
}

export function threadLook({ comments, heading, isResolved, place, note, range }: ReviewThread, uri: string): RowLook {
  const [first] = comments;
  const answers = comments.length - 1;
  const state = isResolved ? l10n.t('resolved') : undefined;
  const where = heading === '' ? l10n.t('above the first heading') : heading;
  return {
    label: cut(firstLine(first?.text ?? '')),
    description: joined([state, first?.by, where, answers < 1 ? undefined : l10n.t('answers: {0}', answers)]),
    tooltip: joined([first?.text, joined([first?.by, first && dayOf(first.at)]), where, note], '\n'),
    icon: isResolved ? icon('pass', 'disabledForeground') : icon(place === 'lost' ? 'comment-unresolved' : 'comment'),
    words: ['thread', isResolved ? 'resolved' : 'open'],
    open: { uri, range },
  };
}

export function commentLook(
  { by, at, text }: ReviewThread['comments'][number],
  { range }: ReviewThread,
  uri: string,
): RowLook {
  return {
    label: cut(firstLine(text)),
    description: joined([by, dayOf(at)]),
    tooltip: joined([text, joined([by, dayOf(at)])], '\n'),
    icon: icon('reply'),
    open: { uri, range },
  };
}

export function eventLook({ text, at, by, range }: ReviewHistoryEntry, recordUri: string): RowLook {
  return {
    label: cut(text),
    description: joined([by, dayOf(at)]),
    tooltip: joined([text, by, dayOf(at)], '\n'),
    icon: icon('circle-small-filled'),
    open: { uri: recordUri, range },
  };
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
