// `usage`: how each document is read, step by step, each step a link to the section that serves it: 使用指南.
import type { DocumentFacts, FactHeading } from '../../facts/documentFacts.ts';
import { normalKey } from '../../model/normalKey.ts';
import { documentLink } from '../documentCells.ts';
import { say, type Generator, type GeneratorInput } from '../generator.ts';
import { addressOf, linkTo, tableLines } from '../markdownText.ts';
import type { RegionMark } from '../regionMark.ts';
import { selectDocuments } from '../selectDocuments.ts';

type Step = RegionMark['steps'][number];

/** As guides to case libraries tell it: understand, learn, practise, apply. */
const defaultSteps = [
  {
    label: 'region.step.understand',
    words: ['概述', '背景', '业务场景', '需求', 'overview', 'background', 'scenario', 'context'],
  },
  {
    label: 'region.step.learn',
    words: ['实现', '设计', '方案', '架构', 'implementation', 'design', 'solution', 'architecture'],
  },
  { label: 'region.step.practise', words: ['测试', '验证', '部署', '运行', 'test', 'verification', 'deployment'] },
  { label: 'region.step.apply', words: ['最佳实践', '总结', '优化', '经验', 'bestpractice', 'summary', 'lessons'] },
] as const;

export const usage: Generator = (input) => {
  const { region, facts, ground } = input;
  const found = selectDocuments({ mark: region.mark, path: facts.path, ground });
  if (found.length === 0) return [];
  const steps: readonly Step[] =
    region.mark.steps.length > 0
      ? region.mark.steps
      : defaultSteps.map(({ label, words }) => ({ label: say(region, label), words }));
  const heads = [{ label: say(region, 'region.field.title') }, ...steps.map(({ label }) => ({ label }))];
  return tableLines(
    heads,
    found.map((each) => [documentLink(each, input), ...steps.map((step) => stepCell(each, step, input))]),
  );
};

function stepCell(facts: DocumentFacts, { words }: Step, { region, facts: own }: GeneratorInput): string {
  const keys = words.map((word) => normalKey(word));
  const heading = sectionFor(facts.headings, keys);
  if (heading === undefined) return '';
  return linkTo(
    heading.text,
    `${addressOf(facts.path, own.path, region.linkStyle)}#${anchorOf(heading, region.linkStyle)}`,
  );
}

/** The outermost heading that one of the words names; earlier words weigh more. */
function sectionFor(headings: readonly FactHeading[], keys: readonly string[]): FactHeading | undefined {
  for (const level of [2, 3]) {
    for (const key of keys) {
      const found = headings.find((heading) => heading.level === level && heading.key.includes(key));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function anchorOf({ anchor }: FactHeading, style: 'raw' | 'encoded'): string {
  return style === 'encoded' ? anchor.replace(/[^\u0000-\u007F\p{Cs}]+/gu, encodeURIComponent) : anchor;
}
