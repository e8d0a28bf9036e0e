import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { renderMessage } from '../../server/src/core/messages/render.ts';
import { parseAnnotation } from '../../server/src/core/template/annotations.ts';
import type { Annotation } from '../../server/src/core/template/annotation.ts';

/** Parses the first comment of a text as the document model hands it over. */
function parse(text: string): Annotation | undefined {
  const start = text.indexOf('<!--');
  const end = text.indexOf('-->', start) + 3;
  const textSpan = { start: start + 4, end: end - 3 };
  return parseAnnotation({ span: { start, end }, textSpan, text: text.slice(textSpan.start, textSpan.end) });
}

function data(text: string): Record<string, unknown> {
  const annotation = parse(text);
  assert.deepEqual(annotation?.problems, []);
  return JSON.parse(JSON.stringify(annotation.data));
}

/** `code “text that the span covers”: English message`. */
function problems(text: string): string[] {
  return (parse(text)?.problems ?? []).map((problem) => {
    assert.ok(renderMessage(problem.message, 'zh').length > 0);
    return `${problem.code} “${text.slice(problem.span.start, problem.span.end)}”: ${renderMessage(problem.message, 'en')}`;
  });
}

describe('annotations', () => {
  it('reads the flow form, the block form and the bare form alike', () => {
    const expected = { required: false, aliases: ['监控'], repeat: { min: 1, max: 3 } };
    for (const text of [
      '<!-- casewright: {required: false, aliases: [监控], repeat: 1..3} -->',
      '<!-- casewright:\nrequired: false\naliases:\n  - 监控\nrepeat: {min: 1, max: 3}\n-->',
      '<!-- casewright:\r\n  required: false\r\n  aliases: [监控]\r\n  repeat: 1..3\r\n-->',
    ]) {
      const { required, aliases, repeat } = data(text);
      assert.deepEqual({ required, aliases, repeat }, expected);
    }
    assert.equal(data('<!-- casewright: required: false -->').required, false);
  });

  it('leaves other comments alone', () => {
    assert.equal(parse('<!-- TODO: casewright -->'), undefined);
    assert.equal(parse('<!-- markdownlint-disable MD033 -->'), undefined);
  });

  it('reads every form of a bound', () => {
    const { bounds } = data(
      '<!-- casewright: {bounds: {length: 200..500, lines: 300.., tables: ..3, codeBlocks: {min: 2, languages: [SQL]}, links: 3}} -->',
    );
    assert.deepEqual(bounds, [
      { measure: 'length', min: 200, max: 500 },
      { measure: 'lines', min: 300 },
      { measure: 'codeBlocks', min: 2, languages: ['sql'] },
      { measure: 'tables', max: 3 },
      { measure: 'links', min: 3 },
    ]);
  });

  it('reads fields, values with and without descriptions', () => {
    const { fields } = data(
      '<!-- casewright: {field: {key: 难度, values: {高级: 三年以上, 专家: null}, place: tail}, fields: [{key: id, pattern: "[A-Z]+", required: false}]} -->',
    );
    assert.deepEqual(fields, [
      {
        key: '难度',
        values: [{ value: '高级', description: '三年以上' }, { value: '专家' }],
        place: 'tail',
        aliases: [],
      },
      { key: 'id', pattern: '[A-Z]+', required: false, aliases: [] },
    ]);
  });

  it('tells a template’s ignore from a document’s', () => {
    assert.equal(data('<!-- casewright: {ignore: true} -->').isIgnored, true);
    assert.deepEqual(
      data('<!-- casewright: {ignore: [toc-stale, section-empty], reason: 迁移中, until: 2026-12-31, scope: file} -->')
        .suppression,
      {
        codes: ['toc-stale', 'section-empty'],
        reason: '迁移中',
        until: '2026-12-31',
        scope: 'file',
      },
    );
    assert.deepEqual(data('<!-- casewright: ignore: toc-stale -->').suppression, {
      codes: ['toc-stale'],
      scope: 'next-line',
    });
  });

  it('points at what is wrong and says what would be right', () => {
    assert.deepEqual(problems('前文\n<!-- casewright: {requird: false} -->'), [
      'annotation-key-unknown “requird”: Annotations have no key “requird”; did you mean “required”',
    ]);
    assert.deepEqual(problems('<!-- casewright: {required: 也许} -->'), [
      'annotation-value “也许”: “required” takes true or false',
    ]);
    assert.deepEqual(problems('<!-- casewright: {severity: fatal} -->'), [
      'annotation-value “fatal”: “severity” takes one of: error, warning, information, hint',
    ]);
    assert.deepEqual(problems('<!-- casewright: {bounds: {lenght: 3}} -->'), [
      'annotation-key-unknown “lenght”: Annotations have no key “lenght”; did you mean “length”',
    ]);
    assert.deepEqual(problems('<!-- casewright: {bounds: {length: many}} -->'), [
      'annotation-value “many”: “length” takes a number, a range like 2..5, or {min, max}',
    ]);
    assert.deepEqual(problems('<!-- casewright: {bounds: {length: {min: -1}}} -->'), [
      'annotation-value “-1”: “min” takes a number, a range like 2..5, or {min, max}',
    ]);
    assert.deepEqual(problems('<!-- casewright: {field: {values: [a]}} -->'), [
      'annotation-value “{values: [a]}”: The annotation lacks “key”; add it',
    ]);
    assert.deepEqual(problems('<!-- casewright: {field: {key: a, formt: date}} -->'), [
      'annotation-key-unknown “formt”: Annotations have no key “formt”; did you mean “format”',
    ]);
    assert.deepEqual(problems('<!-- casewright: {aliases: 监控} -->'), [
      'annotation-value “监控”: “aliases” takes a list, like [one, two]',
    ]);
    assert.deepEqual(problems('<!-- casewright: {ignore: x, until: 明天} -->'), [
      'annotation-value “明天”: “until” takes a date, YYYY-MM-DD',
    ]);
    assert.match(problems('<!-- casewright: just words -->')[0] ?? '', /^annotation-syntax “just words/);
    assert.match(problems('<!-- casewright: {required: false -->')[0] ?? '', /^annotation-syntax /);
    assert.match(problems('<!-- casewright: -->')[0] ?? '', /^annotation-syntax /);
    assert.match(problems('<!-- casewright: {required: true, required: false} -->')[0] ?? '', /^annotation-syntax /);
  });

  it('keeps what is right beside what is wrong', () => {
    const annotation = parse('<!-- casewright: {required: false, level: 9, nonsense: 1} -->');
    assert.ok(annotation);
    assert.equal(annotation.data.required, false);
    assert.equal(annotation.data.level, undefined);
    assert.equal(annotation.problems.length, 2);
  });

  it('never throws and never points outside the comment', () => {
    const whole =
      '<!-- casewright: {id: a, required: false, bounds: {length: 2..5, codeBlocks: {min: 1, languages: [sql]}}, field: {key: k, values: {a: b}}, ignore: [x], until: "2026-01-01"} -->';
    const inner = whole.slice(4, -3);
    for (let end = 0; end <= inner.length; end++) {
      const text = `<!--${inner.slice(0, end)}-->`;
      for (const problem of parse(text)?.problems ?? []) {
        assert.ok(
          problem.span.start >= 0 && problem.span.end <= text.length && problem.span.start <= problem.span.end,
          text,
        );
      }
    }
    const hostile = [
      '&a [*a]',
      '{a: &a [1], b: *a, c: *a}',
      '? {x: y} : z',
      '!!js/function x',
      '{__proto__: {x: 1}, constructor: 1}',
      '[',
      '"',
      '%YAML 9',
      '\t- x',
      ...['[', '{', '- ', '? ', '{a: '].flatMap((open) => [open.repeat(90), open.repeat(900), open.repeat(9000)]),
    ];
    for (const text of hostile) assert.ok((parse(`<!-- casewright: ${text} -->`)?.problems.length ?? 0) > 0, text);
  });
});
