// Places that speak for a measure, each with a weight, and what they come to together. It knows no words of any topic.
import type { Message } from '../../finding.ts';
import type { MessageKey } from '../../messages/catalog.ts';
import type { Amount, Evidence, MeasureResult } from '../measure.ts';

export interface Place extends Evidence {
  /** 1 is a sentence that says it; a section about nothing else weighs three. */
  readonly weight: number;
  readonly kind: 'part' | 'line';
}

const MAXIMUM_PLACES = 8;
/** As many times the least weight is most, and all. */
const MOST = 3;
const ALL = 8;

export interface Account {
  readonly places: readonly Place[];
  /** Less than this is none. */
  readonly least: number;
  /** Says what there is; gets `parts` (sections, tables, drawings) and `lines` (sentences, items, comments). */
  readonly found: MessageKey;
  readonly none: MessageKey;
  readonly missing?: readonly Evidence[];
  /** Where more is counted than places. */
  readonly count?: number;
  readonly args?: Message['args'];
}

/** What the places come to: how much, and the heaviest of them. Places that do not suffice are returned as missing. */
export function account({ places, least, found, none, missing = [], count, args }: Account): MeasureResult {
  const amount = amountOfWeight(weightOf(places), least);
  const strongest = [...places].sort((a, b) => b.weight - a.weight || a.span.start - b.span.start);
  const shown = strongest.slice(0, MAXIMUM_PLACES).map(evidenceOf);
  const thin: Evidence[] = shown.map(({ span }) => ({ span, message: { key: 'measure.text.thin' } }));
  if (amount === 'none')
    return { amount, count: 0, summary: { key: none }, evidence: [], missing: inOrder([...missing, ...thin]) };
  const parts = places.filter(({ kind }) => kind === 'part').length;
  return {
    amount,
    count: count ?? places.length,
    summary: { key: found, args: { parts, lines: places.length - parts, ...args } },
    evidence: shown,
    missing: inOrder(missing),
  };
}

/** None below `least`, else more with every multiple of it. */
export function amountOfWeight(weight: number, least: number): Amount {
  if (weight < least) return 'none';
  if (weight < least * MOST) return 'some';
  return weight < least * ALL ? 'most' : 'all';
}

export function weightOf(places: readonly Place[]): number {
  return places.reduce((sum, { weight }) => sum + weight, 0);
}

function evidenceOf({ span, message }: Place): Evidence {
  return message === undefined ? { span } : { span, message };
}

function inOrder(places: readonly Evidence[]): readonly Evidence[] {
  return [...places].sort((a, b) => a.span.start - b.span.start).slice(0, MAXIMUM_PLACES);
}
