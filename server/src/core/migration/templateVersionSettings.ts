// How a library keeps track of versions of its templates. Types only; read by narrowArchive.ts.

export interface TemplateVersionSettings {
  /** Metadata key under which documents say it; absent: 模板版本 or Template version. */
  readonly key?: string;
  /** Where earlier versions of templates are kept, as `<kind>@<version>.md`; absent: `.casewright/templates`. */
  readonly folder?: string;
}

export const defaultTemplatesFolder = '.casewright/templates';
