// The request about what whole libraries need from the people who keep them. Plain types.

/** `casewright/maintenance`: stale, suspect, waiting for whom, archived, open feedback, work by month. No parameters. */
export interface MaintenanceResult {
  /** A page for each library, one after the other; titles in it are links. In the display language. */
  readonly markdown: string;
  readonly libraries: readonly {
    readonly rootUri: string;
    readonly counts: {
      readonly documents: number;
      readonly stale: number;
      readonly suspect: number;
      readonly waiting: number;
      readonly overdue: number;
      readonly archived: number;
      readonly openThreads: number;
      readonly changed: number;
    };
  }[];
  /** False while a library is being read: it is not in the page yet. */
  readonly isReady: boolean;
}
