// Code actions, fix families, code lens, status, explanation, configuration: what the editor offers on one document.
import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/core/applyEdits.ts';
import type { PlainEdit } from '../../server/src/features/diagnostics.ts';
import { open, root, uri, type OpenDocument } from '../support/openEngine.ts';

const incomplete = `# 案例1：库存

> **文档编号**: CASE-001
> **状态**: 已完工
> **创建日期**: 2026-01-31

## 1. 概述

说明怎样防止超卖，以及为什么条件更新比先查后改更可靠、更快。

\`\`\`
SELECT 1;
\`\`\`
`;
const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

function apply(opened: OpenDocument, edits: readonly PlainEdit[]): string {
  return applyEdits(
    opened.text,
    edits.map(({ range, newText }) => ({ span: opened.source.spanOf(range), newText })),
  );
}

describe('code actions', () => {
  it('offer the fixes of the findings in the range, the preferred one first of its finding', () => {
    const opened = open(incomplete);
    const range = { start: { line: 3, character: 11 }, end: { line: 3, character: 11 } };
    const { actions, version } = opened.ask('codeActions', { uri, range });
    const mend = actions.find((action) => action.mends?.code === 'metadata-value' && action.isPreferred);
    assert.equal(version, 1);
    assert.match(apply(opened, mend?.edits ?? []), /> \*\*状态\*\*: 已完成\n/);
  });

  it('offer to suppress a finding, with a reason to fill in, and the suppression works', () => {
    const opened = open(incomplete);
    const { actions } = opened.ask('codeActions', { uri, range: whole });
    const quiet = actions.find((action) => action.mends?.code === 'fence-language' && action.title.includes('忽略'));
    const text = apply(opened, quiet?.edits ?? []);
    assert.match(text, /<!-- casewright: \{ignore: fence-language, reason: "[^"]+"\} -->\n```\n/);
    const codes = open(text)
      .ask('checkDocument', { root, path: 'cases/x.md', text })
      ?.findings.map(({ code }) => code);
    assert.ok(
      codes !== undefined && !codes.includes('fence-language') && !codes.includes('suppression-unused'),
      codes?.join(),
    );
  });

  it('offer source actions only where they are asked for', () => {
    const opened = open(incomplete);
    const kinds = (only?: readonly string[]): Set<string> =>
      new Set(
        opened.ask('codeActions', { uri, range: whole, ...(only && { only }) }).actions.map((action) => action.kind),
      );
    assert.deepEqual([...kinds()], ['quickfix']);
    assert.deepEqual([...kinds(['source.fixAll'])], ['source.fixAll.casewright']);
    assert.deepEqual([...kinds(['source.fixAll.other'])], []);
  });
});

describe('fix families', () => {
  it('insert all missing sections as edits that leave the rest alone', () => {
    const opened = open(incomplete);
    const text = apply(opened, opened.ask('fixes', { uri, family: 'missingSections' })?.edits ?? []);
    assert.ok(text.startsWith(incomplete.trimEnd()), text);
    assert.match(text, /\n## 2\. 实现方案\n/);
    assert.match(text, /\n## 3\. 测试数据\n/);
    const again = open(text);
    assert.deepEqual(again.ask('fixes', { uri, family: 'missingSections' })?.edits, []);
  });

  it('fix all, and find nothing to do the second time', () => {
    const opened = open(incomplete);
    const text = apply(opened, opened.ask('fixes', { uri, family: 'all' })?.edits ?? []);
    assert.match(text, /```sql\nSELECT 1;/);
    assert.match(text, /已完成/);
    assert.deepEqual(open(text).ask('fixes', { uri, family: 'all' })?.edits, []);
  });
});

describe('what the editor shows of a document', () => {
  it('is its completeness above the title', () => {
    const lenses = open(incomplete).ask('codeLens', { uri });
    assert.deepEqual(
      lenses.map(({ command }) => command),
      ['casewright.explainFindings', 'casewright.insertMissingSections', 'casewright.openTemplate'],
    );
    assert.match(lenses[0]?.title ?? '', /^章节 1\/\d/);
  });

  it('is its kind, with the reason, and the template', () => {
    const status = open(incomplete).ask('status', { uri });
    assert.equal(status?.kind, 'case');
    assert.match(status.reason, /cases\/\*\*/);
    assert.equal(status.template?.uri, `${root}/templates/case.md`);
    assert.ok(status.missingSections > 0);
  });

  it('is why a finding stands there, with the line that demands it', () => {
    const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } };
    const { markdown = '' } = open(incomplete).ask('explain', { uri, range }) ?? {};
    assert.match(markdown, /`metadata-value`/);
    assert.ok(markdown.includes(`${root}/templates/case.md#L4`), markdown);
  });
});

describe('configuration from the editor', () => {
  it('moves a document to another kind with small edits', () => {
    const change = open(incomplete).ask('configure', { uri, kind: 'topic' });
    const texts = change?.edits.map((edit) => edit.newText).join('') ?? '';
    assert.match(texts, /"topic"/);
    assert.match(texts, /cases\/doc\.md/);
  });

  it('sets up a library with templates of its own', () => {
    const files = open('').ask('initLibrary', { language: 'en' });
    assert.deepEqual(
      files.map(({ path }) => path),
      ['.casewright/config.json', 'templates/case.md', 'templates/topic.md', 'standards/review.md'],
    );
    assert.ok(files.every(({ text }) => text.length > 100));
  });
});
