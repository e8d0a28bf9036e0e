// Classification: how words are compared, where values come from, what vocabulary and configuration say.
import assert from 'node:assert/strict';
import { classificationOf, facetNames, findFacet } from '../../server/src/core/classification/classificationOf.ts';
import { keyStem, rangeOf, splitValues, starsOf, valueStem } from '../../server/src/core/classification/facetWords.ts';
import { facetsOf } from '../../server/src/core/classification/facetsOf.ts';
import { readVocabulary } from '../../server/src/core/classification/readVocabulary.ts';
import { subjectVersions } from '../../server/src/core/classification/subjectVersion.ts';
import { examineDocument } from '../../server/src/core/examineDocument.ts';
import { buildLibrary } from '../../server/src/core/library/buildLibrary.ts';
import type { LibraryContext } from '../../server/src/core/library/libraryContext.ts';
import { narrowConfiguration } from '../../server/src/core/library/narrowConfiguration.ts';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { renderMessage } from '../../server/src/core/messages/render.ts';
import { hasSharedDocuments, sharedDocument } from '../support/sharedDocuments.ts';

function libraryOf(facets?: unknown, files: Readonly<Record<string, string>> = {}): LibraryContext {
  return buildLibrary({
    root: 'test',
    parser: remarkParser,
    files: new Map(Object.entries(files)),
    ...(facets !== undefined && { configurationText: JSON.stringify({ facets }) }),
  });
}

const plain = libraryOf();

/** Values of one facet, each with the first letter of its source. */
function values(facet: string, text: string, { path = 'a.md', library = plain } = {}): string {
  const { facts } = examineDocument({ path, text }, library);
  const found = facetsOf(facts, library.configuration).get(facet) ?? [];
  return found.map(({ value, source, isKnown }) => `${value}<${source}${isKnown ? '' : '?'}`).join(' ');
}

const header = (key: string, value: string): string => `# 案例\n\n> **${key}**: ${value}\n\n## 概述\n`;

describe('words of the classification', () => {
  it('compares keys without emoji, width, prefixes and suffixes', () => {
    const same = ['难度', '难度级别', '难度等级', '📊 难度等级', '案例难度', '难度　级别'];
    assert.deepEqual(new Set(same.map(keyStem)), new Set(['难度']));
    assert.deepEqual(
      [keyStem('Difficulty Level'), keyStem('difficulty'), keyStem('Level')],
      ['difficulty', 'difficulty', 'level'],
    );
    assert.deepEqual([keyStem('业务场景'), keyStem('文档状态'), keyStem('状态')], ['业务场景', '状态', '状态']);
  });

  it('compares values without what systems, scenarios and levels are called', () => {
    const cases: readonly (readonly [written: string, stem: string])[] = [
      ['电商系统', '电商'], ['电商场景', '电商'], ['金融行业完整案例', '金融'], ['专家级', '专家'], ['高级', '高级'],
      ['⭐⭐⭐☆☆', '3★'], ['★★', '2★'], ['4/5', '4★'], ['Ｅcommerce', 'ecommerce'], ['Distributed Systems', 'distributed'],
      ['系统', '系统'],
    ]; // prettier-ignore
    for (const [written, stem] of cases) assert.equal(valueStem(written), stem, written);
    assert.equal(starsOf('⭐⭐⭐⭐☆'), 4);
    assert.equal(starsOf('高级'), undefined);
  });

  it('splits lists and reads ranges', () => {
    const parts = (text: string): readonly string[] => splitValues(text).map((part) => part.text);
    assert.deepEqual(parts('电商、金融 / 物流；社交'), ['电商', '金融', '物流', '社交']);
    assert.deepEqual(parts('CI/CD, C++ | 电商/金融'), ['CI/CD', 'C++', '电商', '金融']);
    for (const { text, start } of splitValues(' 电商 、 金融'))
      assert.equal(' 电商 、 金融'.slice(start, start + text.length), text);
    assert.deepEqual(rangeOf('中级到高级'), ['中级', '高级']);
    assert.deepEqual(rangeOf('beginner to expert'), ['beginner', 'expert']);
    assert.deepEqual(rangeOf('中高级'), ['中级', '高级']);
    assert.equal(rangeOf('高级'), undefined);
  });

  it('tells versions of the subject from those of the document', () => {
    const cases: readonly (readonly [key: string, value: string, versions: string])[] = [
      ['版本', 'PostgreSQL 17 & 18', 'PostgreSQL 17|PostgreSQL 18'],
      [
        '技术版本',
        'PostgreSQL 18.x (推荐) ⭐ | 17.x (推荐) | 16.x (兼容)',
        'PostgreSQL 18|PostgreSQL 17|PostgreSQL 16',
      ],
      ['Rust 版本', '1.90+', 'Rust 1.90'],
      ['Rust 版本', '1.90.0 (2025年9月18日发布)', 'Rust 1.90'],
      ['适用版本', 'Rust 1.90+ | Edition 2024', 'Rust 1.90'],
      ['版本', 'v1.0', ''],
      ['文档版本', 'PostgreSQL 17', ''],
      ['作者', 'Rust 1.90', ''],
    ];
    for (const [key, value, versions] of cases)
      assert.equal(subjectVersions(key, value).join('|'), versions, `${key}: ${value}`);
  });

  it('reads hostile values in time', () => {
    const started = performance.now();
    for (const text of [
      '⭐'.repeat(100_000),
      '（'.repeat(100_000),
      '1.'.repeat(50_000),
      'a-'.repeat(50_000),
      '中级到'.repeat(30_000),
    ]) {
      values('difficulty', header('难度', text));
      subjectVersions('版本', text);
      splitValues(text);
      rangeOf(text.slice(0, 10_000));
      valueStem(text);
    }
    assert.ok(performance.now() - started < 8000);
  });
});

describe('facetsOf', () => {
  it('reads difficulties however they are written', () => {
    const cases: readonly (readonly [key: string, value: string, found: string])[] = [
      ['难度', '⭐⭐⭐⭐ 高级', '高级<metadata'],
      ['难度', '⭐⭐⭐ 高级', '高级<metadata'],
      ['难度等级', '⭐⭐⭐☆☆', '中级<metadata'],
      ['📊 难度级别', '⭐⭐⭐⭐⭐ (专家级)', '专家级<metadata'],
      ['难度', '⭐⭐⭐⭐ (中高级)', '中级<metadata 高级<metadata'],
      ['难度', '中级到高级', '中级<metadata 高级<metadata'],
      ['Difficulty', 'Advanced', '高级<metadata'],
      ['Difficulty level', 'beginner to expert', '初级<metadata 中级<metadata 高级<metadata 专家级<metadata'],
      ['难度', '🔥 困难', '高级<metadata'],
      ['难度', '看情况', '看情况<metadata'],
    ];
    for (const [key, value, found] of cases)
      assert.equal(values('difficulty', header(key, value)), found, `${key}: ${value}`);
  });

  it('takes the strongest source: metadata, id, folder, mention, title', () => {
    const id = '> **文档编号**: SCENARIO-FINANCE-001\n';
    const text = (...lines: readonly string[]): string => `# 社交系统案例\n\n${lines.join('\n')}\n\n## 概述\n`;
    const path = '案例/03-电商系统/下单.md';
    assert.equal(values('scenario', text('> **业务场景**: 物流', id, '> **主题**: 游戏'), { path }), '物流<metadata');
    assert.equal(values('scenario', text(id, '> **主题**: 游戏'), { path }), '金融<id');
    assert.equal(values('scenario', text('> **主题**: 游戏'), { path }), '电商<folder');
    assert.equal(values('scenario', text('> **主题**: 游戏玩家行为')), '游戏<metadata');
    assert.equal(values('scenario', text('> **作者**: 甲')), '社交<title');
  });

  it('takes the group of the plan for documents that say nothing', () => {
    const library = plain;
    const plan = '# 案例建设计划\n\n## 物流场景案例\n\n1. **订单跟踪**（`cases/x.md`）\n   - **预计工作量**: 2周\n';
    const { plan: read } = examineDocument({ path: '计划/案例建设计划.md', text: plan }, library);
    assert.ok(read);
    const { facts } = examineDocument({ path: 'cases/x.md', text: '# 订单\n' }, library);
    const found = facetsOf(facts, library.configuration, { plans: [read] }).get('scenario') ?? [];
    assert.deepEqual(
      found.map(({ value, source, reason }) => [value, source, renderMessage(reason, 'zh')]),
      [['物流', 'plan', '计划中的“物流场景案例”']],
    );
    assert.equal(facetsOf(facts, library.configuration).has('scenario'), false);
  });

  it('says what follows from the document itself', () => {
    const text = header('状态', '✅ 已完成');
    assert.deepEqual([values('status', text), values('stage', text)], ['done<metadata', 'ready<document']);
    assert.equal(values('kind', text, { path: 'cases/a.md' }), 'case<document');
  });

  it('gives the same object for the same facts', () => {
    const { facts } = examineDocument({ path: 'a.md', text: header('难度', '高级') }, plain);
    assert.equal(facetsOf(facts, plain.configuration), facetsOf(facts, plain.configuration));
  });
});

const vocabulary = `# 分类词表

| 维度 | 取值 | 同义词 |
|------|------|--------|
| 业务场景 | 银行业务 | 银行、banking |
| | 证券交易 | 证券 |
| 部署方式 | 单机 | standalone |
| | 集群 | cluster |

## 难度级别

- 入门（⭐）
- 进阶：⭐⭐⭐、中级
- 高级

1. **按应用领域导航**
   - 核心系统
   - 周边系统
   - ...
`;

describe('vocabulary', () => {
  const library = libraryOf({ vocabulary: '标准/词表.md' }, { '标准/词表.md': vocabulary });

  it('is read from tables, headings and lists, with the line of each value', () => {
    const read = readVocabulary({ path: 'v.md', text: vocabulary, parser: remarkParser, names: facetNames([]) });
    const shown = read.map(
      ({ name, terms }) => `${name}: ${terms.map((term) => `${term.name}@${String(term.origin?.line)}`).join(' ')}`,
    );
    assert.deepEqual(shown, [
      '业务场景: 银行业务@4 证券交易@5',
      '部署方式: 单机@6 集群@7',
      '难度级别: 入门@11 进阶@12 高级@13',
      '应用领域: 核心系统@16 周边系统@17',
    ]);
    for (const { terms } of read)
      for (const { name, origin } of terms) assert.equal(vocabulary.slice(origin?.span.start, origin?.span.end), name);
  });

  it('says which values there are, and keeps what is known of them', () => {
    assert.equal(values('scenario', header('业务场景', '银行'), { library }), '银行业务<metadata');
    assert.equal(values('scenario', header('业务场景', '物流'), { library }), '物流<metadata?');
    assert.equal(values('部署方式', header('部署方式', 'Cluster'), { library }), '集群<metadata');
    assert.equal(values('difficulty', header('难度', '⭐⭐⭐'), { library }), '进阶<metadata');
    // There is no expert here: the next lower level that there is.
    assert.equal(values('difficulty', header('难度', '⭐⭐⭐⭐⭐'), { library }), '高级<metadata');
  });

  it('finds the classification in the plan of a real library', function () {
    if (!hasSharedDocuments) {
      console.log('skipped: the real documents are not beside the repository');
      this.skip();
    }
    const { text } = sharedDocument('seeds/000_c9bebb5790510bc1.txt');
    const read = readVocabulary({ path: 'v.md', text, parser: remarkParser, names: facetNames([]) });
    const shown = read.map(({ name, terms }) => `${name}: ${terms.map((term) => term.name).join(' ')}`);
    assert.deepEqual(shown, [
      '业务场景: 电商系统 金融系统 物流系统 社交系统',
      '技术场景: MVCC-ACID CAP 高可用 性能优化',
      '难度级别: 初级案例 中级案例 高级案例',
      '应用领域: 业务系统 技术系统 架构系统',
    ]);
  });

  it('is reported where it is missing or lists nothing', () => {
    const codes = (files: Record<string, string>): readonly string[] => {
      const { problems } = libraryOf({ vocabulary: 'v.md' }, files);
      return [...problems].flatMap(([path, findings]) => findings.map(({ code }) => `${path} ${code}`));
    };
    assert.deepEqual(codes({}), ['.casewright/config.json config-file-missing']);
    assert.deepEqual(codes({ 'v.md': '# 空\n' }), ['.casewright/config.json config-vocabulary-empty']);
    assert.deepEqual(codes({ 'v.md': vocabulary }), []);
  });
});

describe('facets of the configuration', () => {
  const library = libraryOf({
    难度: { values: { 低: ['初级', '⭐'], 高: ['高级'] }, required: true, kinds: ['case'] },
    业务场景: { folder: 'cases/{value}', values: ['金融', '电商'] },
    层次: { folder: -1 },
    模块: { idPart: 2, label: { zh: '模块', en: 'Module' }, keys: ['组件'] },
  });

  it('name values, folders, parts of ids and further keys', () => {
    const at = (facet: string, path: string): string => values(facet, '# 甲\n', { path, library });
    assert.equal(values('difficulty', header('难度', '⭐'), { library }), '低<metadata');
    assert.equal(at('scenario', 'cases/金融场景/a/b.md'), '金融<folder');
    assert.equal(at('scenario', 'docs/金融场景/a.md'), '');
    assert.equal(at('scenario', 'cases/其他/a.md'), '其他<folder?');
    assert.equal(at('层次', 'a/03-接口层/b.md'), '接口层<folder');
    assert.equal(values('模块', header('文档编号', 'CASE-CORE-001'), { library }), 'CORE<id');
    assert.equal(values('模块', header('🧩 组件', '存储'), { library }), '存储<metadata');
    assert.equal(findFacet(classificationOf(library.configuration), 'module')?.name, '模块');
    assert.equal(findFacet(classificationOf(library.configuration), '难度级别')?.isRequired, true);
  });

  it('are narrowed with a finding for whatever is wrong', () => {
    const text = JSON.stringify({
      facets: {
        vocabulary: '../v.md',
        a: 1,
        b: { keys: 'x', valuez: [], required: 'yes', folder: 'cases/x', idPart: 0, label: { de: 'x' } },
        c: { folder: 0, values: 3 },
      },
    });
    const { configuration, findings } = narrowConfiguration(text, []);
    assert.deepEqual(
      configuration.facets?.facets.map(({ name }) => name),
      ['a', 'b', 'c'],
    );
    assert.deepEqual(
      findings.map(({ code, span }) => [code, text.slice(span.start, span.end)]),
      [
        ['config-path-outside', '"../v.md"'],
        ['config-value-invalid', '1'],
        ['config-value-invalid', '"x"'],
        ['config-unknown-key', '"valuez"'],
        ['config-value-invalid', '"yes"'],
        ['config-value-invalid', '"cases/x"'],
        ['config-value-invalid', '0'],
        ['config-unknown-key', '"de"'],
        ['config-value-invalid', '3'],
      ],
    );
  });
});
