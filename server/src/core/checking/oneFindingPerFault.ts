// Leaves out findings that only follow from another one: a section that is not written yet is also too short.
import type { Finding } from '../finding.ts';
import type { DocumentModel, Section } from '../model/documentModel.ts';

const unwrittenCodes = new Set(['section-unwritten', 'section-empty']);
const followingCodes = new Set(['section-too-short', 'content-too-few', 'content-language']);

/** A placeholder is no value yet, so its form says nothing. */
const valueCodes = new Set(['metadata-value', 'metadata-format']);

/** Also removes findings that say the same of the same place. */
export function oneFindingPerFault(findings: readonly Finding[], model: DocumentModel): readonly Finding[] {
  const headings = new Map(model.sections.map((section) => [section.heading.textSpan.start, section]));
  const unwritten = new Set<Section>();
  for (const finding of findings) {
    const section = unwrittenCodes.has(finding.code) ? headings.get(finding.span.start) : undefined;
    if (section !== undefined) unwritten.add(section);
  }
  const isUnwritten = (section: Section): boolean =>
    unwritten.has(section) || (section.children.length > 0 && section.children.every(isUnwritten));
  const misspelled = new Set(dataOf(findings, 'metadata-unknown'));
  const placeholders = findings.filter(({ code }) => code === 'placeholder-left').map(({ span }) => span.start);
  return distinctFindings(findings).filter((finding) => {
    if (finding.code === 'metadata-missing' && misspelled.has(finding.data?.['field'])) return false;
    if (valueCodes.has(finding.code) && placeholders.includes(finding.span.start)) return false;
    const section = followingCodes.has(finding.code) ? headings.get(finding.span.start) : undefined;
    return section === undefined || section === model.title || !isUnwritten(section);
  });
}

/** Without findings that say the same of the same place. */
export function distinctFindings(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = JSON.stringify([finding.code, finding.span, finding.message]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function dataOf(findings: readonly Finding[], code: string): readonly unknown[] {
  return findings.filter((finding) => finding.code === code).map((finding) => finding.data?.['field']);
}
