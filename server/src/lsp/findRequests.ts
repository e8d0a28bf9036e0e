// The requests of protocol/find.ts: parameters narrowed, the engine asked. Answers come from what is read so far.
import { ask } from './asking.ts';
import type { ServerContext } from './context.ts';
import type { Call, RequestHandler } from './dispatch.ts';
import * as read from './parameters.ts';
import { requests, type FindResult, type LibraryTreeResult, type SelectionGuideResult } from './protocol.ts';

const started = { onFault: 'error', empty: null } as const;
const MOST_HITS = 500;
const DEFAULT_HITS = 100;

export function findRequests(context: ServerContext): Readonly<Record<string, RequestHandler>> {
  return {
    [requests.find]: { ...started, run: (params, call) => find(context, params, call) },
    [requests.libraryTree]: { ...started, run: (params, call) => libraryTree(context, params, call) },
    [requests.selectionGuide]: { ...started, run: (params, call) => selectionGuide(context, params, call) },
  };
}

function find(context: ServerContext, params: unknown, call: Call): Promise<FindResult> {
  const json = read.record(params);
  const limit = typeof json['limit'] === 'number' ? json['limit'] : DEFAULT_HITS;
  const text = read.text(json['text'], 'text');
  return ask(context, call, 'findDocuments', { text, limit: Math.max(1, Math.min(limit, MOST_HITS)) });
}

function libraryTree(context: ServerContext, params: unknown, call: Call): Promise<LibraryTreeResult> {
  const json = read.record(params);
  const by = Array.isArray(json['by']) ? json['by'].map((name) => read.text(name, 'by')) : [];
  return ask(context, call, 'libraryTree', { by, filter: read.optionalText(json['filter'], 'filter') ?? '' });
}

function selectionGuide(context: ServerContext, params: unknown, call: Call): Promise<SelectionGuideResult> {
  const json = read.record(params);
  const technology = read.optionalText(json['technology'], 'technology');
  const difficulty = read.optionalText(json['difficulty'], 'difficulty');
  return ask(context, call, 'selectionGuide', {
    need: read.text(json['need'], 'need'),
    ...(technology !== undefined && { technology }),
    ...(difficulty !== undefined && { difficulty }),
  });
}
