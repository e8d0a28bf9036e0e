// English texts of findings in templates and annotations.
import type { zhTemplate } from './zhTemplate.ts';

export const enTemplate: Readonly<Record<keyof typeof zhTemplate, string>> = {
  'annotation-syntax': 'The annotation is not valid YAML: {detail}; write it like casewright: {required: false}',
  'annotation-syntax.mapping': 'An annotation holds a mapping of keys to values, like casewright: {required: false}',
  'annotation-key-unknown': 'Annotations have no key “{name}”; the keys are: {known}',
  'annotation-key-unknown.near': 'Annotations have no key “{name}”; did you mean “{near}”',
  'annotation-value': 'The value of “{key}” is not what an annotation takes; see the page on annotations',
  'annotation-value.missing': 'The annotation lacks “{key}”; add it',
  'annotation-value.oneOf': '“{key}” takes one of: {values}',
  'annotation-value.flag': '“{key}” takes true or false',
  'annotation-value.list': '“{key}” takes a list, like [one, two]',
  'annotation-value.range': '“{key}” takes a number, a range like 2..5, or {min, max}',
  'annotation-value.date': '“{key}” takes a date, YYYY-MM-DD',
  'annotation-value.mapping': '“{key}” takes a mapping of keys to values',
  'annotation-unattached':
    'This annotation belongs to no section and no skeleton; put it right above, right below or at the end of a heading',
  'annotation-misplaced.document': '“{key}” has no effect here; move it to the annotation at the start of the skeleton',
  'annotation-misplaced.section': '“{key}” has no effect here; move it to an annotation beside a section heading',
  'annotation-misplaced.case':
    '“{key}” has no effect in a template, it belongs to suppressions in cases and topics; remove it',
  'template-empty':
    'There is no skeleton to read here: put the structure into a ```markdown block, or say with casewright: {template: case} that the whole document is the template',
  'template-too-large': 'The template is too large and only its first {limit} characters were read; split it',
  'template-section-duplicate':
    'Section “{name}” stands twice on one level and documents can not tell them apart; rename one, or say with repeat that it repeats',
  'template-section-duplicate.first': 'It stands here first',
  'template-bounds-contradictory':
    'The demand contradicts itself: {measure} at least {min} and at most {max}; correct one of them',
  'template-bounds-nested':
    '“{child}” demands {measure} of at least {min}, while “{parent}” above it allows at most {max}; both can not be met',
  'template-bounds-sum':
    'The required sections demand at least {min} ({measure}) together, while the document may have at most {max}; both can not be met',
  'template-bounds.other': 'The demand that it conflicts with stands here',
  'template-alternative-single':
    'The group “{group}” has one section only, which makes it required; add alternatives or remove oneOf',
  'template-alternative-required':
    'The section is one of the alternatives “{group}” and required as well; remove one of the two',
  'template-pattern-unsafe':
    'The regular expression “{pattern}” can not be used: {reason}; use RE2 syntax (no backreferences, no look-around)',
  'template-pattern-long': 'The regular expression has {length} characters, {limit} at most; shorten it',
  'template-fence-mended':
    'The nested fences of this block are broken; they were read as their author meant them; four backticks for the outer fence remove the doubt',
  'template-fence-mended.open': 'This Markdown block is never closed; it was read up to “{end}”; add the closing fence',
  'template-fence-mended.end':
    'This Markdown block is never closed; it was read up to the end of the document; add the closing fence',
  'template-values-empty':
    'The list of values of “{key}” is empty and no document can meet it; list the values or remove the key values',
  'template-placeholder-closed':
    'The template allows no sections but its own (closed), while “{name}” is a stand-in that any section meets; remove closed or name the section',
  'template-alias-ambiguous':
    '“{alias}” names both “{first}” and “{second}”, so a section of a document could be either; keep it in one place',
  'template-repeat-contradictory':
    '“{name}” must stand at least {min} {min:time|times} and at most {max} {max:time|times}; correct one of them',
  'template-field-duplicate':
    'Field “{key}” is defined twice with different demands and the later one counts; keep one',
};
