// What the team decides about documents that are laid aside. Types and defaults only; read by narrowArchive.ts.

/** What stays at the old path: a short document that says where it went, or nothing. */
export const tombstoneForms = ['redirect', 'none'] as const;
export type TombstoneForm = (typeof tombstoneForms)[number];

export interface ArchiveSettings {
  /** Relative to the library root, without a slash at the end. */
  readonly folder: string;
  readonly tombstone: TombstoneForm;
  /** The team's word for the status; absent: as the template or the language of the document has it. */
  readonly status?: string;
}

export const defaultArchiveSettings: ArchiveSettings = { folder: 'archive', tombstone: 'redirect' };
