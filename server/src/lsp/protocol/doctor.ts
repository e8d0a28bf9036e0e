// The request about the state of whole libraries. Plain types.

/** `casewright/doctor`: how each document is seen, what was left out, what is wrong between documents. No parameters. */
export interface DoctorResult {
  /** A page for each library, one after the other; paths in it are links. In the display language. */
  readonly markdown: string;
  /** False while a library is being read: it is not in the page yet. */
  readonly isReady: boolean;
}
