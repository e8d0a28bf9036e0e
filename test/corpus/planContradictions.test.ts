// Five real plans whose contradictions a person listed: the rules over plans find them, each once, and nothing else.
// SHOW=1 lists every finding that is on no list.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../server/src/core/finding.ts';
import { remarkParser } from '../../server/src/core/markdown/remarkParser.ts';
import { renderMessage } from '../../server/src/core/messages/render.ts';
import { buildModel } from '../../server/src/core/model/buildModel.ts';
import type { Plan } from '../../server/src/core/roadmap/plan.ts';
import { readPlan } from '../../server/src/core/roadmap/readPlan.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import type { PlanRule } from '../../server/src/core/rules/rule.ts';
import type { SourceText } from '../../server/src/core/sourceText.ts';
import { sharedDocument, sharedFolder } from '../support/sharedDocuments.ts';

/** Certain contradictions in the text, derived ones counted with what they follow from. */
const LEAST_FOUND = 50;
const MOST_WRONG = 5;

interface Entry {
  readonly id: string;
  readonly certainty: 'certain' | 'arguable';
  readonly category: string;
  readonly seed: number;
  readonly file: string;
  readonly lines: readonly number[];
  readonly message: string;
  readonly evidence: 'text' | 'repository';
  readonly derived: boolean;
}

interface Reported {
  readonly seed: number;
  readonly code: string;
  /** One-based, the finding's own line first. */
  readonly lines: readonly number[];
  readonly text: string;
}

/** Which kind of the list a code reports. */
const KINDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^plan-milestone-/, ['milestone']],
  [/^plan-dependency/, ['dependency']],
  [/^plan-schedule-order$/, ['schedule-priority', 'schedule-order']],
  [/^plan-cross-/, ['cross-status', 'cross-sum', 'cross-schedule']],
];

function kindsOf(code: string): readonly string[] {
  return KINDS.find(([pattern]) => pattern.test(code))?.[1] ?? [code.replace(/^plan-/, '')];
}

const isThere = existsSync(join(sharedFolder, 'truth', 'contradictions.json'));

function readEntries(): readonly Entry[] {
  return (JSON.parse(sharedDocument('truth/contradictions.json').text) as { readonly items: readonly Entry[] }).items; // a list of our own
}

interface ReadPlan {
  readonly seed: number;
  readonly plan: Plan;
  readonly model: ReturnType<typeof buildModel>;
}

function readPlans(entries: readonly Entry[]): readonly ReadPlan[] {
  const files = new Map(entries.map(({ seed, file }) => [seed, file]));
  return [...files].flatMap(([seed, file]) => {
    const model = buildModel(sharedDocument(`seeds/${file}`).text, remarkParser);
    const plan = readPlan(`seeds/${file}`, model);
    return plan === undefined ? [] : [{ seed, plan, model }];
  });
}

function reportAll(plans: readonly ReadPlan[], isWanted: (rule: PlanRule) => boolean): readonly Reported[] {
  const planRules = rules.filter((rule): rule is PlanRule => rule.kind === 'plan' && isWanted(rule));
  return plans.flatMap(({ seed, plan, model }) => {
    const otherPlans = plans.filter((other) => other.seed !== seed).map((other) => other.plan);
    return planRules.flatMap((rule) =>
      rule.check({ plan, model, otherPlans }, {}).map((finding) => reported(finding, seed, model.source)),
    );
  });
}

function reported(finding: Finding, seed: number, source: SourceText): Reported {
  const here = [finding, ...(finding.related ?? []).filter(({ path }) => path === undefined)];
  const lines = here.map(({ span }) => source.lineAt(span.start) + 1);
  return { seed, code: finding.code, lines, text: renderMessage(finding.message, 'en') };
}

/** The finding stands on a line of the entry, and where both name further lines, one of them is the same. */
function fits({ seed, code, lines }: Reported, entry: Entry): boolean {
  const [own, ...others] = lines;
  if (own === undefined || seed !== entry.seed || !entry.lines.includes(own)) return false;
  if (!kindsOf(code).includes(entry.category)) return false;
  const isLone = others.length === 0 || entry.lines.length === 1;
  return isLone || entry.category === 'sum' || others.some((line) => entry.lines.includes(line));
}

function closeness({ lines }: Reported, entry: Entry): number {
  const shared = lines.filter((line) => entry.lines.includes(line)).length;
  return shared / lines.length + shared / entry.lines.length;
}

interface Result {
  readonly found: ReadonlyMap<Entry, Reported>;
  readonly extra: readonly Reported[];
}

function compare(all: readonly Reported[], entries: readonly Entry[]): Result {
  const found = new Map<Entry, Reported>();
  const used = new Set<Reported>();
  for (const entry of entries) {
    const fitting = all.filter((each) => !used.has(each) && fits(each, entry));
    const best = fitting.toSorted((a, b) => closeness(b, entry) - closeness(a, entry))[0];
    if (best === undefined) continue;
    used.add(best);
    found.set(entry, best);
  }
  return { found, extra: all.filter((each) => !used.has(each)) };
}

function table(entries: readonly Entry[], { found, extra }: Result): string {
  const kinds = [...new Set(entries.map(({ category }) => category))];
  const rows = kinds.map((kind) => {
    const ofKind = entries.filter(({ category, derived }) => category === kind && !derived);
    const missed = ofKind.filter((entry) => !found.has(entry)).map(({ id }) => id);
    const note = missed.length === 0 ? '' : `  missed ${missed.join(', ')}`;
    return `      ${kind.padEnd(18)} ${String(ofKind.length - missed.length)}/${String(ofKind.length)}${note}`;
  });
  const others = extra.map(
    ({ seed, code, lines, text }) => `      extra ${String(seed)}:${String(lines[0])} ${code} ${text}`,
  );
  return [...rows, ...(process.env['SHOW'] === '1' ? others : [`      extra ${String(extra.length)}`])].join('\n');
}

/** `… (follows from C000-12)` */
function sourceOf(message: string): string | undefined {
  return /C\d{3}-\d{2}/.exec(message)?.[0];
}

describe('contradictions in real plans', () => {
  if (!isThere) {
    it('skipped: ../shared/truth is not there', function () {
      this.skip();
    });
    return;
  }
  const entries = readEntries();
  const certain = entries.filter(({ certainty, evidence }) => certainty === 'certain' && evidence === 'text');
  const plans = readPlans(entries);
  const result = compare(
    reportAll(plans, (rule) => rule.isOffByDefault !== true),
    certain,
  );

  it('are found, each once and on its lines', () => {
    process.stdout.write(`${table(certain, result)}\n`);
    const ids = new Set([...result.found.keys()].map(({ id }) => id));
    const found = certain.filter(({ id, derived, message }) => ids.has(derived ? (sourceOf(message) ?? id) : id));
    assert.ok(found.length >= LEAST_FOUND, `${String(found.length)} of ${String(certain.length)}`);
  });

  it('are not told twice, and nothing else is: no derived, arguable or consistent statement', () => {
    const derived = certain.filter((entry) => entry.derived && result.found.has(entry));
    assert.deepEqual(derived, []);
    const wrong = result.extra.map(
      ({ seed, lines, code, text }) => `${String(seed)}:${String(lines[0])} ${code} ${text}`,
    );
    assert.ok(wrong.length <= MOST_WRONG, wrong.join('\n'));
  });

  it('are told as information at most where they are arguable', () => {
    const off = rules.filter((rule): rule is PlanRule => rule.kind === 'plan' && rule.isOffByDefault === true);
    assert.ok(off.length > 0);
    for (const { defaultSeverity, code } of off) assert.match(defaultSeverity, /^(?:information|hint)$/, code);
  });
});
