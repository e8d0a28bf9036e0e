// `casewright graph` on a small library, and what check and schema say of constraints there.
import assert from 'node:assert/strict';
import { loadParser, type LoadedParser } from '../../server/src/hosts/loadParser.ts';
import { createEngine } from '../../server/src/hosts/cli/engine.ts';
import type { OpenAnalyzer } from '../../server/src/hosts/cli/analyzer.ts';
import { runCli, TemporaryFolder } from '../support/cliRun.ts';

const config = `{
  "kinds": {"case": {"files": ["cases/**"]}, "topic": {"files": ["topics/**"]}},
  "constraints": [
    {"id": "topic-cases", "message": {"zh": "主题至少链接两个案例", "en": "A topic links two cases"},
     "select": {"kind": "topic"}, "network": {"links": {"minContains": 2}}},
    {"id": "idle", "select": {"path": "nowhere/**"}, "local": {"properties": {"lines": {"minimum": 1}}}}
  ]
}
`;

describe('graphs in the terminal', function () {
  this.timeout(60_000);
  let parser: LoadedParser;
  let folder: TemporaryFolder;
  const open: OpenAnalyzer = (initial) => {
    const engine = createEngine({ ...structuredClone(initial), parser });
    return {
      run: (request) => Promise.resolve({ kind: 'done', value: structuredClone(engine(structuredClone(request))) }),
      close: () => Promise.resolve(),
    };
  };
  const run = (words: string) => runCli(words, { folder: folder.path, open });

  before(async () => {
    parser = await loadParser();
    folder = new TemporaryFolder().write({
      '.casewright/config.json': config,
      'cases/a.md': '# 库存 "扣减"\n\n> **文档编号**: CASE-A-001\n',
      'cases/b.md': '# 订单\n\n> **前置文档**: CASE-A-001\n\n## 相关文档\n\n- [并发](../topics/t.md)\n',
      'topics/t.md': '# 并发\n\n## 相关案例\n\n- [订单](../cases/b.md)\n',
    });
  });
  after(() => {
    folder.remove();
  });

  it('prints Mermaid in both languages, titles as text', async () => {
    const { out, code } = await run('graph --locale zh');
    assert.equal(code, 0);
    assert.equal(
      out,
      'graph LR\n  n1["库存 #34;扣减#34;"]\n  n2["订单"]\n  n3["并发"]\n  n2 -->|"前置"| n1\n  n2 -.->|"相关"| n3\n  n3 -.->|"相关"| n2\n',
    );
    assert.match((await run('graph --locale en')).out, /-->\|"prerequisite"\|/);
  });

  it('prints DOT and JSON, filtered by type, kind and neighborhood', async () => {
    const dot = await run('graph --format dot --type prerequisite --locale zh');
    assert.match(dot.out, /"cases\/b\.md" -> "cases\/a\.md" \[label="前置"\];/);
    assert.match(dot.out, /\[label="库存 \\"扣减\\""\]/);
    const near = JSON.parse((await run('graph -f json --of cases/a.md')).out) as { nodes: { id: string }[] };
    assert.deepEqual(
      near.nodes.map(({ id }) => id),
      ['cases/a.md', 'cases/b.md'],
    );
    const far = JSON.parse((await run('graph -f json --of cases/a.md --depth 2')).out) as { nodes: unknown[] };
    assert.equal(far.nodes.length, 3);
    const cases = JSON.parse((await run('graph -f json --kind case')).out) as { edges: { via: string }[] };
    assert.deepEqual(
      cases.edges.map(({ via }) => via),
      ['field'],
    );
  });

  it('ends with 2 for what is not there, and says what is', async () => {
    const type = await run('graph --type nothing --locale en');
    assert.equal(type.code, 2);
    // Run in place, a failure of a command that is loaded late shows its key.
    assert.match(type.err, /no type of relation “nothing”|cli\.graph\.type-unknown/);
    assert.equal((await run('graph --of cases/no.md')).code, 2);
    assert.equal((await run('graph nowhere')).code, 2);
    assert.equal((await run('graph --format csv')).code, 2);
    assert.equal((await run('graph --depth x')).code, 2);
  });

  it('reports constraints with their line, and those that select nothing', async () => {
    const { out } = await run('check --format json --locale zh');
    const { files } = JSON.parse(out) as {
      files: { path: string; findings: { code: string; message: string; origin?: { path: string; line: number } }[] }[];
    };
    const found = files.flatMap(({ path, findings }) =>
      findings
        .filter(({ code }) => code.startsWith('constraint'))
        .map(({ code, message }) => `${path} ${code} ${message}`),
    );
    assert.deepEqual(found.toSorted(), [
      '.casewright/config.json constraint-idle 约束“idle”没有选中任何文档，因此什么也没有检查',
      'topics/t.md constraint-violated 主题至少链接两个案例（“链接”中符合的有 1 个，至少应有 2 个）',
    ]);
  });

  it('exports the constraints of a kind with its schema', async () => {
    const { $defs } = JSON.parse((await run('schema --kind topic --locale zh')).out) as {
      $defs: Record<string, { $comment?: string }>;
    };
    assert.equal($defs['constraint:topic-cases']?.$comment, '.casewright/config.json:4');
  });
});
