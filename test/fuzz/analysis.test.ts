// Half-typed, damaged and re-encoded documents: analysed without a throw, with every finding in its place (Invariants 3, 4, 5).
// FUZZ=full takes every prefix; the ordinary run takes some of each document, always the same ones.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits } from '../../server/src/core/applyEdits.ts';
import type { Analysis } from '../../server/src/core/analysis.ts';
import { analyze, type LibraryTexts } from '../support/analysis.ts';
import { readPage } from '../support/mdtest.ts';

interface Fixture extends LibraryTexts {
  readonly name: string;
  readonly text: string;
}

const isFull = process.env['FUZZ'] === 'full';
const pagesFolder = join(import.meta.dirname, '..', 'rules');
const fixtures: readonly Fixture[] = readdirSync(pagesFolder)
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) =>
    readPage(readFileSync(join(pagesFolder, name), 'utf8')).map((testCase) => ({
      ...testCase,
      name: `${name.replace(/\.md$/, '')}: ${testCase.name}`,
    })),
  );

function checkPlaces(analysis: Analysis, text: string): void {
  for (const { code, span, fixes } of analysis.findings) {
    assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, `${code} ${JSON.stringify(span)}`);
    for (const { edits } of fixes ?? []) {
      for (const { span: place } of edits) assert.ok(place.start <= place.end && place.end <= text.length, code);
    }
  }
}

/** Ends of lines and places inside of them, spread over the text. */
function prefixLengths(text: string): readonly number[] {
  if (isFull) return Array.from({ length: text.length + 1 }, (_, length) => length);
  const most = 7;
  return Array.from({ length: most + 1 }, (_, step) => Math.floor((text.length * step) / most));
}

describe('analysis of damaged documents', () => {
  it(`takes ${isFull ? 'every prefix' : 'prefixes'} of every fixture`, function () {
    this.timeout(isFull ? 0 : 20_000);
    for (const fixture of fixtures) {
      for (const length of prefixLengths(fixture.text)) {
        const text = fixture.text.slice(0, length);
        checkPlaces(analyze(text, fixture), text);
      }
    }
  });

  it('gives the same findings at the same places with a byte order mark and with CRLF', () => {
    for (const fixture of fixtures) {
      const plain = fixture.text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
      const expected = placesOf(analyze(plain, fixture), 0);
      assert.deepEqual(placesOf(analyze(`\uFEFF${plain}`, fixture), 1), expected, `${fixture.name} with a mark`);
      const crlf = plain.replaceAll('\n', '\r\n');
      assert.deepEqual(placesOf(analyze(crlf, fixture), 0), expected, `${fixture.name} with CRLF`);
    }
  });

  it('writes no line ending of another kind and no second byte order mark', () => {
    for (const fixture of fixtures) {
      const crlf = `\uFEFF${fixture.text
        .replace(/^\uFEFF/, '')
        .replaceAll('\r\n', '\n')
        .replaceAll('\n', '\r\n')}`;
      const fixes = analyze(crlf, fixture).findings.flatMap((finding) => finding.fixes ?? []);
      for (const fixed of fixes.map(({ edits }) => applyEdits(crlf, edits))) {
        assert.equal(fixed.lastIndexOf('\uFEFF'), 0, `${fixture.name}: the mark moved in\n${fixed}`);
        // A document of one line has no line ending to go by.
        const isMixed = crlf.includes('\r\n') && /[^\r]\n/.test(fixed);
        assert.ok(!isMixed, `${fixture.name}: two kinds of line endings in\n${fixed}`);
      }
    }
  });

  it('takes lines that are hostile to patterns', () => {
    const lines = ['#'.repeat(100_000), '> **'.repeat(25_000), '[](#'.repeat(25_000), '- [ ] '.repeat(2_000)];
    for (const line of [
      ...lines,
      '一、'.repeat(30_000),
      '（'.repeat(100_000),
      '`'.repeat(100_001),
      '|'.repeat(50_000),
    ]) {
      const started = performance.now();
      analyze(`# 案例\n\n## ${line.slice(0, 400)}\n\n${line}\n`);
      assert.ok(performance.now() - started < 3_000, `${line.slice(0, 8)}: ${performance.now() - started} ms`);
    }
  });
});

/** Positions from the start of the text proper: the mark counts as the first character of the first line. */
function placesOf(analysis: Analysis, mark: number): readonly string[] {
  return analysis.findings.map(({ code, span }) => {
    const { start, end } = analysis.model.source.rangeOf(span);
    const column = (position: { line: number; character: number }): number =>
      position.character - (position.line === 0 ? mark : 0);
    return `${code} ${start.line}:${column(start)}-${end.line}:${column(end)}`;
  });
}
