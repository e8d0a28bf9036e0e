// The requests about roadmaps: parameters narrowed, the engine asked once everything is read, URIs in the client's spelling.
import { renderMessage } from '../core/messages/render.ts';
import type { FeatureName, FeatureParams, FeatureResult } from '../features/featureTable.ts';
import type { PlainBoard } from '../features/roadmap/board.ts';
import type { RequestedChange } from '../features/roadmap/change.ts';
import { groupings } from '../features/roadmap/grouping.ts';
import { ask } from './asking.ts';
import type { ServerContext } from './context.ts';
import type { Call, RequestHandler } from './dispatch.ts';
import * as read from './parameters.ts';
import { requests, type ChangeResult, type CreateResult, type RoadmapBoardResult } from './protocol.ts';
import type { RoadmapChoicesResult, RoadmapResult } from './protocol.ts';
import { keyOf, uriBelow } from './uris.ts';
import { withClientUris } from './clientUris.ts';

const started = { onFault: 'error', empty: null } as const;

export function roadmapRequests(context: ServerContext): Readonly<Record<string, RequestHandler>> {
  // prettier-ignore
  return {
    [requests.roadmap]: { ...started, run: (params, call) => roadmap(context, params, call) },
    [requests.roadmapChange]: { ...started, run: (params, call) => change(context, params, call) },
    [requests.roadmapChoices]: { ...started, run: (params, call) => choices(context, params, call) },
    [requests.roadmapNewDocument]: { ...started, run: (params, call) => newDocument(context, params, call) },
    [requests.roadmapBoard]: { ...started, run: (params, call) => board(context, params, call) },
  };
}

/** Answers come from all plans, so they wait until those are read. */
async function askAll<N extends FeatureName>(
  context: ServerContext,
  call: Call,
  name: N,
  params: FeatureParams<N>,
): Promise<FeatureResult<N>> {
  await context.roadmaps.ready();
  return ask(context, call, name, params);
}

async function roadmap(context: ServerContext, params: unknown, call: Call): Promise<RoadmapResult> {
  const json = read.record(params);
  const groupBy = groupings.find((known) => known === json['groupBy']) ?? 'plan';
  const filter = read.optionalText(json['filter'], 'filter') ?? '';
  return withClientUris(await askAll(context, call, 'roadmap', { groupBy, filter }));
}

function itemId(params: unknown): string {
  return read.text(read.record(params)['itemId'], 'itemId');
}

function choices(context: ServerContext, params: unknown, call: Call): Promise<RoadmapChoicesResult> {
  return askAll(context, call, 'roadmapChoices', { itemId: itemId(params) });
}

async function change(context: ServerContext, params: unknown, call: Call): Promise<ChangeResult> {
  const requested = changeOf(read.record(read.record(params)['change'], 'change'));
  const result = await askAll(context, call, 'roadmapChange', { itemId: itemId(params), change: requested });
  const { root, path, edits, message, notice } = result;
  if (message !== undefined) return { changes: [], message };
  if (edits.length === 0) return { changes: [] };
  const uri = uriBelow(root, path);
  const version = context.session.snapshot.documents.get(uri)?.version;
  const changes = [{ uri, edits, ...(version !== undefined && { version }) }];
  return notice === undefined ? { changes } : { changes, message: notice };
}

function changeOf(json: read.Json): RequestedChange {
  const text = (name: string): string => read.text(json[name], `change.${name}`);
  switch (json['kind']) {
    case 'status':
      return { kind: 'status', status: text('status') };
    case 'priority':
      return { kind: 'priority', priority: text('priority') };
    case 'milestone':
      return { kind: 'milestone', milestone: text('milestone') };
    case 'move':
      return { kind: 'move', dropKey: text('dropKey') };
    case 'task': {
      const place = read.record(json['task'], 'change.task');
      return { kind: 'task', range: read.range(place['range'], 'change.task.range'), isDone: json['isDone'] === true };
    }
    default:
      throw read.invalid('change.kind is not known');
  }
}

async function newDocument(context: ServerContext, params: unknown, call: Call): Promise<CreateResult> {
  const today = read.text(read.record(params)['today'], 'today');
  const { root, path, text, snippet, refusal } = await askAll(context, call, 'roadmapNewDocument', {
    itemId: itemId(params),
    today,
  });
  if (refusal !== undefined) return { uri: '', text: '', snippet: '', message: refusal };
  if (await context.files.leadsOut(root, path)) {
    const message = renderMessage(
      { key: 'roadmap.new.outside', args: { path } },
      context.session.snapshot.client.locale,
    );
    return { uri: '', text: '', snippet: '', message };
  }
  return { uri: uriBelow(root, path), text, snippet };
}

async function board(context: ServerContext, params: unknown, call: Call): Promise<RoadmapBoardResult> {
  const uri = read.optionalText(read.record(params)['uri'], 'uri');
  const { done, ...drawn } = await askAll(context, call, 'roadmapBoard', uri === undefined ? {} : { uri: keyOf(uri) });
  return withClientUris({ ...drawn, burnUp: await burnUp(context, done) });
}

/** Days of effort by the date on which the file of each complete item was committed first, summed up. */
async function burnUp(context: ServerContext, done: PlainBoard['done']): Promise<RoadmapBoardResult['burnUp']> {
  const daysOn = new Map<string, number>();
  for (const root of new Set(done.map((item) => item.root))) {
    const own = done.filter((item) => item.root === root);
    const dates = await context.files.firstCommits(
      root,
      own.map(({ path }) => path),
    );
    for (const { path, days } of own) {
      const date = dates.get(path);
      if (date !== undefined) daysOn.set(date, (daysOn.get(date) ?? 0) + days);
    }
  }
  let sum = 0;
  return [...daysOn]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, days]) => {
      sum += days;
      return { date, days: sum };
    });
}
