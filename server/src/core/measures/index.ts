// Every measure, one line each, sorted by id. To add one: `measures/<id>.ts`, its line here, its page test/measures/<id>.md.
import type { Measure } from './measure.ts';
import { codeBlocks } from './code-blocks.ts';
import { codeComments } from './code-comments.ts';
import { codeComplete } from './code-complete.ts';
import { codeElisions } from './code-elisions.ts';
import { codeErrorHandling } from './code-error-handling.ts';
import { codeLanguages } from './code-languages.ts';
import { codeTests } from './code-tests.ts';
import { codeUsage } from './code-usage.ts';
import { readabilityContents } from './readability-contents.ts';
import { readabilityFigures } from './readability-figures.ts';
import { readabilityFormat } from './readability-format.ts';
import { readabilityNumbering } from './readability-numbering.ts';
import { readabilityOverview } from './readability-overview.ts';
import { readabilityPlaceholders } from './readability-placeholders.ts';
import { readabilityStructure } from './readability-structure.ts';
import { readabilitySummary } from './readability-summary.ts';
import { referencesBlogs } from './references-blogs.ts';
import { referencesEncyclopedia } from './references-encyclopedia.ts';
import { referencesLinks } from './references-links.ts';
import { referencesOfficial } from './references-official.ts';
import { referencesPapers } from './references-papers.ts';
import { referencesSources } from './references-sources.ts';

export const measures: readonly Measure[] = [
  codeBlocks,
  codeComments,
  codeComplete,
  codeElisions,
  codeErrorHandling,
  codeLanguages,
  codeTests,
  codeUsage,
  readabilityContents,
  readabilityFigures,
  readabilityFormat,
  readabilityNumbering,
  readabilityOverview,
  readabilityPlaceholders,
  readabilityStructure,
  readabilitySummary,
  referencesBlogs,
  referencesEncyclopedia,
  referencesLinks,
  referencesOfficial,
  referencesPapers,
  referencesSources,
];
