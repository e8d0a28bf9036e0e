// Set Level: the level that a reviewer gives a dimension, beside the measured one.
import { l10n, window } from 'vscode';
import type { ScoreDimension } from '../../../../server/src/lsp/protocol.ts';
import { dimensionAt } from '../../review/reviewNodes.ts';
import type { CommandContext } from '../index.ts';
import { recordAct } from './recordAct.ts';
import { documentOf, isReviewNode, knownOf } from './reviewTarget.ts';

export async function setLevel(context: CommandContext, argument: unknown): Promise<boolean> {
  const uri = documentOf(argument);
  if (uri === undefined) return false;
  const dimension = await dimensionOf(context, uri, argument);
  if (dimension === undefined) return false;
  const known = knownOf(argument);
  const level = known.level ?? (await askLevel(dimension));
  if (level === undefined) return false;
  const reason = known.level === undefined ? await askReason(dimension, level) : known.note;
  if (reason === undefined && known.level === undefined) return false;
  const words = reason === undefined || reason === '' ? {} : { reason };
  return recordAct(context, uri, { action: 'level', dimension: dimension.name, level, ...words });
}

async function dimensionOf(
  { review }: CommandContext,
  uri: string,
  argument: unknown,
): Promise<ScoreDimension | undefined> {
  if (isReviewNode(argument)) return dimensionAt(argument);
  if (review.source.of(uri)?.score === undefined) await review.source.refresh();
  const dimensions = review.source.of(uri)?.score?.dimensions ?? [];
  const { dimension: name } = knownOf(argument);
  if (name !== undefined) return dimensions.find((each) => each.name === name);
  if (dimensions.length === 0) {
    void window.showInformationMessage(l10n.t('There is no review standard with dimensions for this document.'));
    return undefined;
  }
  const items = dimensions.map((dimension) => ({
    label: dimension.name,
    description: dimension.level === undefined ? l10n.t('not measured') : `${dimension.level}/${dimension.max}`,
    dimension,
  }));
  return (await window.showQuickPick(items, { title: l10n.t('Which dimension?') }))?.dimension;
}

async function askLevel({ name, max, level, label, next, given }: ScoreDimension): Promise<number | undefined> {
  const items = Array.from({ length: max + 1 }, (_, index) => max - index).map((each) => ({
    label: String(each),
    description: each === level ? (label ?? '') : each === next?.level ? (next.label ?? '') : '',
    detail: notesOf(each, { level, next, given }).join(' · '),
    each,
  }));
  return (await window.showQuickPick(items, { title: l10n.t('Level of “{0}”', name) }))?.each;
}

function notesOf(
  each: number,
  { level, next, given }: Pick<ScoreDimension, 'level' | 'next' | 'given'>,
): readonly string[] {
  const notes: string[] = [];
  if (each === level) notes.push(l10n.t('measured by machine'));
  if (each === given?.level) notes.push(l10n.t('{0} gave {1}', given.by, given.level));
  if (each === next?.level) notes.push(next.text);
  return notes;
}

async function askReason({ name }: ScoreDimension, level: number): Promise<string | undefined> {
  const title = l10n.t('“{0}”: level {1}', name, level);
  return (
    await window.showInputBox({ title, prompt: l10n.t('Why? May be left empty.'), ignoreFocusOut: true })
  )?.trim();
}
