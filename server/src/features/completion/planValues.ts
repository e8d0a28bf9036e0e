// Values in plans: states and priorities in the plan's own words, items and phases for dependencies, milestones, paths.
import type { DocumentModel } from '../../core/model/documentModel.ts';
import { documentLanguage } from '../../core/roadmap/documentLanguage.ts';
import { statusText, type StatusForm } from '../../core/roadmap/edits/statusWords.ts';
import type { Plan, Status } from '../../core/roadmap/plan.ts';
import { renderMessage } from '../../core/messages/render.ts';
import { planPlaceOf, type PlanPlace } from './planPlace.ts';
import { sortKey, type Place, type Suggestion } from './suggestion.ts';

interface Value {
  readonly text: string;
  readonly detail: string;
  readonly kind: Suggestion['kind'];
}

const STATUSES: readonly Status[] = [
  'pending',
  'in-progress',
  'partial',
  'review',
  'done',
  'paused',
  'planned',
  'cancelled',
];
/** A list longer than this helps nobody; typing on narrows it. */
const MOST_PATHS = 200;

export function planValues(place: Place): readonly Suggestion[] | undefined {
  if (place.analysis.kind.kind !== 'plan') return undefined;
  const at = planPlaceOf(place);
  if (at === undefined) return undefined;
  const { source } = place.analysis.model;
  const span = at.isList ? lastPart(at, place) : at.span;
  const range = source.rangeOf(span);
  return valuesOf(at, place).map(({ text, detail, kind }, index) => ({
    label: text,
    kind,
    detail,
    insertText: text,
    isSnippet: false,
    range,
    filterText: `${source.slice(span)} ${text}`.trim(),
    sortText: sortKey(index),
  }));
}

/** Of `Phase 1, Pha|` only what the cursor is in. */
function lastPart({ span }: PlanPlace, { analysis, offset }: Place): PlanPlace['span'] {
  const before = analysis.model.source.slice({ start: span.start, end: offset });
  const comma = Math.max(...[',', '，', '、', ';', '；'].map((sign) => before.lastIndexOf(sign)));
  if (comma < 0) return span;
  const part = before.slice(comma + 1);
  return { start: offset - part.trimStart().length, end: offset };
}

function valuesOf({ value }: PlanPlace, place: Place): readonly Value[] {
  const { plan, model } = place.analysis;
  switch (value) {
    case 'status':
      return statuses(plan, model);
    case 'priority':
      return ['P0', 'P1', 'P2', 'P3'].map((text) => ({ text, detail: '', kind: 'value' }));
    case 'dependency':
      return plan === undefined ? [] : dependencies(plan, place);
    case 'milestone':
      return (plan?.milestones ?? []).map(({ id, title }) => ({ text: id ?? title, detail: title, kind: 'value' }));
    case 'path':
      return paths(place);
  }
}

function statuses(plan: Plan | undefined, model: DocumentModel): readonly Value[] {
  const form: StatusForm = 'both';
  return STATUSES.map((status) => ({
    text: statusText(plan?.items ?? [], model, status, form),
    detail: status,
    kind: 'value',
  }));
}

/** Phases and items, named as the plan names them: by number where there is one. */
function dependencies({ items, phases }: Plan, { analysis, offset, found }: Place): readonly Value[] {
  const own = items.find(({ extent }) => extent.start <= offset && offset <= extent.end);
  const none = documentLanguage(analysis.model) === 'zh' ? '无' : 'none';
  return [
    ...phases.map(({ id, title }): Value => ({ text: id, detail: title, kind: 'value' })),
    ...items
      .filter((item) => item !== own)
      .map(({ id, number, title }): Value => {
        const name = id ?? (number?.includes('.') === true ? number : undefined);
        return { text: name ?? title, detail: name === undefined ? '' : title, kind: 'id' };
      }),
    { text: none, detail: renderMessage({ key: 'completion.no-dependency' }, found.view.locale), kind: 'value' },
  ];
}

function paths({ found, before }: Place): readonly Value[] {
  const { document, view } = found;
  const typed = (/[^\s`（(]*$/.exec(before)?.[0] ?? '').toLowerCase();
  const detail = renderMessage({ key: 'completion.path' }, view.locale);
  return view
    .paths(document.root)
    .filter((path) => path !== document.path && path.toLowerCase().includes(typed))
    .slice(0, MOST_PATHS)
    .map((text) => ({ text, detail, kind: 'path' }));
}
