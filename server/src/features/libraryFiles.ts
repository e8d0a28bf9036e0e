// Which files a library is built from, as its configuration names them.
import { narrowConfiguration } from '../core/library/narrowConfiguration.ts';
import type { EngineView } from './engineView.ts';

export interface ConfigurationParams {
  readonly configurationText?: string;
}

/** Paths of templates and standards inside the library, once each, in configured order. */
export function libraryFiles(_view: EngineView, { configurationText }: ConfigurationParams): readonly string[] {
  const paths = narrowConfiguration(configurationText).references.map((reference) => reference.path);
  return [...new Set(paths.filter((path) => !path.startsWith('builtin:')))];
}
