// On a relation field or in a relation section: adds a document that is probably related, as the document writes the others.
// It says nothing of what is wrong with relations; where the form of a list is not clear it offers nothing.
import type { DocumentFacts, FactField } from '../../core/facts/documentFacts.ts';
import type { TextEdit } from '../../core/finding.ts';
import { ownIdOf } from '../../core/ids/ownId.ts';
import { renderMessage } from '../../core/messages/render.ts';
import { addressOf, linkTo } from '../../core/regions/markdownText.ts';
import { headingMeanings, linksInField } from '../../core/relations/declaredRelations.ts';
import { proposalsFor } from '../../core/relations/proposals.ts';
import type { RelationType } from '../../core/relations/relation.ts';
import { titleOf } from '../../core/relations/relationPlace.ts';
import { relationTypesOf, typeOfKey } from '../../core/relations/relationTypes.ts';
import type { Span } from '../../core/sourceText.ts';
import type { PlainAction } from '../codeActions.ts';
import type { DocumentView } from '../engineView.ts';

const MOST_OFFERED = 5;

/** Likeness says that documents have to do with each other, not that one replaces the other or is a part of it. */
const offered = new Set(['related', 'prerequisite']);

export function addRelated(found: DocumentView, asked: Span): readonly PlainAction[] {
  const { index, configuration, plans } = found.library;
  const place = index && placeAt(found, asked.start);
  if (index === undefined || place === undefined) return [];
  const { source } = found.analysis.model;
  const own = found.analysis.facts;
  return proposalsFor(own.path, { index, configuration, ...(plans && { plans }) })
    .flatMap(({ path, reasons }) => {
      const facts = index.documents.get(path);
      const [reason] = reasons;
      if (facts === undefined || reason === undefined || place.type.to?.includes(facts.kind) === false) return [];
      const edit = place.edit(facts);
      const args = { title: titleOf(facts, path), reason: renderMessage(reason, found.view.locale) };
      const title = renderMessage({ key: 'proposal.add', args }, found.view.locale);
      const edits = [{ range: source.rangeOf(edit.span), newText: edit.newText }];
      return [{ title, kind: 'quickfix', isPreferred: false, edits } as const];
    })
    .slice(0, MOST_OFFERED);
}

interface Place {
  readonly type: RelationType;
  edit(target: DocumentFacts): TextEdit;
}

function placeAt(found: DocumentView, offset: number): Place | undefined {
  const types = relationTypesOf(found.library.configuration);
  const { facts } = found.analysis;
  const field = facts.fields.find(({ keySpan, valueSpan }) => keySpan.start <= offset && offset <= valueSpan.end);
  if (field === undefined) return sectionPlace(found, offset, types);
  const means = typeOfKey(field.normalKey, types);
  if (means === undefined || means.isInverse || !offered.has(means.type.name)) return undefined;
  return fieldPlace(found, field, means.type);
}

// ---- metadata

/** What stands where nothing is related yet. */
const NOTHING = /^(?:无|暂无|待补充|待定|none|n\/a|tbd|[-—–/]+|\[[^\]]*\])$/i;

function fieldPlace(found: DocumentView, field: FactField, type: RelationType): Place | undefined {
  const { model, facts } = found.analysis;
  const { source } = model;
  const dialect = model.metadata.find(({ span }) => contains(span, field.keySpan.start))?.dialect;
  const isYaml = dialect === 'yaml';
  const links = linksInField(facts, field.valueSpan);
  const name = (target: DocumentFacts): string => {
    const id = ownIdOf(target)?.id;
    // In front matter a link is no link, and brackets begin a list.
    if (isYaml) return id ?? addressOf(target.path, facts.path, 'raw');
    return id === undefined || links.length > 0 ? linkOf(target, facts) : id;
  };
  if (isYaml && field.items !== undefined) return yamlListPlace(found, field, { type, name });
  const { value, valueSpan } = field;
  if (!isYaml && links.length === 0 && NOTHING.test(value))
    return { type, edit: (target) => ({ span: valueSpan, newText: name(target) }) };
  const end = { start: valueSpan.end, end: valueSpan.end };
  if (value === '') {
    const gap = /[ \t]$/.test(source.text.slice(0, end.start)) ? '' : ' ';
    return { type, edit: (target) => ({ span: end, newText: gap + name(target) }) };
  }
  const separator = separatorOf(value, facts);
  return { type, edit: (target) => ({ span: end, newText: separator + name(target) }) };
}

function separatorOf(value: string, { language }: DocumentFacts): string {
  const [, mark] = /(、|，|；|[,;] ?)/.exec(value) ?? [];
  return mark ?? (language === 'zh' ? '、' : ', ');
}

type Naming = Pick<Place, 'type'> & { readonly name: (target: DocumentFacts) => string };

/** `[a, b]`, or a line for each with the hyphen of the last one. */
function yamlListPlace(found: DocumentView, field: FactField, { type, name }: Naming): Place | undefined {
  const { source } = found.analysis.model;
  const { valueSpan } = field;
  const text = source.slice(valueSpan).trimEnd();
  const end = valueSpan.start + text.length;
  if (text.startsWith('[') && text.endsWith(']')) {
    const inner = text.slice(1, -1).trimEnd();
    const at = valueSpan.start + 1 + inner.length;
    const separator = inner === '' ? '' : ', ';
    return { type, edit: (target) => ({ span: { start: at, end: at }, newText: separator + name(target) }) };
  }
  const [marker] = /^\s*-\s+/.exec(source.lineText(source.lineAt(end))) ?? [];
  if (marker === undefined) return undefined;
  const lead = source.lineEnding + marker;
  return { type, edit: (target) => ({ span: { start: end, end }, newText: lead + name(target) }) };
}

// ---- sections

function sectionPlace(found: DocumentView, offset: number, types: readonly RelationType[]): Place | undefined {
  const { facts, model } = found.analysis;
  const position = facts.headings.findLastIndex(({ span }) => lineStartOf(found, span.start) <= offset);
  const heading = facts.headings[position];
  const type = headingMeanings(facts, types)[position];
  if (heading === undefined || type === undefined || !offered.has(type.name)) return undefined;
  const end = facts.headings[position + 1]?.span.start ?? model.source.text.length;
  const section = { start: heading.span.end, end };
  const isWritten = (at: number): boolean => facts.regions.some(({ span }) => contains(span, at));
  if (isWritten(offset)) return undefined;
  const items = facts.links.filter(
    ({ span, itemSpan }) => itemSpan !== undefined && contains(section, span.start) && !isWritten(span.start),
  );
  const last = items.at(-1);
  if (last !== undefined) return afterItem(found, type, last.span.start);
  return emptySection(found, section, type);
}

const MARKER = /^([ \t]*(?:>[ \t]?)*[ \t]*)([-*+]|(\d{1,9})([.)]))([ \t]+(?:\[[ xX]\][ \t]+)?)/;

/** A line of its own after the last item, with its indent and its mark; numbers go on. */
function afterItem(found: DocumentView, type: RelationType, offset: number): Place | undefined {
  const { facts, model } = found.analysis;
  const { source } = model;
  const line = source.lineAt(offset);
  const marker = MARKER.exec(source.lineText(line));
  if (marker === null) return undefined;
  const [, indent = '', sign = '', number, delimiter = '', gap = ''] = marker;
  const mark = number === undefined ? sign : `${String(Number(number) + 1)}${delimiter}`;
  const { end } = source.lineSpan(line);
  const lead = `${source.lineEnding}${indent}${mark}${gap.replace(/[xX]/, ' ')}`;
  return { type, edit: (target) => ({ span: { start: end, end }, newText: lead + linkOf(target, facts) }) };
}

/** The first item of a section in which nothing stands; what else stands there is not understood. */
function emptySection(found: DocumentView, section: Span, type: RelationType): Place | undefined {
  const { facts, model } = found.analysis;
  const { source } = model;
  const line = source.lineAt(section.start);
  const { end } = source.lineSpan(line);
  const rest = source.slice({ start: end, end: lineStartOf(found, section.end) });
  if (!/^(?:\s|---)*$/.test(rest)) return undefined;
  const lead = `${source.lineEnding}${source.lineEnding}- `;
  return { type, edit: (target) => ({ span: { start: end, end }, newText: lead + linkOf(target, facts) }) };
}

function lineStartOf({ analysis }: DocumentView, offset: number): number {
  const { source } = analysis.model;
  return offset >= source.text.length ? source.text.length : source.lineStart(source.lineAt(offset));
}

function linkOf(target: DocumentFacts, own: DocumentFacts): string {
  const isEncoded = own.links.some(({ url }) => /%[89A-F][0-9A-F]/i.test(url) && !/^[a-z][a-z0-9+.-]*:/i.test(url));
  return linkTo(titleOf(target, target.path), addressOf(target.path, own.path, isEncoded ? 'encoded' : 'raw'));
}

function contains({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
