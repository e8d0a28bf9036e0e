// `casewright find` on a small library: what is found, formats, languages, exit codes.
import assert from 'node:assert/strict';
import type { OpenAnalyzer } from '../../server/src/hosts/cli/analyzer.ts';
import { createEngine } from '../../server/src/hosts/cli/engine.ts';
import { loadParser, type LoadedParser } from '../../server/src/hosts/loadParser.ts';
import { runCli, TemporaryFolder } from '../support/cliRun.ts';

const vocabulary = '# 分类词表\n\n## 业务场景\n\n- 电商：ecommerce\n- 金融\n';

describe('casewright find', function () {
  this.timeout(60_000);
  let folder: TemporaryFolder;
  let parser: LoadedParser;
  const open: OpenAnalyzer = (initial) => {
    const engine = createEngine({ ...structuredClone(initial), parser });
    return {
      run: (request) => Promise.resolve({ kind: 'done', value: structuredClone(engine(structuredClone(request))) }),
      close: () => Promise.resolve(),
    };
  };
  const run = (words: readonly string[]) => runCli(['find', ...words], { folder: folder.path, open });

  before(async () => {
    parser = await loadParser();
    folder = new TemporaryFolder().write({
      '.casewright/config.json': '{ "facets": { "vocabulary": "词表.md" } }',
      '词表.md': vocabulary,
      'cases/库存.md':
        '# 库存扣减案例\n\n> **文档编号**: SCENARIO-ECOMMERCE-001\n> **难度**: ⭐⭐⭐⭐\n\n## 防止超卖\n',
      'cases/转账.md': '# 账户转账案例\n\n> **业务场景**: 金融\n> **难度**: 中级\n\n## 超卖之外\n',
    });
  });
  after(() => {
    folder.remove();
  });

  it('lists what fits, the best first, with facets and reasons', async () => {
    const { code, out, err } = await run(['超卖']);
    assert.equal(code, 0, err);
    assert.equal(
      out,
      [
        '账户转账案例',
        '  cases/转账.md#超卖之外',
        '  业务场景: 金融 · 难度级别: 中级',
        '  章节“超卖之外”',
        '库存扣减案例',
        '  cases/库存.md#防止超卖',
        '  业务场景: 电商 · 难度级别: 高级',
        '  章节“防止超卖”',
        '列出 2 篇，共找到 2 篇',
        '',
      ].join('\n'),
    );
  });

  it('takes facets, ids and pinyin, and writes JSON', async () => {
    for (const words of [['--facet', '难度=高级'], ['difficulty:advanced'], ['SCENARIO-ECOMMERCE-001'], ['kckj']]) {
      const { code, out } = await run([...words, '-f', 'json']);
      assert.equal(code, 0, words.join(' '));
      const found = JSON.parse(out) as {
        version: number;
        total: number;
        documents: Readonly<Record<string, unknown>>[];
      };
      assert.deepEqual([found.version, found.total], [1, 1]);
      assert.equal(found.documents[0]?.['path'], 'cases/库存.md');
      assert.equal(found.documents[0]['id'], 'SCENARIO-ECOMMERCE-001');
      const { scenario, difficulty } = found.documents[0]['facets'] as Record<string, unknown>;
      assert.deepEqual([scenario, difficulty], [['电商'], ['高级']]);
    }
  });

  it('lists no more than asked for', async () => {
    assert.match((await run(['案例', '--limit', '1'])).out, /列出 1 篇，共找到 2 篇\n$/);
  });

  it('ends with 1 where nothing fits, and with 2 for a wrong question', async () => {
    assert.equal((await run(['没有这个词'])).code, 1);
    const none = await run([]);
    assert.deepEqual([none.code, none.err.includes('--facet')], [2, true]);
    const unknown = await run(['--facet', '颜色=红']);
    assert.equal(unknown.code, 2);
    assert.match(unknown.err, /“颜色=红”.*业务场景/);
    assert.equal((await run(['案例', '--limit', '0'])).code, 2);
  });

  it('answers in English', async () => {
    const { out } = await run(['--facet', 'difficulty=advanced', '--locale', 'en']);
    assert.match(out, /Difficulty: Advanced/);
    assert.match(out, /listed 1 of 1 document found\n$/);
  });
});
