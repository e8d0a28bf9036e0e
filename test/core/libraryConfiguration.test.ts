// The team's configuration: every wrong value has a finding at its place and leaves the default.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { facetKeys } from '../../server/src/core/library/narrowFacets.ts';
import { kindKeys, narrowConfiguration, topKeys } from '../../server/src/core/library/narrowConfiguration.ts';
import { renderMessage } from '../../server/src/core/messages/render.ts';

/** Findings as `code at "cut-out text"`. */
function problemsOf(text: string, rules?: string[]): string[] {
  return narrowConfiguration(text, rules).findings.map(
    (finding) => `${finding.code} ${text.slice(finding.span.start, finding.span.end)}`,
  );
}

describe('narrowConfiguration', () => {
  it('has defaults for everything', () => {
    for (const text of [undefined, '', '{}', '// nothing yet\n{}']) {
      const { configuration, findings } = narrowConfiguration(text);
      assert.deepEqual(findings, []);
      assert.deepEqual(
        configuration.kinds.map((kind) => [kind.kind, kind.template]),
        [
          ['case', 'builtin:case'],
          ['topic', 'builtin:topic'],
          ['plan', undefined],
          ['template', undefined],
          ['standard', undefined],
          ['other', undefined],
        ],
      );
      assert.equal(configuration.enforcement, 'smart');
      assert.equal(configuration.maxFindings, 200);
    }
  });

  it('reads a whole configuration with comments and a trailing comma', () => {
    const text = `\uFEFF{
      // who writes what
      "$schema": "../x.json",
      "kinds": {
        "fault-case": { "files": ["故障/**"], "template": "模板/故障.md#骨架一", "standard": "builtin:standard.en" },
        "case": { "files": ["cases/**", "!cases/草稿/**"], "newPath": "cases/{domain}/{title}.md", "id": "SCENARIO-{DOMAIN}-{NNN}" },
      },
      "exclude": ["archive/**"],
      "rules": { "toc-stale": "off", "section-missing": { "severity": "error", "options": { "constructor": [1] } } },
      "sectionSynonyms": { "背景": ["业务背景"] },
      "draftStatus": ["构思中"], "readyStatus": ["已发布"],
      "enforcement": "strict", "maxFindings": 50,
    }`;
    const { configuration, findings, references } = narrowConfiguration(text, ['toc-stale', 'section-missing']);
    assert.deepEqual(findings, []);
    assert.deepEqual(configuration.kinds.slice(0, 2), [
      { kind: 'fault-case', files: ['故障/**'], template: '模板/故障.md#骨架一', standard: 'builtin:standard.en' },
      {
        kind: 'case',
        files: ['cases/**', '!cases/草稿/**'],
        template: 'builtin:case',
        standard: 'builtin:standard',
        newPath: 'cases/{domain}/{title}.md',
        id: 'SCENARIO-{DOMAIN}-{NNN}',
      },
    ]);
    assert.deepEqual(
      references.map((reference) => [
        reference.path,
        reference.skeleton,
        text.slice(reference.span.start, reference.span.end),
      ]),
      [
        ['模板/故障.md', '骨架一', '"模板/故障.md#骨架一"'],
        ['builtin:standard.en', undefined, '"builtin:standard.en"'],
      ],
    );
    assert.equal(configuration.rules['toc-stale']?.severity, 'off');
    assert.deepEqual({ ...configuration.rules['section-missing']?.options }, { constructor: [1] });
    assert.equal(configuration.rules['constructor'], undefined);
    assert.deepEqual({ ...configuration.sectionSynonyms }, { 背景: ['业务背景'] });
    assert.equal(configuration.maxFindings, 50);
  });

  const table: readonly (readonly [name: string, text: string, problems: string[]])[] = [
    ['no JSON', '{ "kinds": }', ['config-syntax }']],
    ['a cut-off text', '{ "kinds": { "case"', ['config-syntax ', 'config-syntax ', 'config-syntax ']],
    ['another root', '[1]', ['config-value-invalid [1]']],
    ['an unknown key', '{ "kindz": {} }', ['config-unknown-key "kindz"']],
    ['a key twice', '{ "exclude": [], "exclude": ["a/**"] }', ['config-duplicate-key "exclude"']],
    ['wrong types', '{ "kinds": [], "exclude": "a", "maxFindings": "9", "draftStatus": [1, "x"] }', [
      'config-value-invalid []', 'config-value-invalid "a"', 'config-value-invalid "9"', 'config-value-invalid 1',
    ]],
    ['numbers out of bounds', '{ "maxFindings": 0 }', ['config-value-invalid 0']],
    ['a choice', '{ "enforcement": "strikt" }', ['config-value-invalid "strikt"']],
    ['unsafe globs', '{ "exclude": ["*a*b*c*d", "../x", "ok/**"] }', ['config-glob-unsafe "*a*b*c*d"', 'config-glob-unsafe "../x"']],
    ['paths outside', '{ "kinds": { "case": { "template": "../../etc/passwd", "standard": "C:\\\\x", "newPath": "/tmp/{title}.md" } } }', [
      'config-path-outside "../../etc/passwd"', 'config-path-outside "C:\\\\x"', 'config-path-outside "/tmp/{title}.md"',
    ]],
    ['kind names', '{ "kinds": { "Case 1": {}, "__proto__": {} } }', ['config-value-invalid "Case 1"', 'config-value-invalid "__proto__"']],
    ['rules', '{ "rules": { "toc-stael": "off", "nothing-like-it-at-all": "off", "toc-stale": 3, "section-missing": { "level": "error" } } }', [
      'config-unknown-key "toc-stael"', 'config-rule-unknown "nothing-like-it-at-all"', 'config-value-invalid 3', 'config-unknown-key "level"',
    ]],
    ['synonyms', '{ "sectionSynonyms": ["x"], "keySynonyms": { "a": "b" } }', ['config-value-invalid ["x"]', 'config-value-invalid "b"']],
    ['settings that would name a program', '{ "serverPath": "/bin/sh" }', ['config-unknown-key "serverPath"']],
  ]; // prettier-ignore
  for (const [name, text, problems] of table) {
    it(`reports ${name}`, () => {
      assert.deepEqual(problemsOf(text, ['toc-stale', 'section-missing']), problems);
    });
  }

  it('offers the key and the value that were meant', () => {
    const text = '{ "enforcment": "smart", "enforcement": "Strict" }';
    const fixes = narrowConfiguration(text).findings.flatMap((finding) => finding.fixes ?? []);
    assert.deepEqual(
      fixes.map((fix) => fix.edits.map((edit) => edit.newText)),
      [['"enforcement"'], ['"strict"']],
    );
    assert.equal(renderMessage(fixes[0]!.title, 'zh'), '改为“enforcement”');
  });

  it('keeps Object.prototype as it was', () => {
    narrowConfiguration(
      '{ "rules": { "__proto__": { "severity": "off", "options": { "__proto__": { "polluted": 1 } } } } }',
    );
    assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
    assert.equal('severity' in {}, false);
  });

  it('refuses too much and too deep', () => {
    assert.equal(narrowConfiguration(' '.repeat(300_000)).findings[0]?.code, 'config-too-large');
    assert.equal(narrowConfiguration('['.repeat(200_000)).findings[0]?.code, 'config-syntax');
  });

  it('keeps spans inside a text that an unclosed comment ends', () => {
    for (const finding of narrowConfiguration('[/*').findings) assert.ok(finding.span.end <= 3);
  });

  it('never throws, whatever the text', () => {
    const pieces = fc.constantFrom('{', '}', '[', ']', ':', ',', '"', '"kinds"', '"case"', '"files"', '"rules"', '1', 'null', '//', '/*', '\\u00', '\n', '\uFEFF', '"__proto__"'); // prettier-ignore
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((list) => list.join('')),
        ),
        (text) => {
          for (const finding of narrowConfiguration(text, []).findings) {
            assert.ok(
              finding.span.start >= 0 && finding.span.start <= finding.span.end && finding.span.end <= text.length,
            );
            assert.ok(
              !/\{\w+\}/.test(
                renderMessage({ key: finding.message.key, args: {} }, 'zh').replace(
                  /\{(key|near|values|min|max|path|glob|detail)\}/g,
                  '',
                ),
              ),
            );
          }
        },
      ),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        narrowConfiguration(`{"kinds": ${text}, "rules": ${text}, "exclude": ${text}, "sectionSynonyms": ${text}}`, []);
      }),
      { numRuns: 200 },
    );
  });
});

describe('schemas/config.schema.json', () => {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../schemas/config.schema.json'), 'utf8'));
  const ajv = new Ajv({ strict: false });
  const validate = ajv.compile(schema);

  it('describes every setting, in Chinese and English', () => {
    assert.deepEqual(Object.keys(schema.properties).sort(), [...topKeys].sort());
    assert.deepEqual(Object.keys(schema.definitions.kind.properties).sort(), [...kindKeys].sort());
    assert.deepEqual(Object.keys(schema.definitions.facet.properties).sort(), [...facetKeys].sort());
    for (const settings of [schema.properties, schema.definitions.kind.properties]) {
      for (const [key, setting] of Object.entries(settings as Record<string, { description?: string }>)) {
        assert.match(setting.description ?? '', /\p{Script=Han}.* \/ .*[a-z]/u, key);
      }
    }
  });

  it('accepts what is read without findings, and refuses what is not', () => {
    const good = [
      '{}',
      '{ "kinds": { "case": { "files": ["cases/**", "!cases/草稿/**"], "template": "模板/a.md#骨架" }, "fault-case": {} } }',
      '{ "rules": { "toc-stale": "off", "x": { "severity": "hint", "options": {} } }, "enforcement": "gentle", "maxFindings": 1 }',
      '{ "exclude": ["**/*.{a,b}.md"], "sectionSynonyms": { "背景": ["业务背景"] }, "draftStatus": ["构思中"] }',
      '{ "kinds": { "topic": { "template": "builtin:topic.en", "standard": ".casewright/s.md", "newPath": "t/{title}.md" } } }',
    ];
    const bad = [
      '[]',
      '{ "kindz": {} }',
      '{ "kinds": { "Case 1": {} } }',
      '{ "kinds": { "case": { "files": "cases" } } }',
      '{ "kinds": { "case": { "template": "/etc/passwd" } } }',
      '{ "kinds": { "case": { "template": "C:/x" } } }',
      '{ "kinds": { "case": { "path": "x" } } }',
      '{ "exclude": ["../x"] }',
      '{ "exclude": ["a\\\\b"] }',
      '{ "exclude": ["+(a|b)"] }',
      '{ "rules": { "x": "fatal" } }',
      '{ "rules": { "x": { "level": "error" } } }',
      '{ "enforcement": "none" }',
      '{ "maxFindings": 0 }',
      '{ "sectionSynonyms": { "a": "b" } }',
    ];
    for (const text of good)
      assert.deepEqual([validate(JSON.parse(text)), narrowConfiguration(text).findings], [true, []], text);
    for (const text of bad) {
      assert.equal(validate(JSON.parse(text)), false, text);
      assert.notEqual(narrowConfiguration(text).findings.length, 0, text);
    }
  });
});
