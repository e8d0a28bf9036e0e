// What a person read out of a plan, as stored beside the repository, held against the model value by value.
import type { Plan, PlanGroup, PlanItem, PlanPhase, StatedTotal } from '../../server/src/core/roadmap/plan.ts';

export interface Truth {
  readonly source: { readonly file: string; readonly path: string };
  /** Of the measured fields those that the truth tells; all where it does not say. */
  readonly fields?: readonly string[];
  readonly items: readonly TruthItem[];
  readonly groups: readonly TruthNamed[];
  readonly phases: readonly TruthNamed[];
  readonly milestones: readonly (TruthNamed & {
    readonly week?: number | null;
    readonly criteria?: readonly TruthText[];
  })[];
  readonly gaps?: readonly { readonly text: string; readonly line: number; readonly coveredBy: readonly string[] }[];
  readonly totals: readonly TruthTotal[];
}

interface TruthText {
  readonly text: string;
  readonly line: number;
}

interface TruthNamed {
  readonly id?: string | null;
  readonly name?: string;
  readonly title?: string;
  readonly line: number;
}

interface TruthTotal extends TruthText {
  readonly value: number | readonly [number, number];
  readonly unit: string;
  readonly computed: number | readonly [number, number] | string | null;
}

interface TruthEffort {
  readonly min: number;
  readonly max: number;
  readonly unit: string;
  readonly line: number;
}

export interface TruthItem {
  readonly key: string;
  readonly id: string | null;
  readonly title: string;
  readonly line: number;
  readonly paths: readonly string[];
  readonly priority: string | null;
  readonly priorityStated?: readonly { readonly value: string; readonly line: number }[];
  readonly effort: TruthEffort | null;
  readonly effortOverview?: TruthEffort;
  readonly expectedLines?: number | null;
  readonly expectedLinesLine?: number;
  readonly expectedSize?: { readonly min: number; readonly unit: string; readonly line: number };
  readonly owner?: TruthText;
  readonly due?: TruthText;
  readonly actualLines?: { readonly value: number; readonly line: number } | null;
  readonly status: readonly { readonly normalized: string; readonly line: number; readonly percent?: number }[];
  readonly group: string | null;
  readonly groupLine?: number;
  readonly phase: string | null;
  /** Texts, or one-based lines where the text of others stays out of the project. */
  readonly outline: readonly (string | number)[];
  readonly outlineText?: string | null;
  readonly tasks: readonly {
    readonly text?: string;
    readonly done: boolean;
    readonly line: number;
    readonly inlineStatus?: { readonly normalized: string } | null;
  }[];
  readonly acceptance: readonly (string | number)[];
  readonly dependsOn: readonly string[];
  readonly dependsOnText?: readonly TruthText[];
  readonly weeks: readonly [number, number] | null;
  readonly schedule?: { readonly day: number; readonly half?: string; readonly line: number } | null;
  readonly scheduleLine?: number | null;
  readonly milestone: string | null;
  readonly aliases?: readonly TruthText[];
}

/** Values found, and of how many: what is stated, and what we say without its being stated. */
export interface Score {
  found: number;
  of: number;
  readonly misses: string[];
}

export type Scores = ReadonlyMap<string, Score>;

class Board {
  readonly scores = new Map<string, Score>();
  readonly #fields: ReadonlySet<string> | undefined;

  constructor(fields: readonly string[] | undefined) {
    this.#fields = fields && new Set(fields);
  }

  /** One value: right or wrong. */
  check(field: string, isRight: boolean, miss: string): void {
    if (this.#fields !== undefined && MEASURED.includes(field) && !this.#fields.has(field)) return;
    const score = this.scores.get(field) ?? { found: 0, of: 0, misses: [] };
    this.scores.set(field, score);
    score.of++;
    if (isRight) score.found++;
    else score.misses.push(miss);
  }

  /** Every wanted value once among the given ones; given ones that nobody wants count as wrong. */
  match<W, G>(
    field: string,
    [wanted, given]: readonly [readonly W[], readonly G[]],
    fits: (wanted: W, given: G) => boolean,
    at: string,
  ): void {
    const left = [...given];
    for (const each of wanted) {
      const index = left.findIndex((candidate) => fits(each, candidate));
      if (index >= 0) left.splice(index, 1);
      this.check(field, index >= 0, `${at}: not found ${brief(each)}`);
    }
    for (const extra of left) this.check(field, false, `${at}: not stated ${brief(extra)}`);
  }
}

/** Names of fields that issue 3 measures; the others are told besides. */
const MEASURED = [
  'priority',
  'effort',
  'expected size',
  'actual size',
  'group',
  'phase',
  'status',
  'outline',
  'tasks',
  'acceptance',
  'depends on',
  'weeks',
  'milestone',
  'totals',
  'owner',
  'due',
];

export function compareWithTruth(plan: Plan, truth: Truth): Scores {
  const board = new Board(truth.fields);
  const pairs = pairItems(plan, truth, board);
  const byLine = new Map(truth.items.map((item) => [item.key, pairs.get(item)?.key]));
  const keysOf = (keys: readonly string[]): readonly string[] => keys.map((key) => byLine.get(key) ?? key);
  for (const [wanted, item] of pairs) {
    const at = `${wanted.line} ${wanted.title}`;
    compareFigures(wanted, item, board, at);
    comparePlaces(wanted, item, board, { plan, truth, at });
    compareTexts(wanted, item, board, at);
    board.match('depends on', [keysOf(wanted.dependsOn), item.dependsOn], (a, b) => a === b, at);
    board.match(
      'depends on',
      [wanted.dependsOnText ?? [], item.dependencyTexts],
      (a, b) => sameText(a.text, b.text) && a.line === b.line + 1,
      at,
    );
    for (const alias of wanted.aliases ?? [])
      board.check(
        '(mentions)',
        item.mentions.some(
          ({ line, title }) => line + 1 === alias.line && (sameText(title, alias.text) || near(title, alias.text)),
        ),
        `${at}: ${brief(alias)}`,
      );
  }
  compareTotals(plan.totals, truth.totals, board);
  comparePlan(plan, truth, board, keysOf);
  return board.scores;
}

function pairItems(plan: Plan, truth: Truth, board: Board): ReadonlyMap<TruthItem, PlanItem> {
  const pairs = new Map<TruthItem, PlanItem>();
  const left = new Set(plan.items);
  for (const wanted of truth.items) {
    const item = [...left].find(({ line, title }) => line + 1 === wanted.line && sameText(title, wanted.title));
    if (item !== undefined) {
      left.delete(item);
      pairs.set(wanted, item);
    }
    const paths = item?.paths.map(({ path }) => path) ?? [];
    const isRight = item !== undefined && wanted.paths.join('\n') === paths.join('\n');
    board.check(
      'items',
      isRight,
      `${wanted.line} ${wanted.title}: ${item === undefined ? 'not found' : `paths ${brief(paths)}`}`,
    );
  }
  for (const extra of left) board.check('items', false, `${extra.line + 1} ${extra.title}: not stated`);
  return pairs;
}

function compareFigures(wanted: TruthItem, item: PlanItem, board: Board, at: string): void {
  board.match(
    'priority',
    [wanted.priority === null ? [] : [wanted.priority], item.priority === undefined ? [] : [item.priority]],
    (a, b) => a === b,
    at,
  );
  for (const { value, line } of wanted.priorityStated ?? []) {
    const isThere = item.priorities.some((each) => each.line + 1 === line && value.includes(each.value));
    board.check('priority', isThere, `${at}: ${value} in line ${line}`);
  }
  const effort = item.effort;
  board.match(
    'effort',
    [wanted.effort === null ? [] : [wanted.effort], effort === undefined ? [] : [effort]],
    isEffort,
    at,
  );
  if (wanted.effortOverview) {
    const overview = wanted.effortOverview;
    board.check(
      'effort',
      item.efforts.some((each) => isEffort(overview, each)),
      `${at}: overview ${brief(overview)}`,
    );
  }
  compareExpected(wanted, item, board, at);
  const actual = wanted.actualLines ?? undefined;
  board.match(
    'actual size',
    [actual === undefined ? [] : [actual], item.actualSize === undefined ? [] : [item.actualSize]],
    (size, { value, line }) => value.min === size.value && size.line === line + 1,
    at,
  );
  board.match(
    'status',
    [wanted.status, item.statuses],
    (a, b) => a.normalized === b.value && a.line === b.line + 1 && (a.percent ?? b.percent) === b.percent,
    at,
  );
}

function compareExpected(wanted: TruthItem, item: PlanItem, board: Board, at: string): void {
  if (wanted.expectedSize) {
    comparePages(wanted.expectedSize, item, board, at);
    return;
  }
  const expected = wanted.expectedLines ?? undefined;
  board.match(
    'expected size',
    [expected === undefined ? [] : [expected], item.expectedSize === undefined ? [] : [item.expectedSize]],
    (lines, { value, line }) =>
      value.min === lines && value.unit === 'line' && (wanted.expectedLinesLine ?? line + 1) === line + 1,
    at,
  );
}

function comparePages(wanted: NonNullable<TruthItem['expectedSize']>, item: PlanItem, board: Board, at: string): void {
  const size = item.expectedSize;
  const isSame = size?.value.min === wanted.min && size.value.unit === wanted.unit && size.line + 1 === wanted.line;
  board.check('expected size', isSame, `${at}: ${brief(wanted)}, not ${brief(size)}`);
}

function isEffort(wanted: TruthEffort, { value, line }: NonNullable<PlanItem['effort']>): boolean {
  return wanted.min === value.min && wanted.max === value.max && wanted.unit === value.unit && wanted.line === line + 1;
}

interface Whole {
  readonly plan: Plan;
  readonly truth: Truth;
  readonly at: string;
}

function comparePlaces(wanted: TruthItem, item: PlanItem, board: Board, { plan, truth, at }: Whole): void {
  const group = plan.groups.find(({ key }) => key === item.group);
  const isGroup =
    wanted.group === null ? group === undefined : group !== undefined && isGroupOf(wanted, group, plan, truth);
  board.check('group', isGroup, `${at}: ${wanted.group ?? 'none'}, not ${group?.title ?? 'none'}`);
  const phase = plan.phases.find(({ key }) => key === item.phase);
  const isPhase = wanted.phase === null ? phase === undefined : phase !== undefined && isPhaseOf(wanted.phase, phase);
  board.check('phase', isPhase, `${at}: ${wanted.phase ?? 'none'}, not ${phase?.id ?? 'none'}`);
  compareSchedule(wanted, item, board, { plan, truth, at });
  compareMilestone(wanted, item, board, { plan, truth, at });
}

function compareMilestone(wanted: TruthItem, item: PlanItem, board: Board, { plan, at }: Whole): void {
  const milestone = plan.milestones.find(({ key }) => key === item.milestone);
  const isMilestone =
    wanted.milestone === null
      ? milestone === undefined
      : milestone !== undefined && [milestone.id, milestone.key, milestone.title].includes(wanted.milestone);
  board.check('milestone', isMilestone, `${at}: ${wanted.milestone ?? 'none'}, not ${milestone?.key ?? 'none'}`);
}

function compareSchedule(wanted: TruthItem, item: PlanItem, board: Board, { plan, at }: Whole): void {
  const slots = item.slots.flatMap((index) => plan.slots[index] ?? []);
  const weeks = slots.filter(({ range }) => range.unit === 'week');
  const stated =
    weeks.length === 0
      ? null
      : [Math.min(...weeks.map(({ range }) => range.from)), Math.max(...weeks.map(({ range }) => range.to))];
  board.check(
    'weeks',
    brief(wanted.weeks) === brief(stated),
    `${at}: weeks ${brief(wanted.weeks)}, not ${brief(stated)}`,
  );
  if (wanted.scheduleLine)
    board.check(
      'weeks',
      weeks.some(({ line }) => line + 1 === wanted.scheduleLine),
      `${at}: line ${wanted.scheduleLine}`,
    );
  if (wanted.schedule) {
    const { day, half, line } = wanted.schedule;
    const isThere = slots.some(
      (slot) =>
        slot.range.unit === 'day' && slot.range.from === day && slot.line + 1 === line && (slot.half ?? half) === half,
    );
    board.check('weeks', isThere, `${at}: ${brief(wanted.schedule)}`);
  }
}

/** The truth names a group by its title, its number or the line that names it again; `A / B` is B inside A. */
function isGroupOf(wanted: TruthItem, group: PlanGroup, plan: Plan, truth: Truth): boolean {
  const [name = '', outer] = (wanted.group ?? '').split(' / ').toReversed();
  const parent = plan.groups.find(({ key }) => key === group.parent);
  if (outer !== undefined && (parent === undefined || !sameText(parent.title, outer))) return false;
  if (wanted.groupLine === group.line + 1) return true;
  const known = truth.groups.find((each) => each.name === name || each.id === name || each.title === name);
  const names = [name, known?.name, known?.title, known?.id].filter((each) => typeof each === 'string');
  const ours = [group.title, group.id, ...group.mentions.map(({ title }) => title)].filter(
    (each) => each !== undefined,
  );
  return names.some((each) => ours.some((own) => sameText(own, each)));
}

/** `P0` is the phase `P4.3 P0`. */
function isPhaseOf(wanted: string, phase: PlanPhase): boolean {
  return [phase.id, phase.key, phase.title].some((name) => sameText(name, wanted) || name.endsWith(` ${wanted}`));
}

function compareTexts(wanted: TruthItem, item: PlanItem, board: Board, at: string): void {
  const points = item.outline.map(({ text, line }) => ({ text, line }));
  const outline = wanted.outlineText
    ? points.flatMap(({ text, line }) => text.split('、').map((part) => ({ text: part, line })))
    : points;
  const isPoint = (point: string | number, given: { readonly text: string; readonly line: number }): boolean =>
    typeof point === 'number' ? point === given.line + 1 : sameText(point, given.text);
  board.match('outline', [wanted.outline, outline], isPoint, at);
  board.match('acceptance', [wanted.acceptance, item.acceptance], isPoint, at);
  for (const field of ['owner', 'due'] as const) {
    const text = wanted[field];
    if (text === undefined) continue;
    const given = item[field];
    const isThere = given !== undefined && given.line + 1 === text.line && sameText(given.text, text.text);
    board.check(field, isThere, `${at}: ${brief(text)}, not ${brief(given)}`);
  }
  board.match(
    'tasks',
    [wanted.tasks, item.tasks],
    (a, b) =>
      a.line === b.line + 1 &&
      a.done === b.isDone &&
      (a.text === undefined || (sameText(a.text, b.text) && a.inlineStatus?.normalized === b.inlineStatus?.value)),
    at,
  );
}

function compareTotals(totals: readonly StatedTotal[], wanted: readonly TruthTotal[], board: Board): void {
  const left = [...totals];
  for (const each of wanted) {
    const index = left.findIndex((total) => isTotal(each, total));
    board.check('totals', index >= 0, `${each.line} ${each.text} = ${brief(each.value)} ${each.unit}`);
    const [total] = index >= 0 ? left.splice(index, 1) : [];
    if (total === undefined || typeof each.computed === 'string') continue;
    const given = total.computed && [total.computed.min, total.computed.max];
    const asked = each.computed === null ? undefined : numbers(each.computed);
    const isSame = asked === undefined ? given === undefined : given !== undefined && brief(asked) === brief(given);
    board.check(
      '(recounted)',
      isSame,
      `${each.line} ${each.text}: ${brief(each.computed)}, not ${brief(given ?? null)} (${brief(total.scope)})`,
    );
  }
  // A figure more than the truth lists is no fault: it lists what can be checked.
  for (const extra of left) board.check('(more totals)', true, `${extra.line + 1} ${extra.text}`);
}

const COUNTING = new Set(['document', 'case', 'topic', 'task', 'item']);
const NOUNS: Readonly<Record<string, RegExp>> = {
  document: /文档|document/i,
  case: /案例|case/i,
  topic: /主题|topic/i,
  task: /任务|task/i,
};

function isTotal(wanted: TruthTotal, total: StatedTotal): boolean {
  const unit = wanted.unit.replace(/s$/, '');
  // `3个` alone does not say of what, and `27个现有案例` are cases where the truth counts documents.
  const isBare = !NOUNS[unit]?.test(wanted.text);
  const isUnit = unit === total.unit || (isBare && COUNTING.has(unit) && COUNTING.has(total.unit));
  return (
    wanted.line === total.line + 1 &&
    isUnit &&
    brief(numbers(wanted.value)) === brief([total.min, total.max]) &&
    near(wanted.text, total.text)
  );
}

function numbers(value: number | readonly [number, number]): readonly [number, number] {
  return typeof value === 'number' ? [value, value] : value;
}

function compareGroups(plan: Plan, truth: Truth, board: Board): void {
  for (const group of truth.groups) {
    const name = group.title ?? group.name ?? '';
    const isThere = plan.groups.some((each) =>
      [each, ...each.mentions].some(
        ({ title, line }) => line + 1 === group.line && (near(title, name) || near(name, title)),
      ),
    );
    board.check('(groups)', isThere, `${group.line} ${name}`);
  }
}

/** Besides what is measured: phases, groups, milestones, gaps. */
function comparePlan(
  plan: Plan,
  truth: Truth,
  board: Board,
  keysOf: (keys: readonly string[]) => readonly string[],
): void {
  for (const phase of truth.phases)
    board.check(
      '(phases)',
      plan.phases.some((each) => isPhaseOf(phase.id ?? '', each)),
      `${phase.line} ${phase.id}`,
    );
  compareGroups(plan, truth, board);
  for (const milestone of truth.milestones) {
    const found = plan.milestones.find(
      ({ line, title }) => line + 1 === milestone.line && near(title, milestone.title ?? ''),
    );
    board.check('(milestones)', found !== undefined, `${milestone.line} ${milestone.title}`);
    if (milestone.week)
      board.check('(milestones)', found?.due?.to === milestone.week, `${milestone.line}: week ${milestone.week}`);
    board.match(
      '(milestones)',
      [milestone.criteria ?? [], found?.claims ?? []],
      (a, b) => a.line === b.line + 1,
      `${milestone.line}`,
    );
  }
  for (const gap of truth.gaps ?? []) {
    const found = plan.gaps.find(({ line }) => line + 1 === gap.line);
    board.check('(gaps)', found !== undefined, `${gap.line} ${gap.text}`);
    if (found !== undefined)
      board.match('(gaps)', [keysOf(gap.coveredBy), found.coveredBy], sameText, `${gap.line} ${gap.text}`);
  }
}

function sameText(first: string, second: string): boolean {
  return squeeze(first) === squeeze(second);
}

/** One text holds the other. */
function near(first: string, second: string): boolean {
  const [a, b] = [squeeze(first), squeeze(second)];
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a));
}

/** Code marks, emphasis, blanks, bars and outer brackets do not tell two texts apart. */
function squeeze(text: string): string {
  return text.replace(/[`*|\s]/g, '').replace(/^[（(](.*)[）)]$/, '$1');
}

function brief(value: unknown): string {
  const text = value === undefined ? 'none' : JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

/** Values of measured fields, together. */
export function totalOf(scores: Scores): Score {
  const measured = MEASURED.flatMap((field) => scores.get(field) ?? []);
  return {
    found: measured.reduce((sum, { found }) => sum + found, 0),
    of: measured.reduce((sum, { of }) => sum + of, 0),
    misses: measured.flatMap(({ misses }) => misses),
  };
}
