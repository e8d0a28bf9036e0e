// Documents that follow a template which changed: what changed, what becomes of the document, what always stays.
import assert from 'node:assert/strict';
import { buildLibrary } from '../../server/src/core/library/buildLibrary.ts';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { migrateDocument } from '../../server/src/core/migration/migrateDocument.ts';
import { templateDiff } from '../../server/src/core/migration/templateDiff.ts';
import { isSameVersion, templateVersionIn } from '../../server/src/core/migration/templateVersion.ts';
import { parseTemplate } from '../../server/src/core/template/parseTemplate.ts';
import type { Template } from '../../server/src/core/template/template.ts';

const old = `<!-- casewright: {template: case, version: "1.0"} -->

# [名称]

> **文档编号**: CASE-001
> **作者**: [姓名]
> **模板版本**: 1.0

## 背景

写背景。

## 方案

### 数据设计

## 测试

## 附录
`;

const now = `<!-- casewright: {template: case, version: "2.0"} -->
<!-- casewright: {fields: [{key: 负责人, aliases: [作者]}]} -->

# [名称]

> **文档编号**: CASE-001
> **负责人**: [姓名]
> **模板版本**: 2.0
> **领域**: [领域]

## 测试

## 业务背景

<!-- casewright: {aliases: [背景]} -->

写背景。

## 方案

## 数据设计

## 风险

写风险。
`;

function read(text: string): Template {
  const template = parseTemplate('templates/case.md', text, remarkParser, { isTemplate: true }).templates[0];
  if (template === undefined) throw new Error('no template');
  return template;
}

const configurationText = JSON.stringify({
  kinds: { case: { files: ['cases/**'], template: 'templates/case.md' } },
  templateVersion: { key: '模板版本' },
});
const library = buildLibrary({
  root: 'test',
  parser: remarkParser,
  configurationText,
  files: new Map([['templates/case.md', now]]),
});

function migrate(text: string, before: Template | null = read(old)): string {
  const question = { path: 'cases/a.md', text, ...(before && { before }) };
  const result = migrateDocument(question, library);
  if (result === undefined) throw new Error('no template for the document');
  return result.text;
}

const document = `# 库存

> **文档编号**: CASE-007
> **作者**: 甲
> **模板版本**: 1.0

## 1. 背景

作者写的背景，一行。

## 2. 方案

作者写的方案。

### 2.1 数据设计

作者的表。

## 3. 测试

作者的测试。

## 4. 附录

作者的附录，模板已不再要求。
`;

describe('changes of a template', () => {
  it('are told by names and aliases, never guessed', () => {
    assert.deepEqual(
      templateDiff(read(old), read(now))
        .filter(({ kind }) => kind !== 'section-bounds')
        .map((change) => [change.kind, change.name, ...('before' in change ? [change.before] : [])]),
      [
        ['section-moved', '测试'],
        ['section-renamed', '业务背景', '背景'],
        ['section-level', '数据设计', 3],
        ['section-moved', '数据设计'],
        ['section-added', '风险'],
        ['section-removed', '附录'],
        ['field-renamed', '负责人', '作者'],
        ['field-added', '领域'],
      ],
    );
    assert.deepEqual(templateDiff(read(now), read(now)), []);
  });

  it('the version of a template is that of its annotation', () => {
    assert.equal(templateVersionIn(now), '2.0');
    assert.equal(templateVersionIn('# 没有'), undefined);
    assert.ok(isSameVersion('v2.0', '2.0'));
  });
});

describe('migration of a document', () => {
  const migrated = migrate(document);

  it('renames, moves, adds and keeps', () => {
    assert.match(migrated, /业务背景/);
    assert.match(migrated, /\*\*负责人\*\*: 甲/);
    assert.match(migrated, /\*\*模板版本\*\*: 2\.0/);
    assert.match(migrated, /\*\*领域\*\*: /);
    assert.match(migrated, /## (?:\d\. )?风险/);
    assert.match(migrated, /附录[^]*作者的附录/);
    assert.ok(migrated.indexOf('作者的测试') < migrated.indexOf('作者写的背景'));
  });

  it('keeps every line of the author', () => {
    const body = (text: string): readonly string[] => text.split('\n').filter((line) => line.startsWith('作者'));
    assert.deepEqual(body(migrated).toSorted(), body(document).toSorted());
  });

  it('does nothing the second time, nor with another line ending', () => {
    assert.equal(migrate(migrated), migrated);
    const other = migrate(document.replaceAll('\n', '\r\n'));
    assert.equal(other.replaceAll('\r\n', '\n'), migrated);
    assert.equal(/[^\r]\n/.test(other), false);
  });

  it('goes as far as it can where the earlier template is not known', () => {
    const text = migrate(document, null);
    assert.match(text, /## (?:\d\. )?风险/);
    assert.match(text, /作者的附录/);
  });

  it('leaves documents in conflict alone', () => {
    const text = `${document}\n<<<<<<< a\n1\n=======\n2\n>>>>>>> b\n`;
    assert.equal(migrateDocument({ path: 'cases/a.md', text }, library), undefined);
  });
});
