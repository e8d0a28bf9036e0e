// The groups that a list of items stands in: the bold line above it, its section, and the sections around that.
import type { Section } from '../model/documentModel.ts';
import type { SourceText } from '../sourceText.ts';
import type { GroupFact } from './facts.ts';
import { isListLabel, type ListRun } from './listRuns.ts';
import type { Priority, Stated } from './plan.ts';
import type { TextLine } from './planText.ts';
import { prioritiesIn } from './words/priority.ts';
import { labelKindOf } from './words/labels.ts';
import { leadingPhase } from './words/references.ts';

/** Sections of this level and above hold parts of the document, not items, unless the list stands right in one. */
const PARTS = 2;

export function groupsAround({ section, head, end }: ListRun, source: SourceText): readonly GroupFact[] {
  const groups: GroupFact[] = [];
  if (
    head?.label !== undefined &&
    !isListLabel(withoutBrackets(head.label.text)) &&
    labelKindOf(head.label.text) === undefined
  )
    groups.push(boldGroup(head, head.label.text, end));
  for (let each = section; each !== undefined && each.level > 1; each = each.parent) {
    const isOwn = each === section;
    if ((isOwn || each.level > PARTS) && leadingPhase(each.heading.text) === undefined)
      groups.push(sectionGroup(each, source.lineAt(each.heading.span.start)));
  }
  return groups;
}

function boldGroup(head: TextLine, text: string, end: number): GroupFact {
  const { line, label } = head;
  const title = withoutBrackets(text).replace(/^\d{1,3}(?:\.\d{1,3})*[.、]?\s+/, '');
  const start = label?.span.start ?? head.span.start;
  const span = { start, end: label?.span.end ?? head.span.end };
  const priorities = statedPriorities(text, start, line);
  return {
    fact: 'group',
    via: 'group',
    title,
    line,
    span,
    extent: { start: head.span.start, end },
    ...(priorities.length > 0 && { priorities }),
  };
}

function sectionGroup({ heading, span: extent }: Section, line: number): GroupFact {
  const { name, ordinal } = heading.identity;
  const id = ordinal?.style === 'dotted' ? ordinal.numbers.join('.') : undefined;
  const priorities = statedPriorities(heading.text, heading.textSpan.start, line);
  return {
    fact: 'group',
    via: 'group',
    title: withoutBrackets(name),
    line,
    span: heading.textSpan,
    extent,
    ...(id !== undefined && { id }),
    ...(priorities.length > 0 && { priorities }),
  };
}

function statedPriorities(text: string, start: number, line: number): readonly Stated<Priority>[] {
  return prioritiesIn(text).map(({ value, text: words, index }) => {
    const span = { start: start + index, end: start + index + words.length };
    return { line, span, value, text: words, via: 'group' };
  });
}

function withoutBrackets(text: string): string {
  return text.replace(/\s*[（(][^（()）]{0,80}[）)]\s*$/, '').trim();
}
