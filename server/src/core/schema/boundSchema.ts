// Bounds and code languages as constraints on the counts of a section or of the whole document.
import type { MessageKey, Locale } from '../messages/catalog.ts';
import { renderMessage } from '../messages/render.ts';
import type { Bound } from '../template/template.ts';
import type { Measure } from '../template/measure.ts';
import type { Origin } from '../finding.ts';
import { constrain, withAll, type Demanded } from './constraint.ts';
import type { JsonSchema } from './derivedSchema.ts';
import type { ConstraintCode } from './severities.ts';

export interface CountDemands {
  readonly bounds: readonly Bound[];
  /** One code block each. */
  readonly languages: readonly string[];
  readonly origin: Origin;
  /** SectionSpec.id; absent for the whole document. */
  readonly subject?: string;
  readonly dimension?: string | undefined;
  readonly locale: Locale;
}

/** `properties` of a counts object that hold the demands. */
export function countProperties(demands: CountDemands): Readonly<Record<string, JsonSchema>> {
  const byMeasure = new Map<Measure, JsonSchema[]>();
  const byLanguage: JsonSchema[] = demands.languages.map((language) => languageDemand(language, demands));
  for (const bound of demands.bounds) {
    if (bound.languages === undefined || bound.languages.length === 0) {
      byMeasure.set(bound.measure, [...(byMeasure.get(bound.measure) ?? []), ...plainBound(bound, demands)]);
    } else byLanguage.push(...boundInLanguages(bound, bound.languages, demands));
  }
  return {
    ...Object.fromEntries([...byMeasure].map(([measure, all]) => [measure, withAll({ type: 'number' }, all)])),
    ...(byLanguage.length === 0 ? {} : { codeByLanguage: withAll({ type: 'object' }, byLanguage) }),
  };
}

function plainBound(bound: Bound, demands: CountDemands): JsonSchema[] {
  return sides(bound).map(([side, limit]) =>
    constrain(demanded(bound, side, demands), { [side]: limit }, demands.locale),
  );
}

type Side = 'minimum' | 'maximum';

function sides(bound: Bound): readonly (readonly [Side, number])[] {
  return [
    ...(bound.min === undefined || bound.min <= 0 ? [] : [['minimum', bound.min] as const]),
    ...(bound.max === undefined ? [] : [['maximum', bound.max] as const]),
  ];
}

function demanded(bound: Bound, side: Side, demands: CountDemands): Demanded {
  const code = codeOf(bound.measure, side, demands.subject !== undefined);
  return {
    code,
    origin: bound.origin,
    severity: bound.severity,
    dimension: bound.dimension ?? demands.dimension,
    subject: demands.subject,
    message: messageOf(code, bound.measure),
    text: {
      key: `demand.${side}`,
      args: {
        measure: renderMessage({ key: `measure.${bound.measure}` }, demands.locale),
        [side === 'minimum' ? 'min' : 'max']: (side === 'minimum' ? bound.min : bound.max) ?? 0,
        text: bound.text,
      },
    },
  };
}

const sizes = new Set<Measure>(['length', 'characters', 'words', 'lines']);

/** The code of a broken bound. */
function codeOf(measure: Measure, side: Side, isSection: boolean): ConstraintCode {
  if (!sizes.has(measure)) return side === 'minimum' ? 'content-too-few' : 'content-too-many';
  if (isSection) return side === 'minimum' ? 'section-too-short' : 'section-too-long';
  return side === 'minimum' ? 'document-too-short' : 'document-too-long';
}

function messageOf(code: ConstraintCode, measure: Measure): MessageKey {
  // Each of these codes has a text for each of its measures; the catalog's tests prove it.
  return `${code}.${measure}` as MessageKey;
}

// ---- code languages

function languageDemand(language: string, demands: CountDemands): JsonSchema {
  const { origin, subject, dimension } = demands;
  const text = { key: 'demand.language', args: { language } } as const;
  const assertion = { required: [language.toLowerCase()] };
  return constrain({ code: 'content-language', origin, subject, dimension, text }, assertion, demands.locale);
}

function boundInLanguages(bound: Bound, languages: readonly string[], demands: CountDemands): JsonSchema[] {
  const names = languages.map((name) => name.toLowerCase());
  return sides(bound).flatMap(([side, limit]) => {
    const ways = compositions(side === 'minimum' ? limit : limit + 1, names.length);
    if (ways === undefined) return [];
    const enough = { anyOf: ways.map((parts) => atLeast(names, parts)) };
    const assertion = side === 'minimum' ? enough : { not: enough };
    return [
      constrain({ ...demanded(bound, side, demands), message: 'content-language.count' }, assertion, demands.locale),
    ];
  });
}

function atLeast(names: readonly string[], parts: readonly number[]): JsonSchema {
  const wanted = names.flatMap((name, index) => ((parts[index] ?? 0) > 0 ? [[name, parts[index] ?? 0] as const] : []));
  return {
    required: wanted.map(([name]) => name),
    properties: Object.fromEntries(wanted.map(([name, count]) => [name, { type: 'number', minimum: count }])),
  };
}

/** JSON Schema can not add: a sum of at least n is one of the ways to write n. More ways than this are not worth it. */
const mostWays = 100;

/** All ways to write `total` as a sum of `count` parts; undefined where there are too many. */
export function compositions(total: number, count: number): readonly (readonly number[])[] | undefined {
  if (count <= 1) return [[total]];
  if (waysOf(total, count) > mostWays) return undefined;
  const ways: number[][] = [];
  for (let first = 0; first <= total; first++) {
    for (const rest of compositions(total - first, count - 1) ?? []) ways.push([first, ...rest]);
  }
  return ways;
}

/** C(total + count - 1, count - 1), cut off where it exceeds `mostWays`. */
function waysOf(total: number, count: number): number {
  let ways = 1;
  for (let index = 1; index < count; index++) {
    ways = (ways * (total + index)) / index;
    if (ways > mostWays) return ways;
  }
  return ways;
}
