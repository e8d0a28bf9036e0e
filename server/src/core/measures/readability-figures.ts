// Diagrams, images and tables.
import type { DocumentModel, Table } from '../model/documentModel.ts';
import { amountOfCount, type Measure } from './measure.ts';

export const readabilityFigures: Measure = {
  id: 'readability-figures',
  names: {
    zh: ['图表', '图', '表格', '示意图', '流程图', '架构图'],
    en: ['figures', 'diagrams', 'tables', 'diagrams or tables'],
  },
  measure: ({ model }) => {
    const { code, images } = model.blocks;
    const diagrams = code.filter((block) => block.isFenced && block.isDiagram && block.value.trim() !== '');
    const tables = model.blocks.tables.filter((table) => isOfText(table, model));
    const filled = tables.filter((table) => table.rows.some((row) => row.some((cell) => cell.text.trim() !== '')));
    const places = [...diagrams, ...images, ...filled].map(({ span }) => ({ span }));
    return {
      amount: amountOfCount(places.length),
      count: places.length,
      summary: {
        key: 'readability-figures',
        args: { count: places.length, diagrams: diagrams.length + images.length, tables: filled.length },
      },
      evidence: places.sort((a, b) => a.span.start - b.span.start),
      missing: tables
        .filter((table) => !filled.includes(table))
        .map(({ span }) => ({ span, message: { key: 'readability-figures.empty' } })),
    };
  },
};

/** A table that states metadata is none. */
function isOfText({ span }: Table, { metadata }: DocumentModel): boolean {
  return !metadata.some((block) => block.span.start <= span.start && span.start < block.span.end);
}
