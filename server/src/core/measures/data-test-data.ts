// Data that the solution can be tried on: rows to insert, fixtures, samples, or how large the data set was.
import type { Evidence, Measure, MeasureContext } from './measure.ts';
import { generatorsIn } from './data-generator.ts';
import { firstCommentFrom, placeIn, programsOf, type Program } from './code/programs.ts';
import { literalRows, statementsOf } from './data/statements.ts';
import { labelAbove, titlesAbove } from './data/surroundings.ts';
import { isTargetTitle } from './data/words.ts';
import type { DocumentModel } from '../model/documentModel.ts';
import type { Span } from '../sourceText.ts';

/** Fewer rows, without a word that says so, are an example of INSERT. */
const ROWS = 3;

const about =
  /测试数据|示例数据|样[例本]数据|模拟(?:数据|交易|订单|用户|请求|事件|输入)|初始化?数据|造数|数据准备|准备数据|test data|sample data|seed data|mock data|example data|fixtures?\b|test dataset|数据集/i;
const volume =
  /(?:测试数据|数据集|数据量|数据规模|测试表|样本|表中|导入|插入|dataset|data set|test table|rows? count)[^。\n|]{0,30}?\d[\d,.]*\s?(?:[万亿千百]+|k|K|M|million|billion)?\s?(?:[行条笔个]|rows?\b|records?\b|GB\b|TB\b)/i;

interface Found {
  readonly evidence: Evidence;
  readonly rows: number;
}

export const dataTestData: Measure = {
  id: 'data-test-data',
  names: {
    zh: ['完整数据', '测试数据', '示例数据', '样例数据', '基本数据', '测试数据的表、行数和分布'],
    en: ['test data', 'sample data', 'data set', 'dataset', 'fixtures'],
  },
  measure(context) {
    const found = [...inCode(context), ...inText(context)].sort((a, b) => b.rows - a.rows);
    const made = generatorsIn(context);
    const evidence: Evidence[] = [
      ...found.map((one) => one.evidence),
      ...made.map(({ span }) => ({ span, message: { key: 'data-test-data.generated' } as const })),
    ];
    const rows = found.reduce((sum, one) => sum + one.rows, 0);
    if (evidence.length === 0)
      return { amount: 'none', count: 0, summary: { key: 'data-test-data.none' }, evidence, missing: [] };
    return {
      amount: evidence.length >= 3 ? 'all' : evidence.length === 2 ? 'most' : 'some',
      count: rows,
      summary: { key: 'data-test-data.summary', args: { places: evidence.length, rows } },
      evidence,
      missing: [],
    };
  },
};

function inCode({ model }: MeasureContext): Found[] {
  return programsOf(model).flatMap((program) => {
    const isAnnounced = announces(model, program.block.span.start);
    return dataIn(program, isAnnounced).map(({ part, rows }) => ({
      evidence: { span: placeIn(program, model.source, part), message: { key: 'data-test-data.rows', args: { rows } } },
      rows,
    }));
  });
}

interface Rows {
  readonly part: Span;
  readonly rows: number;
}

function dataIn(program: Program, isAnnounced: boolean): readonly Rows[] {
  if (program.language.name === 'sql')
    return insertsIn(program).filter(({ part, rows }) => rows >= ROWS || isAnnounced || isNamed(program, part));
  const comment = program.comments.find(({ body, isAlone }) => isAlone && body.length <= 60 && about.test(body));
  if (comment !== undefined) return [{ part: { start: comment.start, end: comment.end }, rows: 1 }];
  const isSample = isAnnounced && program.language.kind === 'configuration';
  return isSample ? [{ part: { start: 0, end: program.text.trimEnd().length }, rows: 1 }] : [];
}

/** The label or the heading above it speaks of test data. */
function announces(model: DocumentModel, offset: number): boolean {
  return about.test(labelAbove(model, offset)) || about.test(titlesAbove(model, offset)[0] ?? '');
}

/** Inserts one after another into one table are one place. */
function insertsIn(program: Program): readonly Rows[] {
  const inserts: { part: Span; rows: number; end: number }[] = [];
  for (const statement of statementsOf(program)) {
    const rows = literalRows(statement);
    const last = inserts.at(-1);
    if (rows === 0) continue;
    if (last !== undefined && program.code.slice(last.end, statement.part.start).replace(/[;\s]/g, '') === '') {
      last.part = { start: last.part.start, end: statement.part.end };
      last.rows += rows;
      last.end = statement.part.end;
    } else inserts.push({ part: statement.part, rows, end: statement.part.end });
  }
  return inserts;
}

/** The comment right above it says so. */
function isNamed(program: Program, { start }: Span): boolean {
  const above = program.comments[firstCommentFrom(program, start) - 1];
  return above !== undefined && about.test(above.body) && program.code.slice(above.end, start).trim() === '';
}

/** Tables under a label or heading about test data, CSV, and the size of the data set. */
function inText(context: MeasureContext): Found[] {
  const { tables, code, paragraphs } = context.model.blocks;
  const found: Found[] = [];
  const add = (span: Span, rows: number): void => {
    if (rows > 0) found.push({ evidence: { span, message: { key: 'data-test-data.rows', args: { rows } } }, rows });
  };
  for (const { span, rows } of tables) if (announces(context.model, span.start)) add(span, rows.length);
  for (const { span, language, value } of code) {
    if (language?.toLowerCase() === 'csv') add(span, value.split('\n').filter((line) => line.trim() !== '').length - 1);
  }
  for (const { span, text } of paragraphs) {
    if (isVolume(context.model, span, text))
      found.push({ evidence: { span, message: { key: 'data-test-data.volume' } }, rows: 0 });
  }
  return found;
}

function isVolume(model: DocumentModel, span: Span, text: string): boolean {
  if (text.length > 1_000 || !volume.test(text) || /目标|要求|需要支持|预计|target/.test(text)) return false;
  return !titlesAbove(model, span.start).some(isTargetTitle);
}
