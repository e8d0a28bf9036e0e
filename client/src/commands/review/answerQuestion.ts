// Answer a question of the review standard: yes, no, does not apply.
import { l10n, window, type QuickPickItem } from 'vscode';
import type { ReviewAct } from '../../../../server/src/lsp/protocol.ts';
import { allNodes, dimensionAt, reviewNodes, type ReviewNode } from '../../review/reviewNodes.ts';
import type { CommandContext } from '../index.ts';
import { recordAct } from './recordAct.ts';
import { documentOf, isReviewNode, knownOf } from './reviewTarget.ts';

type Answer = Extract<ReviewAct, { readonly action: 'answer' }>['answer'];
const answers: readonly Answer[] = ['yes', 'no', 'not-applicable'];

interface QuestionItem extends QuickPickItem {
  readonly key: string;
}

/** @param given the answer, where the button of the row says it */
export async function answerQuestion(context: CommandContext, argument: unknown, given?: Answer): Promise<boolean> {
  const uri = documentOf(argument);
  if (uri === undefined) return false;
  const question = questionOf(argument) ?? (await pickQuestion(context, uri));
  if (question === undefined) return false;
  const known = answers.find((answer) => answer === knownOf(argument).answer);
  const answer = given ?? known ?? (await pickAnswer());
  if (answer === undefined) return false;
  const { note } = knownOf(argument);
  return recordAct(context, uri, { action: 'answer', question, answer, ...(note !== undefined && { note }) });
}

function questionOf(argument: unknown): string | undefined {
  if (!isReviewNode(argument)) return knownOf(argument).question;
  return argument.content.type === 'check' ? argument.content.check.key : undefined;
}

async function pickQuestion({ review }: CommandContext, uri: string): Promise<string | undefined> {
  const known = review.source.of(uri);
  const rows = known === undefined ? [] : allNodes(reviewNodes(known));
  const items = rows.flatMap(itemOf);
  if (items.length === 0) {
    void window.showInformationMessage(l10n.t('The review standard asks nothing about this document.'));
    return undefined;
  }
  const options = { title: l10n.t('Which question?'), matchOnDescription: true, matchOnDetail: true };
  return (await window.showQuickPick(items, options))?.key;
}

function itemOf(node: ReviewNode): readonly QuestionItem[] {
  if (node.content.type !== 'check' || !node.content.isQuestion) return [];
  const { key, text, outcome } = node.content.check;
  const sign = outcome === 'asked' ? '$(question)' : outcome === 'met' ? '$(check)' : '$(close)';
  return [{ key, label: `${sign} ${text}`, description: dimensionAt(node)?.name ?? '' }];
}

async function pickAnswer(): Promise<Answer | undefined> {
  const items: readonly (QuickPickItem & { readonly answer: Answer })[] = [
    { label: `$(check) ${l10n.t('Yes')}`, answer: 'yes' },
    { label: `$(close) ${l10n.t('No')}`, answer: 'no' },
    { label: `$(circle-slash) ${l10n.t('Does not apply')}`, answer: 'not-applicable' },
  ];
  return (await window.showQuickPick(items, { title: l10n.t('Your answer') }))?.answer;
}
