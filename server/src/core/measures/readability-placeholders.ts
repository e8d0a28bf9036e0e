// Nothing left that the author was to replace or to write, in the text or in the code. What is measured is the absence:
// it has no place to show.
import { placeholderLeft } from '../rules/placeholder-left.ts';
import { sectionUnwritten } from '../rules/section-unwritten.ts';
import { findElisions } from './code/findElisions.ts';
import { fencesOf, placeOfLine } from './code/programs.ts';
import type { DocumentModel } from '../model/documentModel.ts';
import type { Evidence, Measure } from './measure.ts';
import { missingOf, ruleFindings } from './readability/ruleFindings.ts';
import { unwrittenCode } from './code/unwritten.ts';

export const readabilityPlaceholders: Measure = {
  id: 'readability-placeholders',
  names: {
    zh: ['没有占位符', '无占位符', '没有待补充', '没有未写的章节'],
    en: ['no placeholders', 'no placeholder', 'no TODO', 'no gaps'],
  },
  measure: (context) => {
    const missing = [
      ...missingOf(ruleFindings(context, [placeholderLeft, sectionUnwritten])),
      ...stubsIn(context.model),
    ].sort((a, b) => a.span.start - b.span.start);
    return {
      amount: missing.length === 0 ? 'all' : 'none',
      summary: { key: 'readability-placeholders', args: { count: missing.length } },
      evidence: [],
      missing,
    };
  },
};

/** Stubs, and fences in which a remark stands for all of the code. */
function stubsIn(model: DocumentModel): readonly Evidence[] {
  return fencesOf(model).flatMap((program): readonly Evidence[] => {
    if (program.codeLines === 0 && findElisions(program).length > 0)
      return [{ span: program.block.span, message: { key: 'readability-placeholders.block' } }];
    return program.lines
      .filter(({ code, text }) => unwrittenCode.test(text.slice(0, 500)) && code.trim() !== '')
      .map((line) => ({
        span: placeOfLine(program, model.source, line),
        message: { key: 'readability-placeholders.stub' },
      }));
  });
}
