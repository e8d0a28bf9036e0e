// Output formats: exact JSON, SARIF against the official schema, escapes of GitHub and XML, columns of the terminal.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import stringWidth from 'string-width';
import { runCli, TemporaryFolder } from '../support/cliRun.ts';

const text = '\uFEFF# 案例 A\r\n\r\n\t中文 TODO 之后 ??\r\n';

describe('output formats', () => {
  let folder: TemporaryFolder;
  before(() => {
    folder = new TemporaryFolder().write({
      'cases/案例 一.md': text,
      'cases/好.md': '# 好\n',
      'cases/other.md': '# x\n',
    });
  });
  after(() => {
    folder.remove();
  });
  const run = (words: string, more = {}) => runCli(words, { folder: folder.path, ...more });

  it('prints JSON as documented', async () => {
    const { code, out } = await run('check --format json');
    const report = JSON.parse(out);
    assert.equal(code, 1);
    assert.deepEqual(Object.keys(report), ['version', 'files', 'summary', 'skipped']);
    assert.equal(report.version, 1);
    assert.deepEqual(
      report.files.map((file: { path: string }) => file.path),
      ['cases/other.md', 'cases/好.md', 'cases/案例 一.md'],
    );
    const range = { start: { line: 2, character: 3 }, end: { line: 2, character: 8 } };
    assert.deepEqual(report.files[2], {
      path: 'cases/案例 一.md',
      kind: 'case',
      template: 'builtin:case.zh',
      findings: [
        {
          code: 'todo',
          severity: 'error',
          message: '缺少章节“方法”，模板要求它',
          range,
          source: { path: 'builtin:case.zh', line: 11 },
          related: [],
          fixes: [{ title: '插入章节“方法”', edits: [{ range, newText: '' }] }],
        },
        {
          code: 'doubt',
          severity: 'warning',
          message: '元数据“a<b>”的值是“ [31m红”',
          range: { start: { line: 2, character: 12 }, end: { line: 2, character: 14 } },
          source: null,
          related: [
            {
              path: 'cases/案例 一.md',
              range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
              message: '路径、元数据、名称和内容都没有表明类型',
            },
          ],
          fixes: [],
        },
      ],
    });
    assert.deepEqual(report.summary, {
      files: 3, other: 1, errors: 1, warnings: 1, information: 0, hints: 0, fixable: 1, suppressed: 0, baselined: 0, fixed: 0,
    }); // prettier-ignore
  });

  it('prints SARIF that the official schema accepts', async () => {
    const { out } = await run('check --format sarif');
    const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/sarif-schema-2.1.0.json'), 'utf8'));
    // The schema is draft 04; for what it uses, `id` is the only difference to what this ajv reads.
    const readable = { ...schema, $id: schema.id, id: undefined, $schema: undefined };
    const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
    const validate = ajv.compile(JSON.parse(JSON.stringify(readable)));
    assert.ok(!validate({ version: '2.1.0' }), 'the schema refuses what is no log');
    const log = JSON.parse(out);
    const isValid: boolean = validate(log);
    assert.ok(isValid, JSON.stringify(validate.errors));
    const [result, other] = log.runs[0].results;
    assert.equal(result.ruleId, 'todo');
    assert.equal(log.runs[0].tool.driver.rules[result.ruleIndex].id, 'todo');
    assert.equal(result.locations[0].physicalLocation.artifactLocation.uri, 'cases/%E6%A1%88%E4%BE%8B%20%E4%B8%80.md');
    assert.deepEqual(result.locations[0].physicalLocation.region, {
      startLine: 3,
      startColumn: 4,
      endLine: 3,
      endColumn: 9,
    });
    assert.equal(result.fixes[0].artifactChanges[0].replacements[0].deletedRegion.startColumn, 4);
    assert.match(result.partialFingerprints['casewrightFinding/v1'], /^[0-9a-f]{20}:1$/);
    assert.equal(other.level, 'warning');
  });

  it('keeps fingerprints when lines move, and tells repeats apart', async () => {
    const fingerprints = async (content: string): Promise<string[]> => {
      const other = new TemporaryFolder().write({ 'a.md': content });
      const { out } = await runCli('check --format sarif', { folder: other.path });
      other.remove();
      return JSON.parse(out).runs[0].results.map(
        (one: { partialFingerprints: Record<string, string> }) => one.partialFingerprints['casewrightFinding/v1'],
      );
    };
    const first = await fingerprints('# A\n\nx TODO\n\nx TODO\n');
    assert.equal(new Set(first).size, 2);
    assert.deepEqual(await fingerprints('# A\n\n新的一行\n\nx TODO\n\n\nx TODO\n'), first);
    assert.notDeepEqual(await fingerprints('# A\n\ny TODO\n\nx TODO\n'), first);
  });

  it('prints annotations for GitHub', async () => {
    const { out } = await run('check --format github');
    assert.deepEqual(out.split('\n'), [
      '::error file=cases/案例 一.md,line=3,endLine=3,col=4,endColumn=9,title=casewright%3A todo::缺少章节“方法”，模板要求它 (builtin:case.zh:12)',
      '::warning file=cases/案例 一.md,line=3,endLine=3,col=13,endColumn=15,title=casewright%3A doubt::元数据“a<b>”的值是“ [31m红”',
      '',
    ]);
  });

  it('prints JUnit', async () => {
    const { out } = await run('check --format junit');
    assert.match(out, /<testsuites name="casewright" tests="4" failures="2" errors="0">/);
    assert.match(out, /<testcase classname="cases\/好.md" name="casewright"\/>/);
    assert.match(out, /<failure type="warning" message="元数据“a&lt;b&gt;”的值是“ \[31m红”">/);
    assert.doesNotMatch(out, /\u001B/);
  });

  it('shows the words of a finding to people, at the right column', async () => {
    const { out } = await run('check');
    const lines = out.split('\n');
    const source = lines.findIndex((line) => line.includes('│     中文 TODO'));
    const [line = '', marks = ''] = lines.slice(source, source + 2);
    const at = (row: string, sign: string): number => stringWidth(row.slice(0, row.indexOf(sign)));
    assert.equal(at(marks, '~'), at(line, ' TODO'));
    assert.equal(marks.match(/~+/)?.[0], '~~~~~');
    assert.match(out, /cases\/案例 一\.md 案例 · builtin:case\.zh/);
    assert.match(out, /依据 builtin:case\.zh:12/);
    assert.match(
      out,
      /3 个文件：1 个错误，1 个警告，0 条信息，0 条提示 · 其中 1 个类型为“其他”，不检查 · 1 个可用 casewright fix 修复\n$/,
    );
    assert.doesNotMatch(out, /\u001B/);
  });

  it('colours terminals only, and not where NO_COLOR is set', async () => {
    assert.match((await run('check', { isTerminal: true })).out, /\u001B\[31m错误/);
    assert.doesNotMatch((await run('check', { isTerminal: true, environment: { NO_COLOR: '1' } })).out, /\u001B\[3/);
    assert.match((await run('check', { environment: { FORCE_COLOR: '1' } })).out, /\u001B\[31m/);
  });

  it('cuts long lines to the terminal around the finding', async () => {
    const long = new TemporaryFolder().write({ 'a.md': `${'长'.repeat(500)} TODO ${'后'.repeat(500)}😀\n` });
    const { out } = await runCli('check', { folder: long.path, columns: 60 });
    long.remove();
    for (const line of out.split('\n').filter((one) => one.includes('│'))) assert.ok(stringWidth(line) <= 60, line);
    assert.match(out, /长 TODO 后/);
  });

  it('speaks English', async () => {
    const { out } = await run('check --locale en');
    assert.match(out, /error Section “方法” is missing; the template demands it/);
  });
});
