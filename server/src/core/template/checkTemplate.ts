// Findings in a template itself: what contradicts, can never be met, or can never apply (template-*), each with a way out.
import { normalKey } from '../model/headingIdentity.ts';
import { placeAnnotations } from './annotationPlaces.ts';
import { checkAnnotations, checkOutside } from './checkAnnotations.ts';
import { checkBounds } from './checkBounds.ts';
import type { FenceBlock } from './fences.ts';
import type { FoundSkeletons, Skeleton } from './skeleton.ts';
import type { SectionSpec, Template, TemplateProblem } from './template.ts';

/** Problems in document order; spans are those of the template document. */
export function checkTemplate(templates: readonly Template[], found: FoundSkeletons): readonly TemplateProblem[] {
  const isWhole = found.skeletons.some((skeleton) => skeleton.isWhole);
  return [
    ...emptyProblems(templates),
    ...found.mended.map((block) => mendedFence(block, found)),
    ...found.skeletons.flatMap((skeleton) => [...annotationProblems(skeleton), ...ambiguousAliases(skeleton)]),
    ...(isWhole ? [] : checkOutside(found.outside)),
    ...templates.flatMap((template) => [
      ...siblingProblems(template.sections),
      ...repeatProblems(template.sections),
      ...checkBounds(template, found.source),
      ...closedProblems(template),
      ...groupProblems(template.sections),
    ]),
  ].toSorted((a, b) => a.span.start - b.span.start);
}

function emptyProblems(templates: readonly Template[]): readonly TemplateProblem[] {
  return templates
    .filter((template) => template.sections.length === 0 && template.fields.length === 0)
    .map((template) => ({
      code: 'template-empty',
      severity: 'warning',
      message: { key: 'template-empty' },
      span: template.span ?? { start: 0, end: 0 },
    }));
}

function mendedFence(block: FenceBlock, { source }: FoundSkeletons): TemplateProblem {
  const base = { code: 'template-fence-mended', severity: 'information', span: source.lineSpan(block.open) } as const;
  if (block.close !== undefined) return { ...base, message: { key: 'template-fence-mended' } };
  const end = source.lineText(block.contentEnd).trim();
  if (end === '') return { ...base, message: { key: 'template-fence-mended.end' } };
  return { ...base, message: { key: 'template-fence-mended.open', args: { end: end.slice(0, 60) } } };
}

function annotationProblems({ model, mapped }: Skeleton): readonly TemplateProblem[] {
  return checkAnnotations(model).map((problem) => ({ ...problem, span: mapped.spanToDocument(problem.span) }));
}

function siblingProblems(specs: readonly SectionSpec[]): readonly TemplateProblem[] {
  const seen = new Map<string, SectionSpec>();
  const problems: TemplateProblem[] = [];
  for (const spec of specs) {
    const first = spec.isPlaceholder ? undefined : seen.get(normalKey(spec.name));
    if (first !== undefined) {
      problems.push({
        code: 'template-section-duplicate',
        severity: 'warning',
        message: { key: 'template-section-duplicate', args: { name: spec.name } },
        span: spec.span,
        related: [{ message: { key: 'template-section-duplicate.first' }, span: first.span }],
      });
    }
    seen.set(normalKey(spec.name), spec);
    problems.push(...siblingProblems(spec.children));
  }
  return problems;
}

function repeatProblems(specs: readonly SectionSpec[]): readonly TemplateProblem[] {
  return specs.flatMap((spec) => [...repeatProblem(spec), ...repeatProblems(spec.children)]);
}

function repeatProblem({ name, repeat: { min, max }, span }: SectionSpec): readonly TemplateProblem[] {
  if (max === undefined || min <= max) return [];
  const message = { key: 'template-repeat-contradictory', args: { name, min, max } } as const;
  return [{ code: message.key, severity: 'error', message, span }];
}

function closedProblems(template: Template): readonly TemplateProblem[] {
  if (!template.isClosed) return [];
  return template.sections
    .filter((spec) => spec.isPlaceholder)
    .map((spec) => ({
      code: 'template-placeholder-closed',
      severity: 'warning',
      message: { key: 'template-placeholder-closed', args: { name: spec.name } },
      span: spec.span,
    }));
}

/** Alternatives are siblings: a group with one member on its level is no choice. */
function groupProblems(specs: readonly SectionSpec[]): readonly TemplateProblem[] {
  const alone = specs.filter(
    ({ alternativeGroup: group }) =>
      group !== undefined && specs.filter((other) => other.alternativeGroup === group).length === 1,
  );
  return [
    ...alone.map((spec): TemplateProblem => {
      const message = { key: 'template-alternative-single', args: { group: spec.alternativeGroup ?? '' } } as const;
      return { code: message.key, severity: 'warning', message, span: spec.span };
    }),
    ...specs.flatMap((spec) => groupProblems(spec.children)),
  ];
}

/** An alias that an annotation gives and that a sibling has too. The built-in table gives way by itself. */
function ambiguousAliases({ model, mapped }: Skeleton): readonly TemplateProblem[] {
  const { onSection } = placeAnnotations(model);
  return [...onSection].flatMap(([section, { data, keys, span }]) => {
    const siblings = section.parent?.children ?? model.topSections;
    return data.aliases.flatMap((alias) => {
      const key = normalKey(alias);
      const other = siblings.find(
        (sibling) =>
          sibling !== section &&
          (sibling.heading.identity.key === key ||
            (onSection.get(sibling)?.data.aliases ?? []).some((name) => normalKey(name) === key)),
      );
      if (other === undefined) return [];
      const args = { alias, first: section.heading.identity.name, second: other.heading.identity.name };
      return [
        {
          code: 'template-alias-ambiguous',
          severity: 'warning' as const,
          message: { key: 'template-alias-ambiguous' as const, args },
          span: mapped.spanToDocument(keys.get('aliases') ?? span),
          related: [
            { message: { key: 'template-bounds.other' as const }, span: mapped.spanToDocument(other.heading.span) },
          ],
        },
      ];
    });
  });
}
