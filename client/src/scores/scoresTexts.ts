// The texts of the page of scores in the display language. The page itself holds none.
import { l10n } from 'vscode';
import type { ScoresTexts } from './scoresMessages.ts';

export function scoresTexts(): ScoresTexts {
  return { ...headTexts(), ...tableTexts() };
}

function headTexts() {
  return {
    title: l10n.t('Scores of the library'),
    library: l10n.t('Library'),
    standard: l10n.t('Review standard'),
    filter: l10n.t('Filter by title or path'),
    refresh: l10n.t('Refresh'),
    saveMarkdown: l10n.t('Save as Markdown'),
    saveCsv: l10n.t('Save as CSV'),
    changed: l10n.t('Documents have changed since these scores were computed.'),
    shown: l10n.t('{0} of {1} documents'),
    showAll: l10n.t('Show all {0} documents'),
    skipped: l10n.t('Not scored: {0}'),
    reason: l10n.t('Reason'),
    sortHelp: l10n.t('A heading sorts by its column; a second click turns the order around.'),
  };
}

function tableTexts() {
  return {
    byDimension: l10n.t('By dimension'),
    dimension: l10n.t('Dimension'),
    weight: l10n.t('Weight'),
    criterion: l10n.t('What the highest level asks for'),
    average: l10n.t('Average'),
    averageOf: l10n.t('of {0}'),
    note: l10n.t('Lacking most often'),
    total: l10n.t('Total'),
    byDocument: l10n.t('By document'),
    document: l10n.t('Document'),
    path: l10n.t('Path'),
    score: l10n.t('Score'),
    scoreBasis: l10n.t('{0}, on {1} % of the weights'),
    grade: l10n.t('Grade'),
    reviewed: l10n.t('With reviewers'),
    questions: l10n.t('Open questions'),
    best: l10n.t('Worth most'),
    given: l10n.t('a reviewer gave {0}'),
    outdated: l10n.t('the content has changed since'),
    none: l10n.t('not measured'),
    openLine: l10n.t('Open the line of the standard'),
  };
}
