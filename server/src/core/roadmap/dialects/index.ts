// Every dialect, one line each. To add one: write dialects/<name>.ts and its page test/dialects/<name>.md, add its line here.
import type { Dialect } from '../facts.ts';
import { batches } from './batches.ts';
import { itemRules } from './item-rules.ts';
import { itemTables } from './item-tables.ts';
import { labelledHeadings } from './labelled-headings.ts';
import { milestoneClaims } from './milestone-claims.ts';
import { phaseEstimates } from './phase-estimates.ts';
import { phaseHeadings } from './phase-headings.ts';
import { phaseMilestones } from './phase-milestones.ts';
import { phaseTable } from './phase-table.ts';
import { priorityLists } from './priority-lists.ts';
import { progressBlocks } from './progress-blocks.ts';
import { statedFigures } from './stated-figures.ts';
import { taskHeadings } from './task-headings.ts';

export const dialects: readonly Dialect[] = [
  batches,
  itemRules,
  itemTables,
  labelledHeadings,
  milestoneClaims,
  phaseEstimates,
  phaseHeadings,
  phaseMilestones,
  phaseTable,
  priorityLists,
  progressBlocks,
  statedFigures,
  taskHeadings,
];
