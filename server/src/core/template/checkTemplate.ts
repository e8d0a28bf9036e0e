// Findings in a template itself: what contradicts, can never be met, or can never apply.
import { normalKey } from '../model/headingIdentity.ts';
import type { FoundSkeletons } from './skeleton.ts';
import type { Bound, SectionSpec, Template, TemplateProblem } from './template.ts';

export function checkTemplate(templates: readonly Template[], found: FoundSkeletons): readonly TemplateProblem[] {
  return [
    ...emptyProblems(templates),
    ...found.mended.map((block): TemplateProblem => ({
      code: 'template-fence-mended',
      severity: 'information',
      message: { key: 'template-fence-mended' },
      span: found.source.lineSpan(block.open),
    })),
    ...templates.flatMap((template) => [
      ...siblingProblems(template.sections),
      ...contradictions(template.sections),
      ...closedProblems(template),
    ]),
  ];
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

function contradictions(specs: readonly SectionSpec[]): readonly TemplateProblem[] {
  return specs.flatMap((spec) => [
    ...spec.bounds.filter(isContradictory).map((bound): TemplateProblem => ({
      code: 'template-bounds-contradictory',
      severity: 'error',
      message: {
        key: 'template-bounds-contradictory',
        args: { measure: bound.measure, min: bound.min ?? 0, max: bound.max ?? 0 },
      },
      span: spec.span,
    })),
    ...(spec.repeat.max !== undefined && spec.repeat.min > spec.repeat.max
      ? [
          {
            code: 'template-repeat-contradictory',
            severity: 'error' as const,
            message: {
              key: 'template-repeat-contradictory' as const,
              args: { name: spec.name, min: spec.repeat.min, max: spec.repeat.max },
            },
            span: spec.span,
          },
        ]
      : []),
    ...contradictions(spec.children),
  ]);
}

function isContradictory({ min, max }: Bound): boolean {
  return min !== undefined && max !== undefined && min > max;
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
