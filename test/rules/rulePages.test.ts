// Every rule page is a test: each document in it has exactly the findings, and after the fix the text, that it says.
// UPDATE=1 rewrites the `expect` and `fixed` blocks; read the difference before you keep it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits, chooseFixes, MAX_FIX_ROUNDS } from '../../server/src/core/applyEdits.ts';
import type { Analysis } from '../../server/src/core/analysis.ts';
import type { Finding, Fix } from '../../server/src/core/finding.ts';
import { localeOf } from '../../server/src/core/messages/catalog.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { analyze, describeFinding } from '../support/analysis.ts';
import { asPageText, readPage, writeResults, type PageCase, type PageResult } from '../support/mdtest.ts';

const folder = import.meta.dirname;
const isUpdate = process.env['UPDATE'] === '1';
const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ code: name.replace(/\.md$/, ''), path: join(folder, name) }));

function analyzeCase(testCase: PageCase, text = testCase.text): Analysis {
  const path = testCase.flags.get('path');
  const today = testCase.flags.get('today');
  return analyze(text, testCase, { ...(path && { path }), ...(today && { today }) });
}

function resultOf(testCase: PageCase, code: string): PageResult {
  const analysis = analyzeCase(testCase);
  const locale = localeOf(testCase.flags.get('locale') ?? 'zh');
  const finding = analysis.findings.find((candidate) => candidate.code === code);
  const fix = finding && fixOf(finding);
  return {
    expect: analysis.findings.map((each) => describeFinding(each, analysis, locale)).join('\n'),
    fixed: fix === undefined ? undefined : asPageText(applyEdits(testCase.text, fix.edits)),
  };
}

function fixOf(finding: Finding): Fix | undefined {
  return finding.fixes?.find((fix) => fix.isPreferred === true) ?? finding.fixes?.[0];
}

/** What inserted template text is expected to show (decision 009). */
const unfinished = new Set(['section-unwritten', 'placeholder-left']);

function counts(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const byCode = new Map<string, number>();
  for (const { code } of findings) byCode.set(code, (byCode.get(code) ?? 0) + 1);
  return byCode;
}

/** The finding by everything but its place, which a fix may move. */
function identityOf(finding: Finding): string {
  return JSON.stringify([finding.code, finding.message]);
}

function checkFix(testCase: PageCase, before: Analysis, finding: Finding, fix: Fix): void {
  const fixedText = applyEdits(testCase.text, fix.edits);
  const after = analyzeCase(testCase, fixedText);
  const remaining = (analysis: Analysis): number =>
    analysis.findings.filter((other) => identityOf(other) === identityOf(finding)).length;
  assert.ok(remaining(after) < remaining(before), `the fix leaves its finding:\n${fixedText}`);
  const old = counts(before.findings);
  for (const [code, count] of counts(after.findings)) {
    if (unfinished.has(code)) continue;
    assert.ok(count <= (old.get(code) ?? 0), `the fix adds ${code}:\n${fixedText}`);
  }
}

/** Fix-all comes to rest: what it leaves behind, it leaves alone the next time. */
function checkFixAll(testCase: PageCase): void {
  const seen = new Set<string>();
  let text = testCase.text;
  for (let round = 0; round < MAX_FIX_ROUNDS && !seen.has(text); round++) {
    seen.add(text);
    text = applyEdits(text, chooseFixes(analyzeCase(testCase, text).findings).edits);
  }
  assert.deepEqual(
    chooseFixes(analyzeCase(testCase, text).findings).edits,
    [],
    `fix-all does not come to rest:\n${text}`,
  );
}

function noOverlap(fix: Fix): void {
  const ordered = fix.edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  ordered.forEach((edit, index) => {
    const previous = ordered[index - 1];
    assert.ok(previous === undefined || previous.span.end <= edit.span.start, 'edits of one fix overlap');
  });
}

describe('rule pages', () => {
  for (const { code, path } of pages) {
    describe(code, () => {
      const page = readFileSync(path, 'utf8');
      const cases = readPage(page);
      if (isUpdate)
        writeFileSync(
          path,
          writeResults(
            page,
            cases.map((testCase) => resultOf(testCase, code)),
          ),
        );
      const current = isUpdate ? readPage(readFileSync(path, 'utf8')) : cases;

      it('belongs to a rule, says what it means in both languages, and shows a hit and a clean document', () => {
        assert.ok(
          rules.some((rule) => rule.code === code),
          `no rule ${code}`,
        );
        assert.ok(page.startsWith(`# ${code}\n`), 'the page begins with the code');
        assert.match(page, /^## English$/m, 'the page has an English part');
        const hits = current.filter(({ expect }) => expect?.includes(` ${code} `) === true);
        assert.ok(hits.length > 0, 'no document with a finding');
        assert.ok(hits.length < current.length, 'no document without one');
      });

      for (const testCase of current) {
        it(testCase.name, () => {
          const result = resultOf(testCase, code);
          assert.equal(result.expect, testCase.expect ?? '', `${path}:${testCase.line}`);
          assert.equal(result.fixed, testCase.fixed, `${path}:${testCase.line}`);
        });

        it(`${testCase.name}: each fix removes its finding and adds none (Invariant 6)`, () => {
          checkFixAll(testCase);
          const analysis = analyzeCase(testCase);
          for (const finding of analysis.findings) {
            assert.ok(
              (finding.fixes ?? []).filter((fix) => fix.isPreferred === true).length <= 1,
              'two preferred fixes',
            );
            for (const fix of finding.fixes ?? []) {
              noOverlap(fix);
              checkFix(testCase, analysis, finding, fix);
            }
          }
        });
      }
    });
  }

  it('exist for every rule', () => {
    const written = new Set(pages.map(({ code }) => code));
    assert.deepEqual(
      rules.map((rule) => rule.code).filter((code) => !written.has(code)),
      [],
    );
  });

  it('are listed by codes that are used once', () => {
    assert.equal(new Set(rules.map((rule) => rule.code)).size, rules.length);
  });
});
