// The requests of protocol/review.ts: parameters narrowed, texts of closed files and of the record read, the engine asked. Time,
// name and chance are taken here.
import { renderMessage } from '../core/messages/render.ts';
import { ask } from './asking.ts';
import type { ServerContext } from './context.ts';
import type { Call, RequestHandler } from './dispatch.ts';
import * as read from './parameters.ts';
import {
  requests,
  type MaintenanceResult,
  type ReviewAct,
  type ReviewActResult,
  type ReviewResult,
  type ReviewsResult,
} from './protocol.ts';
import { keyOf, placeOf, uriBelow } from './uris.ts';
import { whenIndexed } from './whenIndexed.ts';

const started = { onFault: 'error', empty: null } as const;
const passive = { onFault: 'empty', empty: null } as const;
const LONGEST_NAME = 200;

export function reviewRequests(context: ServerContext): Readonly<Record<string, RequestHandler>> {
  return {
    [requests.review]: { ...passive, run: (params, call) => review(context, params, call) },
    [requests.reviews]: { ...started, run: (params, call) => reviews(context, params, call) },
    [requests.maintenance]: { ...started, run: (_params, call) => maintenance(context, call) },
    [requests.reviewAct]: { ...started, run: (params, call) => reviewAct(context, params, call) },
  };
}

interface Target {
  readonly root: string;
  readonly path: string;
  readonly today: string;
  /** Of a document that is not open. */
  readonly text?: string;
}

/** Undefined for what lies in no library. */
async function targetOf({ session, files }: ServerContext, uri: string): Promise<Target | undefined> {
  const { engine } = session.snapshot;
  const { root, path } = placeOf(uri, [...engine.libraries.keys()]);
  if (root === '' || path === '') return undefined;
  const today = localDay(new Date());
  if (engine.documents.has(uri)) return { root, path, today };
  const text = await files.readText(root, path);
  return text === undefined ? undefined : { root, path, today, text };
}

async function review(context: ServerContext, params: unknown, call: Call): Promise<ReviewResult | null> {
  const target = await targetOf(context, read.uriOf(params));
  if (target === undefined) return null;
  const by = await personFor(context, target.root, undefined);
  const found = await ask(context, call, 'review', { ...target, ...(by !== undefined && { by }) });
  if (found === undefined) return null;
  const { recordPath, suspect, ...result } = found;
  return {
    ...result,
    uri: keyOf(found.uri),
    recordUri: uriBelow(target.root, recordPath),
    suspect: suspect.map((each) => ({ ...each, uri: uriBelow(target.root, each.path) })),
  };
}

async function reviews(context: ServerContext, params: unknown, call: Call): Promise<ReviewsResult> {
  const rootUri = read.optionalText(read.record(params)['rootUri'], 'rootUri');
  const { roots } = context.libraries;
  const wanted = rootUri === undefined ? roots : roots.filter((root) => keyOf(root) === keyOf(rootUri));
  await Promise.all(wanted.map((root) => context.lives.settled(root)));
  const result = await ask(context, call, 'reviews', { roots: wanted, today: localDay(new Date()) });
  const [first] = wanted;
  const me = first === undefined ? undefined : await personFor(context, first, undefined);
  const documents = result.documents.map((row) => ({ ...row, uri: keyOf(row.uri) }));
  return { ...result, documents, ...(me !== undefined && { me }) };
}

async function maintenance(context: ServerContext, call: Call): Promise<MaintenanceResult> {
  const { libraries, lives, session } = context;
  await Promise.all(libraries.roots.map((root) => whenIndexed(context, root)));
  await Promise.all(libraries.roots.map((root) => lives.settled(root)));
  const [folder = ''] = session.snapshot.folders;
  const question = { folder, roots: libraries.roots, today: localDay(new Date()) };
  const { libraries: found, ...page } = await ask(context, call, 'maintenance', question);
  return { ...page, libraries: found.map(({ root, counts }) => ({ rootUri: keyOf(root), counts })) };
}

async function reviewAct(context: ServerContext, params: unknown, call: Call): Promise<ReviewActResult> {
  const json = read.record(params);
  const act = actOf(read.record(json['act'], 'act'));
  const target = await targetOf(context, read.uriOf(params));
  const { client, documents } = context.session.snapshot;
  if (target === undefined) return refused('unknown', client.locale);
  const by = await personFor(context, target.root, read.optionalText(json['by'], 'by'));
  if (by === undefined) return refused('nobody', client.locale);
  const recordText = await recordTextOf(context, target, call);
  const stamp = { by, now: new Date().toISOString(), random: fewSigns() };
  const question = { ...target, act, stamp, ...(recordText !== undefined && { recordText }) };
  const { recordPath, create, recordEdits, documentEdits, reasons, thread } = await ask(
    context,
    call,
    'reviewAct',
    question,
  );
  if (reasons.length > 0) return { changes: [], reasons };
  const versionOf = (uri: string): { readonly version?: number } => {
    const version = documents.get(uri)?.version;
    return version === undefined ? {} : { version };
  };
  const recordUri = uriBelow(target.root, recordPath);
  const uri = uriBelow(target.root, target.path);
  const record = create === undefined ? { uri: recordUri, edits: recordEdits } : { uri: recordUri, create };
  const document = documentEdits.length === 0 ? [] : [{ uri, edits: documentEdits, ...versionOf(uri) }];
  return { changes: [record, ...document], reasons: [], ...(thread !== undefined && { thread }) };
}

/** As it is on disk now: the engine may not have heard of the last act yet. */
async function recordTextOf(context: ServerContext, target: Target, call: Call): Promise<string | undefined> {
  const found = await ask(context, call, 'review', target);
  return found === undefined ? undefined : context.files.readText(target.root, found.recordPath);
}

/** As given, else as git says; git is asked in trusted folders only. */
async function personFor(
  { files, session }: ServerContext,
  root: string,
  by: string | undefined,
): Promise<string | undefined> {
  const given = by?.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME) ?? '';
  if (given !== '') return given;
  return session.snapshot.client.isTrusted ? files.personName(root) : undefined;
}

function refused(why: 'unknown' | 'nobody', locale: 'zh' | 'en'): ReviewActResult {
  const text = renderMessage({ key: `review-act.${why}` }, locale);
  const remedy = renderMessage({ key: `review-act.${why}.remedy` }, locale);
  return { changes: [], reasons: [{ text, remedy }] };
}

/** Enough to tell two acts of one second apart. */
function fewSigns(): string {
  return Math.random().toString(16).slice(2, 6).padEnd(4, '0');
}

/** YYYY-MM-DD where the process runs. */
function localDay(now: Date): string {
  const month = String(now.getMonth() + 1).padStart(2, '0');
  return `${String(now.getFullYear())}-${month}-${String(now.getDate()).padStart(2, '0')}`;
}

const answers = ['yes', 'no', 'not-applicable'] as const;

function actOf(json: read.Json): ReviewAct {
  const { action } = json;
  const text = (name: string): string => read.text(json[name], `act.${name}`);
  const some = (name: string): string | undefined => read.optionalText(json[name], `act.${name}`);
  switch (action) {
    case 'start':
      return {
        action,
        reviewers: read.list(json['reviewers'] ?? [], 'act.reviewers').map((name) => read.text(name, 'act.reviewers')),
      };
    case 'answer':
      return withNote({ action, question: text('question'), answer: answerOf(json['answer']) }, some('note'));
    case 'level': {
      const reason = some('reason');
      const level = json['level'];
      if (typeof level !== 'number') throw read.invalid('act.level is no number');
      return { action, dimension: text('dimension'), level, ...(reason !== undefined && { reason }) };
    }
    case 'reject':
      return { action, note: text('note') };
    case 'reopen':
      return withNote({ action }, some('note'));
    case 'approve':
    case 'publish':
    case 'look':
    case 'mend':
      return { action };
    default:
      return commentAct(json);
  }
}

function commentAct(json: read.Json): ReviewAct {
  const { action, line } = json;
  const text = (name: string): string => read.text(json[name], `act.${name}`);
  switch (action) {
    case 'comment':
      return { action, text: text('text'), ...(typeof line === 'number' && { line: Math.max(0, Math.floor(line)) }) };
    case 'reply':
      return { action, thread: text('thread'), text: text('text') };
    case 'resolve':
    case 'unresolve':
      return { action, thread: text('thread') };
    default:
      throw read.invalid('act.action is not known');
  }
}

function answerOf(value: unknown): (typeof answers)[number] {
  const found = answers.find((answer) => answer === value);
  if (found === undefined) throw read.invalid(`act.answer is not one of ${answers.join(', ')}`);
  return found;
}

function withNote<Act extends object>(act: Act, note: string | undefined): Act & { readonly note?: string } {
  return note === undefined ? act : { ...act, note };
}
