// Every generated page by its path. Reads the sources of this repository, writes nothing; test/docs compares the result.
import { annotationSchema } from '../../server/src/core/template/annotationSchema.ts';
import { annotationsPage } from './annotationsPage.ts';
import { derivedSchemas } from '../generate/deriveSchemas.ts';
import { commandLinePage } from './commandLinePage.ts';
import { commandsPage } from './commandsPage.ts';
import { configurationPage } from './configurationPage.ts';
import { decisionsIndex } from './decisionsIndex.ts';
import type { Locale } from './markdown.ts';
import { measuresPage } from './measuresPage.ts';
import { generatedModules } from './modules.ts';
import { rulesPage } from './rulesPage.ts';
import { settingsPage } from './settingsPage.ts';

const writers: Readonly<Record<string, (locale: Locale) => string>> = {
  rules: rulesPage,
  measures: measuresPage,
  settings: settingsPage,
  commands: commandsPage,
  configuration: configurationPage,
  cli: commandLinePage,
};

/** Path relative to the root of the repository, with forward slashes, to text. */
export function generatedPages(): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  for (const locale of ['zh', 'en'] as const) {
    for (const [name, write] of Object.entries(writers))
      pages.set(`docs/${locale}/reference/${name}.md`, write(locale));
  }
  for (const locale of ['zh', 'en'] as const) pages.set(`docs/${locale}/annotations.md`, annotationsPage(locale));
  pages.set('schemas/annotation.schema.json', `${JSON.stringify(annotationSchema, null, 2)}\n`);
  const schemas = [...derivedSchemas()].map(([name, text]) => [`schemas/derived/${name}`, text] as const);
  return new Map([...pages, ['docs/decisions/README.md', decisionsIndex()], ...generatedModules(), ...schemas]);
}
