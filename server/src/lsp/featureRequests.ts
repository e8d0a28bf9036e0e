// The requests that the engine answers, one line each: how parameters are read, which feature computes, how its result
// is converted, and what an empty answer looks like.
import { DocumentDiagnosticReportKind, LSPErrorCodes, type ServerCapabilities } from 'vscode-languageserver';
import type { PlainDiagnostic } from '../features/diagnostics.ts';
import type { FeatureName, FeatureParams, FeatureResult } from '../features/featureTable.ts';
import type { ServerContext } from './context.ts';
import { toLspDiagnostic, type Conversion } from './convert.ts';
import { RequestFailure, type RequestHandler } from './dispatch.ts';
import { notAnalyzedDiagnostic } from './notAnalyzed.ts';
import { documentUri } from './parameters.ts';
import { isSameGround } from './publish.ts';

interface DocumentFeature<N extends FeatureName> {
  readonly name: N;
  read(params: unknown): FeatureParams<N> & { readonly uri: string };
  /** `undefined` results are answered with `empty`. */
  convert(result: NonNullable<FeatureResult<N>>, conversion: Conversion): unknown;
  readonly empty: unknown;
  /** error: someone started it and must hear of a fault. */
  readonly onFault: RequestHandler['onFault'];
}

/** Says what the client may ask for; in step with `featureRequests`. */
export const featureCapabilities: ServerCapabilities = {};

export function featureRequests(context: ServerContext): Readonly<Record<string, RequestHandler>> {
  return {
    'textDocument/diagnostic': pullDiagnostics(context),
  };
}

/** A request about one open document, computed on the state of its arrival and dropped when that is outdated. */
export function documentFeature<N extends FeatureName>(
  context: ServerContext,
  feature: DocumentFeature<N>,
): RequestHandler {
  const { session, analysis, log } = context;
  return {
    onFault: feature.onFault,
    empty: feature.empty,
    run: async (params, { token }) => {
      const featureParams = feature.read(params);
      const { uri } = featureParams;
      const before = session.snapshot;
      const document = before.documents.get(uri);
      if (!document?.isSynced || !before.settings.enable) return feature.empty;
      const isCurrent = (): boolean => isSameGround(before, session.snapshot, uri);
      const outcome = await analysis.request({
        name: feature.name,
        params: featureParams,
        state: before.engine,
        priority: 'interactive',
        uri,
        isWanted: () => !token.isCancellationRequested && isCurrent(),
      });
      if (token.isCancellationRequested) return null; // the wrapper answers
      if (outcome.kind === 'dropped' || !isCurrent())
        throw new RequestFailure(LSPErrorCodes.ContentModified, 'Outdated');
      if (outcome.kind === 'done') {
        return outcome.value ? feature.convert(outcome.value, conversionOf(context, uri)) : feature.empty;
      }
      if (outcome.kind === 'failed') throw new Error(outcome.error);
      log('warn', `${feature.name} of ${uri} without analysis: ${outcome.reason}`);
      return feature.empty;
    },
  };
}

export function conversionOf({ session }: ServerContext, uri: string): Conversion {
  const { client, engine } = session.snapshot;
  const document = engine.documents.get(uri);
  return {
    uri,
    root: document?.root ?? '',
    locale: client.locale,
    relatedInformation: client.relatedInformation,
  };
}

function pullDiagnostics(context: ServerContext): RequestHandler {
  const { session, analysis } = context;
  const full = (items: unknown): unknown => ({ kind: DocumentDiagnosticReportKind.Full, items });
  return {
    onFault: 'error',
    empty: full([]),
    run: async (params, { token }) => {
      const uri = documentUri(params);
      const before = session.snapshot;
      const document = before.documents.get(uri);
      if (!document || !before.settings.enable) return full([]);
      const convert = (plain: readonly PlainDiagnostic[]): unknown =>
        full(plain.map((diagnostic) => toLspDiagnostic(diagnostic, conversionOf(context, uri))));
      if (!document.isSynced) return convert([notAnalyzedDiagnostic('out-of-sync', before.client.locale)]);
      const isCurrent = (): boolean => isSameGround(before, session.snapshot, uri);
      const outcome = await analysis.request({
        name: 'diagnostics',
        params: { uri },
        state: before.engine,
        priority: 'check',
        uri,
        isWanted: () => !token.isCancellationRequested && isCurrent(),
      });
      if (token.isCancellationRequested) return null;
      if (outcome.kind === 'dropped' || !isCurrent()) {
        throw new RequestFailure(LSPErrorCodes.ServerCancelled, 'Outdated');
      }
      if (outcome.kind === 'done') return convert(outcome.value?.diagnostics ?? []);
      return convert([notAnalyzedDiagnostic(outcome, before.client.locale)]);
    },
  };
}
