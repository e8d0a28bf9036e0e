// English texts of derived schemas (what each constraint demands) and of conflicts between template and standard.
import type { zhSchema } from './zhSchema.ts';

export const enSchema: Readonly<Record<keyof typeof zhSchema, string>> = {
  'schema.title': '{name}: document schema',
  'schema.description': 'Derived from template {template}; applies to a document bound to that template',
  'schema.description.standard':
    'Derived from template {template} and review standard {standard}; applies to a document bound to that template',
  'demand.section-missing': 'Section “{name}” must be there',
  'demand.section-missing.alternatives': 'At least one of these sections must be there: {names}',
  'demand.section-misplaced': 'Section “{name}” stands in the order of the template',
  'demand.section-level': 'Section “{name}” is an H{level}',
  'demand.section-renamed': 'The section has its name in the template, “{name}”',
  'demand.section-extra': 'No sections but those of the template',
  'demand.section-repeat': 'Section “{name}” stands at most {max} {max:time|times}',
  'demand.section-repeat.few': 'Section “{name}” stands at least {min} {min:time|times}',
  'demand.minimum': '{measure}: at least {min} ({text})',
  'demand.maximum': '{measure}: at most {max} ({text})',
  'demand.language': 'At least one {language} code block',
  'demand.metadata-missing': 'Metadata “{key}” must be there',
  'demand.metadata-empty': 'Metadata “{key}” must have a value',
  'demand.metadata-value': 'Metadata “{key}” has one of these values: {values}',
  'demand.metadata-format': 'Metadata “{key}” has the form {format}',
  'schema-not-applicable':
    'The schema derived from the template can not be used, sections and metadata are not checked: {detail}',
  'standard-dimension-unknown':
    'No dimension is named “{name}”, so its weight has no effect; use one name in both places',
  'standard-dimension-unweighted': 'Dimension “{name}” has no weight in the table of weights; add one',
  'standard-dimension-duplicate': 'Dimension “{name}” stands twice; rename or join them',
  'standard-weights-sum': 'The weights of the dimensions add up to {sum}% instead of 100%',
  'standard-weights-sum.parent': 'The weights under “{name}” add up to {sum}%, not to its own {weight}%',
  'standard-level-duplicate': 'The level table of “{name}” has the score {score} twice; correct one of them',
  'standard-grades-overlap': 'The score ranges of grades “{first}” and “{second}” overlap; correct them',
  'standard-grades-gap':
    'Between grades “{first}” and “{second}” there is a gap ({from} to {to}); a score in it has no grade',
  'standard-grade-range': 'The score range “{text}” of grade “{name}” can not be read; write 90-100 or ≥90',
  'standard-grade-reversed': 'The score range of grade “{name}” begins at {min} and ends at {max}; correct it',
  'standard-check-impossible': 'The check contradicts itself: at least {min} and at most {max}; correct it',
  'standard-check-impossible.other':
    'Contradicts the check in line {line}: at least {min} and at most {max}; correct one of them',
  'standard-check-unmatched':
    'The template has no section “{name}”, so this check can not be made by machine and stays a question to the reviewer',
  'standard-check-unmatched.field':
    'The template has no metadata “{key}”, so this check can not be made by machine and stays a question to the reviewer',
  'standard-check-dead': 'The template demands more already ({path} line {line}), so this check never matters',
  'standard-unsatisfiable':
    'The standard demands section “{name}”, but the template ({path} line {line}) allows no sections but its own; no document can meet both',
  'standard-unsatisfiable.bounds':
    'The standard demands {measure} of at least {min}, the template ({path} line {line}) of at most {max}; no document can meet both',
  'standard-unsatisfiable.bounds-max':
    'The standard demands {measure} of at most {max}, the template ({path} line {line}) of at least {min}; no document can meet both',
  'template-unsatisfiable.sections-few':
    'Only the sections of the template are allowed (closed), at most {max}, but at least {min} demanded; both can not be met',
  'template-unsatisfiable.languages':
    'One code block each in {languages} is demanded, but at most {max} code {max:block|blocks}; both can not be met',
  'template-unsatisfiable.sections':
    'At least {min} child {min:section is|sections are} required, but at most {max} {max:section|sections} allowed; both can not be met',
  'standard-level-same':
    'As far as the tool can see, {upper} asks for the same as {lower}, so it always gives {upper}; say how they differ',
  'standard-level-weaker': '{upper} asks for less than {lower}, so no document stays at {lower}; correct one of them',
  'standard-criterion-impossible':
    '“{text}” contradicts “{other}” in the same row, so no document meets both; correct one of them',
  'standard-criterion-impossible.range':
    '“{text}” asks for at least {min} and at most {max}, so no document meets it; correct it',
  'standard-criterion-impossible.some-of':
    '“{text}” asks for {least} but lists only {of}, so no document meets it; correct it',
  'standard-criterion-always': '“{text}” is always met and tells nothing apart; say how many',
  'standard-criterion-unmeasured': '“{text}” names a number, but no measure counts it; it is only asked in reviews',
  'standard-dimension-unmeasured':
    'Dimension “{name}” holds nothing that could be measured or asked, so nobody can give a level; say what it takes',
  'standard-empty': 'No dimensions, checks, weights or grades were read; write level tables or - [ ] checks',
  'standard-too-large': 'The standard is too large, only its first {limit} characters were read; split it',
  'measure.length': 'length',
  'measure.characters': 'characters',
  'measure.words': 'words',
  'measure.lines': 'lines',
  'measure.codeBlocks': 'code blocks',
  'measure.codeLines': 'lines of code',
  'measure.tables': 'tables',
  'measure.diagrams': 'diagrams',
  'measure.lists': 'lists',
  'measure.links': 'links',
  'measure.images': 'images',
  'measure.tasks': 'tasks',
  'measure.sections': 'sections',
  'measure.subsections': 'subsections',
};
