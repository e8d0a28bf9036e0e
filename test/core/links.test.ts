// Where links lead: every way of writing an address that real documents and hostile ones show, against a small library.
import assert from 'node:assert/strict';
import type { DocumentFacts } from '../../server/src/core/facts/documentFacts.ts';
import { emptyIndex, updateIndex, type LibraryIndex } from '../../server/src/core/index/libraryIndex.ts';
import type { LinkResolution } from '../../server/src/core/links/linkResolution.ts';
import { referrersOf } from '../../server/src/core/links/referrers.ts';
import { resolveLink } from '../../server/src/core/links/resolveLink.ts';
import { factsOf, indexOf } from '../support/factsOf.ts';

const texts: Readonly<Record<string, string>> = {
  'cases/flash-sale.md':
    '# 秒杀系统\n\n## 📋 概述\n\n## ⚙️ 配置\n\n## 1. 背景（全角）、标点\n\n## Repeat\n\n## Repeat\n\n<a id="place"></a>\n',
  'cases/100% 命中.md': '# 命中\n',
  'cases/README.md': '# 案例\n',
  'guide/Intro.md': '# Intro\n\n## Set up\n',
  'guide/e\u0301tude.md': '# Étude\n',
  'notes.md': '# Notes\n',
};
const otherPaths = ['img/图 1.png', 'src/a.rs', 'dup/Data.csv', 'dup/data.CSV', 'raw/a%20b.md', 'cases/100% 命中.md'];
const index = indexOf(texts, otherPaths);
const from = 'cases/flash-sale.md';

const brief = (resolution: LinkResolution): string => {
  switch (resolution.kind) {
    case 'anchor':
      return `anchor ${resolution.path}#${resolution.anchor} ${resolution.heading ?? 'named'}`;
    case 'no-anchor':
      return `no-anchor ${resolution.path}#${resolution.anchor} [${resolution.candidates.join(' ')}]`;
    case 'no-target':
      return `no-target ${resolution.path} [${resolution.candidates.join(' ')}]`;
    case 'refused':
      return `refused ${resolution.refusal}`;
    case 'external':
    case 'undefined-reference':
      return resolution.kind;
    default:
      return `${resolution.kind} ${resolution.path}${resolution.differs === undefined ? '' : ` ${resolution.differs}`}`;
  }
};

const table: readonly (readonly [url: string, expected: string])[] = [
  // files, folders, the root
  ['README.md', 'document cases/README.md'],
  ['./README.md', 'document cases/README.md'],
  ['../notes.md', 'document notes.md'],
  ['../notes.md?plain=1', 'document notes.md'],
  ['/notes.md', 'document notes.md'],
  ['../notes', 'document notes.md'],
  ['../src/a.rs', 'file src/a.rs'],
  ['../src/a.rs#L10-L20', 'file src/a.rs'],
  ['../src', 'folder src'],
  ['../src/', 'folder src'],
  ['..', 'folder '],
  ['../', 'folder '],
  ['/', 'folder '],
  ['.', 'folder cases'],
  // encoded and raw
  ['../img/图%201.png', 'file img/图 1.png'],
  ['../img/%E5%9B%BE%201.png', 'file img/图 1.png'],
  ['../img/图 1.png', 'file img/图 1.png'],
  ['100%25%20%E5%91%BD%E4%B8%AD.md', 'document cases/100% 命中.md'],
  ['100% 命中.md', 'document cases/100% 命中.md'],
  ['100%%20命中.md', 'document cases/100% 命中.md'],
  ['../raw/a%20b.md', 'file raw/a%20b.md'],
  ['../raw/a%2520b.md', 'file raw/a%20b.md'],
  // places
  ['', 'document cases/flash-sale.md'],
  ['#', 'document cases/flash-sale.md'],
  ['#top', 'document cases/flash-sale.md'],
  ['#L12', 'document cases/flash-sale.md'],
  ['#:~:text=x', 'document cases/flash-sale.md'],
  ['#-概述', 'anchor cases/flash-sale.md#-概述 1'],
  ['#-%E6%A6%82%E8%BF%B0', 'anchor cases/flash-sale.md#-概述 1'],
  ['#user-content--概述', 'anchor cases/flash-sale.md#-概述 1'],
  ['#%EF%B8%8F-配置', 'anchor cases/flash-sale.md#\uFE0F-配置 2'],
  ['#-配置', 'no-anchor cases/flash-sale.md#-配置 [2]'],
  ['#1-背景全角标点', 'anchor cases/flash-sale.md#1-背景全角标点 3'],
  ['#repeat', 'anchor cases/flash-sale.md#repeat 4'],
  ['#repeat-1', 'anchor cases/flash-sale.md#repeat-1 5'],
  ['#repeat-2', 'no-anchor cases/flash-sale.md#repeat-2 [4 5]'],
  ['#Repeat', 'no-anchor cases/flash-sale.md#Repeat [4 5]'],
  ['#place', 'anchor cases/flash-sale.md#place named'],
  ['#概述', 'no-anchor cases/flash-sale.md#概述 [1]'],
  ['#2-背景全角标点', 'no-anchor cases/flash-sale.md#2-背景全角标点 [3]'],
  ['#nothing-of-the-kind', 'no-anchor cases/flash-sale.md#nothing-of-the-kind []'],
  ['../guide/Intro.md#set-up', 'anchor guide/Intro.md#set-up 1'],
  ['../guide/Intro.md#setup', 'no-anchor guide/Intro.md#setup [1]'],
  ['flash-sale.md#repeat', 'anchor cases/flash-sale.md#repeat 4'],
  // nothing there
  ['Intro.md', 'no-target cases/Intro.md [guide/Intro.md]'],
  ['flash-sail.md', 'no-target cases/flash-sail.md [cases/flash-sale.md]'],
  ['../x/README.md', 'no-target x/README.md []'],
  ['../old/cases/README.md', 'no-target old/cases/README.md [cases/README.md]'],
  ['gone.png', 'no-target cases/gone.png []'],
  // spelling
  ['../guide/intro.md', 'document guide/Intro.md case'],
  ['../Guide/Intro.md', 'document guide/Intro.md case'],
  ['../GUIDE/', 'folder guide case'],
  ['../guide/\u00e9tude.md', 'document guide/e\u0301tude.md normal-form'],
  ['../dup/DATA.csv', 'no-target dup/DATA.csv [dup/Data.csv dup/data.CSV]'],
  // the outside
  ['https://example.org/a.md', 'external'],
  ['mailto:a@example.org', 'external'],
  ['//example.org/a', 'external'],
  ['../../etc/passwd', 'refused outside'],
  ['..%2f..%2fetc/passwd', 'refused outside'],
  ['%2e%2e/%2e%2e/etc', 'refused outside'],
  ['C:\\x\\a.md', 'refused absolute'],
  ['c:/x/a.md', 'refused absolute'],
  ['\\\\server\\share', 'refused absolute'],
  ['file:///etc/passwd', 'refused scheme'],
  ['~/.ssh/id_rsa', 'refused absolute'],
  ['guide\\Intro.md', 'refused backslash'],
  ['..%5cguide%5cIntro.md', 'refused backslash'],
  ['a%00b.md', 'refused control'],
  ['README.md:12', 'no-target cases/README.md:12 [cases/README.md]'],
  [`${'a/'.repeat(3000)}b.md`, 'refused too-long'],
  [`${'%E5'.repeat(100)}.md`, 'no-target'],
  [`${'%'.repeat(1900)}.md`, 'refused too-long'],
  [`#${'x'.repeat(100_000)}`, 'refused too-long'],
];

describe('resolveLink', () => {
  for (const [url, expected] of table) {
    it(`${url.slice(0, 60)} → ${expected}`, () => {
      const found = brief(resolveLink({ url, form: 'inline' }, from, index));
      if (expected === 'no-target') assert.match(found, /^no-target /);
      else assert.equal(found, expected);
    });
  }

  it('knows a reference without a definition', () => {
    assert.deepEqual(resolveLink({ url: '', form: 'reference' }, from, index), { kind: 'undefined-reference' });
  });

  it('follows the settings: where a leading slash leads, and whether `.md` may be left out', () => {
    const settings = { slug: 'github', root: 'guide', withoutExtension: false } as const;
    const resolved = (url: string): string => brief(resolveLink({ url, form: 'inline' }, from, index, settings));
    assert.equal(resolved('/Intro.md'), 'document guide/Intro.md');
    assert.equal(resolved('/Intro'), 'no-target guide/Intro [guide/Intro.md]');
  });

  it('says nothing of places in a text that was not read to the end', () => {
    const cut: DocumentFacts = { ...factsOf('big.md', '# Big\n'), limit: 'too-large' };
    const larger = updateIndex(index, { changed: [cut] });
    assert.equal(brief(resolveLink({ url: '../big.md#far-below', form: 'inline' }, from, larger)), 'document big.md');
  });
});

describe('referrersOf', () => {
  const linked = indexOf({
    'a.md': '# A\n\n[b](b.md) [b](b.md#b) [self](#a) [f](f/) [out](https://example.org) [gone](gone.md)\n',
    'b.md': '# B\n\n[a](a.md)\n',
    'f/c.md': '# C\n\n[b][x]\n\n[x]: ../b.md\n',
  });
  const uses = (of: LibraryIndex, path: string): string =>
    referrersOf(of, path)
      .map((use) => `${use.from}:${use.link}`)
      .join(' ');

  it('names the links that lead to a document, a place in it, or a folder', () => {
    assert.equal(uses(linked, 'b.md'), 'a.md:0 a.md:1 f/c.md:0 f/c.md:1');
    assert.equal(uses(linked, 'a.md'), 'a.md:2 b.md:0');
    assert.equal(uses(linked, 'f'), 'a.md:3');
    assert.equal(uses(linked, 'gone.md'), '');
  });

  it('follows edits, removals and new paths, and still answers for the index before', () => {
    const edited = updateIndex(linked, { changed: [factsOf('a.md', '# A\n\n[gone](gone.md)\n')] });
    assert.equal(uses(edited, 'b.md'), 'f/c.md:0 f/c.md:1');
    const removed = updateIndex(edited, { removed: ['f/c.md'] });
    assert.equal(uses(removed, 'b.md'), '');
    const grown = updateIndex(edited, {
      changed: [factsOf('gone.md', '# Back\n')],
      paths: new Set([...edited.paths, 'gone.md']),
    });
    assert.equal(uses(grown, 'gone.md'), 'a.md:0');
    assert.equal(uses(linked, 'b.md'), 'a.md:0 a.md:1 f/c.md:0 f/c.md:1');
    assert.equal(uses(emptyIndex, 'b.md'), '');
  });

  it('forgets nothing that a move of lines leaves as it was', () => {
    const moved = updateIndex(linked, { changed: [factsOf('b.md', '# B\n\nwords\n\n[a](a.md)\n')] });
    assert.equal(uses(moved, 'a.md'), 'a.md:2 b.md:0');
  });
});
