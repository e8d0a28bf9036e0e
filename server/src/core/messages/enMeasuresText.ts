// English texts of the measures of text: analysis, practice and the criteria of topics.
import type { zhMeasuresText } from './zhMeasuresText.ts';

export const enMeasuresText: Readonly<Record<keyof typeof zhMeasuresText, string>> = {
  'measure.text.part': '“{title}”',
  'measure.text.thin': 'only mentioned, not worked out',
  'measure.text.empty': 'nothing but a slogan under this heading',
  'measure.mechanism.found':
    '{parts} {parts:section or drawing|sections or drawings} on how it works, and {lines} {lines:explanation|explanations} elsewhere',
  'measure.mechanism.none': 'nothing says how it works',
  'measure.cause.found':
    '{parts} {parts:section or table|sections or tables} on causes, and {lines} {lines:place|places} elsewhere that say why',
  'measure.cause.none': 'nothing says why',
  'measure.alternatives.found':
    '{parts} {parts:section or table compares|sections or tables compare} solutions, and {lines} {lines:place|places} elsewhere',
  'measure.alternatives.none': 'no two solutions are set against each other',
  'measure.trade-offs.found':
    '{parts} {parts:place names|places name} gains and costs, and {lines} {lines:sentence weighs|sentences weigh} them',
  'measure.trade-offs.none': 'no place names both gains and costs',
  'measure.trade-offs.one-sided': 'gains without costs',
  'measure.decision.found':
    '{parts} {parts:section or table says|sections or tables say} when to choose what, and {lines} {lines:place|places} elsewhere',
  'measure.decision.none': 'nothing says when to choose what',
  'measure.solution.found':
    '{parts} {parts:section or table gives|sections or tables give} a solution, and {lines} {lines:place|places} elsewhere',
  'measure.solution.none': 'no solution',
  'measure.advice.found': '{parts} {parts:section|sections} of advice, and {lines} {lines:place|places} elsewhere',
  'measure.advice.none': 'no advice that can be followed',
  'measure.pitfalls.found':
    '{parts} {parts:section|sections} on pitfalls, and {lines} {lines:warning|warnings} elsewhere',
  'measure.pitfalls.none': 'nothing says what to avoid',
  'measure.troubleshooting.found':
    '{parts} {parts:section or table|sections or tables} on failures, and {lines} {lines:symptom or remedy|symptoms or remedies} elsewhere',
  'measure.troubleshooting.none': 'no symptom of a failure and no way out',
  'measure.monitoring.found':
    '{parts} {parts:section or block|sections or blocks} on monitoring, and {lines} {lines:mention|mentions} elsewhere',
  'measure.monitoring.none': 'nothing says what to watch and when to raise an alarm',
  'measure.monitoring.no-alert': 'monitoring without alert rules',
  'measure.checklist.found': '{parts} {parts:checklist|checklists}, {tasks} {tasks:box|boxes}',
  'measure.checklist.none': 'no checklist',
  'measure.performance.found':
    '{parts} {parts:section|sections} on performance, and {lines} {lines:piece|pieces} of advice elsewhere',
  'measure.performance.none': 'no advice on performance',
  'measure.lessons.found':
    '{parts} {parts:section sums|sections sum} up, and {lines} {lines:sentence|sentences} of experience elsewhere',
  'measure.lessons.none': 'nothing sums up what was learnt',
  'measure.examples.found':
    '{count} {count:example|examples}: {blocks} {blocks:block|blocks} of code, {sections} example {sections:section|sections} without code',
  'measure.examples.none': 'no examples',
  'measure.length.found': '{count} {count:line|lines}',
  'measure.length.none': 'the document is empty',
  'measure.edge-cases.found':
    '{kinds} of {of} kinds of edges (limits, nothing, timeouts, failures, repeats, concurrency) in {count} {count:place|places}',
  'measure.edge-cases.none': 'no edge cases',
};
