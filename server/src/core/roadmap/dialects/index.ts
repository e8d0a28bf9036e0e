// Every dialect, one line each. To add one: write dialects/<name>.ts and its page test/dialects/<name>.md, add its line here.
import type { Dialect } from '../facts.ts';
import { phaseEstimates } from './phase-estimates.ts';
import { phaseHeadings } from './phase-headings.ts';
import { phaseMilestones } from './phase-milestones.ts';
import { phaseTable } from './phase-table.ts';
import { taskHeadings } from './task-headings.ts';

export const dialects: readonly Dialect[] = [taskHeadings, phaseHeadings, phaseTable, phaseEstimates, phaseMilestones];
