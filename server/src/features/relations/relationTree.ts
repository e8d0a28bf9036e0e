// What the active document is related to: outgoing and incoming by type, what is wrong with them, and proposals with reasons.
import type { DocumentFacts } from '../../core/facts/documentFacts.ts';
import type { Finding } from '../../core/finding.ts';
import type { LibraryIndex } from '../../core/index/libraryIndex.ts';
import { renderMessage } from '../../core/messages/render.ts';
import { proposalsFor } from '../../core/relations/proposals.ts';
import type { RelationEdge, RelationGraph, RelationStatement } from '../../core/relations/relation.ts';
import { spanOfPlace, titleOf } from '../../core/relations/relationPlace.ts';
import { relationsOf } from '../../core/relations/relationsOf.ts';
import { inverseLabelOf, labelOf } from '../../core/relations/relationWords.ts';
import type { Plan } from '../../core/roadmap/plan.ts';
import type { Range } from '../../core/sourceText.ts';
import type { DocumentView, EngineView } from '../engineView.ts';
import { uriOfPath } from '../resourceUri.ts';

interface Entry {
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  readonly uri?: string;
  readonly range?: Range;
  readonly problem?: string;
}

export interface RelationTree {
  readonly title: string;
  readonly groups: readonly {
    readonly id: string;
    readonly label: string;
    readonly direction: 'out' | 'in' | 'proposal';
    readonly entries: readonly Entry[];
  }[];
  readonly message?: string;
}

interface Ground extends DocumentView {
  readonly index: LibraryIndex;
  readonly facts: DocumentFacts;
  readonly graph: RelationGraph;
  readonly plans: readonly Plan[];
}

export function relations(view: EngineView, { uri }: { readonly uri: string }): RelationTree {
  const found = view.document(uri);
  const index = found?.library.index;
  const say = (key: 'relation-graph.reading' | 'relation-tree.nothing'): string => renderMessage({ key }, view.locale);
  if (found === undefined || index === undefined) {
    const isDocument = view.state.documents.get(uri)?.path.endsWith('.json') === false;
    return { title: '', groups: [], ...(isDocument && { message: say('relation-graph.reading') }) };
  }
  const { facts } = found.analysis;
  const { plans = [], configuration } = found.library;
  const graph = relationsOf({ index, configuration, ...(found.library.plans && { plans }) });
  const ground = { ...found, index, facts, graph, plans };
  const groups = [...outgoing(ground), ...incoming(ground), ...proposed(ground)];
  const title = titleOf(facts, facts.path);
  return groups.length === 0 ? { title, groups, message: say('relation-tree.nothing') } : { title, groups };
}

type Groups = RelationTree['groups'];

/** What the document states itself, in its order, and what plans state of it. */
function outgoing(ground: Ground): Groups {
  const { graph, facts, view } = ground;
  return graph.types.flatMap((type) => {
    const stated = graph.statements(facts.path).filter((own) => own.type === type.name && !own.isInverse);
    const others = graph.outgoing(facts.path).filter((edge) => edge.type === type.name && edge.statedIn !== facts.path);
    const entries = [
      ...stated.map((statement) => statedEntry(statement, ground)),
      ...others.map((edge) => edgeEntry(edge, edge.to, ground)),
    ];
    return entries.length === 0
      ? []
      : [{ id: `out:${type.name}`, label: labelOf(type, view.locale), direction: 'out', entries } as const];
  });
}

function incoming(ground: Ground): Groups {
  const { graph, facts, view } = ground;
  return graph.types.flatMap((type) => {
    const entries = graph
      .incoming(facts.path)
      .filter((edge) => edge.type === type.name)
      .map((edge) => edgeEntry(edge, edge.from, ground));
    return entries.length === 0
      ? []
      : [{ id: `in:${type.name}`, label: inverseLabelOf(type, view.locale), direction: 'in', entries } as const];
  });
}

function proposed(ground: Ground): Groups {
  const { index, facts, library, view, plans } = ground;
  const { configuration } = library;
  const entries = proposalsFor(facts.path, { index, configuration, plans }).map(({ path, reasons }): Entry => {
    const texts = reasons.map((reason) => renderMessage(reason, view.locale));
    return { ...documentEntry(path, ground), description: texts.join(' · '), tooltip: [path, ...texts].join('\n') };
  });
  const label = renderMessage({ key: 'relation-tree.proposals' }, view.locale);
  return entries.length === 0 ? [] : [{ id: 'proposals', label, direction: 'proposal', entries }];
}

function statedEntry(statement: RelationStatement, ground: Ground): Entry {
  const { target, place, written } = statement;
  const { facts, analysis, view, document } = ground;
  const span = spanOfPlace(place, facts);
  const problem = problemAt(span, analysis.findings, view);
  const common = problem === undefined ? {} : { problem };
  if (target.kind === 'document') return { ...documentEntry(target.path, ground), ...common };
  if (target.kind === 'gap') return { ...gapEntry(target.path, target.gap, ground), ...common };
  const missing = renderMessage({ key: 'relation-tree.missing' }, view.locale);
  return {
    label: written,
    description: missing,
    tooltip: problem ?? missing,
    uri: document.uri,
    range: analysis.model.source.rangeOf(span),
    problem: problem ?? missing,
  };
}

/** What any rule says of the very words that state the relation. */
function problemAt(
  { start, end }: Finding['span'],
  findings: readonly Finding[],
  { locale }: EngineView,
): string | undefined {
  const found = findings.find(
    ({ code, span }) => /^(?:relation|constraint|link|id)-/.test(code) && span.start < end && span.end > start,
  );
  return found && renderMessage(found.message, locale);
}

function edgeEntry(edge: RelationEdge, path: string, ground: Ground): Entry {
  if (edge.gap !== undefined && path === edge.to) return gapEntry(path, edge.gap, ground);
  return documentEntry(path, ground);
}

function documentEntry(path: string, { index, document }: Ground): Entry {
  const facts = index.documents.get(path);
  return { label: titleOf(facts, path), description: path, tooltip: path, uri: uriOfPath(document.root, path) };
}

function gapEntry(path: string, position: number, { plans, document }: Ground): Entry {
  const gap = plans.find((plan) => plan.path === path)?.gaps[position];
  const start = { line: gap?.line ?? 0, character: 0 };
  return {
    label: gap?.text ?? path,
    description: path,
    tooltip: path,
    uri: uriOfPath(document.root, path),
    range: { start, end: start },
  };
}
