// The roadmap as the command line prints it: tree, JSON, Markdown, CSV, Mermaid, and the progress report.
import type { Locale } from '../../core/messages/catalog.ts';
import { renderMessage } from '../../core/messages/render.ts';
import type { ReadPlan } from '../../core/roadmap/roadmapLibrary.ts';
import type { EngineView, RoadmapView } from '../engineView.ts';
import { mermaidGantt } from './mermaid.ts';
import { boardRowsOf } from './board.ts';
import { exportPlan, type ItemTruth, type Json } from './exportPlan.ts';
import { itemTable } from './itemTable.ts';
import { progressReport } from './progressReport.ts';
import { asSeenBy, orderedPlans, rowsOf, type RoadmapRow } from './rows.ts';
import { textTree } from './textTree.ts';

export const roadmapFormats = ['tree', 'json', 'markdown', 'csv', 'mermaid', 'report'] as const;
export type RoadmapFormat = (typeof roadmapFormats)[number];

export interface RoadmapOutputQuestion {
  readonly format: RoadmapFormat;
  readonly locale: Locale;
  /** A plan, or a folder of plans, relative to the root; '' for all. */
  readonly path: string;
}

export interface RoadmapOutput {
  readonly text: string;
  /** Plans that it is about. */
  readonly plans: readonly string[];
  readonly drift: number;
}

export function roadmapOutput(
  view: EngineView,
  { root, format, path }: RoadmapOutputQuestion & { readonly root: string },
): RoadmapOutput {
  const roadmap = view.roadmap(root);
  if (roadmap === undefined) return { text: '', plans: [], drift: 0 };
  const isWanted = ({ plan }: ReadPlan): boolean =>
    path === '' || plan.path === path || plan.path.startsWith(`${path}/`);
  const plans = orderedPlans(roadmap).filter(isWanted);
  const rows = rowsFor(rowsOf(roadmap, view), plans);
  const drift = rows.filter(({ hasDrift }) => hasDrift).length;
  return { text: render({ view, roadmap, plans, rows }, format), plans: plans.map(({ plan }) => plan.path), drift };
}

/** Rows of the wanted plans, as these tell them. */
function rowsFor(rows: readonly RoadmapRow[], plans: readonly ReadPlan[]): readonly RoadmapRow[] {
  const wanted = new Set(plans);
  return rows.flatMap((row) => {
    const member = [row, ...row.others].find(({ read }) => wanted.has(read));
    return member === undefined ? [] : [wanted.has(row.read) ? row : asSeenBy(row, member)];
  });
}

interface Content {
  readonly view: EngineView;
  readonly roadmap: RoadmapView;
  readonly plans: readonly ReadPlan[];
  readonly rows: readonly RoadmapRow[];
}

function render({ view, roadmap, plans, rows }: Content, format: RoadmapFormat): string {
  const { locale } = view;
  switch (format) {
    case 'tree':
      return textTree(plans, rows, locale);
    case 'json':
      return `${JSON.stringify(jsonOf({ view, roadmap, plans, rows }), undefined, 2)}\n`;
    case 'markdown':
      return itemTable(rows, 'markdown', locale);
    case 'csv':
      return itemTable(rows, 'csv', locale);
    case 'mermaid': {
      const [only] = plans;
      const title = plans.length === 1 && only !== undefined ? only.plan.title : renderMessage({ key: 'roadmap.title' }, locale); // prettier-ignore
      const { unit, rows: board } = boardRowsOf(rows, locale);
      return mermaidGantt(title, unit, board);
    }
    case 'report':
      return progressReport(plans, rows, locale);
  }
}

function jsonOf({ view, roadmap, plans, rows }: Content): Json {
  const { locale } = view;
  return {
    version: 1,
    plans: plans.map((read) => {
      const truths = new Map(
        rows.flatMap((row): [string, ItemTruth][] => {
          const member = [row, ...row.others].find((one) => one.read === read);
          return member === undefined ? [] : [[member.item.key, { state: row.state, hasDrift: row.hasDrift }]];
        }),
      );
      return exportPlan(read.plan, truths, locale);
    }),
    findings: plans.flatMap((read) => findingsOf(read, { view, roadmap })),
  };
}

/** Findings of the plan documents, as `check` gives them. */
function findingsOf({ plan }: ReadPlan, { view, roadmap }: Pick<Content, 'view' | 'roadmap'>): readonly Json[] {
  const text = roadmap.candidates.get(plan.path);
  const analysis = text === undefined ? undefined : view.analyze(roadmap.root, plan.path, text);
  if (analysis === undefined) return [];
  const { source } = analysis.model;
  return analysis.findings
    .filter(({ code }) => code.startsWith('plan-'))
    .map(({ code, severity, message, span, related = [] }) => ({
      path: plan.path,
      line: source.lineAt(span.start) + 1,
      code,
      severity,
      message: renderMessage(message, view.locale),
      related: related.map((one) => ({
        path: one.path ?? plan.path,
        line: lineOf(one.path, one.span.start, { source, roadmap }),
        message: renderMessage(one.message, view.locale),
      })),
    }));
}

interface Sources {
  readonly source: { lineAt(offset: number): number };
  readonly roadmap: RoadmapView;
}

function lineOf(path: string | undefined, offset: number, { source, roadmap }: Sources): number {
  const other = path === undefined ? undefined : roadmap.plans.find(({ plan }) => plan.path === path);
  return (other?.model.source ?? source).lineAt(offset) + 1;
}
