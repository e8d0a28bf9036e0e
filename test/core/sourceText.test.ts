// Offsets, positions and lines agree for every kind of line ending, a byte order mark and surrogate pairs (Invariant 4).
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SourceText } from '../../server/src/core/sourceText.ts';

const pieces = fc.constantFrom('a', '字', '🎯', 'é', ' ', '\t', '\n', '\r\n', '\r', '\u2028', '\0', '#');
const texts = fc
  .tuple(fc.constantFrom('', '\uFEFF'), fc.array(pieces, { maxLength: 40 }))
  .map(([mark, parts]) => mark + parts.join(''));
const settings = { seed: 20261121, numRuns: 400 };

describe('SourceText', () => {
  const table: readonly (readonly [name: string, text: string, offset: number, line: number, character: number])[] = [
    ['the start', 'ab\ncd', 0, 0, 0],
    ['after a line feed', 'ab\ncd', 3, 1, 0],
    ['after CRLF', 'ab\r\ncd', 4, 1, 0],
    ['inside CRLF, which belongs to the line before', 'ab\r\ncd', 3, 0, 2],
    ['after a lone carriage return', 'ab\rcd', 3, 1, 0],
    ['behind a byte order mark', '\uFEFFab', 1, 0, 1],
    ['behind a surrogate pair', '🎯b', 2, 0, 2],
    ['the empty last line', 'ab\n', 3, 1, 0],
    ['U+2028, which ends no line', 'a\u2028b', 2, 0, 2],
  ];
  for (const [name, text, offset, line, character] of table) {
    it(`places ${name}`, () => {
      assert.deepEqual(new SourceText(text).positionAt(offset), { line, character });
    });
  }

  it('goes from offset to position and back', () => {
    fc.assert(
      fc.property(texts, fc.nat(60), (text, number) => {
        const source = new SourceText(text);
        const offset = Math.min(number, text.length);
        const isInsideCrlf = text[offset - 1] === '\r' && text[offset] === '\n';
        assert.equal(source.offsetAt(source.positionAt(offset)), isInsideCrlf ? offset - 1 : offset);
      }),
      settings,
    );
  });

  it('cuts the text into lines that join to the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const source = new SourceText(text);
        let joined = '';
        for (let line = 0; line < source.lineCount; line++) {
          const { end } = source.lineSpan(line);
          joined += source.lineText(line) + text.slice(end, source.lineStart(line + 1));
          assert.doesNotMatch(source.lineText(line), /[\r\n]/);
        }
        assert.equal(joined, text);
      }),
      settings,
    );
  });

  it('clamps positions that are nowhere', () => {
    const source = new SourceText('ab\r\ncd');
    for (const [line, character, offset] of [
      [-1, 5, 0],
      [0, 99, 2],
      [1, 99, 6],
      [9, 0, 6],
      [Number.NaN, 0, 0],
      [0, Number.NaN, 0],
      [0, -3, 0],
    ] as const) {
      assert.equal(source.offsetAt({ line, character }), offset, `${String(line)}:${String(character)}`);
    }
  });

  it('knows the byte order mark and the line ending', () => {
    const source = new SourceText('\uFEFFa\r\nb\n');
    assert.deepEqual([source.hasByteOrderMark, source.lineEnding], [true, '\r\n']);
    assert.equal(new SourceText('a').lineEnding, '\n');
  });
});
