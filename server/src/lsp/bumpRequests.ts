// The requests of protocol/versions.ts: what git knows of the document is asked for here, the engine makes proposal and edits.
import type { BumpStated } from '../features/bump.ts';
import { ask } from './asking.ts';
import type { ServerContext } from './context.ts';
import type { Call, RequestHandler } from './dispatch.ts';
import * as read from './parameters.ts';
import { requests, type BumpLevelName, type BumpProposeResult, type ChangeResult } from './protocol.ts';

const levels: readonly BumpLevelName[] = ['major', 'minor', 'patch'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function bumpRequests(context: ServerContext): Readonly<Record<string, RequestHandler>> {
  return {
    [requests.bumpPropose]: { onFault: 'error', empty: null, run: (params, call) => propose(context, params, call) },
    [requests.bump]: { onFault: 'error', empty: null, run: (params, call) => bump(context, params, call) },
  };
}

async function propose(context: ServerContext, params: unknown, call: Call): Promise<BumpProposeResult | null> {
  const { uri, today } = questionIn(params);
  const stated = await ask(context, call, 'bumpStated', { uri });
  if (stated === undefined) return null;
  const before = await textBefore(context, stated);
  return (await ask(context, call, 'bumpPlan', { uri, today, ...(before && { before }) })) ?? null;
}

async function bump(context: ServerContext, params: unknown, call: Call): Promise<ChangeResult> {
  const { uri, today } = questionIn(params);
  const json = read.record(params);
  const level = levels.find((known) => known === json['level']);
  if (level === undefined) throw read.invalid(`level is not one of ${levels.join(', ')}`);
  const message = read.text(json['message'], 'message');
  const stated = await ask(context, call, 'bumpStated', { uri });
  if (stated === undefined) return { changes: [] };
  const person = isTrusted(context) ? await context.files.personName(stated.root) : undefined;
  const order = {
    level,
    message,
    addsChangelog: json['addsChangelog'] === true,
    ...(person !== undefined && { person }),
  };
  const found = await ask(context, call, 'bumpEdits', { uri, today, order });
  if (found === undefined || found.edits.length === 0) return { changes: [] };
  const { version, edits } = found;
  return { changes: [{ uri: found.uri, version, edits }], message: found.message };
}

/** Git is asked in trusted folders only. */
async function textBefore(
  context: ServerContext,
  { root, path, key, version }: BumpStated,
): Promise<{ readonly text: string; readonly day: string } | undefined> {
  return isTrusted(context) && root !== '' ? context.files.textWhenStated(root, path, { key, version }) : undefined;
}

function isTrusted({ session }: ServerContext): boolean {
  return session.snapshot.client.isTrusted;
}

function questionIn(params: unknown): { readonly uri: string; readonly today: string } {
  const today = read.text(read.record(params)['today'], 'today');
  if (!DAY.test(today)) throw read.invalid('today is no ISO date');
  return { uri: read.uriOf(params), today };
}
