// A new document from a template: title, metadata, contents, the required sections with their guidance.
import { ownHeading } from '../../core/fixes/headingStyle.ts';
import { lineOf, newTocList } from '../../core/fixes/tocEdit.ts';
import { buildModel } from '../../core/model/buildModel.ts';
import type { MarkdownParser } from '../../core/markdown/markdownParser.ts';
import type { MetadataField } from '../../core/model/documentModel.ts';
import type { FieldSpec, SectionSpec, Template } from '../../core/template/template.ts';
import { normalKey } from '../../core/model/headingIdentity.ts';
import { isTemplateVersionKey } from '../../core/migration/templateVersion.ts';
import type { TemplateVersionSettings } from '../../core/migration/templateVersionSettings.ts';
import { withVersionLine } from './versionLine.ts';
import { partsOf, toText, type Part } from './part.ts';

export interface Wanted {
  readonly title: string;
  readonly id?: string;
  /** Values by field key, as answered or given on the command line. */
  readonly answers: Readonly<Record<string, string>>;
  /** ISO date of the author's today. */
  readonly today: string;
  /** Where documents say which version of the template they follow. */
  readonly templateVersion?: TemplateVersionSettings;
  /** What a plan says of it. */
  readonly planned?: PlannedContent;
}

export interface PlannedContent {
  /** Points of the plan, which become sections. */
  readonly outline: readonly string[];
  /** Noted in a comment below the first heading of a section. */
  readonly note: string;
}

/** Ends with one line break. Optional sections are left out: completion offers them where they belong. */
export function documentParts(template: Template, wanted: Wanted, parser: MarkdownParser): readonly Part[] {
  const header = headerParts(template, 'header', wanted, parser);
  const tail = headerParts(template, 'tail', wanted, parser);
  const sections = bodyParts(template, wanted.planned);
  const contents = template.hasToc ? contentsOf(template, toText(sections), parser) : '';
  const rule = template.header.includes('---') ? '---\n\n' : '';
  return [
    { text: `# ${wanted.title}\n\n` },
    ...header,
    ...(header.length > 0 ? [{ text: `\n\n${rule}` }] : []),
    { text: contents },
    ...sections,
    ...(tail.length > 0 ? [{ text: `\n${rule === '' ? '' : '---\n\n'}` }, ...tail, { text: '\n' }] : []),
  ];
}

function contentsOf(template: Template, body: string, parser: MarkdownParser): string {
  const model = buildModel(`# ${template.name}\n\n${body}`, parser);
  const list = newTocList(model.sections.map(lineOf), '\n');
  const emoji = template.sections.some((spec) => spec.emoji !== undefined) ? '📑 ' : '';
  const name = template.language === 'zh' ? '目录' : 'Contents';
  return list === '' ? '' : `## ${emoji}${name}\n\n${list}\n\n`;
}

// ---- metadata

/** The template's own header with values, choices and stops in place of its examples. */
function headerParts(
  template: Template,
  place: FieldSpec['place'],
  wanted: Wanted,
  parser: MarkdownParser,
): readonly Part[] {
  const specs = template.fields.filter((spec) => spec.place === place);
  const { templateVersion } = wanted;
  const own = place === 'header' ? withVersionLine(ownHeader(template), template, templateVersion, parser) : '';
  if (own === '') {
    const lines = specs.filter((spec) => spec.required).flatMap((spec, index) => fieldParts(spec, index, wanted));
    return place === 'header' ? [...lines, ...versionPart(template, wanted, lines.length > 0)] : lines;
  }
  const before = '# t\n\n';
  const model = buildModel(before + own, parser);
  const fields = model.metadata.flatMap((block) => block.fields);
  const parts: Part[] = [];
  let at = before.length;
  const text = before + own;
  for (const field of fields.toSorted((a, b) => a.span.start - b.span.start)) {
    const spec = specOf(specs, field);
    const isVersion = template.version !== undefined && isTemplateVersionKey(field.normalKey, templateVersion);
    if (spec === undefined && !isVersion) continue;
    const value = isVersion ? { text: template.version } : spec && valuePart(spec, wanted);
    parts.push({ text: text.slice(at, field.valueSpan.start) }, ...(value ? [value] : []));
    at = field.valueSpan.end;
  }
  return [...parts, { text: text.slice(at).trimEnd() }];
}

/** Without rules, comments and optional marks, which belong to the template and not to a document. */
function ownHeader(template: Template): string {
  const lines = template.header.replace(/<!--[^]*?-->/g, '').split(/\r\n|\r|\n/);
  return lines
    .filter((line) => !/^\s*(?:-{3,}|\*{3,})\s*$/.test(line) || template.header.startsWith('---'))
    .join('\n')
    .trim();
}

function specOf(specs: readonly FieldSpec[], field: MetadataField): FieldSpec | undefined {
  return specs.find(
    (spec) =>
      spec.id === field.normalKey || [spec.key, ...spec.aliases].some((key) => normalKey(key) === field.normalKey),
  );
}

function fieldParts(spec: FieldSpec, index: number, wanted: Wanted): readonly Part[] {
  return [{ text: `${index === 0 ? '' : '\n'}> **${spec.key}**: ` }, valuePart(spec, wanted)];
}

/** For a template that shows no metadata of its own. */
function versionPart({ version, fields }: Template, { templateVersion }: Wanted, follows: boolean): readonly Part[] {
  const key = templateVersion?.key;
  if (key === undefined || version === undefined) return [];
  if (fields.some((spec) => isTemplateVersionKey(normalKey(spec.key), templateVersion))) return [];
  return [{ text: `${follows ? '\n' : ''}> **${key}**: ${version}` }];
}

function valuePart(spec: FieldSpec, { answers, id, today }: Wanted): Part {
  const answer = answers[spec.key];
  if (answer !== undefined) return { text: answer };
  if (spec.format === 'id' && id !== undefined) return { text: id };
  const choices = (spec.values ?? []).map(({ value }) => value);
  if (choices.length > 0) return { stop: choices[0] ?? '', choices };
  if (spec.format === 'date') return { text: dateLike(spec.placeholder ?? '', today) };
  return { stop: spec.placeholder ?? spec.key };
}

/** Today in the form that the template shows: 2026-01-31 or 2026年01月31日. */
function dateLike(shown: string, today: string): string {
  const [year = '', month = '', day = ''] = today.split('-');
  return shown.includes('年') ? `${year}年${month}月${day}日` : today;
}

// ---- sections

/**
 * The points of a plan take the place of the template's section that is to be named (`## [主题章节]`); a template with fixed
 * sections gets them below its first one.
 */
function bodyParts({ sections }: Template, planned: PlannedContent | undefined): readonly Part[] {
  if (planned === undefined) return sectionParts(sections);
  const required = sections.filter((spec) => spec.required && spec.repeat.min > 0);
  const { outline } = planned;
  const open = outline.length === 0 ? undefined : required.find((spec) => spec.isPlaceholder);
  return required.flatMap((spec, index) => {
    const own = spec === open ? outline.flatMap((name) => namedSection(spec, name)) : copiesOf(spec);
    if (index > 0) return own;
    const points = open === undefined ? outline.flatMap((name) => plainSection(spec.level + 1, name)) : [];
    return [...withNote(own, planned.note), ...points];
  });
}

/** A section of the template under the name that the plan gives it. */
function namedSection(spec: SectionSpec, name: string): readonly Part[] {
  const [heading, ...rest] = oneSection({ ...spec, isPlaceholder: false, name }, 0);
  const text = heading !== undefined && 'text' in heading ? heading.text : '';
  return [{ text: text.slice(0, /^#+ /.exec(text)?.[0].length ?? 0) + name }, ...rest];
}

function plainSection(level: number, name: string): readonly Part[] {
  return [{ text: `${'#'.repeat(level)} ${name}\n\n` }, { stop: '…' }, { text: '\n\n' }];
}

/** Behind the heading, where its author sees it first. */
function withNote([heading, ...rest]: readonly Part[], note: string): readonly Part[] {
  if (heading === undefined) return [];
  return [heading, { text: `\n\n<!-- ${note.replace(/--+/g, '—').replace(/[<>]/g, ' ')} -->` }, ...rest];
}

function sectionParts(specs: readonly SectionSpec[]): readonly Part[] {
  return specs.filter((spec) => spec.required && spec.repeat.min > 0).flatMap(copiesOf);
}

/** A section that must stand twice is there twice, numbered on. */
function copiesOf(spec: SectionSpec): readonly Part[] {
  return Array.from({ length: Math.max(1, spec.repeat.min) }, (_, copy) => oneSection(spec, copy)).flat();
}

function oneSection(spec: SectionSpec, copy: number): readonly Part[] {
  const heading = `${'#'.repeat(spec.level)} ${ownHeading(spec, copy)}`;
  const before = spec.isPlaceholder ? heading.slice(0, heading.lastIndexOf(spec.name)) : heading;
  const name: readonly Part[] = spec.isPlaceholder ? [{ stop: spec.name }] : [];
  const body = spec.body.trim() === '' ? [] : [...partsOf(spec.body.trim()), { text: '\n\n' }];
  return [{ text: before }, ...name, { text: '\n\n' }, ...body, ...sectionParts(spec.children)];
}
