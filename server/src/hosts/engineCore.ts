// The core functions that the engine runs, chosen for this process.
import type { EngineCore } from '../features/engine.ts';
import type { LoadedParser } from './loadParser.ts';

export function engineCore(parser: LoadedParser): EngineCore {
  return {
    parser,
    buildLibrary: () => {
      throw new Error('libraries can not be built yet');
    },
    analyzeDocument: () => {
      throw new Error('documents can not be analyzed yet');
    },
  };
}
