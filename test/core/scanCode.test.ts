// Code told from comments and strings in many languages, brackets held against each other, and time: what is hostile must
// cost no more than what is long.
import assert from 'node:assert/strict';
import { markdownToMdast } from 'satteri';
import { createSatteriParser } from '../../server/src/core/markdown/satteriParser.ts';
import { buildModel } from '../../server/src/core/model/buildModel.ts';
import { languageOfWord } from '../../server/src/core/measures/code/languages.ts';
import { scanCode } from '../../server/src/core/measures/code/scanCode.ts';
import { codeElisions } from '../../server/src/core/measures/code-elisions.ts';
import { measures } from '../../server/src/core/measures/index.ts';
import { measureContext } from '../support/describeMeasure.ts';

const parser = createSatteriParser(markdownToMdast);

interface Row {
  readonly language: string;
  readonly text: string;
  /** What is left; blanks are drawn together. */
  readonly code: string;
  readonly comments?: readonly string[];
  readonly defect?: string;
}

const rows: readonly Row[] = [
  { language: 'sql', text: "SELECT '--x' -- y", code: "SELECT ' '", comments: ['y'] },
  { language: 'sql', text: "SELECT 'it''s' /* a\nb */ ;", code: "SELECT ' ' ;", comments: ['a\nb'] },
  { language: 'sql', text: 'SELECT (1', code: 'SELECT (1', defect: 'not-closed' },
  { language: 'python', text: 'def f():\n    """说明"""\n    x = "#"', code: 'def f(): x = " "', comments: ['说明'] },
  { language: 'python', text: "x = '''a\n# b'''", code: "x = ''' '''" },
  { language: 'python', text: 'print("a)', code: 'print("', defect: 'string-open' },
  {
    language: 'rust',
    text: "fn f<'a>(c: &'a str) { let x = '{'; } // }",
    code: "fn f<'a>(c: &'a str) { let x = ' '; }",
    comments: ['}'],
  },
  { language: 'rust', text: 'let s = r#"a " {"#;', code: 'let s = r#" "#;' },
  { language: 'rust', text: 'let s = "a\nb";', code: 'let s = " ";' },
  { language: 'go', text: 's := `a " {`', code: 's := ` `' },
  { language: 'js', text: 'const r = /["(]/g; // c', code: 'const r = / /g;', comments: ['c'] },
  { language: 'js', text: 'a / b / c; `${x}(`', code: 'a / b / c; ` `' },
  { language: 'bash', text: 'echo ${x#y} # z', code: 'echo ${x#y}', comments: ['z'] },
  { language: 'bash', text: "cat <<EOF\n(it's\nEOF\nls", code: 'cat <<EOF EOF ls' },
  { language: 'yaml', text: "a: it's # b", code: "a: it's", comments: ['b'] },
  { language: 'toml', text: 'a = "#"\nb = [1', code: 'a = " " b = [1', defect: 'not-closed' },
  { language: 'c', text: "char c = '\"'; }", code: "char c = ' '; }", defect: 'not-opened' },
  { language: 'html', text: '<a> <!-- b --> c', code: '<a> c', comments: ['b'] },
  { language: 'nobody-knows', text: 'run(1) # 说明\n-- 二', code: 'run(1)', comments: ['说明', '二'] },
];

/** A fifth of a megabyte of it in one block; what stands behind the first 60,000 characters is not read. */
const hostile: readonly (readonly [language: string, unit: string])[] = [
  ['sql', '('],
  ['sql', "'"],
  ['sql', 'CREATE TABLE t (a int,\n'],
  ['sql', 'INSERT INTO t VALUES (1),\n'],
  ['sql', '-- ... 省略 QPS: 1000 提升 30%\n'],
  ['python', '"""\n'],
  ['python', 'def f(self):\n'],
  ['python', 'np.x '],
  ['rust', 'r#"'],
  ['rust', ') {'],
  ['js', '/['],
  ['bash', '<<E\n'],
  ['yaml', 'a: [\n'],
  ['json', '['],
  ['text', '1000ms 提升 '],
  ['text', 'QPS: 1000\n'],
];

describe('code of any language', () => {
  for (const { language, text, code, comments = [], defect } of rows) {
    it(`${language}: ${text.replaceAll('\n', '⏎')}`, () => {
      const found = languageOfWord(language);
      assert.ok(found !== undefined);
      const scanned = scanCode(text, found.syntax);
      assert.equal(scanned.code.length, text.length);
      assert.equal(scanned.code.replace(/\s+/g, ' ').trim(), code);
      assert.deepEqual(
        scanned.comments.map(({ body }) => body),
        comments,
      );
      assert.equal(scanned.defect?.kind, defect);
    });
  }

  it('goes by its common name, and is none where the word says so', () => {
    const names = ['py', 'Rust,no_run', '{.golang}', 'postgresql', 'yml', 'text', 'mermaid', 'nix'];
    assert.deepEqual(
      names.map((name) => languageOfWord(name)?.name),
      ['python', 'rust', 'go', 'sql', 'yaml', undefined, undefined, 'nix'],
    );
  });
});

describe('measures of code and data', function () {
  this.timeout(30_000);

  it('name exact places in lists, quotes and files with a byte order mark and CRLF', () => {
    const lines = ['\uFEFF# 案例', '', '- 项', '', '  ```sql', '  SELECT 1;', '    -- ... 其他分区', '  ```', ''];
    lines.push(
      '> ```python',
      '> x = 1  # …',
      '>   # 省略',
      '> ```',
      '',
      '- 二',
      '',
      '      ```go',
      '  f(...)',
      '  ```',
      '',
    );
    const text = lines.join('\r\n');
    const result = codeElisions.measure({
      ...measureContext('cases/a.md', '# 案例\n'),
      model: buildModel(text, parser),
    });
    assert.ok('missing' in result);
    assert.deepEqual(
      result.missing.map(({ span }) => text.slice(span.start, span.end)),
      ['-- ... 其他分区', '# …', '# 省略'],
    );
  });

  it('take no time to speak of for a hostile block', () => {
    const small = measureContext('cases/a.md', '# 案例\n');
    const chosen = measures.filter(({ id }) => /^(?:code|data)-/.test(id));
    for (const [language, unit] of hostile) {
      const text = `# 案例\n\n## 性能数据\n\n\`\`\`${language}\n${unit.repeat(200_000 / unit.length)}\n\`\`\`\n`;
      // These measures read the model alone; the analysis of such a document takes longer than all of them.
      const context = { ...small, model: buildModel(text, parser) };
      for (const measure of chosen) {
        const started = performance.now();
        measure.measure(context);
        const taken = performance.now() - started;
        // A tenth of a second by itself; other programs of the machine may be at work.
        assert.ok(taken < 500, `${measure.id} took ${taken.toFixed(0)} ms for ${JSON.stringify(unit)}`);
      }
    }
  });
});
