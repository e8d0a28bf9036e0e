// What belongs here: what the template says of a section or a field, with the line that says so; what a link leads to.
import { limits } from '../core/limits.ts';
import type { Locale } from '../core/messages/catalog.ts';
import { renderMessage } from '../core/messages/render.ts';
import type { Message } from '../core/finding.ts';
import type { Range, Span } from '../core/sourceText.ts';
import type { Bound, FieldSpec, SectionSpec } from '../core/template/template.ts';
import { annotationHover } from './annotationHelp.ts';
import { boundText } from './boundText.ts';
import type { PositionParams } from './definition.ts';
import type { DocumentView, EngineView } from './engineView.ts';
import { linkHover } from './linkHover.ts';
import { planHover } from './planDocument/planHover.ts';
import { cutText, escapeMarkdown } from './plainMarkdown.ts';
import { uriOfLine } from './resourceUri.ts';
import { bindingOf, fieldAt, fieldSpecOf, headingAt } from './sectionAt.ts';

export interface HoverText {
  readonly markdown: string;
  readonly range: Range;
}

export function hover(view: EngineView, { uri, position }: PositionParams): HoverText | undefined {
  const found = view.document(uri);
  if (found === undefined) return undefined;
  const offset = found.analysis.model.source.offsetAt(position);
  const linked = linkHover(found, offset);
  if (linked?.isElsewhere === true) return textOf(linked);
  const demanded =
    ofField(found, offset) ?? ofSection(found, offset) ?? annotationHover(found, offset) ?? planHover(found, offset);
  if (demanded === undefined || linked === undefined) return demanded ?? (linked && textOf(linked));
  return { ...demanded, markdown: `${demanded.markdown}\n\n${linked.markdown}` };
}

function textOf({ markdown, range }: HoverText): HoverText {
  return { markdown, range };
}

function ofSection(found: DocumentView, offset: number): HoverText | undefined {
  const { analysis, view } = found;
  const section = headingAt(analysis.model, offset);
  const binding = section && bindingOf(analysis, section);
  if (section === undefined || binding?.section !== section) return undefined;
  return {
    markdown: sectionMarkdown(binding.spec, found, view.locale),
    range: rangeAround(found, section.heading.textSpan, offset),
  };
}

/** The words, and with them the place that was asked for: editors drop a hover whose range does not hold it. */
function rangeAround({ analysis }: DocumentView, { start, end }: Span, offset: number): Range {
  return analysis.model.source.rangeOf({ start: Math.min(start, offset), end: Math.max(end, offset) });
}

/** Name, whether it must be there, bounds, guidance and source of a section. */
export function sectionMarkdown(spec: SectionSpec, found: DocumentView, locale: Locale): string {
  const say = (message: Message): string => renderMessage(message, locale);
  const need = say({ key: needOf(spec) });
  const names = spec.aliases.join(locale === 'zh' ? '、' : ', ');
  const aliases = names === '' ? [] : [say({ key: 'hover.aliases', args: { names } })];
  const bounds = spec.bounds.map((bound: Bound) => upperFirst(boundText(bound, locale)));
  const facts = [need, ...bounds, ...aliases].map((fact) => `- ${escapeMarkdown(fact)}`);
  const guidance =
    spec.guidance.trim() === '' ? [] : [escapeMarkdown(cutText(spec.guidance.trim(), limits.hoverLength))];
  const source = sourceLine(found, spec.origin, locale);
  return [`**${escapeMarkdown(spec.name)}**`, facts.join('\n'), ...guidance, source].join('\n\n');
}

/** Each fact is a line of its own. */
function upperFirst(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function needOf(spec: SectionSpec): 'hover.required' | 'hover.optional' | 'hover.repeatable' {
  if (spec.repeat.max === undefined || spec.repeat.max > 1) return 'hover.repeatable';
  return spec.required ? 'hover.required' : 'hover.optional';
}

function ofField(found: DocumentView, offset: number): HoverText | undefined {
  const { analysis, view } = found;
  const field = fieldAt(analysis.model, offset);
  const spec = field && fieldSpecOf(analysis, field);
  if (field === undefined || spec === undefined) return undefined;
  return { markdown: fieldMarkdown(spec, found, view.locale), range: rangeAround(found, field.keySpan, offset) };
}

/** Key, whether it must be there, allowed values, format and source of a metadata field. */
export function fieldMarkdown(spec: FieldSpec, found: DocumentView, locale: Locale): string {
  const facts = [renderMessage({ key: spec.required ? 'hover.required' : 'hover.optional' }, locale)];
  if (spec.format !== undefined)
    facts.push(
      renderMessage(
        { key: 'hover.format', args: { format: renderMessage({ key: `format.${spec.format}` }, locale) } },
        locale,
      ),
    );
  const values = (spec.values ?? []).map(
    ({ value, description }) => `  - ${escapeMarkdown(description === undefined ? value : `${value}: ${description}`)}`,
  );
  if (values.length > 0) facts.push(renderMessage({ key: 'hover.values' }, locale));
  const lines = [...facts.map((fact) => `- ${escapeMarkdown(fact)}`), ...values].join('\n');
  const about = spec.description === undefined ? [] : [escapeMarkdown(cutText(spec.description, limits.hoverLength))];
  return [`**${escapeMarkdown(spec.key)}**`, lines, ...about, sourceLine(found, spec.origin, locale)].join('\n\n');
}

/** A link of our own making to the line that demands it. */
function sourceLine(
  { document }: DocumentView,
  origin: { readonly path: string; readonly line: number },
  locale: Locale,
): string {
  const label = renderMessage({ key: 'hover.source', args: { path: origin.path, line: origin.line + 1 } }, locale);
  return `[${escapeMarkdown(label)}](${uriOfLine(document.root, origin.path, origin.line)})`;
}
