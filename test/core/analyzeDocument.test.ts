// The whole path from text to findings: guards, order, limits, what is left out and why.
import assert from 'node:assert/strict';
import { compareFindings } from '../../server/src/core/finding.ts';
import { limits } from '../../server/src/core/limits.ts';
import { analyze } from '../support/analysis.ts';

const template = '# [案例]\n\n## 概述\n\n## 设计\n\n### 表结构\n\n### 索引\n\n## 总结\n';
const codesOf = (text: string, config?: string): readonly string[] =>
  analyze(text, { template, ...(config && { config }) }).findings.map(({ code }) => code);

describe('analysis of a document', () => {
  it('reports one missing section once, not what it would hold', () => {
    assert.deepEqual(codesOf('# 库存\n\n## 概述\n\n一句话。\n\n## 总结\n\n一句话。\n'), ['section-missing']);
  });

  it('says nothing about documents of kind other', () => {
    const config = '{"kinds": {"other": {"files": ["**"]}}}';
    const analysis = analyze('# 库存\n\n```\n没有语言\n```\n', { template, config });
    assert.equal(analysis.kind.kind, 'other');
    assert.deepEqual(analysis.findings, []);
  });

  it('says one thing about a document with conflict markers', () => {
    const text = '# 库存\n\n<<<<<<< ours\n## 概述\n=======\n## 简介\n>>>>>>> theirs\n';
    assert.deepEqual(codesOf(text), ['merge-conflict']);
  });

  it('says one thing about a document that is too large', () => {
    const analysis = analyze(`# 库存\n\n${'字'.repeat(limits.documentLength)}`, { template });
    assert.deepEqual(
      analysis.findings.map(({ code, span }) => ({ code, span })),
      [{ code: 'document-too-large', span: { start: 0, end: 4 } }],
    );
  });

  it('switches rules off', () => {
    const config = '{"kinds": {"case": {"files": ["**"]}}, "rules": {"section-missing": "off"}}';
    assert.deepEqual(codesOf('# 库存\n', config), []);
  });

  it('keeps the weightiest findings where there are too many, in the order of the document', () => {
    const config = '{"kinds": {"case": {"files": ["**"]}}, "maxFindings": 3}';
    const analysis = analyze('# 库存\n\n```\na\n```\n\n```\nb\n```\n\n```\nc\n```\n', { template, config });
    assert.equal(analysis.findings.length, 3);
    assert.deepEqual([...analysis.findings].sort(compareFindings), analysis.findings);
    assert.ok(
      analysis.findings.every(({ code }) => code === 'section-missing'),
      'errors stay',
    );
    assert.equal(analysis.omittedCount, 3);
  });

  it('counts what is suppressed', () => {
    const comment = '<!-- casewright: {ignore: section-missing, reason: 只有标题, scope: file} -->';
    const analysis = analyze(`# 库存\n\n${comment}\n`, { template });
    assert.deepEqual(analysis.findings, []);
    assert.equal(analysis.suppressedCount, 3);
  });

  it('binds a section named like a property of all objects', () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const sections = names.map((name) => `## \\_\\_${name}\n\n一句话。\n\n## ${name}\n\n一句话。`).join('\n\n');
    const analysis = analyze(`# 库存\n\n${sections}\n`, { template: `# [案例]\n\n## ${names.join('\n\n## ')}\n` });
    assert.ok(analysis.bound !== undefined);
    assert.deepEqual(
      analysis.findings.filter(({ span }) => span.end < span.start),
      [],
    );
  });

  it('gives every finding a place, with a title or without, in an empty document too', () => {
    for (const text of ['', '\uFEFF', '\n', '\r\n\r\n', '一句话。', '#', '# ', '```', '---\n']) {
      for (const { span } of analyze(text, { template }).findings) {
        assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, JSON.stringify({ text, span }));
      }
    }
  });
});
