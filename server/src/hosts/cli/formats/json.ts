// JSON for programs, version 1. Lines and UTF-16 characters count from zero. Members are only ever added.
import type { Formatter } from './format.ts';

export const formatJson: Formatter = ({ files, summary, skipped }) => {
  const plain = files.map((file) => ({
    path: file.path,
    kind: file.kind,
    template: file.template ?? null,
    findings: file.findings.map((finding) => ({
      code: finding.code,
      severity: finding.severity,
      message: finding.message,
      range: finding.range,
      source: finding.source ?? null,
      related: finding.related,
      fixes: finding.fixes.map(({ title, edits }) => ({ title, edits })),
    })),
  }));
  return `${JSON.stringify({ version: 1, files: plain, summary, skipped }, undefined, 2)}\n`;
};
