// Every size and time limit, with its reason. Times are milliseconds, sizes UTF-16 code units unless they say bytes.
export const limits = {
  /** Full checks; the fast parser needs about 70 ms for this much (performance.md). */
  documentLength: 2_000_000,
  /** Deadline of one analysis in the editor: nobody waits longer for squiggles. */
  editorAnalysisTime: 4_000,
  /** Deadline of one analysis in the command line, where big files are worth waiting for. */
  commandLineAnalysisTime: 20_000,
  /** Deeper trees are cut: recursive walkers overflow at some thousands. */
  treeDepth: 200,
  templateLength: 512_000,
  findingsPerDocument: 200,
  messageLength: 200,
  hoverLength: 4_000,
  /** Patterns from templates: RE2 syntax, linear time. */
  patternLength: 500,
  patternInputLength: 10_000,
  configurationLength: 256_000,
} as const;
