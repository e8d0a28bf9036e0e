// The author's own words under a heading, without what does not count as content.
import type { DocumentModel, Section } from './documentModel.ts';

/** Text of the section's own body without comments, thematic breaks and blank lines at its ends. */
export function bodyText(model: DocumentModel, section: Section): string {
  const { start, end } = section.bodySpan;
  let text = '';
  let from = start;
  for (const comment of model.comments) {
    if (comment.span.end <= start || comment.span.start >= end) continue;
    text += model.source.slice({ start: from, end: Math.max(from, comment.span.start) });
    from = Math.max(from, Math.min(comment.span.end, end));
  }
  text += model.source.slice({ start: from, end });
  return text.replace(/^[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*$/gm, '').trim();
}

export function isBlankBody(model: DocumentModel, section: Section): boolean {
  return bodyText(model, section) === '';
}
