// The score of one document for people: dimensions with their evidence, what the next level lacks, what would bring most, and
// what is left to people. In the terminal and as Markdown.
import type { createColors } from 'picocolors';
import type { Message } from '../../core/finding.ts';
import { printable } from '../../core/messages/render.ts';
import type { PlainCheck, PlainCondition, PlainDimension, PlainPlace } from '../../features/score/plainScore.ts';
import type { TotalText } from '../../features/score/scoreText.ts';
import type { ScoredText } from './scoreEngine.ts';

export interface ScoreWords {
  readonly text: (message: Message) => string;
  readonly colors: ReturnType<typeof createColors>;
}

/** Places of one condition that are shown. */
const MOST_PLACES = 3;

interface Line {
  readonly depth: number;
  readonly text: string;
  readonly tone?: 'bold' | 'dim' | 'green' | 'yellow';
}

export function documentLines(scored: ScoredText, { text, colors }: ScoreWords): readonly string[] {
  return linesOf(scored, text).map(({ depth, text: words, tone }) => {
    const safe = printable(words);
    return `${'  '.repeat(depth)}${tone === undefined ? safe : colors[tone](safe)}`;
  });
}

export function documentMarkdown(scored: ScoredText, { text }: ScoreWords): string {
  const [title, ...lines] = linesOf(scored, text);
  const shown = lines.map(({ depth, text: words }) =>
    depth === 0
      ? words === ''
        ? ''
        : `\n## ${words}\n`
      : `${'  '.repeat(depth - 1)}- ${words.replaceAll('<', '&lt;')}`,
  );
  return `# ${title?.text ?? ''}\n${shown.filter((line) => line !== '').join('\n')}\n`;
}

function linesOf({ row, score }: ScoredText, text: ScoreWords['text']): readonly Line[] {
  const { measured, reviewed, dimensions, actions, standard } = score;
  const asked = dimensions
    .flatMap(({ checks, questions }) => [...checks, ...questions])
    .filter(({ by }) => by === 'answered');
  return [
    { depth: 0, text: `${row.title} (${row.path})`, tone: 'bold' },
    { depth: 1, text: text({ key: 'cli.score.standard', args: { name: standard.name, path: standard.path } }) },
    { depth: 1, text: totalLine('measured', measured, text) },
    ...(reviewed === undefined ? [] : [{ depth: 1, text: totalLine('reviewed', reviewed, text) }]),
    { depth: 0, text: '' },
    { depth: 0, text: text({ key: 'cli.score.by-machine' }), tone: 'bold' },
    ...dimensions.flatMap((dimension) => dimensionLines(dimension, row.path, text)),
    ...section(
      'cli.score.actions',
      actions.map(({ text: words, dimension, from, to, gainText, range }) => {
        const place = range === undefined ? '' : ` (${row.path}:${String(range.start.line + 1)})`;
        return { depth: 1, text: `${gainText} ${words} · ${dimension} ${String(from)} → ${String(to)}${place}` };
      }),
      text,
    ),
    ...section(
      'cli.score.by-people',
      [
        ...dimensions.flatMap((dimension) => givenLine(dimension, text)),
        ...asked.map((check) => ({ depth: 1, text: questionText(check, text) })),
      ],
      text,
    ),
  ];
}

function section(
  key: 'cli.score.actions' | 'cli.score.by-people',
  lines: readonly Line[],
  text: ScoreWords['text'],
): readonly Line[] {
  if (lines.length === 0) return [];
  return [{ depth: 0, text: '' }, { depth: 0, text: text({ key }), tone: 'bold' }, ...lines];
}

function totalLine(by: 'measured' | 'reviewed', total: TotalText | undefined, text: ScoreWords['text']): string {
  if (total === undefined) return text({ key: 'cli.score.no-total' });
  const { text: value, max, grade, weight } = total;
  return text({ key: `cli.score.${by}`, args: { value, max, grade: grade ?? '–', weight } });
}

function dimensionLines(dimension: PlainDimension, path: string, text: ScoreWords['text']): readonly Line[] {
  const { name, weight, level, max, label, reason, held, next, checks } = dimension;
  const share = `${String(Math.round(weight * 10) / 10)}%`;
  const figure = level === undefined ? '–' : `${String(level)}/${String(max)}${label === undefined ? '' : ` ${label}`}`;
  const unmet = checks.filter(({ by, outcome }) => by === 'measured' && outcome === 'unmet');
  return [
    { depth: 1, text: `${name} (${share}): ${figure}`, tone: 'bold' },
    ...(reason === undefined ? [] : [{ depth: 2, text: reason, tone: 'dim' as const }]),
    ...held.flatMap((one) => conditionLines(one, path, '✓')),
    ...(next === undefined
      ? []
      : [
          { depth: 2, text: text({ key: 'cli.score.next', args: { level: next.level } }), tone: 'dim' as const },
          ...next.lacking.flatMap((one) => conditionLines(one, path, '✗')),
        ]),
    ...unmet.map((check) => ({ depth: 2, text: `✗ ${check.text}${summaryOf(check)}`, tone: 'yellow' as const })),
  ];
}

function summaryOf({ condition }: PlainCheck): string {
  return condition?.summary === undefined ? '' : ` · ${condition.summary}`;
}

function conditionLines(condition: PlainCondition, path: string, mark: '✓' | '✗'): readonly Line[] {
  const { text, summary, evidence, missing, parts } = condition;
  const tone = mark === '✓' ? 'green' : 'yellow';
  const isMet = mark === '✓';
  const inner = (parts ?? []).filter(({ outcome }) => outcome === (isMet ? 'met' : 'unmet'));
  const shown = parts === undefined ? placesText(isMet ? evidence : missing, path) : '';
  return [
    { depth: 2, text: `${mark} ${text}${summary === undefined ? '' : ` · ${summary}`}${shown}`, tone },
    ...inner.flatMap((part) =>
      conditionLines(part, path, mark).map((line) => ({
        ...line,
        depth: line.depth + 1,
      })),
    ),
  ];
}

/** `cases/a.md:12, :40 …` */
function placesText(places: readonly PlainPlace[], path: string): string {
  if (places.length === 0) return '';
  const lines = [...new Set(places.map(({ range }) => range.start.line + 1))];
  const shown = lines.slice(0, MOST_PLACES).map((line, index) => `${index === 0 ? path : ''}:${String(line)}`);
  return ` (${shown.join(', ')}${lines.length > MOST_PLACES ? ' …' : ''})`;
}

function givenLine({ name, given }: PlainDimension, text: ScoreWords['text']): readonly Line[] {
  if (given === undefined) return [];
  const { level, by, at, isOutdated } = given;
  const args = { name, level, by, date: at.slice(0, 10) };
  return [{ depth: 1, text: text({ key: isOutdated ? 'cli.score.given.outdated' : 'cli.score.given', args }) }];
}

function questionText({ text: question, outcome }: PlainCheck, text: ScoreWords['text']): string {
  return `${question} ${text({ key: `cli.score.answer.${outcome}` })}`;
}
