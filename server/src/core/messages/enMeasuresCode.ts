// English texts of the measures of code and data.
import type { zhMeasuresCode } from './zhMeasuresCode.ts';

export const enMeasuresCode: Readonly<Record<keyof typeof zhMeasuresCode, string>> = {
  'measure.no-code': 'There is no code',
  'code-blocks.none': 'There are no code blocks',
  'code-blocks.summary': '{count} code {count:block|blocks}: {languages}',
  'code-comments.no-code': 'No code block has more than 3 lines',
  'code-comments.summary':
    '{met} of {total} code blocks of more than 3 lines have comments: {comments} in all, {share}% of the lines of code',
  'code-comments.missing': '{lines} lines of code without a comment',
  'code-elisions.whole': 'Nothing is left out in {total} code {total:block|blocks}',
  'code-elisions.summary': 'Code is left out in {elided} of {total} code blocks',
  'code-elisions.left-out': 'Code is left out at “{text}”',
  'code-languages.none': 'There is no program',
  'code-languages.one': 'One language only: {languages}',
  'code-languages.summary': '{count} languages: {languages}',
  'code-languages.language': '{language}',
};
