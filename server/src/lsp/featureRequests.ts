// The LSP requests that the engine answers, one line each: which feature computes, how parameters are read, how the
// result is converted, and what an empty answer looks like.
import {
  CodeActionKind,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  type Diagnostic,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { PlainDiagnostic } from '../features/diagnostics.ts';
import { BUILT_IN_SCHEME } from '../features/resourceUri.ts';
import { at } from './clientProfile.ts';
import type { ServerContext } from './context.ts';
import * as convert from './convert.ts';
import { RequestFailure, type RequestHandler } from './dispatch.ts';
import { askAbout, conversionOf, documentFeature } from './documentFeature.ts';
import { navigationCapabilities, navigationRequests } from './navigationRequests.ts';
import { resolveDocumentLink, toDefinition, toDocumentLinks } from './navigationResults.ts';
import { notAnalyzedDiagnostic } from './notAnalyzed.ts';
import * as read from './parameters.ts';
import { isSameGround } from './publish.ts';
import { withRelatedPlaces } from './relatedPlaces.ts';
import { renameRequest } from './renameRequest.ts';

/** In step with `featureRequests`. */
export const featureCapabilities: ServerCapabilities = {
  codeActionProvider: {
    codeActionKinds: [
      CodeActionKind.QuickFix,
      'source.fixAll.casewright',
      'source.organizeSections.casewright',
      'source.updateRegions.casewright',
    ],
  },
  completionProvider: { triggerCharacters: ['#', ':', '：', '(', '/', '`', '<'] },
  hoverProvider: true,
  definitionProvider: true,
  documentSymbolProvider: { label: 'Casewright' },
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  documentLinkProvider: { resolveProvider: true },
  codeLensProvider: { resolveProvider: false },
  inlayHintProvider: { resolveProvider: false },
  renameProvider: { prepareProvider: true },
  ...navigationCapabilities,
  workspace: { textDocumentContent: { schemes: [BUILT_IN_SCHEME] } },
};

const passive = { onFault: 'empty' } as const;
const started = { onFault: 'error' } as const;

export function featureRequests(context: ServerContext): Readonly<Record<string, RequestHandler>> {
  // prettier-ignore
  return {
    'textDocument/codeAction': documentFeature(context, { name: 'codeActions', read: codeActionParams, convert: codeActions, empty: [], ...started }),
    'textDocument/completion': documentFeature(context, { name: 'completion', read: positionParams, convert: convert.toCompletionItems, empty: [], ...passive, isOn: ({ settings }) => settings.completion }),
    'textDocument/hover': documentFeature(context, { name: 'hover', read: positionParams, convert: convert.toHover, empty: null, ...passive, isOn: ({ settings }) => settings.hover }),
    'textDocument/definition': documentFeature(context, { name: 'definition', read: positionParams, convert: (targets, to) => toDefinition(context, targets, to), empty: null, ...passive }),
    'textDocument/documentSymbol': documentFeature(context, { name: 'documentSymbols', read: uriParams, convert: convert.toDocumentSymbols, empty: [], ...passive }),
    'textDocument/foldingRange': documentFeature(context, { name: 'foldingRanges', read: uriParams, convert: convert.toFoldingRanges, empty: [], ...passive }),
    'textDocument/selectionRange': documentFeature(context, { name: 'selectionRanges', read: positionsParams, convert: convert.toSelectionRanges, empty: [], ...passive }),
    'textDocument/documentLink': documentFeature(context, { name: 'documentLinks', read: uriParams, convert: toDocumentLinks, empty: [], ...passive }),
    'documentLink/resolve': { ...passive, empty: null, run: (params) => resolveDocumentLink(context, params) },
    'textDocument/codeLens': documentFeature(context, { name: 'codeLens', read: (params) => ({ ...uriParams(params), countsReferences: context.session.snapshot.settings.codeLensReferences }), convert: convert.toCodeLenses, empty: [], ...passive, isOn: ({ settings }) => settings.codeLens }),
    'textDocument/inlayHint': documentFeature(context, { name: 'inlayHints', read: rangeParams, convert: convert.toInlayHints, empty: [], ...passive }),
    'textDocument/prepareRename': documentFeature(context, { name: 'prepareRename', read: positionParams, convert: (place) => place, empty: null, ...passive }),
    'textDocument/rename': renameRequest(context),
    'textDocument/diagnostic': pullDiagnostics(context),
    ...navigationRequests(context),
  };
}

function uriParams(params: unknown) {
  return { uri: read.documentUri(params) };
}

function positionParams(params: unknown) {
  return { uri: read.documentUri(params), position: read.position(read.record(params)['position']) };
}

function rangeParams(params: unknown) {
  return { uri: read.documentUri(params), range: read.range(read.record(params)['range']) };
}

function positionsParams(params: unknown) {
  const positions = read.list(read.record(params)['positions'], 'positions');
  return { uri: read.documentUri(params), positions: positions.map((position) => read.position(position)) };
}

function codeActionParams(params: unknown) {
  const only = at(params, ['context', 'only']);
  return {
    uri: read.documentUri(params),
    range: read.range(read.record(params)['range']),
    ...(Array.isArray(only) && { only: only.filter((kind) => typeof kind === 'string') }),
  };
}

function codeActions(result: Parameters<typeof convert.toCodeActions>[0], to: convert.Conversion, params: unknown) {
  const known = at(params, ['context', 'diagnostics']);
  const diagnostics = Array.isArray(known) ? known.filter(isDiagnostic) : [];
  return convert.toCodeActions(result, to, diagnostics);
}

/** Good enough to be compared and sent back. */
function isDiagnostic(value: unknown): value is Diagnostic {
  const place = ['start', 'end'].flatMap((side) => [
    at(value, ['range', side, 'line']),
    at(value, ['range', side, 'character']),
  ]);
  return place.every((number) => typeof number === 'number');
}

/** For clients that ask instead of being sent; the same findings as in publish.ts. */
function pullDiagnostics(context: ServerContext): RequestHandler {
  const { session } = context;
  const full = (items: readonly unknown[]): unknown => ({ kind: DocumentDiagnosticReportKind.Full, items });
  return {
    onFault: 'error',
    empty: full([]),
    run: async (params, call) => {
      const uri = read.documentUri(params);
      const before = session.snapshot;
      const document = before.documents.get(uri);
      if (!document || !before.settings.enable) return full([]);
      const report = (plain: readonly PlainDiagnostic[]): unknown =>
        full(plain.map((diagnostic) => convert.toLspDiagnostic(diagnostic, conversionOf(context, uri))));
      if (!document.isSynced) return report([notAnalyzedDiagnostic('out-of-sync', before.client.locale)]);
      const outcome = await askAbout(context, call, { name: 'diagnostics', params: { uri }, uri });
      if (call.token.isCancellationRequested) return null;
      if (outcome.kind === 'dropped' || !isSameGround(before, session.snapshot, uri)) {
        throw new RequestFailure(LSPErrorCodes.ServerCancelled, 'Outdated');
      }
      if (outcome.kind === 'done') {
        const { root } = conversionOf(context, uri);
        return report(await withRelatedPlaces(context, root, outcome.value?.diagnostics ?? []));
      }
      return report([notAnalyzedDiagnostic(outcome, before.client.locale)]);
    },
  };
}
