// Levels of headings without jumps, chapters of balanced length, no endless section without a heading in it.
import { headingLevel } from '../rules/heading-level.ts';
import type { DocumentModel, Section } from '../model/documentModel.ts';
import { amountOf, type Evidence, type Measure } from './measure.ts';
import { missingOf, ruleFindings } from './readability/ruleFindings.ts';

/** Fewer chapters are not compared with each other. */
const FEWEST_CHAPTERS = 3;
/** A chapter longer than this share of the document, in percent, is a document of its own. */
const LARGEST_SHARE = 60;
/** Lines without a heading in between that nobody keeps in mind. */
const LONGEST_SECTION = 250;

export const readabilityStructure: Measure = {
  id: 'readability-structure',
  names: {
    zh: [
      '结构清晰',
      '文档结构清晰',
      '章节层次',
      '章节层次分明',
      '层次分明',
      '结构基本清晰',
      '文档结构基本清晰',
      '文档结构',
    ],
    en: ['clear structure', 'structure', 'heading levels', 'balanced sections'],
  },
  asks: 'all',
  measure: (context) => {
    const { model } = context;
    const sections = model.sections.filter(({ level }) => level > 1);
    if (sections.length === 0) {
      return { amount: 'none', summary: { key: 'readability-structure.none' }, evidence: [], missing: [] };
    }
    const missing = [
      ...missingOf(ruleFindings(context, [headingLevel])),
      ...lopsided(model),
      ...endless(model, sections),
    ].sort((a, b) => a.span.start - b.span.start);
    const of = sections.length;
    const amount = missing.length === 0 ? 'all' : amountOf({ met: Math.max(0, of - missing.length), of: of + 1 });
    const chapters = chaptersOf(model);
    return {
      amount,
      summary: {
        key: 'readability-structure',
        args: { chapters: chapters.length, sections: of, wrong: missing.length },
      },
      evidence: amount === 'none' ? [] : chapters.map(({ heading }) => ({ span: heading.span })),
      missing,
    };
  },
};

function chaptersOf({ sections, toc }: DocumentModel): readonly Section[] {
  const below = sections.filter((section) => section.level > 1 && section !== toc?.section);
  const outermost = below.reduce((least, { level }) => Math.min(least, level), 6);
  return below.filter(({ level }) => level === outermost);
}

function lopsided(model: DocumentModel): readonly Evidence[] {
  const chapters = chaptersOf(model);
  if (chapters.length < FEWEST_CHAPTERS) return [];
  const all = chapters.reduce((sum, section) => sum + linesOf(model, section.span), 0);
  return chapters
    .map((section) => ({ section, percent: Math.round((100 * linesOf(model, section.span)) / all) }))
    .filter(({ percent }) => percent > LARGEST_SHARE)
    .map(({ section, percent }) => ({
      span: section.heading.span,
      message: { key: 'readability-structure.lopsided', args: { name: section.heading.identity.name, percent } },
    }));
}

function endless(model: DocumentModel, sections: readonly Section[]): readonly Evidence[] {
  return sections
    .map((section) => ({ section, lines: linesOf(model, section.bodySpan) }))
    .filter(({ lines }) => lines > LONGEST_SECTION)
    .map(({ section, lines }) => ({
      span: section.heading.span,
      message: { key: 'readability-structure.endless', args: { name: section.heading.identity.name, lines } },
    }));
}

function linesOf({ source }: DocumentModel, { start, end }: { readonly start: number; readonly end: number }): number {
  return end <= start ? 0 : source.lineAt(end - 1) - source.lineAt(start) + 1;
}
