// The kind of a document: configuration, statements, names, content; and the real names and headers of the corpus.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decideKind } from '../../server/src/core/library/decideKind.ts';
import { defaultConfiguration } from '../../server/src/core/library/defaultConfiguration.ts';
import { narrowConfiguration } from '../../server/src/core/library/narrowConfiguration.ts';
import { loadParser } from '../../server/src/hosts/loadParser.ts';
import { buildModel } from '../../server/src/core/model/buildModel.ts';
import { renderMessage } from '../../server/src/core/messages/render.ts';

const corpus = join(import.meta.dirname, '../../../shared/corpus');

const parser = await loadParser();

function kindOf(path: string, text: string, configuration = defaultConfiguration) {
  return decideKind(path, buildModel(text, parser), configuration);
}

describe('decideKind', () => {
  const table: readonly (readonly [path: string, text: string, kind: string, reason: string])[] = [
    ['a.md', '# 随笔\n', 'other', '路径、元数据、名称和内容都没有表明类型'],
    ['a.md', '# 随笔\n\n> **文档类型**: 实践案例\n', 'case', '元数据“文档类型”的值是“实践案例”'],
    ['a.md', '---\ntype: topic\n---\n\n# A\n', 'topic', '元数据“type”的值是“topic”'],
    ['a.md', '# A\n\n> **文档编号**: SCENARIO-LOG-001\n', 'case', '文档编号“SCENARIO-LOG-001”以 SCENARIO- 开头'],
    ['a.md', '# A\n\n> **文档编号**: PLAN-TOOLS-001\n', 'plan', '文档编号“PLAN-TOOLS-001”以 PLAN- 开头'],
    ['cases/a.md', '# A\n\n> **文档编号**: SCENARIO-INDEX\n', 'other', '文档编号“SCENARIO-INDEX”是一份索引'],
    ['cases/README.md', '# 案例\n', 'other', '文件名“README.md”是说明或索引文件'],
    ['cases/a.md', '# A\n', 'case', '位于文件夹“cases”中'],
    ['19-实战案例/01-秒杀/01-需求分析.md', '# 需求分析\n', 'case', '位于文件夹“19-实战案例”中'],
    ['cases/案例编写规范.md', '# A\n', 'standard', '文件名含有“规范”'],
    ['docs/实践案例库建设计划.md', '# A\n', 'plan', '文件名含有“计划”'],
    ['cases/案例索引.md', '# A\n', 'other', '文件名含有“索引”'],
    ['docs/查询计划.md', '# A\n', 'other', '路径、元数据、名称和内容都没有表明类型'],
    ['docs/执行计划分析.md', '# A\n', 'other', '路径、元数据、名称和内容都没有表明类型'],
    ['docs/explanation.md', '# Explanation\n', 'other', '路径、元数据、名称和内容都没有表明类型'],
    ['docs/release-plan.md', '# A\n', 'plan', '文件名含有“plan”'],
    ['docs/a.md', '# 高级限流策略完整指南\n', 'topic', '标题含有“完整指南”'],
    ['advanced_topics/b.md', '# B\n', 'topic', '位于文件夹“advanced_topics”中'],
  ];
  for (const [path, text, kind, reason] of table) {
    it(`takes ${path} (${JSON.stringify(text.slice(0, 40))}) for ${kind}`, () => {
      const decision = kindOf(path, text);
      assert.deepEqual([decision.kind, renderMessage(decision.reason, 'zh')], [kind, reason]);
    });
  }

  it('follows the configuration before anything else', () => {
    const { configuration } = narrowConfiguration(
      '{ "kinds": { "fault": { "files": ["cases/故障/**"] }, "case": { "files": ["cases/**", "!cases/草稿/**"] } } }',
    );
    assert.equal(kindOf('cases/故障/README.md', '> **文档编号**: PLAN-1-1\n', configuration).kind, 'fault');
    const decision = kindOf('cases/a/README.md', '# A\n', configuration);
    assert.deepEqual([decision.kind, decision.certainty], ['case', 'configured']);
    assert.equal(renderMessage(decision.reason, 'zh'), '路径符合配置中 case 的模式“cases/**”');
    assert.equal(kindOf('cases/草稿/计划.md', '# A\n', configuration).kind, 'plan');
    assert.equal(kindOf('x.md', '# A\n\n> **类型**: fault\n', configuration).kind, 'fault');
  });

  it('takes the templates and standards of the configuration for what they are', () => {
    const { configuration } = narrowConfiguration(
      '{ "kinds": { "case": { "files": ["**"], "template": "cases/样例.md#一", "standard": "cases/要求.md" } } }',
    );
    const decision = kindOf('cases/样例.md', '# A\n\n> **文档编号**: CASE-001\n', configuration);
    assert.deepEqual([decision.kind, renderMessage(decision.reason, 'zh')], ['template', '配置把它用作模板']);
    assert.equal(kindOf('cases/要求.md', '# A\n', configuration).kind, 'standard');
    assert.equal(kindOf('a.md', '# A\n\n> **文档编号**: CASE-XXX\n').kind, 'other', 'a placeholder states nothing');
  });
});

/** Real documents whose kind is not what their folder in the corpus says, and why. */
const exceptions: Readonly<Record<string, string>> = {
  'cases/327c13ca__README.md': 'other', // an index by its id, SCENARIO-INDEX
  'templates/pg__DataBaseTheory__19-场景案例库__README.md': 'other',
  'templates/pg__Integrate__19-实战案例__README.md': 'other',
  'templates/pg__MVCC-ACID-CAP__00-项目文件__文档更新维护机制.md': 'other', // a process
  'templates/pg__MVCC-ACID-CAP__00-项目文件__文档格式统一修复计划.md': 'plan',
};

/** Standards among the templates, by what they call themselves. */
const standards = /规范|STANDARDS?[_.\d](?!TEMPLATE)|评估标准/;

function expectedKind(folder: string, name: string): string {
  const exception = exceptions[`${folder}/${name}`];
  if (exception !== undefined) return exception;
  if (folder !== 'templates') return folder.slice(0, -1);
  return standards.test(name.split('__').at(-1) ?? '') ? 'standard' : 'template';
}

describe('decideKind on the corpus', () => {
  for (const folder of ['cases', 'topics', 'plans', 'templates']) {
    it(`tells the kind of every document of ${folder}`, function () {
      if (!existsSync(corpus)) {
        console.log(`skipped: ${corpus} is not there`);
        this.skip();
      }
      const wrong: string[] = [];
      for (const name of readdirSync(join(corpus, folder))) {
        // Plans and templates under the path that they had in their own library; cases and topics as they lie here.
        const isOriginal = folder === 'plans' || folder === 'templates';
        const path = isOriginal ? name.split('__').slice(1).join('/') || name : `${folder}/${name}`;
        const text = readFileSync(join(corpus, folder, name), 'utf8');
        const decision = kindOf(path, text);
        if (decision.kind !== expectedKind(folder, name))
          wrong.push(`${name}: ${decision.kind}, ${renderMessage(decision.reason, 'zh')}`);
      }
      assert.deepEqual(wrong, []);
    });
  }

  it('tells the kind of the 13 topics where they lie in their own library', function () {
    const library = join(corpus, 'libraries/otlp-2025-10-29/crates');
    if (!existsSync(library)) {
      console.log(`skipped: ${library} is not there`);
      this.skip();
    }
    const names = readdirSync(join(corpus, 'topics'));
    for (const name of names) {
      const text = readFileSync(join(corpus, 'topics', name), 'utf8');
      assert.equal(kindOf(`crates/model/docs/advanced/${name}`, text).kind, 'topic', name);
    }
  });
});
