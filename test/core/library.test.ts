// A library from configuration and texts: which template is in force for which kind, and what is reported where.
import assert from 'node:assert/strict';
import { buildLibrary } from '../../server/src/core/library/buildLibrary.ts';
import { contextOf, languageOf } from '../../server/src/core/library/contextOf.ts';
import type { LibraryContext, LibraryInput } from '../../server/src/core/library/libraryContext.ts';
import { outdatedNote } from '../../server/src/core/library/outdatedNote.ts';
import { renderMessage } from '../../server/src/core/messages/render.ts';
import { loadParser } from '../../server/src/hosts/loadParser.ts';

const parser = await loadParser();

const template = `# 案例X：[标题]

> **文档编号**: CASE-XXX
> **状态**: 草稿

## 一、背景

[说明业务背景]

## 二、方法

[说明方法]

## 三、效果（可选）

[说明效果]
`;

const standard = '# 审查标准\n\n## 内容完整性\n\n- [ ] 是否说明了背景？\n';

interface Setup {
  readonly configuration?: unknown;
  readonly files?: Readonly<Record<string, string>>;
  readonly override?: LibraryInput['override'];
}

function build({ configuration, files = {}, override }: Setup, previous?: LibraryContext): LibraryContext {
  const configurationText = configuration === undefined ? undefined : JSON.stringify(configuration);
  const input = { root: 'lib', files: new Map(Object.entries(files)), parser, configurationText, override };
  return buildLibrary(input, previous);
}

/** `code: text` of the problems of one file. */
function problems(library: LibraryContext, path: string): string[] {
  return (library.problems.get(path) ?? []).map((one) => `${one.code}: ${renderMessage(one.message, 'zh')}`);
}

const sectionNames = (library: LibraryContext, kind = 'case'): string[] | undefined =>
  library.kinds.get(kind)?.template?.sections.map((section) => section.name);

describe('buildLibrary', () => {
  it('has the built-in templates, in both languages, without a single problem', () => {
    const library = build({});
    assert.deepEqual([...library.problems], []);
    const schemas = new Set<string | undefined>();
    for (const kind of ['case', 'topic']) {
      for (const [language, text] of [
        ['zh', '# 标题\n\n中文内容'],
        ['en', '# Title\n\nEnglish words only'],
      ] as const) {
        const context = contextOf(library, kind, text);
        assert.equal(context?.template?.id, `builtin:${kind}.${language}`);
        assert.equal(context.standard?.path, `builtin:standard.${language}`);
        schemas.add(context.schema?.hash);
      }
    }
    assert.equal(schemas.size, 4);
    assert.equal(contextOf(library, 'plan', '')?.template, undefined);
    assert.equal(contextOf(library, 'nothing', ''), undefined);
  });

  it('takes the template that the configuration names, for documents in any language', () => {
    const library = build({
      configuration: { kinds: { case: { template: '模板/案例.md' } } },
      files: { '模板/案例.md': template },
    });
    assert.deepEqual(sectionNames(library), ['背景', '方法', '效果']);
    assert.equal(contextOf(library, 'case', 'English only')?.template?.path, '模板/案例.md');
    assert.deepEqual(
      [...library.problems.keys()].filter((path) => path.startsWith('.')),
      [],
    );
  });

  it('reports what the configuration names and is not there, at the place that names it', () => {
    const configuration = {
      kinds: { case: { template: '没有.md', standard: 'builtin:none' }, topic: { template: '空.md' } },
    };
    const library = build({ configuration, files: { '空.md': '没有标题\n', 's.md': '# S\n' } });
    const text = JSON.stringify(configuration);
    const found = (library.problems.get('.casewright/config.json') ?? []).map((one) =>
      text.slice(one.span.start, one.span.end),
    );
    assert.deepEqual(found, ['"没有.md"', '"builtin:none"']);
    assert.ok(problems(library, '空.md').some((problem) => problem.startsWith('config-template-empty')));
    assert.equal(library.kinds.get('case')?.template, undefined);
    assert.equal(library.kinds.get('case')?.isOutdated, false);
  });

  it('keeps the last good template in force, and says so once', () => {
    const configuration = { kinds: { case: { template: 't.md', standard: 's.md' } } };
    const good = build({ configuration, files: { 't.md': template, 's.md': standard } });
    for (const broken of [{}, { 't.md': '' }, { 't.md': 'x'.repeat(600_000) }]) {
      const files = { ...broken, 's.md': standard } as Record<string, string>;
      const library = build({ configuration, files }, good);
      const context = library.kinds.get('case');
      assert.deepEqual(sectionNames(library), ['背景', '方法', '效果']);
      assert.equal(context?.isOutdated, true);
      const note = outdatedNote(context, { start: 0, end: 1 });
      assert.equal(note && renderMessage(note.message, 'zh'), '“t.md”目前有错误，本文档按上一次可用的版本检查');
      const again = build({ configuration, files }, library);
      assert.deepEqual(sectionNames(again), ['背景', '方法', '效果'], 'also after a second broken edit');
    }
    const mended = build(
      { configuration, files: { 't.md': template.replace('方法', '做法'), 's.md': standard } },
      good,
    );
    assert.deepEqual(sectionNames(mended), ['背景', '做法', '效果']);
    assert.equal(mended.kinds.get('case')?.isOutdated, false);
  });

  it('does not carry a template over to another path', () => {
    const good = build({ configuration: { kinds: { case: { template: 't.md' } } }, files: { 't.md': template } });
    const other = build({ configuration: { kinds: { case: { template: 'u.md' } } } }, good);
    assert.equal(other.kinds.get('case')?.template, undefined);
  });

  it('follows what a person chose for this run', () => {
    const library = build({ override: { kind: 'case', template: '../t.md' }, files: { '../t.md': template } });
    assert.deepEqual([library.configuration.chosenKind, sectionNames(library)?.[0]], ['case', '背景']);
  });

  it('tells the language of a document', () => {
    assert.equal(languageOf('# 标题\n\n```rust\nfn main() { println!("hello world"); }\n```\n'), 'zh');
    assert.equal(languageOf('# Title\n\nWords and words.\n'), 'en');
    assert.equal(languageOf(''), 'zh');
  });

  it('tells the language of a document by its prose, not by its code', () => {
    const code = 'let total = items.iter().map(|item| item.price).sum::<f64>();\n'.repeat(200);
    assert.equal(languageOf(`# 标题\n\n正文。\n\n\`\`\`rust\n${code}\`\`\`\n`), 'zh');
    assert.equal(languageOf(`# Title\n\nWords.\n\n~~~sql\n-- 中文注释\n~~~\n`), 'en');
    assert.equal(languageOf(`# 标题\n\n${'[参见](https://example.org/a-long-address/of-a-page) '.repeat(9)}`), 'zh');
    assert.equal(languageOf(`\`\`\`\n${code}`), 'en', 'nothing but code');
  });
});
