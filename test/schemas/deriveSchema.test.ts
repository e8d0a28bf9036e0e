// The derived schema: what each demand of a template becomes, and that any JSON Schema validator understands it.
import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Instance } from '../../server/src/core/binding/boundDocument.ts';
import { deriveJsonSchema, deriveSchema } from '../../server/src/core/schema/deriveSchema.ts';
import { compositions } from '../../server/src/core/schema/boundSchema.ts';
import type { CheckItem, Template } from '../../server/src/core/template/template.ts';
import type { Standard } from '../../server/src/core/standard/standard.ts';
import {
  bound,
  counts,
  field,
  instance,
  occurrence,
  origin,
  record,
  section,
  template,
} from '../support/templateValues.ts';

/** `code severity location subject line` of each violation, sorted. */
function broken(of: Template, value: Instance, standard?: Standard): string[] {
  return deriveSchema(of, standard)
    .validate(value)
    .map(({ constraint, instanceLocation }) =>
      [
        constraint.code,
        constraint.severity,
        instanceLocation,
        constraint.subject ?? '-',
        `${constraint.source.path}:${constraint.source.line}`,
      ].join(' '),
    )
    .sort();
}

/** Compiles with ajv as it comes; fails on any log line. */
function stockValidator(schema: object): (value: unknown) => boolean {
  const logged: unknown[] = [];
  const log = (...parts: unknown[]): void => void logged.push(parts);
  const validate = new Ajv2020({ logger: { log, warn: log, error: log } }).compile(schema);
  assert.deepEqual(logged, []);
  return (value) => validate(value);
}

function standard(checks: readonly Partial<CheckItem>[]): Standard {
  const whole = checks.map((check, index) => ({
    text: '检查',
    group: '完整性',
    origin: origin(index, 'standard.md'),
    span: { start: 0, end: 0 },
    ...check,
  }));
  return { path: 'standard.md', name: '标准', dimensions: [], grades: [], checks: whole, problems: [] };
}

const rich = template({
  isClosed: true,
  fields: [
    field('编号', 2, { format: 'id' }),
    field('状态', 3, { values: [{ value: '草稿' }, { value: '已完成' }] }),
    field('代号', 4, { required: false, pattern: '[A-Z]{3}' }),
    field('主题', 5),
  ],
  bounds: [bound('lines', 6, { min: 300 }), bound('diagrams', 7, { min: 2, max: 9 })],
  languages: ['SQL'],
  sections: [
    section('概述', 10, {
      bounds: [bound('length', 10, { min: 200, max: 300 })],
      children: [section('背景', 11, { level: 3, id: '概述/背景' })],
    }),
    section('方案', 14, { repeat: { min: 2, max: 3 }, severity: 'error', languages: ['go'] }),
    section('附录', 20, { required: false }),
    section('单机', 21, { alternativeGroup: '部署' }),
    section('集群', 22, { alternativeGroup: '部署' }),
  ],
});

const good = (): Instance =>
  instance({
    document: counts({ lines: 300, diagrams: 2, codeByLanguage: record({ sql: 1 }) }),
    metadata: record({ 编号: 'CASE-001', 状态: '✅ 已完成', 主题: '并发' }),
    sections: record({
      概述: [occurrence({ length: 200, children: record({ '概述/背景': [occurrence({ level: 3 })] }) })],
      方案: [occurrence({ codeByLanguage: record({ go: 2 }) }), occurrence({ codeByLanguage: record({ go: 1 }) })],
      集群: [occurrence()],
    }),
  });

describe('derived schema', () => {
  it('accepts a document that has everything', () => {
    assert.deepEqual(broken(rich, good()), []);
  });

  it('names each fault once, with the line that demands it', () => {
    const value = instance({
      document: counts({ lines: 299, diagrams: 10 }),
      metadata: record({ 编号: '第 1 号', 状态: '快好了', 代号: 'ABCD', 主题: '' }),
      sections: record({
        概述: [occurrence({ length: 301, placement: 'misplaced' })],
        方案: [occurrence({ placement: 'wrong-level', nameMatch: 'similar', codeByLanguage: record({ go: 1 }) })],
        附录: [occurrence({ nameMatch: 'alias' }), occurrence()],
      }),
      extras: [
        { title: '杂谈', level: 2 },
        { title: '后记', level: 2 },
      ],
    });
    assert.deepEqual(broken(rich, value), [
      'content-language warning /document/codeByLanguage - template.md:0',
      'content-too-many information /document/diagrams - template.md:7',
      'document-too-short warning /document/lines - template.md:6',
      'metadata-format warning /metadata/代号 代号 template.md:4',
      'metadata-format warning /metadata/编号 编号 template.md:2',
      'metadata-missing error /metadata/主题 主题 template.md:5',
      'metadata-value warning /metadata/状态 状态 template.md:3',
      'section-extra warning /extras/0 - template.md:0',
      'section-extra warning /extras/1 - template.md:0',
      'section-level warning /sections/方案/0/placement 方案 template.md:14',
      'section-misplaced warning /sections/概述/0/placement 概述 template.md:10',
      'section-missing error /sections 单机 template.md:21',
      'section-missing error /sections/概述/0/children 概述/背景 template.md:11',
      'section-renamed information /sections/方案/0/nameMatch 方案 template.md:14',
      'section-repeat warning /sections/方案 方案 template.md:14',
      'section-repeat warning /sections/附录 附录 template.md:20',
      'section-too-long information /sections/概述/0/length 概述 template.md:10',
    ]);
  });

  it('reports what is missing from an empty document', () => {
    assert.deepEqual(
      deriveSchema(rich)
        .validate(instance())
        .map(({ constraint, params }) => [constraint.code, params['missingProperty'] ?? constraint.subject])
        .filter(([code]) => code === 'metadata-missing' || code === 'section-missing'),
      [
        ['metadata-missing', '编号'],
        ['metadata-missing', '状态'],
        ['metadata-missing', '主题'],
        ['section-missing', '概述'],
        ['section-missing', '方案'],
        ['section-missing', '单机'],
      ],
    );
  });

  it('is understood by ajv as it comes, silently, without our code', () => {
    const accepts = stockValidator(deriveJsonSchema(rich));
    // By hand, so that neither the binding nor the validator has a part in it.
    const written: unknown = JSON.parse(JSON.stringify(good()));
    assert.equal(accepts(written), true);
    const without = structuredClone(written) as { sections: Record<string, unknown> };
    delete without.sections['概述'];
    assert.equal(accepts(without), false);
    assert.equal(accepts({ kind: 'case' }), false);
  });

  it('writes the same bytes each time', () => {
    assert.equal(JSON.stringify(deriveJsonSchema(rich)), JSON.stringify(deriveJsonSchema(rich)));
    assert.equal(deriveSchema(rich).hash, deriveSchema(rich).hash);
    assert.notEqual(deriveSchema(rich).hash, deriveSchema(template()).hash);
  });

  it('carries provenance and a description in each constraint', () => {
    const constraints = (deriveJsonSchema(rich) as { properties: { sections: { allOf: Record<string, unknown>[] } } })
      .properties.sections.allOf;
    assert.deepEqual(constraints[0], {
      description: '必须有章节“概述”',
      $comment:
        '{"code":"section-missing","severity":"error","message":"section-missing","source":{"path":"template.md","line":10},"subject":"概述"}',
      required: ['概述'],
    });
  });

  it('describes in the language of the template', () => {
    const english = deriveJsonSchema(template({ language: 'en', name: 'Case', sections: [section('Overview', 3)] }));
    assert.match(JSON.stringify(english), /Section “Overview” must be there/);
    assert.equal(english['title'], 'Case: document schema');
  });

  it('lets the order be free where the template says so', () => {
    const free = template({ isUnordered: true, sections: [section('概述', 1)] });
    assert.deepEqual(
      broken(free, instance({ sections: record({ 概述: [occurrence({ placement: 'misplaced' })] }) })),
      [],
    );
  });

  it('takes section and field names that are also names of object members', () => {
    for (const name of ['constructor', 'toString', 'hasOwnProperty', '__proto__', 'valueOf']) {
      const hostile = template({ sections: [section(name, 1)], fields: [field(name, 2)] });
      stockValidator(deriveJsonSchema(hostile));
      const codes = deriveSchema(hostile)
        .validate(instance())
        .map(({ constraint }) => constraint.code);
      assert.deepEqual(codes, ['metadata-missing', 'section-missing'], name);
      const full = instance({
        sections: Object.assign(Object.create(null), { [name]: [occurrence()] }),
        metadata: Object.assign(Object.create(null), { [name]: 'x' }),
      });
      if (name !== '__proto__') assert.deepEqual(broken(hostile, full), [], name);
    }
  });

  it('escapes names in pointers (RFC 6901)', () => {
    const odd = template({ sections: [section('a/b~c', 1, { bounds: [bound('tables', 1, { min: 1 })] })] });
    assert.deepEqual(broken(odd, instance({ sections: record({ 'a/b~c': [occurrence()] }) })), [
      'content-too-few warning /sections/a~1b~0c/0/tables a/b~c template.md:1',
    ]);
  });

  it('sums code blocks of several languages', () => {
    const two = template({ bounds: [bound('codeBlocks', 1, { min: 3, max: 4, languages: ['Python', 'go'] })] });
    stockValidator(deriveJsonSchema(two));
    const codes = (python: number, go: number): string[] => {
      const codeByLanguage = record({ ...(python > 0 ? { python } : {}), ...(go > 0 ? { go } : {}), sql: 9 });
      return deriveSchema(two)
        .validate(instance({ document: counts({ codeByLanguage }) }))
        .map(({ constraint }) => constraint.code);
    };
    for (let python = 0; python <= 6; python++) {
      for (let go = 0; go <= 6; go++) {
        const sum = python + go;
        const expected = sum < 3 ? ['content-too-few'] : sum > 4 ? ['content-too-many'] : [];
        assert.deepEqual(codes(python, go), expected, `${python} + ${go}`);
      }
    }
    assert.equal(compositions(50, 10), undefined);
  });
});

describe('derived schema with a standard', () => {
  const plain = template({
    bounds: [bound('codeBlocks', 3, { min: 5, severity: 'error' })],
    fields: [field('状态', 1, { required: false }), field('版本', 2)],
    sections: [
      section('概述', 5, {
        children: [section('数据', 6, { id: '概述/数据', required: false, aliases: ['测试数据'] })],
      }),
    ],
  });

  it('adds what the standard asks, with its own source and dimension', () => {
    const asked = standard([
      { bound: bound('diagrams', 0, { min: 1, origin: origin(0, 'standard.md') }), dimension: '可读性' },
      { requiresSection: '测试数据', dimension: '数据完整性' },
      { requiresField: '状态' },
      { requiresField: '版本' },
    ]);
    const value = instance({
      document: counts({ codeBlocks: 5 }),
      metadata: record({ 版本: '1.0' }),
      sections: record({ 概述: [occurrence()] }),
    });
    assert.deepEqual(broken(plain, value, asked), [
      'content-too-few warning /document/diagrams - standard.md:0',
      'metadata-missing warning /metadata 状态 standard.md:2',
      'section-missing warning /sections/概述/0/children 概述/数据 standard.md:1',
    ]);
    const dimensions = deriveSchema(plain, asked)
      .validate(value)
      .map(({ constraint }) => constraint.dimension);
    assert.deepEqual(dimensions.sort(), ['可读性', '数据完整性', undefined]);
    stockValidator(deriveJsonSchema(plain, asked));
  });

  it('counts one short count once, the heavier demand first', () => {
    const asked = standard([{ bound: bound('codeBlocks', 0, { min: 10, origin: origin(0, 'standard.md') }) }]);
    const having = (codeBlocks: number): Instance =>
      instance({
        document: counts({ codeBlocks }),
        metadata: record({ 版本: '1' }),
        sections: record({ 概述: [occurrence()] }),
      });
    assert.deepEqual(broken(plain, having(2), asked), ['content-too-few error /document/codeBlocks - template.md:3']);
    assert.deepEqual(broken(plain, having(7), asked), ['content-too-few warning /document/codeBlocks - standard.md:0']);
    const weaker = standard([{ bound: bound('codeBlocks', 0, { min: 4, origin: origin(0, 'standard.md') }) }]);
    assert.equal(JSON.stringify(deriveJsonSchema(plain, weaker)).includes('standard.md:0'), false);
  });
});
