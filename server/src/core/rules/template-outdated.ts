// A document says that it follows another version of its template than the present one.
import { isSameVersion, templateVersionField } from '../migration/templateVersion.ts';
import type { DocumentRule } from './rule.ts';

export const templateOutdated: DocumentRule = {
  kind: 'document',
  code: 'template-outdated',
  defaultSeverity: 'information',
  isFixable: false,
  strictness: 'by-status',
  check({ model, template, templateVersion }) {
    const version = template?.version;
    const field = templateVersionField(model, templateVersion);
    if (template === undefined || version === undefined || field === undefined) return [];
    if (isSameVersion(field.value, version)) return [];
    const args = { found: field.value.slice(0, 40), version };
    return [
      {
        code: templateOutdated.code,
        severity: templateOutdated.defaultSeverity,
        message: { key: 'template-outdated', args },
        span: field.valueSpan,
        origin: { path: template.path, line: template.line },
      },
    ];
  },
};
