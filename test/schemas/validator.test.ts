// Applying a schema: patterns, hostile input, hosts that forbid generated code.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { deriveSchema } from '../../server/src/core/schema/deriveSchema.ts';
import { formatPatterns } from '../../server/src/core/schema/fieldFormats.ts';
import { oneOfValues } from '../../server/src/core/schema/metadataSchema.ts';
import { compilePattern, patternFault } from '../../server/src/core/schema/pattern.ts';
import { interpret } from '../../server/src/core/schema/interpret.ts';
import { validateInstance } from '../../server/src/core/schema/validator.ts';
import type { Violation } from '../../server/src/core/schema/violation.ts';
import { bound, counts, field, instance, occurrence, record, section, template } from '../support/templateValues.ts';

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

describe('a schema that can not be compiled or applied', () => {
  it('is interpreted where generated code is forbidden', () => {
    const schema = deriveSchema(template({ sections: [section('只在此处', 9)], line: 4 }));
    const forbidden = withoutGeneratedCode(() => codes(schema, instance()));
    assert.deepEqual(forbidden, ['section-missing /sections']);
  });

  it('is one violation for an instance of another shape', () => {
    const schema = deriveSchema(template({ line: 4 }));
    for (const violations of [
      schema.validate({ kind: 'case' } as never),
      withoutGeneratedCode(() =>
        deriveSchema(template({ line: 4, name: '另一个' })).validate({ kind: 'case' } as never),
      ),
    ]) {
      assert.deepEqual(
        violations.map(({ constraint, instanceLocation }) => [
          constraint.code,
          constraint.source.line,
          instanceLocation,
        ]),
        [['schema-not-applicable', 4, '']],
      );
    }
  });

  it('throws in no case: an unknown keyword is one violation too', () => {
    const json = { type: 'object', surprise: true };
    const applicable = { json, hash: 'surprise', origin: { path: 't.md', line: 1 } };
    assert.deepEqual(
      validateInstance(applicable, instance()).map(({ constraint }) => constraint.code),
      ['schema-not-applicable'],
    );
    assert.throws(() => interpret(json, {}), /surprise/);
  });
});

describe('interpreting a schema', () => {
  const spec = template({
    isClosed: true,
    fields: [
      field('编号', 1, { format: 'id' }),
      field('状态', 2, { values: [{ value: '草稿' }, { value: '已完成' }] }),
      field('主题', 3),
    ],
    bounds: [
      bound('lines', 4, { min: 3, max: 5 }),
      bound('codeBlocks', 4, { min: 2, languages: ['go', 'sql'] }),
      bound('codeBlocks', 4, { max: 3, languages: ['go', 'sql'] }),
    ],
    sections: [
      section('甲', 5, {
        repeat: { min: 2, max: 3 },
        languages: ['go'],
        children: [section('a/b', 6), section('~', 7)],
      }),
      section('乙', 8, { alternativeGroup: '组' }),
      section('丙', 9, { alternativeGroup: '组' }),
    ],
  });
  const schema = deriveSchema(spec);

  const count = fc.integer({ min: 0, max: 6 });
  const code = fc.dictionary(fc.constantFrom('go', 'sql', 'c'), count, { maxKeys: 3 }).map(record);
  const occurrences = (children: fc.Arbitrary<Record<string, unknown>>): fc.Arbitrary<unknown> =>
    fc.array(
      fc
        .record({
          placement: fc.constantFrom('in-order', 'misplaced', 'wrong-level', 'elsewhere'),
          nameMatch: fc.constantFrom('exact', 'alias', 'similar'),
          codeByLanguage: code,
          level: fc.constantFrom(2, 7),
          children,
        })
        .map((parts) => ({ ...occurrence(), ...parts })),
      { maxLength: 4 },
    );
  const sections = (names: readonly string[], children: fc.Arbitrary<Record<string, unknown>>) =>
    fc.dictionary(fc.constantFrom(...names, '别的', 'constructor'), occurrences(children), { maxKeys: 4 }).map(record);
  const instances = fc.record({
    kind: fc.constantFrom('case', 7),
    document: fc.record({ lines: count, codeByLanguage: code }).map((parts) => ({ ...counts(), ...parts })),
    metadata: fc
      .dictionary(fc.constantFrom('编号', '状态', '主题'), fc.constantFrom('', '✅ 已完成', 'A-1', '第 1 号'))
      .map(record),
    sections: sections(['甲', '乙', '丙'], sections(['a/b', '~'], fc.constant(record({})))),
    extras: fc.array(fc.constant({ title: '多', level: 2 }), { maxLength: 2 }),
  });
  const told = (violations: readonly Violation[]): string[] =>
    violations.map(({ constraint: { code: name }, instanceLocation, keyword, params }) =>
      [name, instanceLocation, keyword, name === 'schema-not-applicable' ? '' : JSON.stringify(params)].join(' '),
    );

  it('says what ajv says, for every instance', () => {
    const parts = { json: schema.json, hash: schema.hash, origin: { path: 't.md', line: 0 } };
    // Kept as interpreted from the first call on.
    const uncompiled = { ...parts, hash: 'without generated code' };
    withoutGeneratedCode(() => validateInstance(uncompiled, instance()));
    fc.assert(
      fc.property(instances, (value) => {
        const compiled = told(validateInstance(parts, value as never)).sort();
        const same = told(validateInstance(uncompiled, value as never)).sort();
        assert.deepEqual(same, compiled);
      }),
      { numRuns: 300 },
    );
  });
});

/** As on a page with a content security policy without `unsafe-eval`. */
function withoutGeneratedCode<Result>(run: () => Result): Result {
  const original = globalThis.Function;
  globalThis.Function = function forbidden() {
    throw new EvalError('unsafe-eval is forbidden');
  } as unknown as FunctionConstructor;
  try {
    return run();
  } finally {
    globalThis.Function = original;
  }
}
