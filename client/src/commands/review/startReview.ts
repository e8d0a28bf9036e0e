// Start Review: who shall review? Names that are known from other reviews, and any other that is typed.
import { l10n, window, type QuickPickItem } from 'vscode';
import { requests, type ReviewsParams, type ReviewsResult } from '../../../../server/src/lsp/protocol.ts';
import type { CommandContext } from '../index.ts';
import { recordAct } from './recordAct.ts';
import { documentOf, knownOf } from './reviewTarget.ts';

export async function startReview(context: CommandContext, argument: unknown): Promise<boolean> {
  const uri = documentOf(argument);
  if (uri === undefined) return false;
  const reviewers = knownOf(argument).reviewers ?? (await askReviewers(knownNames(context, uri)));
  if (reviewers === undefined) return false;
  return recordAct(context, uri, { action: 'start', reviewers });
}

async function knownNames({ connection, review }: CommandContext, uri: string): Promise<readonly string[]> {
  const reviews = await connection
    .ask<ReviewsResult>(requests.reviews, {} satisfies ReviewsParams)
    .catch(() => undefined);
  const own = review.source.of(uri)?.review;
  const names = [
    ...(own?.reviewers ?? []).map(({ name }) => name),
    ...(own?.history ?? []).map(({ by }) => by),
    ...(reviews?.documents ?? []).flatMap(({ waitingFor }) => waitingFor),
    ...(reviews?.me === undefined ? [] : [reviews.me]),
  ];
  return [...new Set(names)].filter((name) => name !== '').toSorted((one, other) => one.localeCompare(other));
}

/** Undefined where it was left. Several names are parted by commas; none is an answer, too. It does not wait for names. */
function askReviewers(names: Promise<readonly string[]>): Promise<readonly string[] | undefined> {
  const input = window.createQuickPick<QuickPickItem>();
  input.title = l10n.t('Start the review: who reviews?');
  input.placeholder = l10n.t('Choose names, or type others, parted by commas');
  input.canSelectMany = true;
  const offered = new Set<string>();
  const update = (): void => {
    const typed = input.value.split(/[,，、;；]/).map((name) => name.trim());
    const fresh = typed.filter((name) => name !== '' && !offered.has(name));
    const picked = new Set(input.selectedItems.map(({ label }) => label));
    // A name that was typed and chosen stays when the next one is typed.
    for (const label of picked) offered.add(label);
    input.items = [
      ...[...new Set(fresh)].map((label) => ({ label, description: l10n.t('new name'), alwaysShow: true })),
      ...[...offered].map((label) => ({ label })),
    ];
    input.selectedItems = input.items.filter(({ label }) => picked.has(label));
  };
  input.busy = true;
  void names.then((known) => {
    for (const name of known) offered.add(name);
    input.busy = false;
    update();
  });
  update();
  return new Promise((resolve) => {
    input.onDidChangeValue(update);
    input.onDidAccept(() => {
      const typed = input.value.split(/[,，、;；]/).map((name) => name.trim());
      const chosen = [...input.selectedItems.map(({ label }) => label), ...typed.filter((name) => name !== '')];
      resolve([...new Set(chosen)]);
      input.hide();
    });
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
  });
}
