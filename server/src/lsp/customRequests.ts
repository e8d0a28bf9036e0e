// The requests of protocol.ts that are about one document or one library, a line each.
import { configurationPath } from '../core/library/narrowConfiguration.ts';
import { renderMessage } from '../core/messages/render.ts';
import type { FeatureResult } from '../features/featureTable.ts';
import type { FixFamily } from '../features/fixFamilies.ts';
import { ask, rootOf } from './asking.ts';
import type { ServerContext } from './context.ts';
import type { Call, RequestHandler } from './dispatch.ts';
import { bumpRequests } from './bumpRequests.ts';
import { documentFeature } from './documentFeature.ts';
import { doctorRequests } from './doctorRequest.ts';
import { findRequests } from './findRequests.ts';
import { checkLibrary } from './libraryCheck.ts';
import { createDocument, proposeDocument } from './newDocument.ts';
import { reasonOf } from './notAnalyzed.ts';
import { graphRequests } from './graphRequests.ts';
import * as read from './parameters.ts';
import { requests, type ChangeResult, type FileChange, type KindsResult, type StatusResult } from './protocol.ts';
import { migrationRequests } from './migrationRequests.ts';
import { regionRequests } from './regionRequests.ts';
import { reviewRequests } from './reviewRequests.ts';
import { roadmapRequests } from './roadmapRequests.ts';
import { archiveRequests } from './archiveRequests.ts';
import { scoreRequests } from './scoreRequests.ts';
import { folderKeyOf, isMarkdown, keyOf, uriBelow } from './uris.ts';

const nothing: ChangeResult = { changes: [] };
const passive = { onFault: 'empty', empty: null } as const;
const started = { onFault: 'error', empty: null } as const;

export function customRequests(context: ServerContext): Readonly<Record<string, RequestHandler>> {
  // prettier-ignore
  return {
    [requests.status]: { ...passive, run: (params, call) => status(context, params, call) },
    [requests.explain]: documentFeature(context, { name: 'explain', read: explainParams, convert: (result) => result, ...started }),
    [requests.configure]: documentFeature(context, { name: 'configure', read: configureParams, convert: (change, { root }) => configured(root, change, context), ...started, empty: nothing }),
    [requests.fixes]: documentFeature(context, { name: 'fixes', read: fixesParams, convert: fixesChange, ...started, empty: nothing }),
    [requests.kinds]: { ...started, run: (params, call) => kinds(context, params, call) },
    [requests.schema]: { ...started, run: (params, call) => schema(context, params, call) },
    [requests.propose]: { ...started, run: (params, call) => proposeDocument(context, params, call) },
    [requests.create]: { ...started, run: (params, call) => createDocument(context, params, call) },
    [requests.initLibrary]: { ...started, run: (params, call) => initLibrary(context, params, call) },
    [requests.checkLibrary]: { ...started, run: (params, call) => checkLibrary(context, params, call) },
    ...regionRequests(context),
    ...bumpRequests(context),
    ...graphRequests(context),
    ...roadmapRequests(context),
    ...findRequests(context),
    ...doctorRequests(context),
    ...scoreRequests(context),
    ...archiveRequests(context),
    ...migrationRequests(context),
    ...reviewRequests(context),
    'workspace/textDocumentContent': { ...started, run: (params, call) => builtInDocument(context, params, call) },
  };
}

function fixesChange({ uri, version, edits }: NonNullable<FeatureResult<'fixes'>>): ChangeResult {
  return edits.length === 0 ? nothing : { changes: [{ uri, version, edits }] };
}

function explainParams(params: unknown) {
  const { range } = read.record(params);
  return { uri: read.uriOf(params), ...(range !== undefined && range !== null && { range: read.range(range) }) };
}

function configureParams(params: unknown) {
  const json = read.record(params);
  const kind = read.optionalText(json['kind'], 'kind');
  const template = read.optionalText(json['template'], 'template');
  return { uri: read.uriOf(params), ...(kind !== undefined && { kind }), ...(template !== undefined && { template }) };
}

const families: readonly FixFamily[] = ['missingSections', 'all', 'toc'];

function fixesParams(params: unknown) {
  const named = read.record(params)['family'];
  const family = families.find((known) => known === named);
  if (family === undefined) throw read.invalid(`family is not one of ${families.join(', ')}`);
  return { uri: read.uriOf(params), family };
}

async function status(context: ServerContext, params: unknown, { token }: Call): Promise<StatusResult | null> {
  const uri = read.uriOf(params);
  const { engine, documents, settings, client } = context.session.snapshot;
  if (!settings.enable || !documents.has(uri) || !isMarkdown(uri)) return null;
  const isWanted = (): boolean => !token.isCancellationRequested;
  const request = { name: 'status', params: { uri }, state: engine, priority: 'interactive', uri, isWanted } as const;
  const outcome = await context.analysis.request(request);
  if (outcome.kind === 'dropped') return null;
  if (outcome.kind === 'done') return outcome.value ?? null;
  const reason = renderMessage(reasonOf(outcome), client.locale);
  return { ...unknownStatus, reason, limited: reason };
}

/** Of a document that could not be looked at. */
const unknownStatus: StatusResult = {
  kind: 'other',
  reason: '',
  stage: 'normal',
  counts: { error: 0, warning: 1, information: 0, hint: 0 },
  suppressed: 0,
  completeness: { met: 0, of: 0 },
  missingSections: 0,
  isOutdated: false,
};

async function kinds(context: ServerContext, params: unknown, call: Call): Promise<KindsResult> {
  const uri = read.text(read.record(params)['uri'], 'uri');
  const root = rootOf(context, uri);
  const result = await ask(context, call, 'kinds', { uri: uri === '' ? '' : keyOf(uri), root });
  return { ...result, configurationUri: root === '' ? '' : uriBelow(root, configurationPath) };
}

async function schema(context: ServerContext, params: unknown, call: Call): Promise<unknown> {
  const json = read.record(params);
  const uri = read.optionalText(json['uri'], 'uri');
  const kind = read.optionalText(json['kind'], 'kind');
  const question = {
    root: rootOf(context, uri),
    ...(uri !== undefined && { uri: keyOf(uri) }),
    ...(kind !== undefined && { kind }),
  };
  return (await ask(context, call, 'derivedSchemaText', question)) ?? null;
}

function configured(
  root: string,
  change: NonNullable<FeatureResult<'configure'>>,
  { session }: ServerContext,
): ChangeResult {
  const uri = uriBelow(root, configurationPath);
  if (change.create !== undefined) return { changes: [{ uri, create: change.create }] };
  if (change.edits.length === 0) return nothing;
  const version = session.snapshot.documents.get(uri)?.version;
  return { changes: [{ uri, edits: change.edits, ...(version !== undefined && { version }) }] };
}

async function initLibrary(context: ServerContext, params: unknown, call: Call): Promise<ChangeResult> {
  const json = read.record(params);
  const folder = folderKeyOf(read.text(json['folderUri'], 'folderUri'));
  const files = await ask(context, call, 'initLibrary', { language: json['language'] === 'en' ? 'en' : 'zh' });
  const changes: FileChange[] = [];
  for (const { path, text } of files) {
    // What is there already stays as it is.
    if ((await context.files.readText(folder, path)) === undefined) {
      changes.push({ uri: uriBelow(folder, path), create: text });
    }
  }
  return { changes };
}

async function builtInDocument(context: ServerContext, params: unknown, call: Call): Promise<unknown> {
  const found = await ask(context, call, 'builtInDocument', { uri: read.uriOf(params) });
  if (!found) throw read.invalid('uri names no built-in document');
  return found;
}
