// New documents say which version of their template they follow, where the team keeps that.
import assert from 'node:assert/strict';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { parseTemplate } from '../../server/src/core/template/parseTemplate.ts';
import { documentParts } from '../../server/src/features/newDocument/documentParts.ts';
import { toText } from '../../server/src/features/newDocument/part.ts';
import { questionsOf } from '../../server/src/features/newDocument/proposal.ts';

const marked = '<!-- casewright: {template: case, version: "2.0"} -->\n\n';
const key = '依据模板';

function created(text: string, templateVersion?: { readonly key: string }): readonly string[] {
  const template = parseTemplate('case.md', text, remarkParser, { isTemplate: true }).templates[0];
  assert.ok(template);
  const wanted = { title: '库存', answers: {}, today: '2026-11-21', ...(templateVersion && { templateVersion }) };
  assert.ok(questionsOf(template, templateVersion).every((question) => question.key !== key));
  const lines = toText(documentParts(template, wanted, remarkParser)).split('\n');
  return lines.filter((line) => line.includes(key) || line.includes('作者'));
}

describe('the template version of a new document', () => {
  const cases: readonly (readonly [name: string, header: string, expected: readonly string[]])[] = [
    ['a quote', '> **作者**: 作者', ['> **作者**: 作者', `> **${key}**: 2.0`]],
    ['lines kept apart by blanks', '**编号**: CASE-1  \n**作者**: 作者', ['**作者**: 作者  ', `**${key}**: 2.0`]],
    ['a list', '- 作者：张三', ['- 作者：作者', `- ${key}：2.0`]],
    [
      'a field that the template has',
      `> **作者**: 张三\n> **${key}**: [版本]`,
      ['> **作者**: 作者', `> **${key}**: 2.0`],
    ],
  ];
  for (const [name, header, expected] of cases) {
    it(`is written below ${name}`, () => {
      assert.deepEqual(created(`${marked}# [名称]\n\n${header}\n\n## 背景\n`, { key }), expected);
    });
  }

  it('is left out where the team names no field, or the template states no version', () => {
    const text = '# [名称]\n\n> **作者**: 张三\n\n## 背景\n';
    assert.deepEqual(created(marked + text), ['> **作者**: 作者']);
    assert.deepEqual(created(text, { key }), ['> **作者**: 作者']);
  });
});
