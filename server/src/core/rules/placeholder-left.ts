// Text of the template that should have been replaced: {{NAME}}, the template's own [words], an example value.
import type { Finding } from '../finding.ts';
import type { Span } from '../sourceText.ts';
import type { DocumentRule, RuleContext } from './rule.ts';

/** `{{CONCEPT_NAME}}` and `{{概念名称}}`; `{{ .Values.x }}` is a language of others. */
const doubleBraces = /\{\{[A-Z_\p{Script=Han}][A-Z0-9_\p{Script=Han}]{0,60}\}\}/gu;
const bracketed = /\[[^[\]\n]{1,80}\](?![([:])/gu;
const standInValue =
  /^(?:x{2,}(?:[-–]x{2,})*|y{4}[-年/]m{1,2}[-月/]d{1,2}日?|20\d\d[-年](?:xx|\d\d[-月]xx)(?:日|-xx)?|\[[^\]]+\]|\{\{[^}]+\}\}|<[^>]+>)$/i;

export const placeholderLeft: DocumentRule = {
  kind: 'document',
  code: 'placeholder-left',
  defaultSeverity: 'warning',
  isFixable: false,
  strictness: 'by-status',
  check: (context) => [...inText(context), ...inMetadata(context)],
};

function inText(context: RuleContext): readonly Finding[] {
  const { model } = context;
  const known = templatePlaceholders(context);
  const spans: Span[] = [
    ...model.sections.map((section) => section.heading.textSpan),
    ...model.blocks.paragraphs.map((paragraph) => paragraph.span),
  ];
  const metadata = model.metadata.map((block) => block.span);
  const code = inlineCodeSpans(context);
  return spans
    .filter((span) => !metadata.some((block) => contains(block, span.start)))
    .flatMap((span) => {
      const text = model.source.slice(span);
      const braces = [...text.matchAll(doubleBraces)];
      const brackets = [...text.matchAll(bracketed)].filter((match) => known.has(match[0]));
      return [...braces, ...brackets]
        .map((match) => ({ start: span.start + match.index, end: span.start + match.index + match[0].length }))
        .filter((place) => !code.some((block) => contains(block, place.start)))
        .map((place) => finding(model.source.slice(place), place));
    });
}

/** `[…]` texts that the template itself holds; other brackets are the author's own. */
function templatePlaceholders(context: RuleContext): ReadonlySet<string> {
  const bindings = [...(context.bound?.bySection.values() ?? [])];
  const bodies = bindings.map((binding) => binding.spec.body);
  return new Set(bodies.flatMap((body) => body.match(bracketed) ?? []));
}

function inlineCodeSpans(context: RuleContext): readonly Span[] {
  const spans: Span[] = [];
  const pending = [...context.model.tree.children] as {
    type: string;
    position?: { start: { offset?: number }; end: { offset?: number } };
    children?: unknown[];
  }[];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === 'inlineCode')
      spans.push({ start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 });
    for (const child of (node.children ?? []) as typeof pending) pending.push(child);
  }
  return spans;
}

function inMetadata({ model, bound }: RuleContext): readonly Finding[] {
  const placeholders = new Map(
    [...(bound?.fields ?? [])].flatMap(([spec, fields]) => fields.map((field) => [field, spec.placeholder] as const)),
  );
  return model.metadata.flatMap((block) =>
    block.fields
      .filter(
        (field) => standInValue.test(field.value) || (field.value !== '' && field.value === placeholders.get(field)),
      )
      .map((field) => finding(field.value, field.valueSpan)),
  );
}

function contains(span: Span, offset: number): boolean {
  return offset >= span.start && offset < span.end;
}

function finding(text: string, span: Span): Finding {
  return {
    code: placeholderLeft.code,
    severity: placeholderLeft.defaultSeverity,
    message: { key: 'placeholder-left', args: { text } },
    span,
  };
}
