// Builds each library once per input, with the user's settings over it.
import type { LibraryContext } from '../core/library/libraryContext.ts';
import type { EngineCore, Subject } from './engine.ts';
import type { EngineLibrary, EngineSettings } from './engineState.ts';

interface BuiltLibrary {
  readonly input: EngineLibrary;
  readonly settings: EngineSettings;
  /** As the library's own files say. */
  readonly built: LibraryContext;
  /** With the user's settings over it. */
  readonly context: LibraryContext;
}

/** Builds each library once per input, handing over its last context so that a good schema survives a broken template. */
export type LibraryCache = ReturnType<typeof libraryCache>;

export function libraryCache(core: EngineCore) {
  const cache = new Map<string, BuiltLibrary>();
  const build = (input: EngineLibrary, previous: LibraryContext | undefined): LibraryContext =>
    core.buildLibrary(
      {
        root: input.root,
        files: new Map(input.files),
        parser: core.parser,
        ...(input.configurationText !== undefined && { configurationText: input.configurationText }),
      },
      previous,
    );
  return {
    contextOf(input: EngineLibrary, settings: EngineSettings, onSubject: (subject: Subject) => void): LibraryContext {
      const known = cache.get(input.root);
      if (known?.input === input && known.settings === settings) return known.context;
      if (known?.input !== input) onSubject({ kind: 'library', root: input.root });
      const built = known?.input === input ? known.built : build(input, known?.built);
      const context = withSettings(built, settings);
      cache.set(input.root, { input, settings, built, context });
      return context;
    },
    forgetAllBut(libraries: ReadonlyMap<string, EngineLibrary>): void {
      for (const root of cache.keys()) if (!libraries.has(root)) cache.delete(root);
    },
  };
}

function withSettings(library: LibraryContext, { enforcement, maxFindings }: EngineSettings): LibraryContext {
  if (enforcement === undefined && maxFindings === undefined) return library;
  const configuration = {
    ...library.configuration,
    ...(enforcement !== undefined && { enforcement }),
    ...(maxFindings !== undefined && { maxFindings }),
  };
  return { ...library, configuration };
}
