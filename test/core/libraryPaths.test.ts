// Paths and globs that people write into configuration: a table of what is refused, and that no glob can hang a match.
import assert from 'node:assert/strict';
import { matcherOf, refusalOfGlob } from '../../server/src/core/library/globs.ts';
import { scopePath } from '../../server/src/core/library/pathScope.ts';

describe('scopePath', () => {
  const refused: readonly (readonly [string, string])[] = [
    ['../../etc/passwd', 'outside'],
    ['a/../../b', 'outside'],
    ['/etc/passwd', 'absolute'],
    ['C:\\x', 'absolute'],
    ['c:/x', 'absolute'],
    ['..\\..\\x', 'outside'],
    ['%2e%2e/x', 'outside'],
    ['a/%2e%2e%2f%2e%2e/x', 'outside'],
    ['//server/share', 'absolute'],
    ['\\\\server\\share', 'absolute'],
    ['%5C%5Cserver/share', 'absolute'],
    ['file:///etc/passwd', 'scheme'],
    ['https://example.org/a.md', 'scheme'],
    ['~/.ssh/id_rsa', 'absolute'],
    ['~root/x', 'absolute'],
    ['a\0b', 'control'],
    ['a%00b', 'control'],
    ['x'.repeat(5000), 'too-long'],
    ['', 'empty'],
    ['.', 'empty'],
    ['a/..', 'empty'],
  ];
  for (const [path, refusal] of refused) {
    it(`refuses ${JSON.stringify(path.slice(0, 30))}`, () => {
      assert.deepEqual(scopePath(path), { isInside: false, refusal });
    });
  }

  const kept: readonly (readonly [string, string, string])[] = [
    ['模板/案例.md', '', '模板/案例.md'],
    ['.\\模板\\案例.md', '', '模板/案例.md'],
    ['../模板.md', 'cases/电商', 'cases/模板.md'],
    ['a//b/./c.md', '', 'a/b/c.md'],
    ['%E6%A8%A1%E6%9D%BF.md', '', '模板.md'],
    ['100%.md', '', '100%.md'],
    ['%252e%252e/x', '', '%2e%2e/x'],
    ['..x/y', '', '..x/y'],
  ];
  for (const [path, base, expected] of kept) {
    it(`keeps ${path} from "${base}"`, () => {
      assert.deepEqual(scopePath(path, base), { isInside: true, path: expected });
    });
  }
});

describe('globs', () => {
  const table: readonly (readonly [string, string, boolean])[] = [
    ['cases/**', 'cases/电商/库存扣减完整案例.md', true],
    ['cases/', 'cases/a/b.md', true],
    ['**/*案例*.md', '03-场景实践/金融系统/账户转账完整案例.md', true],
    ['**/*案例*.md', 'a.md', false],
    ['*.md', 'a/b.md', false],
    ['docs/{a,b}/*.md', 'docs/b/x.md', true],
    ['案例?.md', '案例1.md', true],
    ['caf\u00e9/**', 'cafe\u0301/x.md', true],
    ['cases/**', `cases/${'x'.repeat(2000)}`, false],
  ];
  for (const [glob, path, expected] of table) {
    it(`${glob} ${expected ? 'takes' : 'leaves'} ${path.slice(0, 40)}`, () => {
      assert.equal(matcherOf([glob])(path), expected);
    });
  }

  it('takes what an exclusion does not name', () => {
    const matches = matcherOf(['cases/**', '!cases/草稿/**']);
    assert.equal(matches('cases/a.md'), true);
    assert.equal(matches('cases/草稿/a.md'), false);
  });

  it('refuses what it can not match safely', () => {
    const refusals = [
      '',
      '/abs/**',
      '../x/**',
      'a\\b',
      '+(a|b)',
      '[a-z].md',
      '*a*a*a*a',
      '**/a/**/b/**/c/**/d',
      '{a,{b,{c,{d}}}}',
    ];
    for (const glob of refusals) assert.notEqual(refusalOfGlob(glob), undefined, glob);
    assert.equal(refusalOfGlob('x'.repeat(300)), 'too-long');
    assert.equal(matcherOf(['*a*a*a*a'])('aaaa'), false);
  });

  it('matches hostile paths in time', () => {
    const paths = ['a/'.repeat(499) + 'b', 'a'.repeat(255), 'a'.repeat(1000), '/'.repeat(900)];
    for (const glob of ['**/a/**/a/**/b', '*a*a*b', '**/*a*/**/*a*b', '{a,b}*a*/**/x']) {
      const matches = matcherOf([glob]);
      const start = performance.now();
      for (const path of paths) matches(path);
      // A glob that backtracks takes minutes; how fast it is on a busy machine is no question of this test.
      assert.ok(performance.now() - start < 5_000, `${glob}: ${performance.now() - start} ms`);
    }
  });
});
