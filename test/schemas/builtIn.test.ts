// The built-in templates and standard: fresh derived files, and what they say of the real documents they were fitted to.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { markdownToMdast } from 'satteri';
import { derivedSchemas } from '../../scripts/generate/deriveSchemas.ts';
import { bindDocument } from '../../server/src/core/binding/bindDocument.ts';
import { builtInTexts } from '../../server/src/core/library/builtInTexts.ts';
import { createSatteriParser } from '../../server/src/core/markdown/satteriParser.ts';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { buildModel } from '../../server/src/core/model/buildModel.ts';
import { deriveSchema } from '../../server/src/core/schema/deriveSchema.ts';
import { findStandardConflicts, findTemplateConflicts } from '../../server/src/core/schema/satisfiability.ts';
import { SourceText } from '../../server/src/core/sourceText.ts';
import { parseStandard } from '../../server/src/core/standard/parseStandard.ts';
import { parseTemplate } from '../../server/src/core/template/parseTemplate.ts';
import type { Template } from '../../server/src/core/template/template.ts';

const fastParser = createSatteriParser(markdownToMdast);
const root = join(import.meta.dirname, '../..');
const corpus = join(root, '../shared/corpus');
const textOf = (name: string): string => readFileSync(join(root, 'schemas/built-in', `${name}.md`), 'utf8');
const names = ['case.zh', 'case.en', 'topic.zh', 'topic.en'];

const templates = new Map(names.map((name) => [name, parseTemplate(`builtin:${name}`, textOf(name), remarkParser)]));
const standards = new Map(
  ['zh', 'en'].map((language) => {
    const name = `standard.${language}`;
    return [language, parseStandard(`builtin:${name}`, textOf(name), remarkParser)];
  }),
);

function templateOf(name: string): Template {
  const template = templates.get(name)?.templates[0];
  assert.ok(template, name);
  return template;
}

describe('built-in templates and standard', () => {
  it('are what the module holds', () => {
    const files = readdirSync(join(root, 'schemas/built-in')).map((name) => name.replace(/\.md$/, ''));
    assert.deepEqual(Object.keys(builtInTexts).sort(), files.map((name) => `builtin:${name}`).sort());
    for (const name of files) assert.equal(builtInTexts[`builtin:${name}`], textOf(name), `${name}: run npm run docs`);
  });

  it('know other names of the same sections and fields in Chinese and English', () => {
    const known = (name: string): readonly (readonly [place: string, hasOthers: boolean])[] => {
      const { sections, fields } = templateOf(name);
      const walk = (specs: Template['sections'], path: string): readonly (readonly [string, boolean])[] =>
        specs.flatMap(({ aliases, children }, index) => [
          [`${path}${index}`, aliases.length > 0] as const,
          ...walk(children, `${path}${index}.`),
        ]);
      return [
        ...walk(sections, ''),
        ...fields.map(({ aliases }, index) => [`field ${index}`, aliases.length > 0] as const),
      ];
    };
    const places = new Map(known('case.en'));
    for (const [place, hasOthers] of known('case.zh')) {
      assert.ok(places.has(place), place);
      assert.ok(!hasOthers || places.get(place) === true, `case.en has no other name for ${place}`);
    }
  });

  it('have the derived schemas that are kept with them', () => {
    const derived = derivedSchemas();
    assert.deepEqual(readdirSync(join(root, 'schemas/derived')).sort(), [...derived.keys()].sort());
    for (const [name, text] of derived) {
      const kept = readFileSync(join(root, 'schemas/derived', name), 'utf8').replaceAll('\r\n', '\n');
      assert.ok(kept === text, `${name} is stale: npm run docs`);
    }
  });

  it('derive to schemas that ajv takes as they come, silently', () => {
    for (const [name, text] of derivedSchemas()) {
      const logged: unknown[] = [];
      const log = (...parts: unknown[]): void => void logged.push(parts);
      const validate = new Ajv2020({ logger: { log, warn: log, error: log } }).compile(JSON.parse(text) as object);
      assert.deepEqual(logged, [], name);
      assert.equal(validate({ kind: 'case' }), false);
    }
  });

  it('have no problems, neither alone nor together', () => {
    for (const [name, document] of templates) {
      assert.deepEqual([document.problems, document.templates.length], [[], 1], name);
      assert.deepEqual(findTemplateConflicts(templateOf(name), new SourceText(textOf(name))), [], name);
    }
    for (const [language, standard] of standards) {
      assert.deepEqual(standard.problems, [], language);
      const used = [templateOf(`case.${language}`), templateOf(`topic.${language}`)];
      assert.deepEqual(findStandardConflicts(standard, used), [], language);
    }
  });

  it('say the same in both languages', () => {
    const shape = (template: Template): unknown => {
      const sections = (specs: Template['sections']): unknown =>
        specs.map(({ level, required, repeat, isPlaceholder, severity, bounds, children }) => [
          level,
          required,
          repeat,
          isPlaceholder,
          severity,
          bounds.map(({ measure, min, max }) => [measure, min, max]),
          sections(children),
        ]);
      const bounds = template.bounds.map(({ measure, min, max, severity }) => [measure, min, max, severity]);
      return [
        sections(template.sections),
        template.fields.map(({ required, format, place }) => [required, format, place]),
        bounds,
      ];
    };
    assert.deepEqual(shape(templateOf('case.zh')), shape(templateOf('case.en')));
    assert.deepEqual(shape(templateOf('topic.zh')), shape(templateOf('topic.en')));
    const [zh, en] = [standards.get('zh'), standards.get('en')];
    assert.ok(zh && en);
    const weights = (standard: typeof zh): unknown => [
      standard.dimensions.map(({ weight, levels }) => [weight, levels.map(({ score }) => score)]),
      standard.grades.map(({ name, min, max }) => [name, min, max]),
    ];
    assert.deepEqual(weights(zh), weights(en));
  });

  it('name only dimensions that the standard has', () => {
    for (const [
      name,
      {
        templates: [template],
      },
    ] of templates) {
      const known = new Set(standards.get(name.slice(-2))?.dimensions.map((dimension) => dimension.name));
      const used = (specs: Template['sections']): string[] =>
        specs.flatMap(({ dimension, children }) => [
          ...(dimension === undefined ? [] : [dimension]),
          ...used(children),
        ]);
      for (const dimension of used(template?.sections ?? [])) assert.ok(known.has(dimension), `${name}: ${dimension}`);
    }
  });

  it('give each section something to read', () => {
    const bare = (specs: Template['sections']): string[] =>
      specs.flatMap(({ name, guidance, children }) => [
        ...(guidance === '' && children.length === 0 ? [name] : []),
        ...bare(children),
      ]);
    for (const name of names) assert.deepEqual(bare(templateOf(name).sections), [], name);
  });
});

/** `code subject` of each violation of a real document; for a missing field or section its id, for a count the measure. */
function judge(path: string, kind: 'case' | 'topic'): string[] {
  const template = templateOf(`${kind}.zh`);
  const bound = bindDocument(buildModel(readFileSync(path, 'utf8'), fastParser), template, kind);
  return deriveSchema(template, standards.get('zh'))
    .validate(bound.instance)
    .map(({ constraint, instanceLocation, params }) => {
      const missing = params['missingProperty'];
      const place = constraint.subject ?? instanceLocation.split('/').at(-1) ?? '';
      return `${constraint.code} ${typeof missing === 'string' ? missing : place}`;
    });
}

// Written by reading the documents: none of the cases has a diagram, test data or a date of creation; one has a status.
const ofEachCase = ['content-too-few diagrams', 'metadata-missing 创建日期', 'section-missing 测试数据'];
const cases: Readonly<Record<string, readonly string[]>> = {
  // Its sixth part is about archiving and cleaning up instead of monitoring.
  '327c13ca__日志系统__高频写入完整案例.md': ['metadata-missing 状态', 'section-missing 监控和告警'],
  // Says 2024年 for a date, and analyses the performance of none of its four implementations.
  '327c13ca__物流系统__订单跟踪完整案例.md': [
    'metadata-format 最后更新',
    ...Array.from({ length: 4 }, () => 'section-missing 实现方案/方案/性能分析'),
  ],
  '327c13ca__电商系统__库存扣减完整案例.md': ['metadata-missing 状态'],
  '327c13ca__金融系统__账户转账完整案例.md': ['metadata-missing 状态'],
};

/** Topics with twenty code blocks or more; the others have 10 to 19. */
const rich = new Set([
  'cloud_native_best_practices.md',
  'observability_complete_guide.md',
  'performance_optimization_guide.md',
  'security_best_practices.md',
  'testing_complete_guide.md',
]);

describe('built-in templates on the documents they were fitted to', () => {
  for (const [name, own] of Object.entries(cases)) {
    it(`finds in ${name} what is really not there`, function () {
      const path = join(corpus, 'cases', name);
      if (!existsSync(path)) {
        console.log('skipped: no corpus');
        this.skip();
      }
      assert.deepEqual(judge(path, 'case').sort(), [...ofEachCase, ...own].sort());
    });
  }

  it('finds in the 13 topics what is really not there', function () {
    if (!existsSync(corpus)) {
      console.log('skipped: no corpus');
      this.skip();
    }
    const names = readdirSync(join(corpus, 'topics'));
    assert.equal(names.length, 13);
    for (const name of names) {
      // Only the guide on performance shows its figures in tables; no topic has a section on troubleshooting.
      const expected = [
        ...(rich.has(name) ? [] : ['content-too-few codeBlocks']),
        ...(name.startsWith('performance') ? [] : ['content-too-few tables']),
        'section-missing 故障排除',
      ];
      assert.deepEqual(judge(join(corpus, 'topics', name), 'topic').sort(), expected.sort(), name);
    }
  });
});
