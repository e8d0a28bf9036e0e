// The real engine behind the analysis port, in this thread: for tests of what the server says, not of how it is run.
import { createEngine } from '../../server/src/features/engine.ts';
import { changesBetween, initialState } from '../../server/src/features/engineState.ts';
import type { FeatureName, FeatureResult } from '../../server/src/features/featureTable.ts';
import { engineCore } from '../../server/src/hosts/engineCore.ts';
import { loadParser } from '../../server/src/hosts/loadParser.ts';
import type { AnalysisPort, AnalysisRequest, Outcome } from '../../server/src/lsp/analysisPort.ts';
import { turn } from './clocks.ts';

export async function directAnalysis(): Promise<AnalysisPort> {
  const engine = createEngine(engineCore(await loadParser()));
  let known = initialState;
  return {
    async request<N extends FeatureName>(request: AnalysisRequest<N>): Promise<Outcome<FeatureResult<N>>> {
      await turn();
      if (!request.isWanted()) return { kind: 'dropped' };
      const changes = changesBetween(known, request.state);
      known = request.state;
      // Through a clone, as it comes out of a worker: results must be plain data.
      return { kind: 'done', value: structuredClone(engine.handle(changes, request.name, request.params)) };
    },
    dispose: () => Promise.resolve(),
  };
}
