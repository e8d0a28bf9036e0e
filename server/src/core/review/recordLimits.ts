// How much of a record is read. People write thousands of events at most; more is a mistake or an attack.
export const recordLimits = {
  /** UTF-16 units of the file. */
  length: 2_000_000,
  events: 5_000,
  /** Findings of one file. */
  problems: 50,
  /** Of a note, a reason, a comment. */
  note: 20_000,
  /** Of names, headings, paths, keys. */
  name: 500,
  /** Reviewers, sections, documents of one event. */
  items: 5_000,
} as const;
