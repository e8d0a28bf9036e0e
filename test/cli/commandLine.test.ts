// The command line taken apart: options, their faults, and the language of the answer.
import assert from 'node:assert/strict';
import { commands, parseCommandLine } from '../../server/src/hosts/cli/commandLine.ts';
import { renderMessage } from '../../server/src/core/messages/render.ts';

const parse = (words: string, environment: Record<string, string> = { LANG: 'zh_CN' }) =>
  parseCommandLine(
    words.split(' ').filter((word) => word !== ''),
    environment,
    (word) => word.startsWith('cases'),
  );

describe('parseCommandLine', () => {
  const wrong: readonly (readonly [string, string])[] = [
    ['chekc', '没有命令“chekc”，是否想写“check”'],
    ['publish', `没有命令“publish”，应为下列之一：${commands.join(', ')}`],
    ['check --fromat json', '没有选项 --fromat，是否想写 --format'],
    ['check --zzzzzzzzz', '没有选项 --zzzzzzzzz'],
    ['check --format xml', '--format 应为下列之一：pretty, json, sarif, github, junit，而不是“xml”'],
    ['check --max-warnings -1', '选项 --max-warnings 的用法不对，它的值缺失或多余'],
    ['check --max-warnings=many', '--max-warnings 应为不小于 0 的整数，而不是“many”'],
    ['check --threads 0', '--threads 应为不小于 1 的整数，而不是“0”'],
    ['check --format', '选项 --format 的用法不对，它的值缺失或多余'],
    ['check --fix=yes', '选项 --fix 的用法不对，它的值缺失或多余'],
    ['--fix', `缺少命令，应为下列之一：${commands.join(', ')}`],
  ];
  for (const [words, expected] of wrong) {
    it(`refuses ${words}`, () => {
      const parsed = parse(words);
      assert.ok(!parsed.isValid);
      assert.equal(renderMessage(parsed.problem, parsed.locale), expected);
    });
  }

  it('reads options', () => {
    const parsed = parse(
      'check a.md --fix -f sarif -o x.sarif --max-warnings 0 --no-config --kind case b.md --threads 2 -q',
    );
    assert.ok(parsed.isValid);
    const { line } = parsed;
    assert.deepEqual(line.paths, ['a.md', 'b.md']);
    assert.deepEqual(
      [line.format, line.output, line.maxWarnings, line.isConfigured, line.kind, line.threads],
      ['sarif', 'x.sarif', 0, false, 'case', 2],
    );
    assert.deepEqual([line.fix, line.isQuiet, line.isDryRun], [true, true, false]);
  });

  it('takes the word after --changed for a revision only where it is no path', () => {
    const table: readonly (readonly [string, string, string[]])[] = [
      ['check --changed', 'HEAD', []],
      ['check --changed cases', 'HEAD', ['cases']],
      ['check --changed main cases', 'main', ['cases']],
      ['check --changed=v1.0', 'v1.0', []],
      ['check --changed --fix', 'HEAD', []],
      ['check -- --changed', '', ['--changed']],
    ];
    for (const [words, revision, paths] of table) {
      const parsed = parse(words);
      assert.ok(parsed.isValid, words);
      assert.deepEqual([parsed.line.changedSince ?? '', parsed.line.paths], [revision, paths], words);
    }
  });

  it('answers in the language that was asked for, also when the rest is wrong', () => {
    assert.equal(parse('check --nope --locale en').isValid, false);
    const locale = (words: string, environment: Record<string, string>): string => {
      const parsed = parse(words, environment);
      return parsed.isValid ? parsed.line.locale : parsed.locale;
    };
    assert.equal(locale('check --nope --locale en', {}), 'en');
    assert.equal(locale('check --locale=zh-CN', { LANG: 'en_US' }), 'zh');
    assert.equal(locale('check', { LC_ALL: 'en_GB.UTF-8', LANG: 'zh_CN' }), 'en');
    assert.equal(locale('check', { LC_ALL: '', LANG: 'zh_CN' }), 'zh');
  });

  it('gives help by default and by name', () => {
    for (const [words, topic] of [
      ['', undefined],
      ['help', undefined],
      ['help fix', 'fix'],
      ['check --help', 'check'],
    ] as const) {
      const parsed = parse(words);
      assert.ok(parsed.isValid && parsed.line.command === 'help');
      assert.equal(parsed.line.topic, topic);
    }
  });
});
