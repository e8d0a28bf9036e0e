// A row as clients see it: places with ranges and URIs, texts in the display language.
import type { Locale } from '../../core/messages/catalog.ts';
import { renderMessage } from '../../core/messages/render.ts';
import type { Range, Span } from '../../core/sourceText.ts';
import type { ReadPlan } from '../../core/roadmap/roadmapLibrary.ts';
import type { TrueState } from '../../core/roadmap/trueState.ts';
import { uriOfPath } from '../resourceUri.ts';
import { effortText, rangeLabel, sizeText, slotsOf, statusLabel } from './labels.ts';
import { groupOf, milestoneLabel, milestoneOf, phaseLabel, phaseOf } from './owner.ts';
import type { RoadmapRow } from './rows.ts';

export interface PlainPlace {
  readonly uri: string;
  readonly range: Range;
}

export interface PlainItem {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly statedId?: string;
  readonly kind: string;
  readonly place: PlainPlace;
  readonly mentions: readonly (PlainPlace & { readonly via: string; readonly title: string })[];
  readonly path?: string;
  readonly fileUri?: string;
  readonly plannedUri?: string;
  readonly priority?: string;
  readonly effort?: string;
  readonly expectedSize?: string;
  readonly actualLines?: number;
  readonly stated?: { readonly status: string; readonly text: string; readonly place: PlainPlace };
  readonly state: TrueState;
  readonly reason: string;
  readonly hasDrift: boolean;
  readonly group?: string;
  readonly phase?: string;
  readonly milestone?: string;
  readonly schedule?: string;
  readonly dependsOn: readonly string[];
  readonly completeness?: { readonly met: number; readonly of: number };
}

export function placeIn(root: string, { plan, model }: ReadPlan, span: Span): PlainPlace {
  return { uri: uriOfPath(root, plan.path), range: model.source.rangeOf(span) };
}

export function itemOf(row: RoadmapRow, locale: Locale): PlainItem {
  const { root, read, item, state, stated } = row;
  const uriOf = (path: string): string => uriOfPath(root, path);
  const [path] = item.paths;
  const withPath = path ?? row.others.flatMap((other) => other.item.paths)[0];
  return {
    id: row.id,
    key: item.key,
    title: item.title,
    kind: item.kind,
    place: placeIn(root, read, item.span),
    mentions: [row, ...row.others].flatMap((member) =>
      member.item.mentions.map((mention) => ({
        ...placeIn(root, member.read, mention.span),
        via: mention.via,
        title: mention.title,
      })),
    ),
    state: state.state,
    reason: renderMessage(state.reason, locale),
    hasDrift: row.hasDrift,
    dependsOn: dependenciesOf(row),
    ...ownersOf(row),
    ...(item.id !== undefined && { statedId: item.id }),
    ...(withPath && { path: withPath.path }),
    ...(state.path !== undefined && { fileUri: uriOf(state.path) }),
    ...(state.plannedPath !== undefined && { plannedUri: uriOf(state.plannedPath) }),
    ...(row.priority && { priority: row.priority }),
    ...(row.effort && { effort: effortText(row.effort.value, locale) }),
    ...(row.expectedSize && { expectedSize: sizeText(row.expectedSize.value, locale) }),
    ...(state.lines !== undefined && { actualLines: state.lines }),
    ...(stated && {
      stated: {
        status: stated.status.value,
        text: stated.status.text || statusLabel(stated.status.value, locale),
        place: placeIn(root, stated.member.read, stated.status.span),
      },
    }),
    ...(state.completeness && { completeness: state.completeness }),
  };
}

type Owners = Pick<PlainItem, 'group' | 'phase' | 'milestone' | 'schedule'>;

function ownersOf({ read: { plan }, item }: RoadmapRow): Owners {
  const group = groupOf(plan, item);
  const phase = phaseOf(plan, item);
  const milestone = milestoneOf(plan, item);
  const schedule = slotsOf(item, plan.slots).map((slot) => rangeLabel(slot.range)).join(', '); // prettier-ignore
  return {
    ...(group && { group: group.title }),
    ...(phase && { phase: phaseLabel(phase) }),
    ...(milestone && { milestone: milestoneLabel(milestone) }),
    ...(schedule !== '' && { schedule }),
  };
}

/** Titles of items and names of phases. */
function dependenciesOf({ read: { plan }, item }: RoadmapRow): readonly string[] {
  return item.dependsOn.map((key) => {
    const other = plan.items.find((candidate) => candidate.key === key);
    if (other !== undefined) return other.title;
    const phase = plan.phases.find((candidate) => candidate.key === key);
    return phase === undefined ? key : phaseLabel(phase);
  });
}
