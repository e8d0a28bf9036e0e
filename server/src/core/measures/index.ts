// Every measure, one line each, sorted by id. To add one: `measures/<id>.ts`, its line here, its page test/measures/<id>.md.
import type { Measure } from './measure.ts';
import { analysisAlternatives } from './analysis-alternatives.ts';
import { analysisCause } from './analysis-cause.ts';
import { analysisDecision } from './analysis-decision.ts';
import { analysisMechanism } from './analysis-mechanism.ts';
import { analysisSolution } from './analysis-solution.ts';
import { analysisTradeOffs } from './analysis-trade-offs.ts';
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
import { dataComparison } from './data-comparison.ts';
import { dataDescription } from './data-description.ts';
import { dataEnvironment } from './data-environment.ts';
import { dataGenerator } from './data-generator.ts';
import { dataPerformance } from './data-performance.ts';
import { dataTestData } from './data-test-data.ts';
import { practiceAdvice } from './practice-advice.ts';
import { practiceChecklist } from './practice-checklist.ts';
import { practiceLessons } from './practice-lessons.ts';
import { practiceMonitoring } from './practice-monitoring.ts';
import { practicePerformance } from './practice-performance.ts';
import { practicePitfalls } from './practice-pitfalls.ts';
import { practiceTroubleshooting } from './practice-troubleshooting.ts';
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
import { topicEdgeCases } from './topic-edge-cases.ts';
import { topicExamples } from './topic-examples.ts';
import { topicLength } from './topic-length.ts';

export const measures: readonly Measure[] = [
  analysisAlternatives,
  analysisCause,
  analysisDecision,
  analysisMechanism,
  analysisSolution,
  analysisTradeOffs,
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
  dataComparison,
  dataDescription,
  dataEnvironment,
  dataGenerator,
  dataPerformance,
  dataTestData,
  practiceAdvice,
  practiceChecklist,
  practiceLessons,
  practiceMonitoring,
  practicePerformance,
  practicePitfalls,
  practiceTroubleshooting,
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
  topicEdgeCases,
  topicExamples,
  topicLength,
];
