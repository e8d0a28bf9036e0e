// Libraries, extensions and images that have to be there, with their versions.
import { amountOf, type Measure } from './measure.ts';
import { declaredDependencies } from './reuse/declaredDependencies.ts';

export const reuseDependencies: Measure = {
  id: 'reuse-dependencies',
  names: {
    zh: ['依赖声明', '依赖', '依赖及其版本', '依赖版本'],
    en: ['dependencies', 'declared dependencies', 'dependencies with versions'],
  },
  measure: ({ model }) => {
    const all = declaredDependencies(model);
    const met = all.filter(({ isVersioned }) => isVersioned);
    return {
      amount: all.length === 0 ? 'none' : amountOf({ met: met.length, of: all.length }),
      count: met.length,
      summary:
        all.length === 0
          ? { key: 'reuse-dependencies.none' }
          : { key: 'reuse-dependencies', args: { count: all.length, met: met.length } },
      evidence: distinct(met.map(({ span }) => span)),
      missing: all
        .filter(({ isVersioned }) => !isVersioned)
        .map(({ span, name }) => ({ span, message: { key: 'reuse-dependencies.version', args: { name } } })),
    };
  },
};

function distinct(spans: readonly { readonly start: number; readonly end: number }[]): ReturnType<typeof toEvidence>[] {
  const seen = new Set<number>();
  return spans.filter(({ start }) => !seen.has(start) && seen.add(start)).map(toEvidence);
}

function toEvidence(span: { readonly start: number; readonly end: number }): { readonly span: typeof span } {
  return { span };
}
