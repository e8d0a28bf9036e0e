// The LSP requests that lead through the library: references, symbols of the workspace, and what refers to what, which
// editors show as call hierarchy. Places in closed documents get their ranges here.
import {
  SymbolKind,
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type Location,
  type ServerCapabilities,
  type SymbolInformation,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import type { Range, Span } from '../core/sourceText.ts';
import type { PlacesInLibrary } from '../features/references.ts';
import type { ReferenceNode, ReferenceQuestion, ReferenceStep } from '../features/referencedBy.ts';
import type { NamedPlace } from '../features/workspaceSymbols.ts';
import { ask, rootOf } from './asking.ts';
import { at } from './clientProfile.ts';
import type { ServerContext } from './context.ts';
import type { Call, RequestHandler } from './dispatch.ts';
import { documentFeature } from './documentFeature.ts';
import * as read from './parameters.ts';
import { locationsOf, rangesOf, type SpanInFile } from './placesInFiles.ts';
import { keyOf, uriBelow } from './uris.ts';
import { whenIndexed } from './whenIndexed.ts';

/** In step with `navigationRequests`. */
export const navigationCapabilities: ServerCapabilities = {
  referencesProvider: true,
  workspaceSymbolProvider: { resolveProvider: true },
  callHierarchyProvider: true,
};

const passive = { onFault: 'empty' } as const;

export function navigationRequests(context: ServerContext): Readonly<Record<string, RequestHandler>> {
  const indexed = (handler: RequestHandler): RequestHandler => ({
    ...handler,
    run: async (params, call) => {
      await whenIndexed(context, rootOf(context, read.documentUri(params)));
      return handler.run(params, call);
    },
  });
  // prettier-ignore
  return {
    'textDocument/references': indexed(documentFeature(context, { name: 'references', read: referencesParams, convert: (found) => referenceLocations(context, found), empty: [], ...passive })),
    'textDocument/prepareCallHierarchy': indexed(documentFeature(context, { name: 'prepareReferencedBy', read: positionParams, convert: (nodes) => toItems(context, nodes), empty: null, ...passive })),
    'callHierarchy/incomingCalls': { ...passive, empty: null, run: (params, call) => incoming(context, params, call) },
    'callHierarchy/outgoingCalls': { ...passive, empty: null, run: (params, call) => outgoing(context, params, call) },
    'workspace/symbol': { ...passive, empty: [], run: (params, call) => symbols(context, params, call) },
    'workspaceSymbol/resolve': { ...passive, empty: null, run: (params) => resolveSymbol(context, params) },
  };
}

function positionParams(params: unknown) {
  return { uri: read.documentUri(params), position: read.position(read.record(params)['position']) };
}

function referencesParams(params: unknown) {
  const includeDeclaration = at(params, ['context', 'includeDeclaration']) === true;
  return { ...positionParams(params), includeDeclaration };
}

function referenceLocations(context: ServerContext, { root, places }: PlacesInLibrary): Promise<Location[]> {
  return locationsOf(
    context,
    places.map((place) => ({ root, ...place })),
  );
}

// ---- what refers to what

/** Comes back with the next question; nothing in it is trusted. */
interface ItemData {
  readonly root: string;
  readonly path: string;
  readonly anchor?: string;
}

function toItem({ root, path, anchor, name, detail }: ReferenceNode, range: Range): CallHierarchyItem {
  const data: ItemData = { root, path, ...(anchor !== undefined && { anchor }) };
  const kind = anchor === undefined ? SymbolKind.File : SymbolKind.String;
  return { name, detail, kind, uri: uriBelow(root, path), range, selectionRange: range, data };
}

async function toItems(context: ServerContext, nodes: readonly ReferenceNode[]): Promise<CallHierarchyItem[]> {
  const ranges = await rangesOf(context, nodes);
  return nodes.flatMap((node, index) => {
    const range = ranges[index];
    return range === undefined ? [] : [toItem(node, range)];
  });
}

async function incoming(context: ServerContext, params: unknown, call: Call): Promise<CallHierarchyIncomingCall[]> {
  const question = questionOf(params);
  const steps = await ask(context, call, 'referencedBy', question);
  const shown = await withRanges(context, question.root, steps, ({ path }) => path);
  return shown.map(({ item, ranges }) => ({ from: item, fromRanges: ranges }));
}

async function outgoing(context: ServerContext, params: unknown, call: Call): Promise<CallHierarchyOutgoingCall[]> {
  const question = questionOf(params);
  const steps = await ask(context, call, 'refersTo', question);
  const shown = await withRanges(context, question.root, steps, () => question.path);
  return shown.map(({ item, ranges }) => ({ to: item, fromRanges: ranges }));
}

function questionOf(params: unknown): ReferenceQuestion {
  const data = read.record(read.record(read.record(params)['item'], 'item')['data'], 'item.data');
  const anchor = read.optionalText(data['anchor'], 'item.data.anchor');
  return {
    root: read.text(data['root'], 'item.data.root'),
    path: read.text(data['path'], 'item.data.path'),
    ...(anchor !== undefined && { anchor }),
  };
}

/** `whereOf`: the document that the references of a step stand in. */
async function withRanges(
  context: ServerContext,
  root: string,
  steps: readonly ReferenceStep[],
  whereOf: (node: ReferenceNode) => string,
): Promise<readonly { readonly item: CallHierarchyItem; readonly ranges: Range[] }[]> {
  const places = steps.flatMap(({ node, spans }): readonly SpanInFile[] => [
    { root, path: node.path, span: node.span },
    ...spans.map((span: Span) => ({ root, path: whereOf(node), span })),
  ]);
  const ranges = await rangesOf(context, places);
  let next = 0;
  return steps.flatMap(({ node, spans }) => {
    const own = ranges[next];
    const uses = ranges.slice(next + 1, next + 1 + spans.length);
    next += 1 + spans.length;
    const isKnown = (range: Range | undefined): range is Range => range !== undefined;
    return own === undefined ? [] : [{ item: toItem(node, own), ranges: uses.filter(isKnown) }];
  });
}

// ---- symbols

/** Clients that can ask for the range later get none: hundreds of files would be read for a list that nobody reads through. */
async function symbols(
  context: ServerContext,
  params: unknown,
  call: Call,
): Promise<WorkspaceSymbol[] | SymbolInformation[]> {
  const { client, settings } = context.session.snapshot;
  if (!settings.enable) return [];
  const query = read.text(read.record(params)['query'], 'query');
  const places = await ask(context, call, 'workspaceSymbols', { query });
  if (client.resolvesSymbols) {
    return places.map((place) => {
      const data = { root: place.root, path: place.path, start: place.span.start, end: place.span.end };
      return { ...symbolOf(place), location: { uri: keyOf(place.uri) }, data };
    });
  }
  const ranges = await rangesOf(context, places);
  return places.flatMap((place, index) => {
    const range = ranges[index];
    return range === undefined ? [] : [{ ...symbolOf(place), location: { uri: keyOf(place.uri), range } }];
  });
}

function symbolOf({ name, kind, container }: NamedPlace): Omit<SymbolInformation, 'location'> {
  return { name, kind: kind === 'document' ? SymbolKind.File : SymbolKind.String, containerName: container };
}

async function resolveSymbol(context: ServerContext, params: unknown): Promise<unknown> {
  const symbol = read.record(params);
  const data = read.record(symbol['data'], 'data');
  const root = read.text(data['root'], 'data.root');
  const path = read.text(data['path'], 'data.path');
  const { start, end } = data;
  if (typeof start !== 'number' || typeof end !== 'number') throw read.invalid('data has no span');
  if (!context.session.snapshot.engine.libraries.has(root)) throw read.invalid('data.root is no library');
  const [location] = await locationsOf(context, [{ root, path, span: { start, end } }]);
  return location === undefined ? symbol : { ...symbol, location };
}
