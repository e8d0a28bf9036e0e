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
  'score.fix.rule': 'Fix what {code} found',
  'score.fix.section': 'Insert section “{name}”',
};
