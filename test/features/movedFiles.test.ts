// Moves of files and folders: whatever led to a file leads there afterwards, and nothing else changes.
import assert from 'node:assert/strict';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { resolveLink } from '../../server/src/core/links/resolveLink.ts';
import { resolveStatedPath } from '../../server/src/core/roadmap/disk/resolvePath.ts';
import type { Move } from '../../server/src/core/roadmap/edits/movedPaths.ts';
import { indexOfTexts, moveFiles, pathAfter, type Texts } from '../support/openLibrary.ts';

const library: Readonly<Record<string, string>> = {
  'README.md':
    '# 库\n\n- [甲](cases/甲.md) [甲](cases/%E7%94%B2.md#%E4%B8%80) [夹](cases/) [夹](./cases)\n- `cases/甲.md` `甲.md`\n',
  'cases/甲.md':
    '# 甲\n\n## 一\n\n[乙](乙.md) [乙](./乙) [库](../README.md) [根](/guides/a b.md) ![图](../media/图.png "题")\n\n[本](#一) [r][1] [外](https://e.com/a.md)\n\n[1]: <../guides/a b.md#x> "题"\n',
  'cases/乙.md': '# 乙\n\n[甲](甲.md#一 "题") [a](../guides/a%20b.md) `../cases/甲.md` `cases/`\n',
  'guides/a b.md': '# a\n\n[甲](../cases/甲.md?x=1#一) [夹](..) [夹](../cases/) [不在](gone.md)\n',
  'media/图.png': '',
};

/** Edited texts under their new paths, without those that stay as they are. */
function after(...moves: readonly Move[]): Readonly<Record<string, string>> {
  const { texts, edits } = moveFiles(new Map(Object.entries(library)), moves, remarkParser);
  return Object.fromEntries(edits.map(({ path }) => [path, texts.get(pathAfter(path, moves)) ?? '']));
}

describe('moves of files', () => {
  it('a renamed file: links, encoded, in angle brackets, with anchors, and code spans', () => {
    assert.deepEqual(after({ from: 'cases/甲.md', to: 'cases/丙 (1).md' }), {
      'README.md':
        '# 库\n\n- [甲](cases/丙%20(1).md) [甲](cases/%E4%B8%99%20(1).md#%E4%B8%80) [夹](cases/) [夹](./cases)\n- `cases/丙 (1).md` `甲.md`\n',
      'cases/乙.md': '# 乙\n\n[甲](丙%20(1).md#一 "题") [a](../guides/a%20b.md) `../cases/丙 (1).md` `cases/`\n',
      'guides/a b.md': '# a\n\n[甲](../cases/丙%20(1).md?x=1#一) [夹](..) [夹](../cases/) [不在](gone.md)\n',
    });
  });

  it('a file that moves to another folder takes its own links along', () => {
    assert.deepEqual(after({ from: 'cases/甲.md', to: 'archive/2025/甲.md' }), {
      'README.md':
        '# 库\n\n- [甲](archive/2025/甲.md) [甲](archive/2025/%E7%94%B2.md#%E4%B8%80) [夹](cases/) [夹](./cases)\n- `archive/2025/甲.md` `甲.md`\n',
      'cases/甲.md':
        '# 甲\n\n## 一\n\n[乙](../../cases/乙.md) [乙](../../cases/乙) [库](../../README.md) [根](/guides/a b.md) ![图](../../media/图.png "题")\n\n[本](#一) [r][1] [外](https://e.com/a.md)\n\n[1]: <../../guides/a b.md#x> "题"\n',
      'cases/乙.md':
        '# 乙\n\n[甲](../archive/2025/甲.md#一 "题") [a](../guides/a%20b.md) `../archive/2025/甲.md` `cases/`\n',
      'guides/a b.md': '# a\n\n[甲](../archive/2025/甲.md?x=1#一) [夹](..) [夹](../cases/) [不在](gone.md)\n',
    });
  });

  it('a folder: links between its files stay as they are', () => {
    assert.deepEqual(after({ from: 'cases', to: 'docs/cases' }), {
      'README.md':
        '# 库\n\n- [甲](docs/cases/甲.md) [甲](docs/cases/%E7%94%B2.md#%E4%B8%80) [夹](docs/cases/) [夹](./docs/cases)\n- `docs/cases/甲.md` `甲.md`\n',
      'cases/甲.md':
        '# 甲\n\n## 一\n\n[乙](乙.md) [乙](./乙) [库](../../README.md) [根](/guides/a b.md) ![图](../../media/图.png "题")\n\n[本](#一) [r][1] [外](https://e.com/a.md)\n\n[1]: <../../guides/a b.md#x> "题"\n',
      'cases/乙.md': '# 乙\n\n[甲](甲.md#一 "题") [a](../../guides/a%20b.md) `../cases/甲.md` `cases/`\n',
      'guides/a b.md': '# a\n\n[甲](../docs/cases/甲.md?x=1#一) [夹](..) [夹](../docs/cases/) [不在](gone.md)\n',
    });
  });

  it('an image, and a file that nothing refers to', () => {
    assert.deepEqual(Object.keys(after({ from: 'media/图.png', to: 'media/图2.png' })), ['cases/甲.md']);
    assert.deepEqual(after({ from: 'media/none.png', to: 'x.png' }), {});
  });
});

// ---- any library, any move

/** A small generator whose seed is printed on failure. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const folders = ['', 'cases', 'cases/订单', 'guides', 'guides/入门 篇', 'archive/2025'];
const names = ['README', '甲', '乙 一', 'c-1', '丁(2)', 'Notes'];

function generate(next: (below: number) => number): Texts {
  const paths = folders.flatMap((folder) =>
    names.filter(() => next(3) > 0).map((name) => (folder === '' ? `${name}.md` : `${folder}/${name}.md`)),
  );
  const texts = new Map<string, string>();
  for (const from of paths) {
    const encodes = next(2) === 0;
    const links = Array.from({ length: 6 }, () => {
      const to = paths[next(paths.length)] ?? from;
      const up = from.split('/').length - 1;
      const relative = '../'.repeat(up) + to;
      const raw = next(3) === 0 ? `/${to}` : relative;
      const address = encodes ? encodeURI(raw).replaceAll('(', '%28').replaceAll(')', '%29') : raw.replace(/ /g, '%20');
      switch (next(6)) {
        case 0:
          return `[x](${address}#一)`;
        case 1:
          return `[x](<${raw}> "题")`;
        case 2:
          return `\`${to}\``;
        case 3:
          return `[x](${address.replace(/\.md$/, '')})`;
        case 4:
          return `![x](${address})`;
        default:
          return `[x](${address})`;
      }
    });
    texts.set(from, `# 题\n\n${links.join(' 与 ')}\n\n## 一\n\n[y](#一)\n`);
  }
  return texts;
}

function anyMoves(texts: Texts, next: (below: number) => number): readonly Move[] {
  const paths = [...texts.keys()];
  const from = paths[next(paths.length)] ?? '';
  const name = from.slice(from.lastIndexOf('/') + 1);
  const folder = from.slice(0, Math.max(0, from.lastIndexOf('/')));
  switch (next(3)) {
    case 0:
      return [{ from, to: `${folder === '' ? '' : `${folder}/`}新名 ${name}` }];
    case 1:
      return [{ from, to: `新/夹/${name}` }];
    default:
      return folder === '' ? [{ from, to: `新/${name}` }] : [{ from: folder, to: `新的/${folder}` }];
  }
}

/** Where every link and path leads, by its place among the links of the text; undefined for nowhere. */
function targets(texts: Texts): ReadonlyMap<string, readonly (string | undefined)[]> {
  const index = indexOfTexts(texts, remarkParser);
  return new Map(
    [...index.documents.values()].map((facts) => [
      facts.path,
      [
        ...facts.links.map((link) => {
          const target = resolveLink(link, facts.path, index);
          return 'path' in target && target.kind !== 'no-target' ? `${target.kind} ${target.path}` : undefined;
        }),
        ...facts.codePaths.map((code) => {
          const target = resolveStatedPath(code.path, facts.path, index.paths);
          return target.kind === 'file' ? `file ${target.path}` : undefined;
        }),
      ],
    ]),
  );
}

/** Without addresses and paths: what no move may touch. */
function around(text: string): string {
  return text.replace(/\]\((?:<[^>]*>|(?:[^()\s]|\([^()]*\))*)/g, '](').replace(/`[^`]*`/g, '``');
}

describe('any move in any library', () => {
  for (let seed = 1; seed <= 15; seed++) {
    it(`leaves every link leading where it led (seed ${String(seed)})`, () => {
      const next = numbers(seed);
      const before = generate(next);
      const moves = anyMoves(before, next);
      const moved = moveFiles(before, moves, remarkParser);
      const now = targets(moved.texts);
      for (const [path, led] of targets(before)) {
        const leads = now.get(pathAfter(path, moves)) ?? [];
        led.forEach((target, at) => {
          if (target === undefined) return;
          const [kind = '', ...rest] = target.split(' ');
          const wanted = `${kind} ${pathAfter(rest.join(' '), moves)}`;
          assert.equal(leads[at], wanted, `${path}: ${moved.texts.get(pathAfter(path, moves)) ?? ''}`);
        });
        const text = moved.texts.get(pathAfter(path, moves)) ?? '';
        assert.equal(around(text), around(before.get(path) ?? ''));
      }
      const back = moves.map(({ from, to }) => ({ from: to, to: from }));
      const again = moveFiles(moved.texts, back, remarkParser);
      const untouched = new Set(moved.edits.map(({ path }) => path));
      assert.deepEqual(targets(again.texts), targets(before));
      for (const [path, text] of again.texts) if (!untouched.has(path)) assert.equal(text, before.get(path));
    });
  }
});
