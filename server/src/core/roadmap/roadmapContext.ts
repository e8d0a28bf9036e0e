// What rules over plans look at. Types only.
import type { DocumentModel } from '../model/documentModel.ts';
import type { LibraryFiles } from './libraryFiles.ts';
import type { Plan } from './plan.ts';

export interface RoadmapContext {
  readonly plan: Plan;
  readonly model: DocumentModel;
  /** Absent: nothing is known of the disk, and rules against files say nothing. */
  readonly files?: LibraryFiles;
  /** The other plans of the library, for what two plans say of one item. */
  readonly otherPlans: readonly Plan[];
}
