// Schemes of ids: patterns, configuration, id standards, lists of retired ids, the next free number, copies.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { areCopies } from '../../server/src/core/ids/copies.ts';
import { formFault, idForm, schemeOfId } from '../../server/src/core/ids/idForm.ts';
import type { IdScheme } from '../../server/src/core/ids/idScheme.ts';
import { readIdStandard } from '../../server/src/core/ids/readIdStandard.ts';
import { readRetired } from '../../server/src/core/ids/readRetired.ts';
import { schemesFor } from '../../server/src/core/ids/schemesOf.ts';
import { nextNumber } from '../../server/src/core/ids/takenIds.ts';
import { buildLibrary } from '../../server/src/core/library/buildLibrary.ts';
import { idsKeys, schemeKeys } from '../../server/src/core/library/narrowIds.ts';
import { narrowConfiguration } from '../../server/src/core/library/narrowConfiguration.ts';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { analyze } from '../support/analysis.ts';

const scheme = (pattern: string, folders: readonly string[] = [], kind?: string): IdScheme => ({
  pattern,
  folders,
  origin: { path: 'standards/ids.md', line: 0 },
  ...(kind !== undefined && { kind }),
});

describe('the form of a scheme', () => {
  const cases: readonly (readonly [pattern: string, id: string, fault: string | undefined])[] = [
    ['CAP-{NNN}', 'CAP-001', undefined],
    ['CAP-{NNN}', 'CAP-1', 'width'],
    ['CAP-{NNN}', 'cap-001', 'case'],
    ['CAP-{NNN}', 'CAP', 'number'],
    ['CAP-{NNN}', 'CAP-ACID-001', 'form'],
    ['SCENARIO-{CATEGORY}-{NNN}', 'SCENARIO-HA-BACKUP-001', undefined],
    ['SCENARIO-{CATEGORY}-{NNN}', 'SCENARIO-001', 'category'],
    ['SCENARIO-{CATEGORY}-{NNN}', 'SCENARIO--001', 'form'],
    ['MINDMAP-{CATEGORY}-{CATEGORY}-{NNN}', 'MINDMAP-MVCC-001-001', undefined],
    ['MINDMAP-{CATEGORY}-{CATEGORY}-{NNN}', 'MINDMAP-MVCC-001', 'category'],
    ['PG{NN}-FEATURE-{NNN}', 'PG17-FEATURE-002', undefined],
    ['PG{NN}-FEATURE-{NNN}', 'PG-FEATURE-002', 'form'],
    ['CASE[-{CATEGORY}]-{NNN}', 'CASE-001', undefined],
    ['CASE[-{CATEGORY}]-{NNN}', 'CASE-LOG-001', undefined],
    ['{NN}-{NN}-{NN}', '03-01-12', undefined],
    ['{NN}-{NN}-{NN}', '03-01-12-01', 'form'],
    ['案例-{NNN}', '案例-007', undefined],
    ['adr-{NNNN}', 'adr-0012', undefined],
  ];
  for (const [pattern, id, fault] of cases) {
    it(`${pattern}: ${id} ${fault ?? 'has it'}`, () => {
      const of = scheme(pattern);
      assert.equal(formFault(id, of)?.kind, fault);
      assert.equal(idForm(of).read(id) === undefined, fault !== undefined);
    });
  }

  it('is held against long ids quickly', () => {
    const start = performance.now();
    for (const pattern of ['A-{X}-{X}-{NNN}', 'A[-{X}]-{NNN}', '{X}-{NN}-{X}-{NNN}'])
      for (const part of ['A-', '-', '1-']) formFault(part.repeat(50_000), scheme(pattern));
    assert.ok(performance.now() - start < 300);
  });
});

describe('the scheme of an id and of a document', () => {
  const schemes = [
    scheme('CAP-{NNN}', ['view']),
    scheme('CAP-ARG-{NNN}', ['proofs/cap']),
    scheme('DOC-{NNN}', [], 'case'),
  ];

  it('is the one with the longest prefix', () => {
    assert.equal(schemeOfId('CAP-ARG-001', schemes)?.pattern, 'CAP-ARG-{NNN}');
    assert.equal(schemeOfId('CAP-ARG', schemes)?.pattern, 'CAP-ARG-{NNN}');
    assert.equal(schemeOfId('CAP-ACID-001', schemes)?.pattern, 'CAP-{NNN}');
    assert.equal(schemeOfId('CAPTION-001', schemes), undefined);
  });

  it('is that of the folder, seen from a folder of the standard too, else of the kind', () => {
    const patterns = (path: string, kind: string): readonly string[] =>
      schemesFor(path, kind, schemes).map(({ pattern }) => pattern);
    assert.deepEqual(patterns('proofs/cap/a.md', 'other'), ['CAP-ARG-{NNN}']);
    assert.deepEqual(patterns('standards/view/a.md', 'other'), ['CAP-{NNN}']);
    assert.deepEqual(patterns('viewer/a.md', 'other'), []);
    assert.deepEqual(patterns('viewer/a.md', 'case'), ['DOC-{NNN}']);
  });
});

describe('an id standard', () => {
  const standard = readIdStandard(
    'ids.md',
    `# Ids

| Type | Prefix | Example | Folder |
|---|---|---|---|
| Cases | \`CASE\` | CASE-STOCK-0001 | /cases/ |
| Notes | **NOTE** | NOTE-0001 | notes |
| Drafts | DRAFT | | |
| Broken | no prefix at all | x | y |

- numbers have four digits, 0001-0499

| Prefix | Range |
|---|---|
| NOTE | NOTE-0100 ~ NOTE-0199 |

| ID | File | Status |
|---|---|---|
| CASE-STOCK-0001 | cases/stock.md | in use |
| CASE-STOCK-0002 | cases/old.md | withdrawn 2024 |
`,
    remarkParser,
  );

  it('gives schemes with the lines that say so', () => {
    assert.deepEqual(
      standard.schemes.map(({ pattern, folders, range, origin }) => [
        pattern,
        folders,
        range?.from,
        range?.to,
        origin.line + 1,
      ]),
      [
        ['CASE-{CATEGORY}-{NNNN}', ['cases'], 1, 499, 5],
        ['NOTE-{NNNN}', ['notes'], 100, 199, 6],
        ['DRAFT[-{CATEGORY}]-{NNNN}', [], 1, 499, 7],
      ],
    );
    assert.equal(standard.schemes[1]?.range?.origin.line, 13);
  });

  it('tells allotted ids from those that were withdrawn', () => {
    assert.deepEqual(standard.allocations, [
      { id: 'CASE-STOCK-0001', file: 'cases/stock.md', origin: { path: 'ids.md', line: 17 } },
    ]);
    assert.deepEqual(standard.retired, [{ id: 'CASE-STOCK-0002', origin: { path: 'ids.md', line: 18 } }]);
  });

  it('may say nothing', () => {
    assertNothing('');
  });
  it('may be anything', () => {
    assertNothing('| Prefix |\n|---|\n| `a` |\n|||||\n- 001-\n```\nPGXX-');
  });

  function assertNothing(text: string): void {
    assert.deepEqual(readIdStandard('ids.md', text, remarkParser).allocations, []);
  }
});

describe('a list of retired ids', () => {
  it('is Markdown, an id a line', () => {
    const text =
      '# 停用编号\n\nCASE-000 只是说明。\n\n- CASE-001：并入 CASE-009\n- CASE-001\n\n| 编号 | 原因 |\n|---|---|\n| CASE-002 | 重复，见 CASE-003 |\n';
    assert.deepEqual(
      readRetired('retired.md', text).map(({ id, origin }) => [id, origin.line + 1]),
      [
        ['CASE-001', 5],
        ['CASE-002', 10],
      ],
    );
  });

  it('is JSON', () => {
    const text =
      '{\n  "retired": ["CASE-001", {"id": "0042", "by": "CASE-009"}],\n  "CASE-002": "merged into CASE-009"\n}';
    assert.deepEqual(
      readRetired('retired.json', text).map(({ id, origin }) => [id, origin.line + 1]),
      [
        ['CASE-001', 2],
        ['0042', 2],
        ['CASE-002', 3],
      ],
    );
    assert.deepEqual(readRetired('retired.json', '{"CASE-001": '), [
      { id: 'CASE-001', origin: { path: 'retired.json', line: 0 } },
    ]);
  });
});

describe('the next number', () => {
  const range = { from: 1, to: 5 };
  const cases: readonly (readonly [taken: readonly number[], next: number | undefined])[] = [
    [[], 1],
    [[1, 2], 3],
    [[1, 3], 4],
    [[5], 1],
    [[1, 2, 5], 3],
    [[1, 2, 3, 4, 5], undefined],
    [[99], 1],
  ];
  for (const [taken, next] of cases)
    it(JSON.stringify(taken), () => {
      assert.equal(nextNumber(taken, range), next);
    });
});

describe('copies', () => {
  const facts = (title: string, headings: readonly string[], body = '文。') =>
    analyze(`# ${title}\n\n${headings.map((each) => `## ${each}\n\n${body}\n`).join('\n')}`).facts;
  const sections = ['背景', '方案', '测试', '总结', '资料'];

  it('have the same title and most sections', () => {
    assert.ok(areCopies(facts('库存', sections), facts('📦 库存', [...sections, '附录'])));
    assert.ok(areCopies(facts('库存', sections), facts('库存扣减（副本）', sections)));
    assert.ok(areCopies(facts('库存', []), facts('库存', [])));
  });

  it('are not documents that share a title or a template only', () => {
    assert.ok(!areCopies(facts('库存', sections), facts('库存', ['甲', '乙', '丙', '丁'])));
    assert.ok(!areCopies(facts('库存', sections), facts('支付', ['背景', '方案', '测试', '总结', '接口', '监控'])));
    assert.ok(!areCopies(facts('库存', []), facts('支付', [])));
  });
});

describe('the key ids of the configuration', () => {
  const narrowed = (ids: string) => narrowConfiguration(`{"ids": ${ids}}`);

  it('is read with the lines of its schemes', () => {
    const { configuration, findings, references } = narrowed(
      '{"standard": "a/ids.md",\n "schemes": [\n{"pattern": "CASE-{NNN}", "folders": ["cases/"], "kind": "case", "range": [1, 9]}],\n "retired": [" CASE-001 "], "retiredFile": "a/r.json"}',
    );
    assert.deepEqual(findings, []);
    assert.deepEqual(configuration.ids, {
      standard: 'a/ids.md',
      retiredFile: 'a/r.json',
      schemes: [
        {
          pattern: 'CASE-{NNN}',
          folders: ['cases'],
          kind: 'case',
          origin: { path: '.casewright/config.json', line: 2 },
          range: { from: 1, to: 9, origin: { path: '.casewright/config.json', line: 2 } },
        },
      ],
      retired: [{ id: 'CASE-001', origin: { path: '.casewright/config.json', line: 3 } }],
      allocations: [],
    });
    assert.deepEqual(
      references.map(({ path, role }) => [path, role]),
      [
        ['a/ids.md', 'idStandard'],
        ['a/r.json', 'retiredIds'],
      ],
    );
  });

  for (const [ids, code] of [
    ['[]', 'config-value-invalid'],
    ['{"scheme": []}', 'config-unknown-key'],
    ['{"schemes": {}}', 'config-value-invalid'],
    ['{"schemes": [{}]}', 'config-value-invalid'],
    ['{"schemes": [{"pattern": "CASE"}]}', 'config-value-invalid'],
    ['{"schemes": [{"pattern": "CASE-{NNN}", "range": [9, 1]}]}', 'config-value-invalid'],
    ['{"schemes": [{"pattern": "CASE-{NNN}", "folders": ["../x"]}]}', 'config-path-outside'],
    ['{"standard": "/etc/passwd"}', 'config-path-outside'],
    ['{"retired": [1]}', 'config-value-invalid'],
  ] as const)
    it(`reports ${ids}`, () => {
      assert.deepEqual(
        narrowed(ids).findings.map((finding) => finding.code),
        [code],
      );
    });

  it('takes schemes from the standard, its own first, and says what can not be read', () => {
    const files = new Map([
      ['ids.md', '| 类型 | 前缀 | 示例 |\n|---|---|---|\n| 案例 | CASE | CASE-001 |\n| 主题 | TOPIC | TOPIC-001 |\n'],
    ]);
    const library = (ids: string, texts = files) =>
      buildLibrary({ root: 'x', files: texts, parser: remarkParser, configurationText: `{"ids": ${ids}}` });
    const found = library('{"standard": "ids.md", "schemes": [{"pattern": "CASE-{NNNN}"}]}');
    assert.deepEqual(
      found.configuration.ids?.schemes.map(({ pattern }) => pattern),
      ['CASE-{NNNN}', 'TOPIC-{NNN}'],
    );
    const codes = (context: typeof found): readonly string[] =>
      [...context.problems.values()].flat().map(({ code }) => code);
    assert.deepEqual(codes(found), []);
    assert.deepEqual(codes(library('{"standard": "no.md", "retiredFile": "no.json"}')), [
      'config-file-missing',
      'config-file-missing',
    ]);
    assert.deepEqual(codes(library('{"standard": "ids.md"}', new Map([['ids.md', '# 空']]))), [
      'config-id-standard-empty',
    ]);
  });

  it('is described by the schema of the configuration', () => {
    const text = readFileSync(join(import.meta.dirname, '../../schemas/config.schema.json'), 'utf8');
    const { properties, definitions } = JSON.parse(text) as Record<string, Record<string, { properties: object }>>;
    assert.deepEqual(Object.keys(properties?.['ids']?.properties ?? {}).toSorted(), idsKeys.toSorted());
    assert.deepEqual(Object.keys(definitions?.['idScheme']?.properties ?? {}).toSorted(), schemeKeys.toSorted());
  });
});
