// Scores of a library as the server would send them, for tests of the page that shows them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScoresData, ScoresTexts } from '../../client/src/scores/scoresMessages.ts';
import type { ScoredDocument, ScoreTableDimension } from '../../server/src/lsp/protocol.ts';

const rootUri = 'file:///library';

function dimension(name: string, average: number, note = ''): ScoreTableDimension {
  const origin = { uri: `${rootUri}/standard.md`, line: 12 };
  return {
    name,
    weight: 50,
    max: 5,
    origin,
    criterion: `${name}的最高级`,
    average,
    averageText: `${average.toFixed(1)}/5`,
    count: 3,
    note,
  };
}

export function scored(
  title: string,
  levels: readonly (number | undefined)[],
  more: Partial<ScoredDocument> = {},
): ScoredDocument {
  const known = levels.filter((level) => level !== undefined);
  const value = known.length === 0 ? undefined : known.reduce((sum, level) => sum + level, 0) / known.length;
  const path = `cases/${title}.md`;
  return {
    uri: `${rootUri}/${path}`,
    path,
    title,
    kind: 'case',
    stage: 'draft',
    ...(value !== undefined && { measured: { value, max: 5, text: value.toFixed(1), grade: 'B', weight: 80 } }),
    levels: levels.map((level) => (level === undefined ? {} : { level })),
    open: 0,
    ...more,
  };
}

export const sampleScores: ScoresData = {
  result: {
    libraries: [
      {
        rootUri,
        name: '订单案例库',
        tables: [
          {
            standard: { name: '审查标准', path: 'standard.md', uri: `${rootUri}/standard.md`, version: 'v1.2' },
            dimensions: [dimension('代码完整性', 3.5, '测试代码（2 篇）'), dimension('数据完整性', 2.5)],
            documents: [
              scored('下单幂等', [4, 3], { best: { text: '补测试数据', gainText: '+0.25' }, open: 2 }),
              scored('<img src=x onerror=alert(1)>', [3, 2], { best: { text: '补|管道', gainText: '+0.50' } }),
              scored('=对账"补偿"', [undefined, undefined]),
            ],
            average: { value: 3, max: 5, text: '3.0', grade: 'C', weight: 80 },
            markdown: '| 维度 | 评估标准 | 平均分 | 备注 |\n| --- | --- | --- | --- |\n| 代码完整性 | x | 3.5 |  |',
          },
        ],
        skipped: [{ uri: `${rootUri}/big.md`, path: 'big.md', reason: '太大' }],
      },
    ],
  },
  texts: textsOfPage(),
  language: 'zh-cn',
};

/** The English texts as the extension gives them without a translation. */
function textsOfPage(): ScoresTexts {
  const source = readFileSync(join(import.meta.dirname, '../../client/src/scores/scoresTexts.ts'), 'utf8');
  const pairs = [...source.matchAll(/(\w+): l10n\.t\(\s*'([^']*)'/g)].map((match) => [match[1], match[2]]);
  // The names are those of the interface: the type of the function that the text is taken from says so.
  return Object.fromEntries(pairs);
}
