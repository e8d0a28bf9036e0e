// Level tables: one row for each score that a dimension can get (template-reading.md 6).
import type { DocumentModel, Table } from '../model/documentModel.ts';
import type { Level } from './standard.ts';
import { cellText, columnOf } from './columns.ts';

const scoreWords = ['评分', '分数', '分值', '得分', '打分', 'score', 'points', 'rating'];
const standardWords = ['标准', '评分标准', '要求', '表现', 'standard', 'criterion', 'criteria', 'requirement'];
const descriptionWords = ['说明', '描述', '解释', '详细说明', 'description', 'explanation', 'notes'];
const labelWords = ['等级', '级别', '水平', 'level', 'grade', 'label'];

/** Levels in the order of the table; undefined for every table that is no level table. */
export function readLevels(table: Table, model: DocumentModel, path: string): readonly Level[] | undefined {
  const score = columnOf(table, scoreWords);
  const standard = columnOf(table, standardWords);
  const description = columnOf(table, descriptionWords);
  if (score === undefined || (standard === undefined && description === undefined)) return undefined;
  const label = columnOf(table, labelWords);
  const levels: Level[] = [];
  for (const row of table.rows) {
    const read = readScore(cellText(row, score));
    if (read === undefined) return undefined;
    levels.push({
      score: read.score,
      label: read.label === '' ? cellText(row, label) : read.label,
      standard: cellText(row, standard),
      description: cellText(row, description),
      origin: { path, line: model.source.lineAt(row[score]?.span.start ?? table.span.start) },
    });
  }
  return levels.length === 0 ? undefined : levels;
}

/** `5分（优秀）`, `4`, `3 points`, `2 - 较差`; a range of scores is a grade and no level. */
function readScore(text: string): { score: number; label: string } | undefined {
  const match = /^(\d{1,3}(?:\.\d{1,2})?)\s*(?:分|points?|pts)?\s*(?:$|[(（]([^)）]*)[)）]|[:：-]\s*([^\d\s].*))/i.exec(
    text,
  );
  if (match === null) return undefined;
  return { score: Number(match[1]), label: (match[2] ?? match[3] ?? '').trim() };
}
