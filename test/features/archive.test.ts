// Archiving and restoring: everything that names a document follows, and restoring brings every byte back.
import assert from 'node:assert/strict';
import { factsIn as unpacked } from '../../server/src/core/facts/packedFacts.ts';
import type { DocumentFacts } from '../../server/src/core/facts/documentFacts.ts';
import { isRecordPath } from '../../server/src/core/review/recordPath.ts';
import { readRecord } from '../../server/src/core/review/readRecord.ts';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { archive, engineOf, restore, type Done, type Texts } from '../support/archiveLibrary.ts';
import { withEdits } from '../support/openLibrary.ts';

const root = 'file:///library';

const configuration = `{
  // 案例库
  "kinds": { "case": { "files": ["cases/**"] }, "plan": { "files": ["plans/**"] } },
  "ids": { "retiredFile": "docs/停用编号.md" }
}
`;

const library: Texts = new Map(
  Object.entries({
    '.casewright/config.json': configuration,
    'docs/停用编号.md': '# 停用编号\n\n| 编号 | 原因 |\n|---|---|\n| CASE-900 | 合并 |\n',
    'cases/库存扣减.md':
      '# 库存扣减\n\n> **文档编号**: CASE-001\n> **状态**: ✅ 已完成\n\n## 概述\n\n见 [秒杀](秒杀.md#概述) 与 `cases/秒杀.md`。\n',
    'cases/秒杀.md':
      '# 秒杀\n\n> **文档编号**: CASE-002\n> **状态**: 草稿\n\n## 概述\n\n对比 [库存](./../cases/库存扣减.md "题") 和 [库存](库存扣减)。\n',
    'plans/计划.md':
      '# 实施计划\n\n## 案例清单\n\n| 序号 | 案例 | 文件 | 状态 |\n|---|---|---|---|\n| 1 | 库存扣减 | cases/库存扣减.md | ✅ 已完成 |\n| 2 | 秒杀 | cases/秒杀.md | ⏳ 待开始 |\n',
    'README.md':
      '# 库\r\n\r\n<!-- casewright: {region: documents, columns: [id, title, status]} -->\r\n<!-- casewright: end -->\r\n\r\n[库存](cases/%E5%BA%93%E5%AD%98%E6%89%A3%E5%87%8F.md)\r\n',
  }),
);

function done(outcome: Done | string): Done {
  if (typeof outcome === 'string') assert.fail(outcome);
  return outcome;
}

/** With every region as it should be. */
function current(texts: Texts): Texts {
  const engine = engineOf(texts, remarkParser);
  const files = [...texts].filter(([path]) => path.endsWith('.md')).map(([path, text]) => ({ root, path, text }));
  const result = new Map(texts);
  for (const { path, edits } of engine.handle([], 'regionEdits', { files })) {
    result.set(path, withEdits(texts.get(path) ?? '', { edits }));
  }
  return result;
}

const start = current(library);

function withText(texts: Texts, path: string, text: string): Texts {
  return new Map([...texts, [path, text]]);
}

function withoutRecords(texts: Texts): Readonly<Record<string, string>> {
  return Object.fromEntries([...texts].filter(([path]) => !isRecordPath(path)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function factsIn(texts: Texts, path: string): DocumentFacts | undefined {
  const stored = engineOf(texts, remarkParser).handle([], 'documentFacts', {
    root,
    documents: [{ path, text: texts.get(path) ?? '' }],
  })[0];
  return stored && unpacked(stored);
}

describe('archiving a document', () => {
  const { texts, change } = done(archive(start, 'cases/库存扣减.md', { successor: 'cases/秒杀.md' }));

  it('moves it below the archive folder, with its status and its own links', () => {
    assert.deepEqual(
      change.moves.map(({ from, to }) => [from, to]),
      [['cases/库存扣减.md', 'archive/cases/库存扣减.md']],
    );
    assert.equal(
      texts.get('archive/cases/库存扣减.md'),
      '# 库存扣减\n\n> **文档编号**: CASE-001\n> **状态**: 已归档\n\n## 概述\n\n见 [秒杀](../../cases/秒杀.md#概述) 与 `cases/秒杀.md`。\n',
    );
  });

  it('leaves a tombstone in the dialect of the document, which is no document of its kind', () => {
    assert.equal(
      texts.get('cases/库存扣减.md'),
      '<!-- casewright: archived: archive/cases/库存扣减.md -->\n<!-- casewright: successor: cases/秒杀.md -->\n\n# 库存扣减（已归档）\n\n' +
        '> **状态**: 已归档  \n> **归档日期**: 2026-11-21  \n> **归档人**: 李四  \n> **归档原因**: 由新版取代\n\n' +
        '本文已归档，正文移至：[库存扣减](../archive/cases/库存扣减.md)\n\n请改看：[秒杀](秒杀.md)\n',
    );
    const facts = factsIn(texts, 'cases/库存扣减.md');
    assert.equal(facts?.kind, 'other');
    assert.deepEqual(facts.tombstone, { to: 'archive/cases/库存扣减.md', successor: 'cases/秒杀.md' });
    assert.equal(factsIn(texts, 'archive/cases/库存扣减.md')?.kind, 'case');
  });

  it('has links, plans, generated regions and the list of retired ids follow', () => {
    assert.match(
      texts.get('cases/秒杀.md') ?? '',
      /\[库存\]\(\.\.\/archive\/cases\/库存扣减\.md "题"\) 和 \[库存\]\(\.\.\/archive\/cases\/库存扣减\)/,
    );
    assert.match(
      texts.get('plans/计划.md') ?? '',
      /\| 1 \| 库存扣减 \| archive\/cases\/库存扣减\.md \| ✅ 已归档 \|\n\| 2 /,
    );
    assert.match(texts.get('docs/停用编号.md') ?? '', /\| CASE-900 \| 合并 \|\n\| CASE-001 \| 由新版取代 \|\n$/);
    const readme = texts.get('README.md') ?? '';
    assert.match(start.get('README.md') ?? '', /\| CASE-001 \|/);
    assert.doesNotMatch(readme, /CASE-001/);
    assert.match(readme, /\| CASE-002 \|.*\r\n/);
    assert.match(readme, /\[库存\]\(archive\/cases\/%E5%BA%93%E5%AD%98%E6%89%A3%E5%87%8F\.md\)\r\n$/);
  });

  it('writes who, when and why into the review record, with what restoring needs', () => {
    const path = '.casewright/reviews/archive/cases/库存扣减.yaml';
    const record = readRecord(path, texts.get(path) ?? '');
    assert.deepEqual(record.problems, []);
    assert.equal(record.document, 'archive/cases/库存扣减.md');
    const [event] = record.events;
    assert.equal(event?.kind, 'archive');
    assert.equal(event.by, '李四');
    assert.equal(event.reason, '由新版取代');
    assert.equal(event.snapshot.sections.length, 3);
    assert.deepEqual(event.kept?.map(({ path: file, line, is, was }) => [file, line, is, was]).slice(0, 1), [
      ['cases/库存扣减.md', 4, '> **状态**: 已归档\n', '> **状态**: ✅ 已完成\n'],
    ]);
  });

  it('is undone by restoring, whichever of its two paths is named', () => {
    for (const path of ['archive/cases/库存扣减.md', 'cases/库存扣减.md']) {
      const back = done(restore(texts, path));
      assert.deepEqual(back.change.notices, []);
      assert.deepEqual(withoutRecords(back.texts), withoutRecords(start));
      const record = '.casewright/reviews/cases/库存扣减.yaml';
      assert.deepEqual(
        readRecord(record, back.texts.get(record) ?? '').events.map(({ kind }) => kind),
        ['archive', 'restore'],
      );
      assert.equal(back.texts.has('.casewright/reviews/archive/cases/库存扣减.yaml'), false);
    }
  });

  it('can be done again after restoring: the record grows', () => {
    const back = done(restore(texts, 'cases/库存扣减.md')).texts;
    const again = done(archive(back, 'cases/库存扣减.md', { random: '0001', at: '2026-11-23T10:00:00Z' })).texts;
    const record = '.casewright/reviews/archive/cases/库存扣减.yaml';
    assert.deepEqual(
      readRecord(record, again.get(record) ?? '').events.map(({ kind }) => kind),
      ['archive', 'restore', 'archive'],
    );
    assert.deepEqual(withoutRecords(done(restore(again, 'cases/库存扣减.md')).texts), withoutRecords(start));
  });
});

describe('archiving, what a team may want otherwise', () => {
  it('another folder, no tombstone, an own word, retired ids in the configuration', () => {
    const config = '{\n  "archive": {"folder": "old/归档", "tombstone": "none", "status": "封存"},\n  "ids": {}\n}\n';
    const { texts } = done(archive(withText(start, '.casewright/config.json', config), 'cases/库存扣减.md'));
    assert.equal(texts.has('cases/库存扣减.md'), false);
    assert.match(texts.get('old/归档/cases/库存扣减.md') ?? '', /\*\*状态\*\*: 封存\n/);
    assert.match(texts.get('.casewright/config.json') ?? '', /"ids": \{\s*"retired": \[\s*"CASE-001"\s*\]/);
    const back = done(restore(texts, 'old/归档/cases/库存扣减.md')).texts;
    assert.equal(back.get('.casewright/config.json'), config);
    assert.equal(back.get('cases/库存扣减.md'), start.get('cases/库存扣减.md'));
  });

  it('front matter stays front matter', () => {
    const text = '---\ntitle: 甲\nstatus: done\n---\n\n# 甲\n\n正文\n';
    const { texts } = done(archive(withText(start, 'cases/甲.md', text), 'cases/甲.md'));
    assert.match(
      texts.get('cases/甲.md') ?? '',
      /^---\n状态: "已归档"\n归档日期: "2026-11-21"\n[^]*?---\n\n<!-- casewright: archived: /,
    );
  });

  it('a name that is taken in the archive gets a number, upper and lower case aside', () => {
    const { texts, change } = done(
      archive(withText(start, 'Archive/cases/库存扣减.md', '# 旧\n'), 'cases/库存扣减.md'),
    );
    assert.ok(texts.has('archive/cases/库存扣减-2.md'));
    assert.match(change.notices.join(), /库存扣减-2\.md/);
    assert.deepEqual(
      withoutRecords(done(restore(texts, 'cases/库存扣减.md')).texts),
      withoutRecords(withText(start, 'Archive/cases/库存扣减.md', '# 旧\n')),
    );
  });

  it('a document without id and status is archived all the same, and the person is told', () => {
    const { change } = done(archive(withText(start, 'cases/甲.md', '# 甲\n\n正文\n'), 'cases/甲.md'));
    assert.match(change.notices.join('\n'), /没有编号[^]*没有状态字段/);
  });
});

describe('archiving, what is refused', () => {
  const archived = done(archive(start, 'cases/库存扣减.md')).texts;
  const refusals: readonly (readonly [string, () => Done | string, RegExp])[] = [
    ['what is no document', () => archive(start, 'cases/没有.md'), /不是案例库中的文档/],
    ['a tombstone', () => archive(archived, 'cases/库存扣减.md'), /文档已在“archive\/cases\/库存扣减\.md”/],
    ['an archived document', () => archive(archived, 'archive/cases/库存扣减.md'), /已在归档目录中/],
    [
      'a conflict',
      () => archive(withText(start, 'cases/甲.md', '# 甲\n\n<<<<<<< a\n1\n=======\n2\n>>>>>>> b\n'), 'cases/甲.md'),
      /合并冲突/,
    ],
    [
      'a successor that is not there',
      () => archive(start, 'cases/库存扣减.md', { successor: 'cases/没有.md' }),
      /替代文档/,
    ],
    [
      'an archive folder that is left out',
      () => archive(withText(start, '.casewright/config.json', '{"exclude": ["archive"]}'), 'cases/库存扣减.md'),
      /归档目录“archive”/,
    ],
    [
      'an archive folder inside one that is left out',
      () =>
        archive(
          withText(start, '.casewright/config.json', '{"exclude": ["旧/**"], "archive": {"folder": "旧/归档"}}'),
          'cases/库存扣减.md',
        ),
      /归档目录“旧\/归档”/,
    ],
    ['restoring what was never archived', () => restore(start, 'cases/秒杀.md'), /没有归档记录/],
    [
      'restoring over something new',
      () => restore(withText(archived, 'cases/库存扣减.md', '# 新写的\n'), 'archive/cases/库存扣减.md'),
      /原路径“cases\/库存扣减\.md”已有新的文件/,
    ],
  ];
  for (const [name, attempt, expected] of refusals) {
    it(name, () => {
      const outcome = attempt();
      assert.match(typeof outcome === 'string' ? outcome : '', expected);
    });
  }

  it('without a record the document goes back as far as its path tells', () => {
    const bare = new Map([...archived].filter(([path]) => !isRecordPath(path)));
    const { texts, change } = done(restore(bare, 'archive/cases/库存扣减.md'));
    assert.match(change.notices.join(), /没有归档记录/);
    assert.match(texts.get('cases/库存扣减.md') ?? '', /\*\*状态\*\*: 已归档\n[^]*\[秒杀\]\(秒杀\.md#概述\)/);
  });

  it('lines that a person changed meanwhile are left, and named', () => {
    const plan = (archived.get('plans/计划.md') ?? '').replace('✅ 已归档', '已归档，勿再排期');
    const { texts, change } = done(restore(withText(archived, 'plans/计划.md', plan), 'archive/cases/库存扣减.md'));
    assert.match(change.notices.join(), /“plans\/计划\.md”第 7 行/);
    assert.match(texts.get('plans/计划.md') ?? '', /\| cases\/库存扣减\.md \| 已归档，勿再排期 \|/);
  });
});

// ---- any library

/** A small generator whose seed is printed on failure. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** More of them on demand: SEEDS=200. */
const SEEDS = Number(process.env['SEEDS'] ?? 5);

const folders = ['', 'cases/', 'guides/入门 篇/', 'archive/'];
const names = ['README', '乙 一', '丁(2)'];
const statuses = ['✅ 已完成', '草稿', 'Done', '进行中 60%', '🟢'];
const regions = [
  'region: documents',
  'region: documents, columns: [title, status, lines]',
  'region: statistics, by: status',
  'region: documents, where: {status: 已归档}',
  'region: folder',
];

function anyLibrary(next: (below: number) => number): Texts {
  const paths = folders.flatMap((folder) => names.filter(() => next(3) > 0).map((name) => `${folder}${name}.md`));
  const texts = new Map<string, string>();
  for (const [at, from] of paths.entries()) {
    const up = '../'.repeat(from.split('/').length - 1);
    const links = Array.from({ length: 5 }, () => {
      const to = paths[next(paths.length)] ?? from;
      const encoded = encodeURI(to).replaceAll('(', '%28').replaceAll(')', '%29');
      const forms = [
        `[x](${up}${encoded})`,
        `[x](./${up}${encoded}#一)`,
        `[x](<${up}${to}> "题")`,
        `\`${to}\``,
        `[x](/${encoded})`,
        `[x](${up}${encoded.replace(/\.md$/, '')})`,
      ];
      return forms[next(forms.length)] ?? '';
    });
    const status = statuses[next(statuses.length)] ?? '';
    const head =
      next(4) === 0
        ? `---\nstatus: "${status}"\nid: CASE-${String(at)}\n---\n\n# 题${String(at)}`
        : `# 题${String(at)}\n\n> **编号**: CASE-${String(at)}  \n> **状态**: ${status}`;
    const region =
      next(3) === 0
        ? `\n\n<!-- casewright: {${regions[next(regions.length)] ?? ''}} -->\n${next(3) === 0 ? '旧\n' : ''}<!-- casewright: end -->`
        : '';
    const text = `${head}\n\n${links.join(' 与 ')}\n\n## 一\n\n[y](#一)${region}${next(2) === 0 ? '\n' : ''}`;
    const eol = next(3) === 0 ? text.replaceAll('\n', '\r\n') : text;
    texts.set(from, next(5) === 0 ? `\uFEFF${eol}` : eol);
  }
  const rows = paths.map(
    (path, at) => `| ${String(at)} | 题${String(at)} | ${path} | ${statuses[next(statuses.length)] ?? ''} |`,
  );
  texts.set(
    'plans/实施计划.md',
    `# 实施计划\n\n## 案例清单\n\n| 序号 | 案例 | 文件 | 状态 |\n|---|---|---|---|\n${rows.join('\n')}\n`,
  );
  if (next(2) === 0)
    texts.set('.casewright/config.json', next(2) === 0 ? '{"ids": {"retired": ["CASE-99"]}}' : configuration);
  if (next(2) === 0) texts.set('docs/停用编号.md', '- CASE-98 合并');
  return next(2) === 0 ? current(texts) : texts;
}

describe('archiving and restoring in any library', () => {
  it('brings every byte back, but for the record', function () {
    this.timeout(120_000);
    let changed = 0;
    for (let seed = 1; seed <= SEEDS; seed++) {
      const next = numbers(seed);
      const texts = anyLibrary(next);
      const paths = [...texts.keys()].filter(
        (path) => path.endsWith('.md') && !path.startsWith('archive/') && !path.startsWith('docs/'),
      );
      const path = paths[next(paths.length)] ?? '';
      const archived = done(archive(texts, path));
      changed += archived.change.files.length;
      const back = done(restore(archived.texts, next(2) === 0 ? path : (archived.change.moves[0]?.to ?? '')));
      assert.deepEqual(withoutRecords(back.texts), withoutRecords(texts), `seed ${String(seed)}, ${path}`);
      assert.deepEqual(back.change.notices, [], `seed ${String(seed)}`);
    }
    assert.ok(changed > 10, `only ${String(changed)} files changed`);
  });
});
