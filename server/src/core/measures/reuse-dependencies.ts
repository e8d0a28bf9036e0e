// Libraries and extensions that have to be there, with their versions.
import { amountOf, type Evidence, type Measure } from './measure.ts';
import { declaredDependencies, type Dependency } from './reuse/declaredDependencies.ts';
import { libraryKey, usedLibraries, type UsedLibrary } from './reuse/usedLibraries.ts';

export const reuseDependencies: Measure = {
  id: 'reuse-dependencies',
  names: {
    zh: ['依赖声明', '依赖', '依赖及其版本', '依赖版本'],
    en: ['dependencies', 'declared dependencies', 'dependencies with versions'],
  },
  // One of ten libraries declared is an example and no declaration.
  asks: 'most',
  measure: ({ model }) => {
    const all = declaredDependencies(model);
    if (all.length === 0) {
      return { amount: 'none', count: 0, summary: { key: 'reuse-dependencies.none' }, evidence: [], missing: [] };
    }
    const met = all.filter(({ isVersioned }) => isVersioned);
    const undeclared = leftOut(all, usedLibraries(model));
    return {
      amount: amountOf({ met: met.length, of: all.length + undeclared.length }),
      count: met.length,
      summary: {
        key: 'reuse-dependencies',
        args: { count: all.length, met: met.length, undeclared: undeclared.length },
      },
      evidence: distinct(met),
      missing: [
        ...all
          .filter(({ isVersioned }) => !isVersioned)
          .map(({ span, name }): Evidence => ({
            span,
            message: { key: 'reuse-dependencies.version', args: { name } },
          })),
        ...undeclared.map(({ span, name }): Evidence => ({
          span,
          message: { key: 'reuse-dependencies.undeclared', args: { name } },
        })),
      ].sort((a, b) => a.span.start - b.span.start),
    };
  },
};

/** Libraries that code imports and no list declares, of languages that have a list in the document. */
function leftOut(declared: readonly Dependency[], used: readonly UsedLibrary[]): readonly UsedLibrary[] {
  const languages = new Set(declared.map(({ language }) => language));
  const names = new Set(declared.map(({ name }) => libraryKey(name)));
  return used.filter(({ key, language }) => languages.has(language) && !names.has(key));
}

function distinct(dependencies: readonly Dependency[]): readonly Evidence[] {
  const seen = new Set<number>();
  return dependencies.filter(({ span }) => !seen.has(span.start) && seen.add(span.start)).map(({ span }) => ({ span }));
}
