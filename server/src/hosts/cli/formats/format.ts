// The port of the output formats: a report goes in, text comes out.
import type { Report } from '../report.ts';

export interface FormatOptions {
  /** Colours are fine. */
  readonly hasColor: boolean;
  readonly columns: number;
  readonly version: string;
}

export type Formatter = (report: Report, options: FormatOptions) => string;
