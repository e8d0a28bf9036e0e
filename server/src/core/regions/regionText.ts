// What belongs into a region, as its lines would stand in the document. The same library gives the same text.
import type { FactRegion } from '../facts/documentFacts.ts';
import { say, type GeneratorInput } from './generator.ts';
import { generators } from './generators/index.ts';
import { escapeText } from './markdownText.ts';
import { isMarkRight } from './markProblems.ts';

/** Texts by what they follow from; the keys name document and mark, never a place. */
const texts = new WeakMap<object, WeakMap<object, Map<string, readonly string[]>>>();

/** Lines between the marks without their endings; undefined for a region that nothing can be written into. */
export function regionLines(input: GeneratorInput): readonly string[] | undefined {
  const { region, facts, ground } = input;
  const { generator } = region.mark;
  if (generator === undefined || region.fault !== undefined || !isMarkRight(region, ground)) return undefined;
  const { aspects } = ground.index;
  // Sizes and links are in no aspect: facts of other documents may change without it.
  if (generator === 'usage' || dependsOnSizes(region)) return generate(input);
  const ofIdentity = texts.get(aspects.identity) ?? new WeakMap<object, Map<string, readonly string[]>>();
  texts.set(aspects.identity, ofIdentity);
  const known = ofIdentity.get(ground.configuration) ?? new Map<string, readonly string[]>();
  ofIdentity.set(ground.configuration, known);
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
