// A heading that is a directory: `#### 26_name/ (新建目录)`. What is listed below it lies in there.
import type { Section } from '../model/documentModel.ts';
import type { StatedPath } from './plan.ts';
import type { PlanText } from './planText.ts';

const DIRECTORY = /^((?:[^\s/\\:*?"<>|（(]{1,120}\/){1,12})\s*(?:[（(]([^（()）]{1,40})[)）])?$/;

/** The innermost directory that the section stands in; without a slash at the end. */
export function directoryAround({ model: { source } }: PlanText, section: Section | undefined): StatedPath | undefined {
  for (let each = section; each !== undefined; each = each.parent) {
    const { text, span } = each.heading;
    const match = DIRECTORY.exec(text.replace(/^[\p{Extended_Pictographic}\uFE0F\s]+/u, ''));
    const path = match?.[1];
    if (match === null || path === undefined) continue;
    const at = source.slice(span).indexOf(path);
    const start = span.start + Math.max(0, at);
    const place = { line: source.lineAt(span.start), span: { start, end: start + path.length } };
    return { path: path.replace(/\/$/, ''), ...place, ...(match[2] !== undefined && { note: match[2] }) };
  }
  return undefined;
}
