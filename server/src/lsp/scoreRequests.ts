// The requests of protocol/score.ts: parameters narrowed, the engine asked, texts of closed documents read in small batches.
import { withClientUris } from './clientUris.ts';
import type { ServerContext } from './context.ts';
import type { RequestHandler } from './dispatch.ts';
import { documentFeature } from './documentFeature.ts';
import * as read from './parameters.ts';
import { requests } from './protocol.ts';

const started = { onFault: 'error', empty: null } as const;

export function scoreRequests(context: ServerContext): Readonly<Record<string, RequestHandler>> {
  return {
    [requests.score]: documentFeature(context, {
      name: 'score',
      read: (params) => ({ uri: read.uriOf(params) }),
      convert: withClientUris,
      ...started,
    }),
  };
}
