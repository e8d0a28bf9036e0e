// What the board's page and the extension say to each other. Types only: both sides import it.
import type { RoadmapBoardResult, RoadmapResult, RoadmapRollUp } from '../../../server/src/lsp/protocol.ts';

/** Everything that the page draws. */
export interface BoardData {
  readonly board: RoadmapBoardResult;
  readonly summary: RoadmapRollUp;
  readonly plans: RoadmapResult['plans'];
  /** The plan shown; undefined: all. */
  readonly planUri?: string;
  readonly texts: BoardTexts;
  /** BCP 47 tag of the display language. */
  readonly language: string;
}

export type ToPage =
  | { readonly type: 'board'; readonly data: BoardData }
  /** There is nothing to draw, and why. */
  | { readonly type: 'nothing'; readonly text: string; readonly texts: BoardTexts };

export type FileFormat = 'svg' | 'png' | 'html' | 'mermaid';

export type ToHost =
  | { readonly type: 'ready' }
  | { readonly type: 'refresh' }
  /** A row of the board that was last sent. */
  | { readonly type: 'open'; readonly row: number }
  | { readonly type: 'choosePlan'; readonly uri: string }
  | { readonly type: 'filter'; readonly filter: string }
  /** `content` is Base64 for png and text otherwise. */
  | { readonly type: 'save'; readonly format: FileFormat; readonly content: string }
  | { readonly type: 'copy'; readonly content: string };

/** Texts of the page in the display language; `{0}` stands for a value. */
export interface BoardTexts {
  readonly title: string;
  readonly allPlans: string;
  readonly plan: string;
  readonly refresh: string;
  readonly saveSvg: string;
  readonly savePng: string;
  readonly savePrint: string;
  readonly saveMermaid: string;
  readonly copyMermaid: string;
  readonly export: string;
  readonly items: string;
  readonly complete: string;
  readonly completeOf: string;
  readonly effort: string;
  readonly effortOf: string;
  readonly effortRange: string;
  readonly unestimated: string;
  readonly drift: string;
  readonly driftNone: string;
  readonly driftSome: string;
  readonly criticalPath: string;
  readonly criticalOf: string;
  readonly criticalUnscheduled: string;
  readonly noCriticalPath: string;
  readonly schedule: string;
  readonly scheduleNote: string;
  readonly scheduleHelp: string;
  readonly unscheduled: string;
  readonly nothingScheduled: string;
  readonly week: string;
  readonly day: string;
  readonly weekShort: string;
  readonly dayShort: string;
  readonly critical: string;
  readonly dependency: string;
  readonly conflict: string;
  readonly milestones: string;
  readonly noMilestones: string;
  readonly priorities: string;
  readonly noPriorities: string;
  readonly burnUp: string;
  readonly noHistory: string;
  readonly planned: string;
  readonly finished: string;
  readonly matrix: string;
  readonly matrixHelp: string;
  readonly table: string;
  readonly item: string;
  readonly group: string;
  readonly when: string;
  readonly state: string;
  readonly priority: string;
  readonly dependsOn: string;
  readonly milestone: string;
  readonly date: string;
  readonly days: string;
  readonly remaining: string;
  readonly none: string;
  readonly openLine: string;
  readonly made: string;
}
