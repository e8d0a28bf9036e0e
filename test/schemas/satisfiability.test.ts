// Demands of template and standard that no document can meet, or that never matter, are found where they stand.
import assert from 'node:assert/strict';
import { findStandardConflicts, findTemplateConflicts } from '../../server/src/core/schema/satisfiability.ts';
import { SourceText } from '../../server/src/core/sourceText.ts';
import type { Standard } from '../../server/src/core/standard/standard.ts';
import type { CheckItem, Template } from '../../server/src/core/template/template.ts';
import { bound, field, origin, section, template } from '../support/templateValues.ts';

/** Each check stands on a line of its own, ten characters long. */
function standard(...checks: readonly Partial<CheckItem>[]): Standard {
  const whole = checks.map((check, line) => ({
    text: '检查',
    group: '',
    origin: origin(line, 'standard.md'),
    span: { start: line * 10, end: line * 10 + 9 },
    ...check,
  }));
  return { path: 'standard.md', name: '标准', dimensions: [], grades: [], checks: whole, problems: [] };
}

const inStandard = (checked: Standard, ...templates: readonly Template[]): string[] =>
  findStandardConflicts(checked, templates).map(({ code, severity, span, message }) =>
    [code, severity, span.start / 10, message.args?.['line'] ?? '-'].join(' '),
  );

describe('conflicts between standard and template', () => {
  const closed = template({ isClosed: true, line: 6, sections: [section('概述', 7)] });

  it('finds a section that the closed template forbids', () => {
    assert.deepEqual(inStandard(standard({ requiresSection: '概述' }, { requiresSection: '测试数据' }), closed), [
      'standard-unsatisfiable error 1 7',
    ]);
  });

  it('finds bounds that exclude each other, either way', () => {
    const small = template({ bounds: [bound('lines', 3, { max: 500 }), bound('tables', 4, { min: 3 })] });
    const checked = standard(
      { bound: bound('lines', 0, { min: 501 }) },
      { bound: bound('tables', 1, { max: 2 }) },
      { bound: bound('lines', 2, { min: 500 }) },
    );
    assert.deepEqual(inStandard(checked, small), [
      'standard-unsatisfiable error 0 4',
      'standard-unsatisfiable error 1 5',
    ]);
  });

  it('finds checks that contradict each other', () => {
    const checked = standard({ bound: bound('links', 0, { max: 2 }) }, { bound: bound('links', 1, { min: 3 }) });
    assert.deepEqual(inStandard(checked, template()), ['standard-check-impossible error 1 1']);
  });

  it('finds checks that never matter', () => {
    const strict = template({ bounds: [bound('codeBlocks', 8, { min: 5 })] });
    const checked = standard(
      { bound: bound('codeBlocks', 0, { min: 4 }) },
      { bound: bound('codeBlocks', 1, { min: 6 }) },
    );
    assert.deepEqual(inStandard(checked, strict), ['standard-check-dead hint 0 9']);
    assert.deepEqual(inStandard(checked, strict, template()), [], 'it matters for the other template');
  });

  it('tells of names that no template knows, once', () => {
    const open = template({ fields: [field('版本', 1)], sections: [section('概述', 2)] });
    const checked = standard({ requiresSection: '附录' }, { requiresField: '作者' }, { requiresField: '版本' });
    assert.deepEqual(inStandard(checked, open, open), [
      'standard-check-unmatched hint 0 -',
      'standard-check-unmatched hint 1 -',
    ]);
    assert.deepEqual(inStandard(checked, open, template({ sections: [section('附录', 1)] })), [
      'standard-check-unmatched hint 1 -',
    ]);
  });

  it('leaves checks of a built-in standard alone that a library does not need', () => {
    const builtIn = standard({ requiresSection: '附录', origin: origin(0, 'builtin:standard.zh') });
    assert.deepEqual(inStandard(builtIn, template()), []);
  });

  it('finds nothing without templates or checks', () => {
    assert.deepEqual(inStandard(standard({ requiresSection: '附录' })), []);
    assert.deepEqual(inStandard(standard(), closed), []);
  });
});

describe('conflicts inside a template', () => {
  const source = new SourceText('第一行\n第二行\n');
  const inTemplate = (of: Template): unknown[] =>
    findTemplateConflicts(of, source).map(({ message, severity, span }) => [message.key, severity, span.start]);

  it('finds more languages than code blocks allowed', () => {
    const two = section('实现', 1, {
      span: { start: 5, end: 8 },
      languages: ['go', 'sql'],
      bounds: [bound('codeBlocks', 1, { max: 1 })],
    });
    assert.deepEqual(inTemplate(template({ sections: [two] })), [['template-unsatisfiable.languages', 'error', 5]]);
  });

  it('finds more required sections than allowed, alternatives counted once', () => {
    const children = [
      section('甲', 1),
      section('乙', 1, { alternativeGroup: '组' }),
      section('丙', 1, { alternativeGroup: '组' }),
    ];
    const of = (max: number): Template =>
      template({ line: 1, sections: children, bounds: [bound('sections', 0, { max })] });
    assert.deepEqual(inTemplate(of(1)), [['template-unsatisfiable.sections', 'error', 4]]);
    assert.deepEqual(inTemplate(of(2)), []);
  });

  it('finds a closed template with fewer sections than demanded', () => {
    const of = (sections: Template['sections']): Template =>
      template({ isClosed: true, sections, bounds: [bound('sections', 0, { min: 2 })] });
    assert.deepEqual(inTemplate(of([section('甲', 1)])), [['template-unsatisfiable.sections-few', 'error', 0]]);
    assert.deepEqual(inTemplate(of([section('甲', 1, { repeat: { min: 1 } })])), []);
  });
});
