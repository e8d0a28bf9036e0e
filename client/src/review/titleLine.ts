// Where the title of a Markdown text stands. Pure, and bounded, because it runs with every redraw of lenses.

/** Titles stand above; a text without one has its lenses at the top. */
const MOST_LINES = 60;

/** The first heading of level 1 outside of front matter and code; 0 where there is none near the top. */
export function titleLine(lineCount: number, textAt: (line: number) => string): number {
  let fence: string | undefined;
  for (let line = 0; line < Math.min(lineCount, MOST_LINES); line += 1) {
    const text = textAt(line);
    const mark = /^(?:```|~~~)/.exec(text)?.[0] ?? (line === 0 && /^\uFEFF?---\s*$/.test(text) ? '---' : undefined);
    if (fence !== undefined) {
      if (text.startsWith(fence)) fence = undefined;
      continue;
    }
    if (mark !== undefined) fence = mark;
    else if (/^\uFEFF?# \S/.test(text)) return line;
  }
  return 0;
}
