// Documents and templates by their headings alone, for tests of the alignment.
import { identifyHeading } from '../../server/src/core/model/headingIdentity.ts';
import type { Section } from '../../server/src/core/model/documentModel.ts';
import type { SectionSpec } from '../../server/src/core/template/template.ts';
import type { AlignedDocument } from '../../server/src/core/binding/align.ts';
import { normalKey } from '../../server/src/core/model/headingIdentity.ts';

type Open<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** A document of nothing but these lines (`## 概述`). */
export function outlineDocument(text: string): AlignedDocument {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const sections: (Omit<Open<Section>, 'children'> & { children: Section[] })[] = [];
  let offset = 0;
  for (const line of lines) {
    const marks = /^#+/.exec(line)?.[0] ?? '';
    const words = line.slice(marks.length).trim();
    const span = { start: offset, end: offset + line.length };
    const parent = sections.findLast((section) => section.level < marks.length && isOpen(sections, section));
    const section = {
      heading: {
        span,
        textSpan: { start: span.end - words.length, end: span.end },
        text: words,
        identity: identifyHeading(words),
      },
      level: marks.length,
      span: { start: offset, end: offset + line.length + 1 },
      bodySpan: { start: span.end + 1, end: span.end + 1 },
      ...(parent === undefined ? {} : { parent }),
      children: [],
      anchor: words,
    };
    parent?.children.push(section);
    sections.push(section);
    offset += line.length + 1;
  }
  sections.forEach((section, index) => {
    const next = sections.slice(index + 1).find((other) => other.level <= section.level);
    section.span = { start: section.span.start, end: next?.span.start ?? offset };
  });
  const title = sections.find((section) => section.level === 1);
  return {
    sections,
    topSections: sections.filter((section) => section.parent === undefined),
    metadata: [],
    ...(title === undefined ? {} : { title }),
  };
}

function isOpen(sections: readonly Section[], candidate: Section): boolean {
  return sections.slice(sections.indexOf(candidate as never) + 1).every((later) => later.level > candidate.level);
}

/** Specs of nothing but these lines: `## 概述`, `## 附录?` optional, `## [主题]` placeholder, `### 方案*` repeatable, `## A / B` aliases. */
export function outlineSpecs(text: string): readonly SectionSpec[] {
  const outer: SectionSpec[] = [];
  const open: { level: number; children: SectionSpec[]; id: string }[] = [];
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const level = line.lastIndexOf('#') + 1;
    const isOptional = line.endsWith('?') || line.includes('（可选）');
    const isRepeatable = line.endsWith('*');
    const identity = identifyHeading(line.replace(/^#+|[?*]$/g, '').trim());
    const [name = '', ...aliases] = identity.name.split(' / ');
    while (open.some((spec) => spec.level >= level)) open.pop();
    const parent = open.at(-1);
    const id = [...(parent ? [parent.id] : []), normalKey(name)].join('/');
    const children: SectionSpec[] = [];
    const spec: SectionSpec = {
      id,
      name,
      aliases,
      isPlaceholder: name.startsWith('['),
      level,
      ...(identity.ordinal && { ordinal: identity.ordinal }),
      ...(identity.emoji && { emoji: identity.emoji }),
      required: !isOptional,
      repeat: { min: isOptional ? 0 : 1, ...(isRepeatable ? {} : { max: 1 }) },
      guidance: '',
      body: '',
      bounds: [],
      languages: [],
      children,
      origin: { path: 'template.md', line: 0 },
      span: { start: 0, end: 0 },
    };
    (parent ? parent.children : outer).push(spec);
    open.push({ level, children, id });
  }
  return outer;
}
