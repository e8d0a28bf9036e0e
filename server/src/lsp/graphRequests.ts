// The requests of protocol/graph.ts: parameters narrowed, the engine asked.
import { ask } from './asking.ts';
import type { ServerContext } from './context.ts';
import type { Call, RequestHandler } from './dispatch.ts';
import * as read from './parameters.ts';
import { requests, type RelationGraphResult, type RelationsResult } from './protocol.ts';
import { keyOf, placeOf } from './uris.ts';

const started = { onFault: 'error', empty: null } as const;
const passive = { onFault: 'empty', empty: null } as const;

export function graphRequests(context: ServerContext): Readonly<Record<string, RequestHandler>> {
  return {
    [requests.relations]: { ...passive, run: (params, call) => relations(context, params, call) },
    [requests.relationGraph]: { ...started, run: (params, call) => relationGraph(context, params, call) },
  };
}

async function relations(context: ServerContext, params: unknown, call: Call): Promise<RelationsResult> {
  const result = await ask(context, call, 'relations', { uri: read.uriOf(params) });
  const groups = result.groups.map((group) => ({
    ...group,
    entries: group.entries.map((entry) => (entry.uri === undefined ? entry : { ...entry, uri: keyOf(entry.uri) })),
  }));
  return { ...result, groups };
}

async function relationGraph(context: ServerContext, params: unknown, call: Call): Promise<RelationGraphResult> {
  const json = read.record(params);
  const uri = read.optionalText(json['uri'], 'uri') ?? '';
  const { session, libraries } = context;
  const place = uri === '' ? undefined : placeOf(keyOf(uri), [...session.snapshot.engine.libraries.keys()]);
  const isInside = place !== undefined && place.root !== '';
  const type = read.optionalText(json['type'], 'type');
  const kind = read.optionalText(json['kind'], 'kind');
  const facet = json['facet'] === undefined ? undefined : read.record(json['facet'], 'facet');
  const depth = json['depth'];
  const result = await ask(context, call, 'relationGraph', {
    root: isInside ? place.root : (libraries.roots[0] ?? ''),
    ...(isInside && { path: place.path }),
    ...(typeof depth === 'number' && { depth: Math.max(1, Math.min(3, Math.floor(depth))) }),
    ...(type !== undefined && { type }),
    ...(kind !== undefined && { kind }),
    ...(facet && {
      facet: { name: read.text(facet['name'], 'facet.name'), value: read.text(facet['value'], 'facet.value') },
    }),
  });
  const nodes = result.nodes.map((node) => (node.uri === undefined ? node : { ...node, uri: keyOf(node.uri) }));
  return { ...result, nodes };
}
