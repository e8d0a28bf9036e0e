// Every dialect, one line each. To add one: write dialects/<name>.ts and its page test/dialects/<name>.md, add its line here.
import type { Dialect } from '../facts.ts';
import { arrowRows } from './arrow-rows.ts';
import { attributeTables } from './attribute-tables.ts';
import { batches } from './batches.ts';
import { boxLists } from './box-lists.ts';
import { bracketFigures } from './bracket-figures.ts';
import { categoryTables } from './category-tables.ts';
import { checklists } from './checklists.ts';
import { dayBlocks } from './day-blocks.ts';
import { dayDocuments } from './day-documents.ts';
import { daySchedules } from './day-schedules.ts';
import { dependencyChains } from './dependency-chains.ts';
import { dependencyGraphs } from './dependency-graphs.ts';
import { fenceGaps } from './fence-gaps.ts';
import { fileItems } from './file-items.ts';
import { gapBoxes } from './gap-boxes.ts';
import { goals } from './goals.ts';
import { groupHeadings } from './group-headings.ts';
import { groupTables } from './group-tables.ts';
import { itemRules } from './item-rules.ts';
import { itemTables } from './item-tables.ts';
import { labelledHeadings } from './labelled-headings.ts';
import { markedFiles } from './marked-files.ts';
import { milestoneBoxes } from './milestone-boxes.ts';
import { milestoneClaims } from './milestone-claims.ts';
import { milestoneHeadings } from './milestone-headings.ts';
import { milestoneTables } from './milestone-tables.ts';
import { numberedItems } from './numbered-items.ts';
import { phaseEstimates } from './phase-estimates.ts';
import { phaseHeadings } from './phase-headings.ts';
import { phaseMilestones } from './phase-milestones.ts';
import { phaseTable } from './phase-table.ts';
import { priorityFences } from './priority-fences.ts';
import { priorityLists } from './priority-lists.ts';
import { priorityOverviews } from './priority-overviews.ts';
import { progressBlocks } from './progress-blocks.ts';
import { proseFigures } from './prose-figures.ts';
import { rounds } from './rounds.ts';
import { statedFigures } from './stated-figures.ts';
import { statusPoints } from './status-points.ts';
import { statusTrees } from './status-trees.ts';
import { targetFigures } from './target-figures.ts';
import { taskHeadings } from './task-headings.ts';
import { weekHeadings } from './week-headings.ts';
import { weekSchedules } from './week-schedules.ts';
import { yamlTasks } from './yaml-tasks.ts';

export const dialects: readonly Dialect[] = [
  arrowRows,
  attributeTables,
  batches,
  boxLists,
  bracketFigures,
  categoryTables,
  checklists,
  dayBlocks,
  dayDocuments,
  daySchedules,
  dependencyChains,
  dependencyGraphs,
  fenceGaps,
  fileItems,
  gapBoxes,
  goals,
  groupHeadings,
  groupTables,
  itemRules,
  itemTables,
  labelledHeadings,
  markedFiles,
  milestoneBoxes,
  milestoneClaims,
  milestoneHeadings,
  milestoneTables,
  numberedItems,
  phaseEstimates,
  phaseHeadings,
  phaseMilestones,
  phaseTable,
  priorityFences,
  priorityLists,
  priorityOverviews,
  progressBlocks,
  proseFigures,
  rounds,
  statedFigures,
  statusPoints,
  statusTrees,
  targetFigures,
  taskHeadings,
  weekHeadings,
  weekSchedules,
  yamlTasks,
];
