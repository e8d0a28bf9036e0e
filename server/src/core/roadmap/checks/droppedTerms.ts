// What the design notes of a plan give up, and the lines that still count on it.
import type { DesignNote, Place, Plan, Stated } from '../plan.ts';
import type { PlanLine, PlanText } from '../planText.ts';
import { indexOf } from './planIndex.ts';

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

/** Each term is looked for in the whole plan. */
const MOST_TERMS = 200;

export function droppedTerms(plan: Plan): readonly DroppedTerm[] {
  const notes: readonly (DesignNote | (Stated<string> & { item: string }))[] = [
    ...plan.designNotes,
    ...plan.items.flatMap(({ notes: own, key }) => own.map((note) => ({ ...note, item: key }))),
  ];
  const seen = new Set<string>();
  const terms = notes.flatMap((note): readonly DroppedTerm[] => {
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
  return terms.slice(0, MOST_TERMS);
}

/** Lines that name a term as something that is there or will be, outside the block of the note's item. */
export function createUses(plan: Plan, { lines }: PlanText): (term: DroppedTerm) => readonly PlanLine[] {
  const texts = lines.map(({ text }) => text.toLowerCase());
  const known = new Map<string, readonly PlanLine[]>();
  const linesWith = (wanted: string): readonly PlanLine[] => {
    const found =
      known.get(wanted) ??
      lines.filter(({ text }, index) => texts[index]?.includes(wanted) === true && !givesUp(text, wanted));
    known.set(wanted, found);
    return found;
  };
  return ({ term, note, item }) => {
    const extent = item === undefined ? undefined : indexOf(plan).items.get(item)?.extent;
    const isElsewhere = ({ line, span }: PlanLine): boolean =>
      line !== note.line && (extent === undefined || span.start < extent.start || span.start >= extent.end);
    return linesWith(term.toLowerCase()).filter(isElsewhere);
  };
}

function givesUp(text: string, term: string): boolean {
  return [...text.matchAll(GIVES_UP)].some((match) => (match[1] ?? '').toLowerCase().includes(term));
}
