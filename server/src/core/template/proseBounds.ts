// Bounds in the prose of a template document: list items, tasks, label lines and tables of demands outside its
// skeletons (template-reading.md 3). Which skeleton they bind is decided in boundReach.ts.
import type { DocumentModel, Table } from '../model/documentModel.ts';
import type { Span } from '../sourceText.ts';
import { boundOf } from './checks.ts';
import { readDemands } from './demands.ts';
import type { Bound } from './template.ts';
import type { Measure } from './measure.ts';

export interface ProseBound {
  readonly bound: Bound;
  readonly span: Span;
  /** In a task: it is a check too. */
  readonly isTask: boolean;
  /** Kind of documents that a table names in the row. */
  readonly kind?: string;
  /** Section that the words are a guide for: `**概述部分**（200-300字）：`. */
  readonly section?: string;
}

/** Bold label lines: `**字数要求**: 30,000-40,000字`. */
const label = /^\s*(?:[-*]\s+)?\*\*[^*]{1,60}\*\*\s*(?:[（(][^）)]{0,60}[）)])?\s*[:：]/;
const item = /^\s*(?:[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?/;
const task = /^\s*(?:[-*+]|\d{1,3}[.)])\s+\[[ xX]\]\s/;

/** Every bound with the place where it stands, in order. Running prose and code are not read. */
export function readProseBounds(model: DocumentModel, path: string): readonly ProseBound[] {
  const { source, blocks } = model;
  const found: ProseBound[] = [];
  for (let line = 0; line < source.lineCount; line++) {
    const text = source.lineText(line);
    if (!(label.test(text) || item.test(text)) || isCode(model, source.lineStart(line))) continue;
    found.push(...boundsOnLine(text, { path, line, span: source.lineSpan(line) }));
  }
  const inTables = blocks.tables.flatMap((table) => tableBounds(table, model, path));
  return [...found, ...inTables].toSorted((a, b) => a.span.start - b.span.start);
}

function isCode({ blocks }: DocumentModel, offset: number): boolean {
  return blocks.code.some(({ span }) => span.start <= offset && offset < span.end);
}

interface Line {
  readonly path: string;
  readonly line: number;
  readonly span: Span;
}

function boundsOnLine(text: string, { path, line, span }: Line): ProseBound[] {
  const words = text.replace(item, '');
  return readDemands(words).flatMap((demand) => {
    if (demand.kind !== 'bound') return [];
    const section = guidedSection(words, demand.measure);
    const bound = boundOf(demand, { path, line });
    return [{ bound, span, isTask: task.test(text), ...(section === undefined ? {} : { section }) }];
  });
}

/** Sizes of the document, not of a section of that name. */
const documentWords =
  /字数|行数|篇幅|规模|长度|全文|总(?:字|行|长|计|量)|代码|脚本|^(?:文档|文件|正文|内容|目标)|要求$|\b(?:length|lines|words|size|document|total|code)\b/i;
const sizes: readonly Measure[] = ['length', 'characters', 'words', 'lines'];

/** `概述部分（200-300字）` speaks of the section 概述 only. */
function guidedSection(words: string, measure: Measure): string | undefined {
  if (!sizes.includes(measure)) return undefined;
  const name = /^\s*\*{0,2}([^*（(:：]{1,40})\*{0,2}\s*[（(]/.exec(words)?.[1]?.trim();
  if (name === undefined) return undefined;
  const section = name.replace(/(?:部分|章节|一节)$/, '');
  return section === name && documentWords.test(name) ? undefined : section;
}

// ---- tables of demands

const kindHead = /^(?:文档|案例|主题)?(?:类型|种类|类别|文档)$|^(?:document )?(?:kind|type)$/i;
const demandHead = /^(?:要求|最低要求|最低标准|数量要求|最少|至少|requirement|minimum)s?$/i;

/** Only tables whose heads say that they demand: `文档类型 | 最低字数 | …`, or `项目 | 要求`. */
function tableBounds(table: Table, model: DocumentModel, path: string): ProseBound[] {
  const heads = table.header.map(({ text }) => text.trim());
  const isByKind = kindHead.test(heads[0] ?? '');
  return table.rows.flatMap((row) => {
    const [first, ...others] = row;
    if (first === undefined) return [];
    const line = model.source.lineAt(first.span.start);
    const name = first.text.trim();
    return others.flatMap((cell, index) => {
      const head = heads[index + 1] ?? '';
      const subject = isByKind ? head : demandHead.test(head) ? name : undefined;
      if (subject === undefined) return [];
      return readDemands(`${subject}: ${cell.text}`).flatMap((demand) =>
        demand.kind === 'bound'
          ? [
              {
                bound: boundOf(demand, { path, line }),
                span: cell.span,
                isTask: false,
                ...(isByKind && { kind: name }),
              },
            ]
          : [],
      );
    });
  });
}
