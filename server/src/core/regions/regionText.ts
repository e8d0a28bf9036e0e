// What belongs into a region, as its lines would stand in the document. The same library gives the same text.
import type { FactRegion } from '../facts/documentFacts.ts';
import { say, type GeneratorInput } from './generator.ts';
import { generators } from './generators/index.ts';
import { escapeText } from './markdownText.ts';
import { isMarkRight } from './markProblems.ts';
import type { Plan } from '../roadmap/plan.ts';

/** Texts by what they follow from; the keys name document and mark, never a place. */
const texts: Level = { below: new WeakMap(), lines: new Map() };
const noPlans: readonly Plan[] = [];

interface Level {
  readonly below: WeakMap<object, Level>;
  readonly lines: Map<string, readonly string[]>;
}

function cacheFor(keys: readonly object[]): Map<string, readonly string[]> {
  let level = texts;
  for (const key of keys) {
    const next = level.below.get(key) ?? { below: new WeakMap(), lines: new Map() };
    level.below.set(key, next);
    level = next;
  }
  return level.lines;
}

/** Lines between the marks without their endings; undefined for a region that nothing can be written into. */
export function regionLines(input: GeneratorInput): readonly string[] | undefined {
  const { region, facts, ground } = input;
  const { generator } = region.mark;
  if (generator === undefined || region.fault !== undefined || !isMarkRight(region, ground)) return undefined;
  const { aspects } = ground.index;
  // Sizes and links are in no aspect: facts of other documents may change without it.
  if (generator === 'usage' || dependsOnSizes(region)) return generate(input);
  const known = cacheFor([aspects.identity, ground.configuration, ground.plans ?? noPlans]);
  const key = JSON.stringify([facts.path, region.mark, region.language, region.headingLevel, region.linkStyle]);
  const lines = known.get(key) ?? generate(input);
  known.set(key, lines);
  return lines;
}

const sizes = /^(?:lines|length|text|codeBlocks|tables|images|行数|字数|代码块|表格|图片)$/i;

function dependsOnSizes({ mark }: FactRegion): boolean {
  const names = [...mark.columns.map(({ name }) => name), ...mark.groupBy, ...mark.sort, ...Object.keys(mark.where)];
  return names.some((name) => sizes.test(name.replace(/^-/, '').trim()));
}

function generate(input: GeneratorInput): readonly string[] {
  const { region } = input;
  const { generator, empty } = region.mark;
  const lines = generator === undefined ? [] : generators[generator](input);
  const content = lines.length > 0 ? lines : [empty === undefined ? say(region, 'region.empty') : escapeText(empty)];
  return ['', ...content, ''];
}
