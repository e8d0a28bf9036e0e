// The texts of the board's page in the display language. The page itself holds none.
import { l10n } from 'vscode';
import type { BoardTexts } from './boardMessages.ts';

export function boardTexts(): BoardTexts {
  return { ...headTexts(), ...scheduleTexts(), ...chartTexts(), ...tableTexts() };
}

function headTexts() {
  return {
    title: l10n.t('Roadmap board'),
    allPlans: l10n.t('All plans'),
    plan: l10n.t('Plan'),
    refresh: l10n.t('Refresh'),
    export: l10n.t('Export'),
    saveSvg: l10n.t('Save as SVG'),
    savePng: l10n.t('Save as PNG'),
    savePrint: l10n.t('Save for printing'),
    saveMermaid: l10n.t('Save as Mermaid'),
    copyMermaid: l10n.t('Copy Mermaid'),
    items: l10n.t('Items'),
    complete: l10n.t('Complete'),
    completeOf: l10n.t('{0} of {1} items'),
    effort: l10n.t('Effort done'),
    effortOf: l10n.t('{0} of {1} days'),
    effortRange: l10n.t('{0}–{1}'),
    unestimated: l10n.t('without an estimate: {0}'),
    drift: l10n.t('Plan and files'),
    driftNone: l10n.t('The plan says what the files say'),
    driftSome: l10n.t('with drift'),
    criticalPath: l10n.t('Critical path'),
    criticalOf: l10n.t('on it, the last until {0}'),
    criticalUnscheduled: l10n.t('on it, none of them scheduled'),
    noCriticalPath: l10n.t('No dependencies are scheduled'),
    made: l10n.t('Drawn by Casewright on {0} from the files as they are'),
  };
}

function scheduleTexts() {
  return {
    schedule: l10n.t('Schedule'),
    scheduleNote: l10n.t('{0} scheduled, from {1} to {2}'),
    scheduleHelp: l10n.t('Arrow keys move between rows, Enter opens the line of the plan.'),
    unscheduled: l10n.t('Not scheduled: {0}; the table lists them.'),
    nothingScheduled: l10n.t('No plan says in which week or on which day something is due.'),
    week: l10n.t('week {0}'),
    day: l10n.t('day {0}'),
    weekShort: l10n.t('W{0}'),
    dayShort: l10n.t('D{0}'),
    critical: l10n.t('on the critical path'),
    dependency: l10n.t('depends on'),
    conflict: l10n.t('begins before what it depends on ends'),
  };
}

function chartTexts() {
  return {
    milestones: l10n.t('Progress by milestone'),
    noMilestones: l10n.t('The plans name no milestones.'),
    priorities: l10n.t('Progress by priority'),
    noPriorities: l10n.t('The plans give no priorities.'),
    burnUp: l10n.t('Burn-up'),
    noHistory: l10n.t('There is no git history that says when items were completed, so no burn-up is drawn.'),
    planned: l10n.t('Planned effort'),
    finished: l10n.t('Effort of completed items'),
    matrix: l10n.t('Priority and state'),
    matrixHelp: l10n.t('A number in the table shows its items in the roadmap.'),
  };
}

function tableTexts() {
  return {
    table: l10n.t('Data as a table'),
    item: l10n.t('Item'),
    group: l10n.t('Group'),
    when: l10n.t('When'),
    state: l10n.t('State'),
    priority: l10n.t('Priority'),
    dependsOn: l10n.t('Depends on'),
    milestone: l10n.t('Milestone'),
    date: l10n.t('Date'),
    days: l10n.t('Days'),
    remaining: l10n.t('Remaining'),
    none: l10n.t('none'),
    openLine: l10n.t('Open the line of the plan'),
  };
}
