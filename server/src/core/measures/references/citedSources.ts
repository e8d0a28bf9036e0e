// What all measures of one kind of source have in common: the sources of that kind as evidence, with their number.
import { amountOfCount, type MeasureContext, type MeasureResult } from '../measure.ts';
import type { MessageKey } from '../../messages/catalog.ts';
import { kindsOf, type SourceKind } from './sourceKinds.ts';
import { readSources } from './sources.ts';

/** The message `summary` takes `count` and `total`. */
export function citedSources({ model }: MeasureContext, kind: SourceKind, summary: MessageKey): MeasureResult {
  const { all } = readSources(model);
  const cited = all.filter((source) => kindsOf(source).has(kind));
  return {
    amount: amountOfCount(cited.length),
    count: cited.length,
    summary: { key: summary, args: { count: cited.length, total: all.length } },
    evidence: cited.map(({ span }) => ({ span })),
    missing: [],
  };
}
