// Places in other documents that findings speak of: the engine knows them as offsets only, the texts are read here.
import type { PlainDiagnostic } from '../features/diagnostics.ts';
import type { ServerContext } from './context.ts';
import { rangesOf, type SpanInFile } from './placesInFiles.ts';

/** The same diagnostics, with a range for each related place whose document can be read. Never rejects. */
export async function withRelatedPlaces(
  ports: Pick<ServerContext, 'session' | 'files'>,
  root: string,
  diagnostics: readonly PlainDiagnostic[],
): Promise<readonly PlainDiagnostic[]> {
  const places = diagnostics.flatMap(({ related }) =>
    related.flatMap(({ path, span }): SpanInFile[] =>
      path === undefined || span === undefined ? [] : [{ root, path, span }],
    ),
  );
  if (places.length === 0) return diagnostics;
  const ranges = (await rangesOf(ports, places)).values();
  return diagnostics.map((diagnostic) => {
    if (!diagnostic.related.some(({ path, span }) => path !== undefined && span !== undefined)) return diagnostic;
    const related = diagnostic.related.map(({ span, ...place }) => {
      if (place.path === undefined || span === undefined) return place;
      return { ...place, range: ranges.next().value ?? place.range };
    });
    return { ...diagnostic, related };
  });
}
