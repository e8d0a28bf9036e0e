// Every measure, one line each, sorted by id. To add one: `measures/<id>.ts`, its line here, its page test/measures/<id>.md.
import type { Measure } from './measure.ts';
import { caseEffect } from './case-effect.ts';
import { caseScenario } from './case-scenario.ts';
import { codeBlocks } from './code-blocks.ts';
import { codeComments } from './code-comments.ts';
import { codeComplete } from './code-complete.ts';
import { codeElisions } from './code-elisions.ts';
import { codeErrorHandling } from './code-error-handling.ts';
import { codeLanguages } from './code-languages.ts';
import { codeTests } from './code-tests.ts';
import { codeUsage } from './code-usage.ts';
import { principleDefinition } from './principle-definition.ts';
import { principleFormula } from './principle-formula.ts';
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
import { reuseConfiguration } from './reuse-configuration.ts';
import { reuseDependencies } from './reuse-dependencies.ts';
import { reuseParameters } from './reuse-parameters.ts';
import { reusePrerequisites } from './reuse-prerequisites.ts';
import { reuseVersions } from './reuse-versions.ts';

export const measures: readonly Measure[] = [
  caseEffect,
  caseScenario,
  codeBlocks,
  codeComments,
  codeComplete,
  codeElisions,
  codeErrorHandling,
  codeLanguages,
  codeTests,
  codeUsage,
  principleDefinition,
  principleFormula,
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
  reuseConfiguration,
  reuseDependencies,
  reuseParameters,
  reusePrerequisites,
  reuseVersions,
];
