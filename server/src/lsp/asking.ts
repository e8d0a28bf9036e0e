// Questions to the engine that are not about one open document.
import { ErrorCodes } from 'vscode-languageserver';
import { renderMessage } from '../core/messages/render.ts';
import type { FeatureName, FeatureParams, FeatureResult } from '../features/featureTable.ts';
import type { ServerContext } from './context.ts';
import { RequestFailure, type Call } from './dispatch.ts';
import { reasonOf } from './notAnalyzed.ts';
import { keyOf, placeOf } from './uris.ts';

/** The value of a feature that a person waits for; a failure where it can not be had. */
export async function ask<N extends FeatureName>(
  { session, analysis }: ServerContext,
  { token }: Call,
  name: N,
  params: FeatureParams<N>,
): Promise<FeatureResult<N>> {
  const { engine, client } = session.snapshot;
  const isWanted = (): boolean => !token.isCancellationRequested;
  const outcome = await analysis.request({ name, params, state: engine, priority: 'interactive', isWanted });
  if (outcome.kind === 'done') return outcome.value;
  if (outcome.kind === 'dropped') throw new RequestFailure(ErrorCodes.InternalError, 'Cancelled');
  throw new RequestFailure(ErrorCodes.InternalError, renderMessage(reasonOf(outcome), client.locale));
}

/** Root of the library that a URI belongs to; the first library where there is no such URI. */
export function rootOf({ session, libraries }: ServerContext, uri: string | undefined): string {
  const roots = [...session.snapshot.engine.libraries.keys()];
  const root = uri === undefined || uri === '' ? '' : placeOf(keyOf(uri), roots).root;
  return root === '' ? (libraries.roots[0] ?? '') : root;
}
