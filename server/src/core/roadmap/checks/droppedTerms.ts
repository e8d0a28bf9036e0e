// What the design notes of a plan give up, and the lines that still count on it.
import type { DesignNote, Place, Plan, Stated } from '../plan.ts';
import type { PlanLine, PlanText } from '../planText.ts';

/** Words that give something up; what follows is given up. */
const GIVES_UP =
  /(?:不再(?:进行|采用|使用|支持|实现|做|需要)?|不(?:进行|采用|实现|做)|放弃(?:了)?|弃用|去掉|移除了?|取消了?|舍弃|no longer (?:use|support|need|do)e?s?|(?:dropped|abandoned|given up):?|without any)[ \t]*([^，。；;,.：:（()）！!？?\n]{2,40})/giu;
const LEAD = /^(?:(?:对|将|把|原[来有]的|之前的|the|any|an?)[ \t]*)+/i;
const TAIL = /(?:的?(?:方案|设计|机制|逻辑|功能|方式)|了)$/;
/** Two characters say too little to look for. */
const SHORTEST = 4;

export interface DroppedTerm {
  readonly term: string;
  readonly note: Place & { readonly text: string };
  /** Item that the note stands in; its own block talks about it. */
  readonly item?: string;
}

export function droppedTerms(plan: Plan): readonly DroppedTerm[] {
  const notes: readonly (DesignNote | (Stated<string> & { item: string }))[] = [
    ...plan.designNotes,
    ...plan.items.flatMap(({ notes: own, key }) => own.map((note) => ({ ...note, item: key }))),
  ];
  const seen = new Set<string>();
  return notes.flatMap((note) => {
    const text = 'value' in note ? note.value : note.text;
    return [...text.matchAll(GIVES_UP)].flatMap((match) => {
      const term = (match[1] ?? '').replace(/`/g, '').trim().replace(LEAD, '').replace(TAIL, '').trim();
      const key = `${String(note.line)} ${term}`;
      if (term.length < SHORTEST || seen.has(key)) return [];
      seen.add(key);
      return {
        term,
        note: { line: note.line, span: note.span, text },
        ...(note.item !== undefined && { item: note.item }),
      };
    });
  });
}

/** Lines that name the term as something that is there or will be, outside the block of the note's item. */
export function usesOf({ term, note, item }: DroppedTerm, plan: Plan, text: PlanText): readonly PlanLine[] {
  const extent = plan.items.find(({ key }) => key === item)?.extent;
  const wanted = term.toLowerCase();
  return text.lines.filter((line) => {
    if (
      line.line === note.line ||
      (extent !== undefined && line.span.start >= extent.start && line.span.start < extent.end)
    )
      return false;
    return line.text.toLowerCase().includes(wanted) && !givesUp(line.text, wanted);
  });
}

function givesUp(text: string, term: string): boolean {
  return [...text.matchAll(GIVES_UP)].some((match) => (match[1] ?? '').toLowerCase().includes(term));
}
