// Every dialect, one line each. To add one: write dialects/<name>.ts and its page test/dialects/<name>.md, add its line here.
import type { Dialect } from '../facts.ts';
import { batches } from './batches.ts';
import { checklists } from './checklists.ts';
import { daySchedules } from './day-schedules.ts';
import { dependencyChains } from './dependency-chains.ts';
import { dependencyGraphs } from './dependency-graphs.ts';
import { fenceGaps } from './fence-gaps.ts';
import { fileItems } from './file-items.ts';
import { goals } from './goals.ts';
import { groupHeadings } from './group-headings.ts';
import { itemRules } from './item-rules.ts';
import { itemTables } from './item-tables.ts';
import { labelledHeadings } from './labelled-headings.ts';
import { milestoneClaims } from './milestone-claims.ts';
import { phaseEstimates } from './phase-estimates.ts';
import { phaseHeadings } from './phase-headings.ts';
import { phaseMilestones } from './phase-milestones.ts';
import { phaseTable } from './phase-table.ts';
import { priorityFences } from './priority-fences.ts';
import { priorityLists } from './priority-lists.ts';
import { progressBlocks } from './progress-blocks.ts';
import { proseFigures } from './prose-figures.ts';
import { statedFigures } from './stated-figures.ts';
import { targetFigures } from './target-figures.ts';
import { taskHeadings } from './task-headings.ts';

export const dialects: readonly Dialect[] = [
  batches,
  checklists,
  daySchedules,
  dependencyChains,
  dependencyGraphs,
  fenceGaps,
  fileItems,
  goals,
  groupHeadings,
  itemRules,
  itemTables,
  labelledHeadings,
  milestoneClaims,
  phaseEstimates,
  phaseHeadings,
  phaseMilestones,
  phaseTable,
  priorityFences,
  priorityLists,
  progressBlocks,
  proseFigures,
  statedFigures,
  targetFigures,
  taskHeadings,
];
