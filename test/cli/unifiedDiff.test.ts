// Differences as they are printed: names in every script, and git takes them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unifiedDiff } from '../../server/src/hosts/cli/unifiedDiff.ts';

describe('differences', () => {
  const before = '# 案例\n\n一\n二\n';
  const after = '# 案例\n\n一\n三\n';

  it('name files readably', () => {
    assert.equal(
      unifiedDiff('案例/库存.md', '案例/库存.md', before, after),
      `Index: 案例/库存.md\n${'='.repeat(67)}\n--- 案例/库存.md\n+++ 案例/库存.md\n@@ -1,4 +1,4 @@\n # 案例\n \n 一\n-二\n+三\n`,
    );
    assert.match(
      unifiedDiff('/dev/null', '新.md', '', after),
      /^=+\n--- \/dev\/null\n\+\+\+ 新\.md\n@@ -0,0 \+1,4 @@\n/,
    );
  });

  it('quote names that would break the lines of the difference', () => {
    assert.match(unifiedDiff('a"b.md', 'a"b.md', before, after), /^--- "a\\"b\.md"$/m);
  });

  it('are taken by git', () => {
    const folder = mkdtempSync(join(tmpdir(), 'casewright-diff-'));
    try {
      mkdirSync(join(folder, '案例'));
      writeFileSync(join(folder, '案例/库存.md'), before);
      const input = unifiedDiff('案例/库存.md', '案例/库存.md', before, after);
      execFileSync('git', ['apply', '-p0', '-'], { cwd: folder, input });
      assert.equal(readFileSync(join(folder, '案例/库存.md'), 'utf8'), after);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
