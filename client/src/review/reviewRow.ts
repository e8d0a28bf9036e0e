// How each row of the review view looks.
import { l10n, type TreeItem } from 'vscode';
import type { GroupName, ReviewNode, RowContent } from './reviewNodes.ts';
import {
  commentLook,
  eventLook,
  problemLook,
  refusalLook,
  reviewerLook,
  sectionLook,
  stateLook,
  stepLook,
  suspectLook,
  threadLook,
} from './recordRows.ts';
import { icon, treeItem, type RowLook } from './rowLook.ts';
import {
  actionLook,
  checkLook,
  conditionLook,
  dimensionLook,
  nextLook,
  placeLook,
  scoreLook,
  standardLook,
  totalLook,
} from './scoreRows.ts';

export function reviewRow(node: ReviewNode): TreeItem {
  return treeItem(lookOf(node), node.id, { hasChildren: node.children.length > 0, node });
}

/** One line for each kind of row. */
type Looks = {
  readonly [Type in RowContent['type']]: (content: Extract<RowContent, { type: Type }>, uri: string) => RowLook;
};

const looks: Looks = {
  score: ({ score }) => scoreLook(score),
  total: ({ of, total }) => totalLook(of, total),
  standard: ({ standard }) => standardLook(standard),
  state: ({ review }) => stateLook(review),
  reviewer: ({ reviewer }) => reviewerLook(reviewer),
  section: ({ section }, uri) => sectionLook(section, uri),
  suspect: ({ suspect }) => suspectLook(suspect),
  problem: ({ problem, recordUri }) => problemLook(problem, recordUri),
  step: ({ status }) => stepLook(status),
  refusal: ({ refusal }) => refusalLook(refusal),
  group: ({ group, count, of }) => groupLook(group, count, of),
  next: ({ next }) => nextLook(next),
  dimension: ({ dimension, approved }) => dimensionLook(dimension, approved),
  condition: ({ condition }, uri) => conditionLook(condition, uri),
  place: ({ place, isMissing }, uri) => placeLook(place, isMissing, uri),
  check: ({ check, isQuestion }, uri) => checkLook(check, isQuestion, uri),
  action: ({ action }, uri) => actionLook(action, uri),
  thread: ({ thread }, uri) => threadLook(thread, uri),
  comment: ({ comment, thread }, uri) => commentLook(comment, thread, uri),
  event: ({ event, recordUri }) => eventLook(event, recordUri),
};

function lookOf({ content, uri }: ReviewNode): RowLook {
  // The table has the look of exactly this type of content; the compiler can not follow the key to its value.
  const look = looks[content.type] as (content: RowContent, uri: string) => RowLook;
  return look(content, uri);
}

const groupIcons: Readonly<Record<GroupName, string>> = {
  actions: 'rocket',
  changed: 'diff',
  checks: 'checklist',
  dimensions: 'dashboard',
  held: 'quote',
  history: 'history',
  questions: 'question',
  suspect: 'eye-watch',
  threads: 'comment-discussion',
};

const openGroups: ReadonlySet<GroupName> = new Set(['actions', 'dimensions', 'threads']);

function groupLook(group: GroupName, count: number, of: number | undefined): RowLook {
  return {
    label: groupLabel(group),
    description: of === undefined ? String(count) : `${count}/${of}`,
    icon: icon(groupIcons[group]),
    isOpen: openGroups.has(group),
    words: ['group', group],
    spoken:
      of === undefined ? `${groupLabel(group)}: ${count}` : l10n.t('{0}: {1} of {2}', groupLabel(group), count, of),
  };
}

function groupLabel(group: GroupName): string {
  switch (group) {
    case 'actions':
      return l10n.t('Next best actions');
    case 'changed':
      return l10n.t('Changed since the review');
    case 'checks':
      return l10n.t('Check items');
    case 'dimensions':
      return l10n.t('Dimensions');
    case 'held':
      return l10n.t('What the level stands on');
    case 'history':
      return l10n.t('History');
    case 'questions':
      return l10n.t('Questions to the reviewer');
    case 'suspect':
      return l10n.t('Look again: what it depends on changed');
    case 'threads':
      return l10n.t('Comments');
  }
}
