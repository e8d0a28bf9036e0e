// Code blocks, tables and metadata written the same way throughout: what the rules of form find, and rows of tables.
import { fenceLanguage } from '../rules/fence-language.ts';
import { fenceUnclosed } from '../rules/fence-unclosed.ts';
import { frontMatterInvalid } from '../rules/front-matter-invalid.ts';
import { headingTitle } from '../rules/heading-title.ts';
import type { DocumentModel } from '../model/documentModel.ts';
import { amountOf, type Evidence, type Measure } from './measure.ts';
import { missingOf, ruleFindings } from './readability/ruleFindings.ts';

const rules = [fenceLanguage, fenceUnclosed, frontMatterInvalid, headingTitle];

export const readabilityFormat: Measure = {
  id: 'readability-format',
  names: {
    zh: ['格式统一', '代码块格式', '表格格式', '格式规范', '格式基本符合规范', '格式部分符合规范', '格式完全符合规范'],
    en: ['consistent format', 'format of code blocks', 'format of tables', 'formatting'],
  },
  asks: 'all',
  measure: (context) => {
    const { code, tables } = context.model.blocks;
    const of = code.length + tables.length;
    const missing = [...missingOf(ruleFindings(context, rules)), ...unevenRows(context.model)].sort(
      (a, b) => a.span.start - b.span.start,
    );
    if (of === 0 && missing.length === 0) return { notApplicable: { key: 'readability-format.none' } };
    const amount = missing.length === 0 ? 'all' : amountOf({ met: Math.max(0, of - missing.length), of: of + 1 });
    const good = [...code.filter((block) => block.language !== undefined), ...tables];
    return {
      amount,
      summary: {
        key: 'readability-format',
        args: { blocks: code.length, tables: tables.length, wrong: missing.length },
      },
      evidence: amount === 'none' ? [] : good.map(({ span }) => ({ span })).sort((a, b) => a.span.start - b.span.start),
      missing,
    };
  },
};

/** Rows with more cells than the table has columns: what is over is not shown. */
function unevenRows({ blocks }: DocumentModel): readonly Evidence[] {
  return blocks.tables.flatMap(({ header, rows }) =>
    rows.flatMap((row) => {
      const first = row[0];
      const last = row.at(-1);
      if (first === undefined || last === undefined || row.length <= header.length) return [];
      const span = { start: first.span.start, end: last.span.end };
      return [
        {
          span,
          message: { key: 'readability-format.row', args: { cells: row.length, columns: header.length } },
        } as const,
      ];
    }),
  );
}
