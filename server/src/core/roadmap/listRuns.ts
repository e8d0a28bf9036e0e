// Numbered lists as a reader sees them: the lines of one level below a heading or a bold line, with what is nested in each.
// CommonMark would end a list at every bold line, and not begin one at `4. …`.
import type { Section } from '../model/documentModel.ts';
import type { ListLine, PlanLine, PlanText, TextLine } from './planText.ts';

export interface RunEntry {
  readonly line: ListLine;
  /** Lines nested in it. */
  readonly block: readonly PlanLine[];
}

export interface ListRun {
  readonly section?: Section;
  /** The bold or label line right above, if one is. */
  readonly head?: TextLine;
  /** Outermost list lines, numbered or not. */
  readonly entries: readonly RunEntry[];
  /** Where the run ends: the next heading, bold line, table. */
  readonly end: number;
}

/** Runs of outermost list lines, in order. */
export function listRuns({ lines }: PlanText): readonly ListRun[] {
  const runs: ListRun[] = [];
  let head: TextLine | undefined;
  let entries: { readonly line: ListLine; readonly block: PlanLine[] }[] = [];
  const close = (end: number): void => {
    const section = entries[0]?.line.section;
    if (entries.length > 0) runs.push({ entries, end, ...(section && { section }), ...(head && { head }) });
    entries = [];
    head = undefined;
  };
  for (const line of lines) {
    const current = entries.at(-1);
    if (line.kind === 'list' && line.depth === 0) entries.push({ line, block: [] });
    else if (current !== undefined && isNested(line)) current.block.push(line);
    else if (line.kind === 'text' && line.label !== undefined) {
      close(line.span.start);
      head = line;
    } else close(line.span.start);
  }
  close(lines.at(-1)?.span.end ?? 0);
  return runs;
}

/** Part of the list line above: deeper, or an indented line or fence. */
function isNested(line: PlanLine): boolean {
  if (line.kind === 'list') return line.depth > 0;
  return (line.kind === 'text' || line.kind === 'fence') && line.parent !== undefined;
}

/** `**案例清单**：` announces a list, it is no name for what is in it. */
export function isListLabel(text: string): boolean {
  return /(?:清单|列表|一览|如下|内容|安排)$|(?:list|items|as follows|below)$/i.test(text.trim());
}
