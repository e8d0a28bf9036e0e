// English texts of scores: what was found, what would bring most, and what is wrong in a standard's criteria.
import type { zhScore } from './zhScore.ts';

export const enScore: Readonly<Record<keyof typeof zhScore, string>> = {
  'score.some-of': '{met} of {of}, at least {least} asked for',
  'score.measure-unknown': 'There is no measure {id}',
  'score.bound': 'There {count:is|are} {count}',
  'score.rule': 'Rule {code} found {count} {count:problem|problems}',
  'score.rule.off': 'Rule {code} is off, so nothing can be said',
  'score.section': 'Section “{name}” is there',
  'score.section.missing': 'Section “{name}” is not there',
  'score.field': 'Metadata “{name}” is filled in',
  'score.field.missing': 'Metadata “{name}” is not filled in',
  'score.unmeasured': 'Nothing in the words of the standard can be measured; a reviewer gives the level',
  'score.not-applicable': 'The document holds nothing that this dimension measures',
  'score.action': 'Reach “{first}”',
  'score.action.two': 'Reach “{first}” and “{second}”',
  'score.action.more': 'Reach “{first}”, “{second}” and {count} more',
  'score.demand.none': '{name}: not asked for',
  'score.demand.some': '{name}: some',
  'score.demand.most': '{name}: most',
  'score.demand.all': '{name}: all',
  'score.demand.some-of': 'At least {least} of: {names}',
  'score.demand.rule': 'Rule {code} finds nothing',
  'score.demand.section': 'Section “{name}”',
  'score.demand.field': 'Metadata “{name}”',
  'score.table.dimension': 'Dimension',
  'score.table.criterion': 'Standard',
  'score.table.average': 'Average',
  'score.table.note': 'Note',
  'score.table.document': 'Document',
  'score.table.total': 'Total',
  'score.table.grade': 'Grade',
  'score.table.questions': 'Open questions',
  'score.table.unmeasured': 'Can not be measured; reviewers give the level',
  'score.table.lacking': 'Lacking most often: {name} ({count} of {of})',
  'score.fix.rule': 'Fix what {code} found',
  'score.fix.section': 'Insert section “{name}”',
  'cli.help.score': `Usage: casewright score [files or folders ...] [options]

Scores documents by their review standard. One document: the level of each dimension with the lines that earn it, what the next level lacks, what brings most, and what is left to reviewers. Several: a table, with averages and what is lacking most often
  -f, --format FORMAT     pretty (default), json, markdown or csv
      --min GRADE|NUMBER  exit code 1 where a document is below, e.g. --min B or --min 3.5
  -o, --output FILE       write to a file instead of standard output
      --locale zh|en      language

Exit codes: 0 fine; 1 a document is below --min; 2 wrong usage, or no such file
`,
  'cli.score.standard': 'Review standard: {name} ({path})',
  'cli.score.measured': 'Measured: {value}/{max}, grade {grade}, on {weight}% of the weights',
  'cli.score.reviewed': 'Reviewed: {value}/{max}, grade {grade}, on {weight}% of the weights',
  'cli.score.no-total': 'No dimension could be measured',
  'cli.score.by-machine': 'Measured by machine',
  'cli.score.by-people': 'Left to reviewers',
  'cli.score.actions': 'What brings most',
  'cli.score.next': 'Lacking for {level}:',
  'cli.score.given': '{by} gave “{name}” {level} on {date}',
  'cli.score.given.outdated': '{by} gave “{name}” {level} on {date}; the content has changed since',
  'cli.score.answer.met': '(yes)',
  'cli.score.answer.unmet': '(no)',
  'cli.score.answer.not-applicable': '(not applicable)',
  'cli.score.answer.asked': '(open)',
  'cli.score.none': 'There are no documents to score',
  'cli.score.skipped': '{path} has no score: {reason}',
  'cli.score.below': '{count} {count:document is|documents are} below {minimum}',
  'cli.score.grade-unknown': '“{grade}” is neither a number nor a grade of the standard: {grades}',
};
