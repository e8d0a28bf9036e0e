// Which parts of a document no template counts as sections: the table of contents, a section of metadata.
import type { DocumentModel, Section } from '../model/documentModel.ts';

const tocKeys = new Set(['目录', '完整目录', '文档目录', 'contents', 'tableofcontents', 'toc']);

export function isFurniture(section: Section, model: Pick<DocumentModel, 'toc' | 'metadata'>): boolean {
  if (section === model.toc?.section || tocKeys.has(section.heading.identity.key)) return true;
  return model.metadata.some(
    (block) =>
      block.dialect === 'section' &&
      block.span.start < section.bodySpan.end &&
      block.span.end > section.heading.span.start &&
      block.span.start >= section.span.start,
  );
}
