// A request about one open document: computed on the state of its arrival, dropped when that is outdated by the end.
import { LSPErrorCodes } from 'vscode-languageserver';
import type { FeatureName, FeatureParams, FeatureResult } from '../features/featureTable.ts';
import type { AnalysisRequest } from './analysisPort.ts';
import type { ServerContext } from './context.ts';
import type { Conversion } from './convert.ts';
import { RequestFailure, type Call, type RequestHandler } from './dispatch.ts';
import { isSameGround } from './publish.ts';
import { isMarkdown } from './uris.ts';
import type { Snapshot } from './session.ts';

export interface DocumentFeature<N extends FeatureName> {
  readonly name: N;
  read(params: unknown): FeatureParams<N> & { readonly uri: string };
  /** May take texts of other files to make ranges in them, and resolve later. */
  convert(result: NonNullable<FeatureResult<N>>, conversion: Conversion, params: unknown): unknown;
  /** The answer where there is nothing: closed document, no result, analysis not possible. */
  readonly empty: unknown;
  /** error: someone started it and must hear of a fault. */
  readonly onFault: RequestHandler['onFault'];
  /** False: switched off in the settings. */
  isOn?(snapshot: Snapshot): boolean;
}

export function documentFeature<N extends FeatureName>(
  context: ServerContext,
  feature: DocumentFeature<N>,
): RequestHandler {
  const { session, log } = context;
  return {
    onFault: feature.onFault,
    empty: feature.empty,
    run: async (params, call) => {
      const featureParams = feature.read(params);
      const { uri } = featureParams;
      const before = session.snapshot;
      const isOff = !before.settings.enable || !isMarkdown(uri) || feature.isOn?.(before) === false;
      if (isOff || !before.documents.get(uri)?.isSynced) return feature.empty;
      const outcome = await askAbout(context, call, { name: feature.name, params: featureParams, uri });
      if (call.token.isCancellationRequested) return null; // the wrapper answers
      if (outcome.kind === 'dropped' || !isSameGround(before, session.snapshot, uri)) {
        throw new RequestFailure(LSPErrorCodes.ContentModified, 'Outdated');
      }
      if (outcome.kind === 'failed') throw new Error(outcome.error);
      if (outcome.kind === 'not-analyzed') {
        log('warn', `${feature.name} of ${uri} without analysis: ${outcome.reason}`);
        return feature.empty;
      }
      const { value } = outcome;
      return value === undefined ? feature.empty : await feature.convert(value, conversionOf(context, uri), params);
    },
  };
}

/** Asks the engine about a document on the current state; wanted as long as that holds and nobody cancels. */
export function askAbout<N extends FeatureName>(
  { session, analysis }: ServerContext,
  { token }: Call,
  question: Pick<AnalysisRequest<N>, 'name' | 'params'> & { readonly uri: string },
): ReturnType<typeof analysis.request<N>> {
  const before = session.snapshot;
  return analysis.request<N>({
    ...question,
    state: before.engine,
    priority: 'interactive',
    isWanted: () => !token.isCancellationRequested && isSameGround(before, session.snapshot, question.uri),
  });
}

export function conversionOf({ session }: ServerContext, uri: string): Conversion {
  const { client, engine } = session.snapshot;
  return { uri, root: engine.documents.get(uri)?.root ?? '', client };
}
