// The command line with the real engine: in place for most, in worker threads as people run it for a few.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { workerAnalyzer, type OpenAnalyzer } from '../../server/src/hosts/cli/analyzer.ts';
import { createEngine } from '../../server/src/hosts/cli/engine.ts';
import { loadParser } from '../../server/src/hosts/loadParser.ts';
import { serverFiles } from '../../server/src/hosts/serverFiles.ts';
import { engineOf, runCli, TemporaryFolder } from '../support/cliRun.ts';
import { directAnalysis } from '../support/directAnalysis.ts';
import { withEditor } from '../support/fakeEditor.ts';
import { hasSharedDocuments, sharedFolder } from '../support/sharedDocuments.ts';

const root = join(import.meta.dirname, '../..');
const parser = await loadParser();

const inPlace: OpenAnalyzer = ({ library, today }, threads) => {
  const engine = createEngine({ library, parser, today });
  return engineOf(engine)({ library, today }, threads);
};

const template = `# 案例X：[标题]

> **文档编号**: CASE-XXX

## 一、背景

[说明背景，至少 20 字]

## 二、方法

[说明方法]
`;

/** In the order of the protocol's numbers, from 1. */
const severities = ['error', 'warning', 'information', 'hint'];

interface ReportedDocument {
  readonly path: string;
  readonly kind: string;
  readonly findings: readonly {
    readonly code: string;
    readonly message: string;
    readonly range: object;
    readonly severity: string;
  }[];
}

describe('the command line with the real engine', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder();
  });
  afterEach(() => {
    folder.remove();
  });
  const run = (words: string | string[], more = {}) => runCli(words, { folder: folder.path, open: inPlace, ...more });
  const library = {
    '.casewright/config.json': JSON.stringify({
      kinds: {
        case: { template: '模板.md', standard: '标准.md' },
        topic: { template: '模板.md', standard: '标准.md' },
      },
    }),
    '模板.md': template,
    '标准.md': '# 审查标准\n\n## 内容完整性\n\n- [ ] 是否说明了背景？\n',
  };

  it('checks against the template of the library and says which line demands what', async () => {
    folder.write({
      ...library,
      'cases/甲.md':
        '# 案例1：甲\n\n> **文档编号**: CASE-001\n\n## 一、背景\n\n这里写明了背景，写得足够长，读者能明白发生了什么。\n',
    });
    const { code, out } = await run('check cases -f json');
    const file = JSON.parse(out).files.find((one: { kind: string }) => one.kind === 'case');
    const missing = file.findings.find((one: { code: string }) => one.code === 'section-missing');
    assert.equal(code, 1, out);
    assert.equal(file.template, '模板.md');
    assert.deepEqual(missing.source, { path: '模板.md', line: 8 });
    assert.match(missing.message, /方法/);
  });

  it('reports the configuration and the template beside the documents', async () => {
    folder.write({
      '.casewright/config.json': '{ "kindz": {}, "kinds": { "case": { "template": "gone.md" } } }',
      'cases/a.md': '# A\n',
    });
    const { out } = await run('check -f json');
    const codes = JSON.parse(out).files.flatMap((file: { path: string; findings: { code: string }[] }) =>
      file.path === '.casewright/config.json' ? file.findings.map((one) => one.code) : [],
    );
    assert.deepEqual(codes, ['config-unknown-key', 'config-file-missing']);
  });

  it('checks each document in the library nearest to it', async () => {
    folder.write({
      ...Object.fromEntries(Object.entries(library).map(([path, text]) => [`内/${path}`, text])),
      '.casewright/config.json': '{}',
      '内/cases/甲.md': '# 甲\n',
      'cases/乙.md': '# 乙文档\n',
    });
    const { out } = await run('check -f json');
    const cases = JSON.parse(out).files.filter((file: { kind: string }) => file.kind === 'case');
    assert.deepEqual(
      cases.map((file: { path: string; template: string }) => [file.path, file.template]),
      [
        ['cases/乙.md', 'builtin:case.zh'],
        ['内/cases/甲.md', '模板.md'],
      ],
    );
  });

  it('explains a document', async () => {
    folder.write({ ...library, 'cases/甲.md': '# 案例1：甲\n\n## 一、背景\n\n背景。\n\n## 别的\n\n内容。\n' });
    const { code, out } = await run('explain cases/甲.md');
    assert.equal(code, 0);
    for (const line of [
      '类型：case',
      '理由：位于文件夹“cases”中',
      '模板：模板.md',
      '文档编号: ✗ 缺少',
      '方法: ✗ 缺少',
      '依据 模板.md:9',
    ]) {
      assert.ok(out.includes(line), `${line} in\n${out}`);
    }
    assert.match(out, /一、背景: ✓ 已有 :3/);
    assert.match(out, /模板之外的章节\n {2}别的 :7/);
  });

  it('says the demands of annotations in words', async () => {
    folder.write({
      ...library,
      '模板.md': `${template}\n## 三、测试（20-200字）\n\n<!-- casewright: {bounds: {codeBlocks: {min: 2, languages: [sql]}}} -->\n`,
      'cases/甲.md': '# 案例1：甲\n\n## 一、背景\n\n背景。\n',
    });
    const { out } = await run('explain cases/甲.md');
    assert.match(out, /要求 代码块 \(sql\)：至少 2 \(模板\.md:\d+\)/);
    assert.match(out, /要求 三、测试[（(]20-200字/);
    assert.doesNotMatch(out, /要求 casewright/);
    assert.match((await run('explain cases/甲.md --locale en')).out, /demands code blocks \(sql\)/);
  });

  it('says of a standard what never matters only where the library can mend it', async () => {
    const strict =
      '# 案例模板\n\n<!-- casewright: {bounds: {codeBlocks: 9, diagrams: 9, tables: 9, links: 9, lines: 900}} -->\n\n## 一、背景\n\n[背景]\n';
    const own = '# 审查标准\n\n## 内容\n\n- [ ] 至少 2 个代码块\n';
    const hints = async (standard: object): Promise<readonly string[]> => {
      folder.write({
        '.casewright/config.json': JSON.stringify({ kinds: { case: { template: '模板.md', ...standard } } }),
        '模板.md': strict,
        '标准.md': own,
        'cases/甲.md': '# 甲\n',
      });
      const { files } = JSON.parse((await run('check -f json')).out) as { files: ReportedDocument[] };
      return files.flatMap(({ path, findings }) =>
        findings.flatMap(({ code }) => (code.startsWith('standard-check') ? [`${path} ${code}`] : [])),
      );
    };
    assert.deepEqual(await hints({ standard: 'builtin:standard' }), []);
    assert.deepEqual(await hints({ standard: '标准.md' }), ['标准.md standard-check-dead']);
  });

  it('explains rules, and names the one that was meant', async () => {
    const { code, out } = await run('explain toc-stale');
    assert.equal(code, 0);
    assert.match(out, /^规则 toc-stale\n严重程度：/);
    assert.match(out, /目录/);
    assert.match((await run('explain toc-stale --locale en')).out, /^Rule toc-stale\nSeverity: /);
    const wrong = await run('explain toc-stael');
    assert.deepEqual(
      [wrong.code, wrong.err],
      [2, 'casewright: “toc-stael”既不是文件，也不是规则代码，是否想写“toc-stale”\n'],
    );
    assert.equal((await run('explain')).code, 2);
  });

  it('exports a schema that a stock validator accepts', async () => {
    folder.write(library);
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    for (const words of [
      'schema',
      'schema --kind topic',
      'schema --kind topic --locale en',
      'schema --template 模板.md',
    ]) {
      const { code, out } = await run(words);
      assert.equal(code, 0, words);
      assert.ok(ajv.compile({ ...JSON.parse(out), $id: words }));
    }
    const written = await run('schema --kind case -o out/case.schema.json');
    assert.deepEqual([written.code, written.out], [0, '']);
    assert.ok(existsSync(join(folder.path, 'out/case.schema.json')));
    assert.equal((await run('schema --kind plan')).code, 2);
    assert.match((await run('schema --kind nope')).err, /没有类型“nope”，已有：case, topic/);
  });

  it('writes a new document from the template, at a free path, under the next free id', async () => {
    const configuration = {
      kinds: { case: { template: '模板.md', standard: '标准.md', id: 'CASE-{NNN}', newPath: 'cases/{title}.md' } },
    };
    folder.write({
      ...library,
      '.casewright/config.json': JSON.stringify(configuration),
      'cases/甲.md': '# 甲\n\n> **文档编号**: CASE-007\n',
    });
    const first = await run(['new', 'case', '--title', '库存 扣减']);
    assert.deepEqual([first.code, first.out], [0, 'cases/库存-扣减.md\n'], first.err);
    const text = readFileSync(join(folder.path, 'cases/库存-扣减.md'), 'utf8');
    assert.match(text, /^# 库存 扣减\n/);
    assert.match(text, /CASE-008/);
    assert.match(text, /^## 一、背景$/m);
    assert.equal((await run(['new', 'case', '--title', '库存 扣减'])).out, 'cases/库存-扣减-2.md\n');
    const dry = await run(['new', '--title', 'X', '--id', 'CASE-100', '--dry-run']);
    assert.match(dry.out, /CASE-100/);
    assert.ok(!existsSync(join(folder.path, 'cases/X.md')));
    assert.equal((await run('new case --title a -o cases/甲.md')).err, 'casewright: “cases/甲.md”已经存在\n');
    for (const words of ['new case', 'new nope --title a', 'new plan --title a'])
      assert.equal((await run(words)).code, 2, words);
  });

  it('takes all documents for the kind that is chosen', async () => {
    folder.write({ 'a.md': '# 随笔\n' });
    assert.equal(JSON.parse((await run('check -f json')).out).files[0].kind, 'other');
    const chosen = JSON.parse((await run('check -f json --kind topic')).out).files[0];
    assert.deepEqual([chosen.kind, chosen.template], ['topic', 'builtin:topic.zh']);
    folder.write({ '别处/t.md': template });
    const withTemplate = JSON.parse((await run('check a.md -f json --template 别处/t.md')).out).files[0];
    assert.deepEqual([withTemplate.kind, withTemplate.template], ['case', '别处/t.md']);
    assert.equal((await run('check --template none.md')).code, 2);
  });

  it('ignores the configuration when told so', async () => {
    folder.write({ ...library, 'cases/a.md': '# 甲\n' });
    const report = JSON.parse((await run('check cases -f json --no-config')).out);
    assert.equal(report.files[0].template, 'builtin:case.zh');
  });

  it('mends until nothing is left to mend, and then changes nothing', async () => {
    folder.write({
      ...library,
      'cases/甲.md': '# 案例1：甲\n\n> **文档编号**: CASE-001\n\n## 目录\n\n- [旧](#旧)\n\n## 一、背景\n\n写。\n',
    });
    await run('fix cases');
    const again = await run('fix cases --diff');
    assert.equal(again.out, '');
  });

  it('runs in worker threads, each document under its own deadline', async () => {
    folder.write({ ...library, 'cases/a.md': '# A\n', 'cases/b.md': '# B\n' });
    const entry = new URL('../../server/src/hosts/cliWorker.ts', import.meta.url);
    const { code, out } = await run('check cases -f json --threads 2', { open: workerAnalyzer(entry) });
    const report = JSON.parse(out);
    assert.equal(code, report.summary.errors > 0 ? 1 : 0);
    assert.deepEqual(
      report.files.map((file: { kind: string }) => file.kind),
      ['case', 'case'],
    );
    assert.ok(
      report.files.every((file: { findings: { code: string }[] }) =>
        file.findings.every((one) => one.code !== 'document-not-analyzed'),
      ),
    );
  });

  it('runs as a program', async () => {
    folder.write({ ...library, 'cases/a.md': '# 甲\n' });
    const words = ['--import', join(root, 'node_modules/tsx/dist/loader.mjs'), join(root, 'server/src/hosts/cli.ts')];
    const options = { cwd: folder.path, env: { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '' } };
    const result = await promisify(execFile)(
      process.execPath,
      [...words, 'check', 'cases', '--format', 'json'],
      options,
    ).catch((error: unknown) => error as { stdout: string; code: number });
    assert.equal(JSON.parse(result.stdout).files[0].path, 'cases/a.md');
  });

  it('finds on every real case and topic exactly what the editor shows', async function () {
    if (!hasSharedDocuments) {
      console.log('skipped: the shared corpus is not beside the repository');
      this.skip();
    }
    const corpus = folder.path;
    for (const name of ['cases', 'topics']) {
      cpSync(join(sharedFolder, 'corpus', name), join(corpus, name), { recursive: true });
    }
    const { out } = await runCli('check cases topics -f json --locale en', { folder: corpus, open: inPlace });
    const { files } = JSON.parse(out) as { files: ReportedDocument[] };
    assert.equal(files.filter((file) => file.kind === 'case').length, 9, 'and one index');
    assert.equal(files.filter((file) => file.kind === 'topic').length, 13);
    const options = {
      analysis: await directAnalysis(),
      files: serverFiles(() => undefined),
      folders: [pathToFileURL(corpus).href],
    };
    await withEditor(options, async ({ editor }) => {
      for (const { path, findings } of files) {
        const uri = pathToFileURL(join(corpus, path)).href;
        editor.open(uri, readFileSync(join(corpus, path), 'utf8'));
        await editor.settled();
        const shown = (editor.shown(uri) ?? []).map(({ code, message, range, severity }) => [
          code,
          message,
          range,
          severity,
        ]);
        const reported = findings.map(({ code, message, range, severity }) => [
          code,
          message,
          range,
          severities.indexOf(severity) + 1,
        ]);
        assert.deepEqual(reported, shown, path);
        editor.close(uri);
      }
    });
  });
});
