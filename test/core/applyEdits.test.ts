// Applying edits, and choosing those of "fix all".
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, chooseFixes } from '../../server/src/core/applyEdits.ts';
import type { Finding, TextEdit } from '../../server/src/core/finding.ts';

const edit = (start: number, end: number, newText: string): TextEdit => ({ span: { start, end }, newText });

function finding(code: string, edits: readonly TextEdit[], isPreferred = true): Finding {
  const title = { key: 'config-unknown-key.fix' } as const;
  const span = edits[0]?.span ?? { start: 0, end: 0 };
  return { code, severity: 'warning', message: title, span, fixes: [{ title, edits, isPreferred }] };
}

describe('applyEdits', () => {
  const table: readonly (readonly [name: string, edits: TextEdit[], expected: string])[] = [
    ['nothing', [], '一二三四五'],
    ['in any order', [edit(4, 5, 'E'), edit(0, 1, 'A')], 'A二三四E'],
    ['insertions at one place in order', [edit(2, 2, 'x'), edit(2, 2, 'y')], '一二xy三四五'],
    ['an insertion before a replacement', [edit(2, 3, 'C'), edit(2, 2, 'x')], '一二xC四五'],
    ['only the first of two that overlap', [edit(1, 3, 'B'), edit(2, 4, 'C')], '一B四五'],
    ['none beyond the text', [edit(3, 9, 'x'), edit(-1, 2, 'y'), edit(3, 1, 'z')], '一二三四五'],
    ['deletion at the end', [edit(4, 5, '')], '一二三四'],
  ];
  for (const [name, edits, expected] of table) {
    it(`applies ${name}`, () => {
      assert.equal(applyEdits('一二三四五', edits), expected);
    });
  }

  it('leaves everything outside the edits as it is', () => {
    const places = fc.tuple(fc.nat(40), fc.nat(40), fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(places, { maxLength: 4 }), (text, list) => {
        const edits = list.map(([a, b, newText]) => edit(Math.min(a, b), Math.max(a, b), newText));
        const result = applyEdits(text, edits);
        const first = Math.min(text.length, ...edits.map((one) => one.span.start));
        assert.equal(result.slice(0, first), text.slice(0, first));
      }),
    );
  });
});

describe('chooseFixes', () => {
  it('takes whole preferred fixes that do not touch, in report order', () => {
    const findings = [
      finding('c', [edit(8, 9, 'x'), edit(1, 2, 'y')]),
      finding('a', [edit(1, 3, 'A')]),
      finding('b', [edit(5, 6, 'B')], false),
      finding('d', [edit(10, 10, 'D')]),
      finding('e', [edit(10, 10, 'E')]),
    ];
    const chosen = chooseFixes(findings);
    assert.deepEqual(
      chosen.fixed.map((one) => one.code),
      ['a', 'd'],
    );
    assert.deepEqual(chosen.edits, [edit(1, 3, 'A'), edit(10, 10, 'D')]);
  });
});
