// The maintenance of a library: what is stale, suspect, waiting, archived, open, and the work by month.
import assert from 'node:assert/strict';
import { examineDocument } from '../../server/src/core/examineDocument.ts';
import { emptyIndex, updateIndex } from '../../server/src/core/index/libraryIndex.ts';
import { buildLibrary } from '../../server/src/core/library/buildLibrary.ts';
import { countsOf, maintenanceOf } from '../../server/src/core/maintenance/maintenance.ts';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import type { LibraryLife } from '../../server/src/core/review/libraryLife.ts';
import { snapshotOf } from '../../server/src/core/review/snapshot.ts';

const config = '{"kinds": {"case": {"files": ["cases/**"]}}, "maintenance": {"staleAfter": {"case": 365}, "subjects": {"PostgreSQL": "18"}}}'; // prettier-ignore
const library = buildLibrary({
  root: 'library',
  files: new Map(),
  configurationText: config,
  parser: remarkParser,
});
const facts = (path: string, text: string) => examineDocument({ path, text }, library).facts;

describe('the maintenance of a library', () => {
  it('says what each document needs, and how the work went', () => {
    const old = facts('cases/old.md', '# 旧\n\n> **最后更新**: 2023-05-01\n> **版本**: PostgreSQL 16\n');
    const before = facts('cases/changed.md', '# 改\n\n## 概述\n\n甲\n\n## 结论\n\n乙\n');
    const changed = facts('cases/changed.md', '# 改\n\n## 概述\n\n甲甲\n\n## 结论\n\n乙\n');
    const gone = facts('cases/归档/gone.md', '# 归档\n\n> **最后更新**: 2020-01-01\n');
    const readme = facts('README.md', '# 说明\n');
    const index = updateIndex(emptyIndex, { changed: [old, changed, gone, readme], paths: new Set() });
    const base = { by: '张三', span: { start: 0, end: 0 } };
    const life: LibraryLife = {
      records: new Map([
        [
          'cases/changed.md',
          {
            path: '.casewright/reviews/cases/changed.yaml',
            document: 'cases/changed.md',
            problems: [],
            events: [
              {
                ...base,
                key: '1',
                at: '2025-03-01T10:00:00Z',
                kind: 'approve',
                snapshot: snapshotOf(before),
                levels: {},
                dependsOn: {},
              },
              { ...base, key: '2', at: '2025-03-02T10:00:00Z', kind: 'comment', thread: 't', text: '数据从哪里来' },
            ],
          },
        ],
      ]),
      history: {
        isCut: false,
        documents: new Map([
          ['cases/changed.md', { first: '2025-02-01', last: '2025-04-02', edited: '2025-04-02', commits: 3 }],
        ]),
      },
    };
    const found = maintenanceOf({ index, configuration: library.configuration, life, today: '2025-06-01' });
    assert.deepEqual(
      found.documents.map(({ path, stale, openThreads, state }) => [path, stale, openThreads, state]),
      [
        ['cases/changed.md', ['changed'], 1, 'stale'],
        ['cases/old.md', ['age', 'subject'], 0, 'draft'],
        ['cases/归档/gone.md', [], 0, 'archived'],
      ],
    );
    assert.deepEqual(found.documents[0]?.changed?.sections, 1);
    assert.deepEqual(found.months, [
      { month: '2025-02', added: 1, edited: 0, approved: 0 },
      { month: '2025-03', added: 0, edited: 0, approved: 1 },
      { month: '2025-04', added: 0, edited: 1, approved: 0 },
    ]);
    assert.deepEqual(countsOf(found), { documents: 3, stale: 2, suspect: 0, waiting: 0, overdue: 0, archived: 1, openThreads: 1, changed: 1 }); // prettier-ignore
  });

  it('says nothing of age without a day, and of additions in a history that is cut', () => {
    const old = facts('cases/old.md', '# 旧\n\n> **最后更新**: 2023-05-01\n');
    const index = updateIndex(emptyIndex, { changed: [old], paths: new Set() });
    const history = {
      isCut: true,
      documents: new Map([['cases/old.md', { first: '2025-02-01', last: '2025-02-01', commits: 1 }]]),
    };
    const found = maintenanceOf({ index, configuration: library.configuration, life: { records: new Map(), history } });
    assert.deepEqual([found.documents[0]?.stale, found.months, found.isCut], [[], [], true]);
  });
});
