// The template has a table of contents and the document has none, or an empty one.
import type { Finding, Fix } from '../finding.ts';
import { lineOf, newTocList, tocUpdate } from '../fixes/tocEdit.ts';
import type { DocumentModel, Section } from '../model/documentModel.ts';
import type { DocumentRule } from './rule.ts';

/** A document of fewer sections needs no table of contents. */
const FEWEST_SECTIONS = 3;

export const tocMissing: DocumentRule = {
  kind: 'document',
  code: 'toc-missing',
  defaultSeverity: 'warning',
  isFixable: true,
  strictness: 'by-status',
  check: ({ model, template, language }) => {
    if (model.toc !== undefined && model.toc.entries.length > 0) return [];
    if (model.toc !== undefined) return [emptyToc(model, model.toc.section)];
    const outer = model.sections.filter((section) => section.level === 2);
    const first = outer[0];
    if (template?.hasToc !== true || first === undefined || outer.length < FEWEST_SECTIONS) return [];
    return [
      {
        code: tocMissing.code,
        severity: tocMissing.defaultSeverity,
        message: { key: 'toc-missing' },
        span: model.title?.heading.textSpan ?? first.heading.textSpan,
        origin: { path: template.path, line: template.line },
        fixes: [insertToc(model, first, language)],
      },
    ];
  },
};

function emptyToc(model: DocumentModel, section: Section): Finding {
  const edits = model.toc === undefined ? [] : tocUpdate(model, model.toc);
  const fixes: Fix[] = edits.length === 0 ? [] : [{ title: { key: 'toc-stale.fix' }, edits, isPreferred: true }];
  return {
    code: tocMissing.code,
    severity: tocMissing.defaultSeverity,
    message: { key: 'toc-empty', args: { name: section.heading.text } },
    span: section.heading.textSpan,
    fixes,
  };
}

function insertToc(model: DocumentModel, first: Section, language: 'zh' | 'en'): Fix {
  const end = model.source.lineEnding;
  const emoji = first.heading.identity.emoji === undefined ? '' : '📑 ';
  const heading = `## ${emoji}${language === 'zh' ? '目录' : 'Contents'}`;
  const list = newTocList(model.sections.map(lineOf), end);
  return {
    title: { key: 'toc-missing.fix' },
    edits: [
      {
        span: { start: first.span.start, end: first.span.start },
        newText: `${heading}${end}${end}${list}${end}${end}`,
      },
    ],
    isPreferred: true,
  };
}
