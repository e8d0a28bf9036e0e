// `casewright find <words>`: documents of the library that fit, best first, with the reasons.
import { classificationOf } from '../../core/classification/classificationOf.ts';
import { facetLabel, valueLabel } from '../../core/classification/facetLabels.ts';
import type { Configuration } from '../../core/library/configuration.ts';
import { printable, renderMessage } from '../../core/messages/render.ts';
import { ownIdOf } from '../../core/ids/ownId.ts';
import { searchBy, type SearchHit } from '../../core/search/searchLibrary.ts';
import { filterOf, parseQuery, type SearchQuery } from '../../core/search/searchQuery.ts';
import type { OpenAnalyzer } from './analyzer.ts';
import { openCache } from './cacheFolder.ts';
import type { CommandLine } from './commandLine.ts';
import { CommandFailure } from './failure.ts';
import { readLibraryFacts } from './libraryFacts.ts';
import { libraryOf } from './targets.ts';
import { exitCodes, type ExitCode, type Terminal } from './terminal.ts';
import { writeResult } from './writeReport.ts';

/** So many are written unless told otherwise. */
const DEFAULT_LIMIT = 50;

/** The words are what is left of the command line; the library is that of the working folder. */
export async function findCommand(line: CommandLine, terminal: Terminal, open: OpenAnalyzer): Promise<ExitCode> {
  if (line.paths.length === 0 && line.facets.length === 0) throw new CommandFailure({ key: 'cli.find.usage' });
  const { workingFolder } = terminal;
  const library = await libraryOf(workingFolder, line, { workingFolder });
  const cache = openCache(library.texts, { line, terminal, open });
  const { index, state, plans } = await readLibraryFacts(library, open, {
    ...(line.threads !== undefined && { threads: line.threads }),
    ...(cache && { cache }),
  });
  await cache?.save();
  const { configuration } = state;
  const query = queryOf(line, configuration);
  const hits = searchBy(query, { documents: index.documents.values(), configuration, plans, locale: line.locale });
  const shown = hits.slice(0, line.limit ?? DEFAULT_LIMIT);
  const text =
    line.findFormat === 'json'
      ? jsonOf(shown, hits.length, configuration)
      : prettyOf(shown, hits.length, { line, configuration });
  await writeResult(text, line, terminal);
  return hits.length > 0 ? exitCodes.ok : exitCodes.findings;
}

/** `--facet` must name a facet; among the words whatever names none is a word. */
function queryOf({ paths, facets, locale }: CommandLine, configuration: Configuration): SearchQuery {
  const classification = classificationOf(configuration);
  const { words, filters } = parseQuery(paths.join(' '), classification);
  const named = facets.map((facet) => {
    const filter = filterOf(facet, classification);
    if (filter !== undefined) return filter;
    const names = classification.facets.map((known) => facetLabel(known, locale)).join(', ');
    throw new CommandFailure({ key: 'cli.find.facet-unknown', args: { facet, facets: names } });
  });
  return { words, filters: [...filters, ...named] };
}

/** Titles and headings as they are; facets by their stable names. */
function jsonOf(hits: readonly SearchHit[], total: number, configuration: Configuration): string {
  const { byName } = classificationOf(configuration);
  const documents = hits.map(({ facts, facets, heading, reasons }) => ({
    path: facts.path,
    title: facts.title?.text ?? '',
    kind: facts.kind,
    id: ownIdOf(facts)?.id ?? null,
    facets: Object.fromEntries(
      [...facets]
        .filter(([name]) => byName.has(name))
        .map(([name, values]) => [name, values.map(({ value }) => value)]),
    ),
    heading: heading === undefined ? null : { text: heading.text, anchor: heading.anchor },
    reasons: reasons.map(({ key, args }) => ({ code: key.replace(/^find\./, ''), ...args })),
  }));
  return `${JSON.stringify({ version: 1, total, documents }, null, 2)}\n`;
}

function prettyOf(
  hits: readonly SearchHit[],
  total: number,
  { line: { locale }, configuration }: { readonly line: CommandLine; readonly configuration: Configuration },
): string {
  const { facets: known } = classificationOf(configuration);
  const hidden = new Set(['kind', 'stage', 'status', 'version']);
  const lines = hits.flatMap(({ facts, facets, heading, reasons }) => {
    const place = heading === undefined ? facts.path : `${facts.path}#${heading.anchor}`;
    const values = known.flatMap((facet) =>
      hidden.has(facet.name)
        ? []
        : (facets.get(facet.name) ?? []).map(
            ({ value }) => `${facetLabel(facet, locale)}: ${valueLabel(facet, value, locale)}`,
          ),
    );
    const details = [values.join(' · '), reasons.map((reason) => renderMessage(reason, locale)).join(' · ')];
    return [
      facts.title?.text ?? facts.path,
      `  ${place}`,
      ...details.filter((detail) => detail !== '').map((detail) => `  ${detail}`),
    ].map(printable);
  });
  const summary = renderMessage({ key: 'cli.find.total', args: { shown: hits.length, total } }, locale);
  return `${[...lines, summary].join('\n')}\n`;
}
