// Sections whose content is there without a heading of their own: under a line in bold, or as the code that the template
// wants in them. Reads the document; binds nothing.
import type { DocumentModel, Section } from '../model/documentModel.ts';
import { identifyHeading, normalKey } from '../model/headingIdentity.ts';
import { measureSpan } from '../model/measures.ts';
import type { Span } from '../sourceText.ts';
import type { SectionSpec } from '../template/template.ts';
import type { StandIn } from './boundDocument.ts';
import { isNamed, type SpecNames } from './nameSimilarity.ts';

/** Bold words that are a line of their own, or lead a paragraph with a colon. */
const boldLead = /^(?:\*\*([^*\n]{1,80})\*\*|__([^_\n]{1,80})__)[ \t]*(?:[:：]|$)/m;
const boldColonLead = /^(?:\*\*([^*\n]{1,80})[:：]\*\*|__([^_\n]{1,80})[:：]__)/;
/** A comment in code that says no more than a name. */
const commentLine = /^[ \t>]{0,40}(?:--|\/\/|#)[ \t]*(\S[^\n]{0,79})$/gm;

interface Label {
  readonly key: string;
  readonly span: Span;
}

/** Finds stand-ins in one document. Each piece of text stands for one section only. */
export class StandIns {
  readonly #model: DocumentModel;
  /** Read when the first section is missing: most documents never ask. */
  #labels: readonly Label[] | undefined;
  readonly #taken = new Set<string>();

  constructor(model: DocumentModel) {
    this.#model = model;
  }

  /** `free`: sections below the owner that nothing else has taken. */
  find(spec: SectionSpec, names: SpecNames, owner: Section, free: readonly Section[]): StandIn | undefined {
    if (spec.isPlaceholder || spec.children.length > 0) return undefined;
    const found = this.#labelled(names, owner) ?? this.#code(spec, [owner.bodySpan, ...free.map(({ span }) => span)]);
    if (found !== undefined) this.#taken.add(keyOf(found.span));
    return found;
  }

  #labelled(names: SpecNames, owner: Section): StandIn | undefined {
    const labels = (this.#labels ??= labelsOf(this.#model));
    for (let index = firstFrom(labels, owner.bodySpan.start); ; index++) {
      const label = labels[index];
      if (label === undefined || label.span.start >= owner.span.end) return undefined;
      if (!isNamed(label.key, names)) continue;
      const next = labels[index + 1]?.span.start ?? owner.span.end;
      const span = { start: label.span.start, end: Math.min(next, this.#nextHeading(label, owner)) };
      if (!this.#taken.has(keyOf(span))) return { span, label: label.span };
    }
  }

  #nextHeading(label: Label, owner: Section): number {
    return this.#model.sections.find(({ span }) => span.start >= label.span.end)?.span.start ?? owner.span.end;
  }

  #code(spec: SectionSpec, pieces: readonly Span[]): StandIn | undefined {
    const wanted = spec.bounds.filter(({ measure, min }) => measure === 'codeBlocks' && (min ?? 0) > 0);
    if (wanted.length === 0 && spec.languages.length === 0) return undefined;
    const span = pieces.find((piece) => {
      if (this.#taken.has(keyOf(piece))) return false;
      const { codeBlocks, languages } = measureSpan(this.#model, piece);
      const isEnough = wanted.every(({ min }) => codeBlocks >= (min ?? 0));
      return isEnough && spec.languages.every((language) => languages.includes(language.toLowerCase()));
    });
    return span && { span };
  }
}

function labelsOf(model: DocumentModel): readonly Label[] {
  const { paragraphs, code } = model.blocks;
  const bold = paragraphs.flatMap(({ span }): readonly Label[] => {
    const text = model.source.slice(span);
    const lead = boldColonLead.exec(text) ?? boldLead.exec(text);
    if (lead === null || lead.index > 0) return [];
    const { key } = identifyHeading((lead[1] ?? lead[2] ?? '').replace(/[:：\s]+$/, ''));
    return key === '' ? [] : [{ key, span: { start: span.start, end: span.start + lead[0].length } }];
  });
  const comments = code.flatMap(({ contentSpan }) =>
    [...model.source.slice(contentSpan).matchAll(commentLine)].flatMap((match): readonly Label[] => {
      const start = contentSpan.start + match.index;
      const key = normalKey((match[1] ?? '').replace(/^\d{1,3}[.、)]/, ''));
      return key === '' ? [] : [{ key, span: { start, end: start + match[0].length } }];
    }),
  );
  return [...bold, ...comments].sort((a, b) => a.span.start - b.span.start);
}

function keyOf({ start, end }: Span): string {
  return `${start} ${end}`;
}

function firstFrom(labels: readonly Label[], offset: number): number {
  const index = labels.findIndex(({ span }) => span.start >= offset);
  return index < 0 ? labels.length : index;
}
