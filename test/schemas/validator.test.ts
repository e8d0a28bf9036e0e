// Applying a schema: patterns, hostile input, hosts that forbid generated code.
import assert from 'node:assert/strict';
import { deriveSchema } from '../../server/src/core/schema/deriveSchema.ts';
import { formatPatterns } from '../../server/src/core/schema/fieldFormats.ts';
import { oneOfValues } from '../../server/src/core/schema/metadataSchema.ts';
import { compilePattern, patternFault } from '../../server/src/core/schema/pattern.ts';
import { field, instance, record, section, template } from '../support/templateValues.ts';

const codes = (schema: ReturnType<typeof deriveSchema>, value: Parameters<typeof schema.validate>[0]): string[] =>
  schema.validate(value).map(({ constraint, instanceLocation }) => `${constraint.code} ${instanceLocation}`);

describe('patterns in a derived schema', () => {
  it('keeps two patterns apart', () => {
    const schema = deriveSchema(
      template({ fields: [field('甲', 1, { pattern: '[a-z]+' }), field('乙', 2, { pattern: '[0-9]+' })] }),
    );
    assert.deepEqual(codes(schema, instance({ metadata: record({ 甲: 'abc', 乙: '123' }) })), []);
    assert.deepEqual(codes(schema, instance({ metadata: record({ 甲: '123', 乙: 'abc' }) })), [
      'metadata-format /metadata/甲',
      'metadata-format /metadata/乙',
    ]);
  });

  it('takes a pattern for the whole value', () => {
    const schema = deriveSchema(template({ fields: [field('甲', 1, { pattern: 'a|b' })] }));
    assert.deepEqual(codes(schema, instance({ metadata: record({ 甲: 'ab' }) })), ['metadata-format /metadata/甲']);
  });

  it('matches a catastrophic pattern in time', () => {
    const schema = deriveSchema(
      template({ fields: [field('甲', 1, { pattern: '(a|a)*' }), field('乙', 2, { pattern: '(\\w+\\s?)*' })] }),
    );
    const started = performance.now();
    const long = `${'a'.repeat(9_990)}!`;
    assert.equal(codes(schema, instance({ metadata: record({ 甲: long, 乙: long }) })).length, 2);
    assert.ok(performance.now() - started < 1_000);
  });

  it('leaves out a pattern that can not be used; the other demands stay', () => {
    for (const pattern of ['(?=a)a', '(a)\\1', '(', 'a'.repeat(501), '(?i)a']) {
      assert.notEqual(patternFault(pattern), undefined, pattern);
      const schema = deriveSchema(template({ fields: [field('甲', 1, { pattern })], sections: [section('概述', 2)] }));
      assert.deepEqual(
        codes(schema, instance({ metadata: record({ 甲: 'z' }) })),
        ['section-missing /sections'],
        pattern,
      );
    }
  });

  it('does not match values that are too long', () => {
    assert.equal(compilePattern('a').test('a'.repeat(10_001)), false);
  });
});

describe('metadata formats', () => {
  const accepted: Readonly<Record<string, readonly [yes: readonly string[], no: readonly string[]]>> = {
    date: [
      [
        '2025-11-28',
        '2025/1/2',
        '2025年11月',
        '2025年1月2日',
        '2025 年 10 月 28 日',
        '2025-11',
        '2025-11-28T10:00:00Z',
        '2025-11-28（初稿）',
      ],
      ['2025-01-XX', '{{DATE}}', '2025-13-01', '昨天', '2025年', 'YYYY-MM-DD', ''],
    ],
    version: [
      ['v1.0', '1.0.0', 'PostgreSQL 17 & 18', '1.x'],
      ['X.X', '最新', ''],
    ],
    id: [
      ['SCENARIO-ECOMMERCE-001', '03-03-18-16', 'C1', '案例-001'],
      ['', '第 1 号', 'A--1', '{{ID}}', '[编号]'],
    ],
    number: [
      ['12', '1,000', '3.5', '40%', '12 周', '约 8500字'],
      ['一些', ''],
    ],
    url: [
      ['https://example.org/a', '<http://a.b>'],
      ['example.org', 'https://', ''],
    ],
    path: [
      ['docs/a.md', './数据/a b.csv'],
      ['', '<path>', 'a|b'],
    ],
    list: [
      ['a', 'a, b'],
      ['', '  '],
    ],
  };
  for (const [format, [yes, no]] of Object.entries(accepted)) {
    it(`${format} means the same in both engines`, () => {
      const pattern = formatPatterns[format as keyof typeof formatPatterns];
      const native = new RegExp(pattern, 'u');
      const linear = compilePattern(pattern);
      for (const value of yes) assert.deepEqual([native.test(value), linear.test(value)], [true, true], value);
      for (const value of no) assert.deepEqual([native.test(value), linear.test(value)], [false, false], value);
    });
  }

  it('finds a value behind marks, in either case, and nothing more', () => {
    const pattern = (oneOfValues(['Draft', '已完成', 'C++ 17']) as { anyOf: [unknown, { pattern: string }] }).anyOf[1]
      .pattern;
    const linear = compilePattern(pattern);
    for (const value of ['✅ 已完成', '"draft"', 'DRAFT', '🚧 Draft…', 'c++ 17']) assert.ok(linear.test(value), value);
    for (const value of ['未完成', '已完成 80%', 'Drafts', '']) assert.ok(!linear.test(value), value);
  });

  it('takes values literally that differ in their marks only', () => {
    assert.deepEqual(oneOfValues(['🔴 高', '🟡 高']), { enum: ['🔴 高', '🟡 高'] });
    assert.deepEqual(oneOfValues(['⭐', '⭐⭐', '⭐']), { enum: ['⭐', '⭐⭐'] });
  });
});

describe('a schema that can not be applied', () => {
  it('is one violation where generated code is forbidden', () => {
    const schema = deriveSchema(template({ sections: [section('只在此处', 9)], line: 4 }));
    const original = globalThis.Function;
    try {
      globalThis.Function = function forbidden() {
        throw new EvalError('unsafe-eval is forbidden');
      } as unknown as FunctionConstructor;
      const violations = schema.validate(instance());
      assert.deepEqual(
        violations.map(({ constraint, params }) => [constraint.code, constraint.source.line, params]),
        [['schema-not-applicable', 4, { detail: 'unsafe-eval is forbidden' }]],
      );
    } finally {
      globalThis.Function = original;
    }
    assert.deepEqual(codes(schema, instance()), ['section-missing /sections']);
  });

  it('is one violation for an instance of another shape', () => {
    const schema = deriveSchema(template());
    assert.deepEqual(codes(schema, { kind: 'case' } as never), ['schema-not-applicable ']);
  });
});
