// Markdown pages as tests: reads a rule page (test/rules/<code>.md) into cases, and writes expectations back into it.
// What a page looks like is written in CONTRIBUTING.md, "Rule pages".

/** One document with what is expected of it. */
export interface PageCase {
  /** Headings above it, joined; a number is added where a section holds several documents. */
  readonly name: string;
  /** One-based line of the document's fence in the page. */
  readonly line: number;
  readonly text: string;
  /** Words behind `md`: `path=cases/a.md`, `locale=en`, `today=2026-01-31`, `crlf`, `bom`, `no-final-newline`. */
  readonly flags: ReadonlyMap<string, string>;
  readonly template?: string;
  readonly standard?: string;
  readonly config?: string;
  /** Files of the library, one a line: `a/b.md`, `a/b.md | 120` (lines), `a/b.md < words that it holds`. */
  readonly files?: string;
  /** Another plan of the library; its first line is its path. */
  readonly plan?: string;
  /** Other documents of the library, each behind a line `=== path`. */
  readonly library?: string;
  /** Review records, each behind a line `=== path of the record`. */
  readonly records?: string;
  /** What git knows, as JSON: `{"isCut": false, "documents": {"a.md": {"first": …}}}`. */
  readonly history?: string;
  readonly expect: string | undefined;
  readonly fixed: string | undefined;
}

export interface PageResult {
  readonly expect: string;
  readonly fixed: string | undefined;
}

interface Fence {
  readonly word: string;
  readonly flags: ReadonlyMap<string, string>;
  readonly content: string;
  /** Zero-based lines of the opening and the closing fence. */
  readonly start: number;
  readonly end: number;
  readonly marks: string;
}

interface Heading {
  readonly level: number;
  readonly text: string;
  readonly blocks: Map<string, string>;
}

const fencePattern = /^(`{4,})(\w+)((?: +\S+)*) *$/;
const contextWords = ['template', 'standard', 'config', 'files', 'plan', 'library', 'records', 'history'] as const;
type Context = Pick<PageCase, (typeof contextWords)[number]>;

/** All cases of a page, in order. */
export function readPage(page: string): readonly PageCase[] {
  return readPlacedCases(page).map(({ testCase }) => testCase);
}

interface PlacedCase {
  readonly testCase: PageCase;
  readonly document: Fence;
  readonly expect?: Fence;
  readonly fixed?: Fence;
}

function readPlacedCases(page: string): readonly PlacedCase[] {
  const lines = page.split('\n');
  const open: Heading[] = [];
  const fences: { fence: Fence; headings: readonly Heading[] }[] = [];
  for (let line = 0; line < lines.length; line++) {
    const heading = /^(#{1,6}) +(.*)$/.exec(lines[line] ?? '');
    if (heading !== null) {
      const level = heading[1]?.length ?? 1;
      while ((open.at(-1)?.level ?? 0) >= level) open.pop();
      open.push({ level, text: heading[2] ?? '', blocks: new Map() });
    }
    const fence = readFence(lines, line);
    if (fence === undefined) continue;
    line = fence.end;
    if (contextWords.some((word) => word === fence.word)) open.at(-1)?.blocks.set(fence.word, fence.content);
    else fences.push({ fence, headings: [...open] });
  }
  return joinCases(fences);
}

function readFence(lines: readonly string[], start: number): Fence | undefined {
  const match = fencePattern.exec(lines[start] ?? '');
  const marks = match?.[1];
  const word = match?.[2];
  if (marks === undefined || word === undefined) return undefined;
  const length = lines.slice(start + 1).findIndex((line) => line.trimEnd() === marks);
  if (length < 0) throw new Error(`line ${start + 1}: the fence is never closed`);
  const end = start + 1 + length;
  const flags = new Map(
    (match?.[3] ?? '')
      .trim()
      .split(/ +/)
      .filter((flag) => flag !== '')
      .map((flag) => [flag.split('=')[0] ?? flag, flag.slice(flag.indexOf('=') + 1)] as const),
  );
  return { word, flags, content: lines.slice(start + 1, end).join('\n'), start, end, marks };
}

function joinCases(
  fences: readonly { readonly fence: Fence; readonly headings: readonly Heading[] }[],
): readonly PlacedCase[] {
  const cases: PlacedCase[] = [];
  const used = new Map<string, number>();
  fences.forEach(({ fence, headings }, index) => {
    if (fence.word !== 'md') return;
    const following: Fence[] = [];
    for (let next = index + 1; fences[next] !== undefined && fences[next]?.fence.word !== 'md'; next++) {
      following.push(fences[next]!.fence);
    }
    const heading = headings
      .slice(1)
      .map(({ text }) => text)
      .join(' › ');
    const count = (used.get(heading) ?? 0) + 1;
    used.set(heading, count);
    const expect = following.find(({ word }) => word === 'expect');
    const fixed = following.find(({ word }) => word === 'fixed');
    cases.push({
      testCase: {
        name: count === 1 ? heading : `${heading} (${count})`,
        line: fence.start + 1,
        text: documentText(fence),
        flags: fence.flags,
        ...contextOf(headings),
        expect: expect?.content,
        fixed: fixed?.content,
      },
      document: fence,
      ...(expect && { expect }),
      ...(fixed && { fixed }),
    });
  });
  return cases;
}

function contextOf(headings: readonly Heading[]): Context {
  const found = contextWords.flatMap((word) => {
    const block = headings.findLast(({ blocks }) => blocks.has(word))?.blocks.get(word);
    // An empty block still says that files, documents or records are known.
    const isAbsent =
      block === '' && (word === 'template' || word === 'standard' || word === 'config' || word === 'plan');
    return block === undefined || isAbsent ? [] : [[word, block] as const];
  });
  return Object.fromEntries(found);
}

function documentText({ content, flags }: Fence): string {
  const text = flags.has('no-final-newline') || content === '' ? content : `${content}\n`;
  const lines = flags.has('crlf') ? text.replaceAll('\n', '\r\n') : text;
  return flags.has('bom') ? `\uFEFF${lines}` : lines;
}

/** A fixed text as it stands in a page: without byte order mark, carriage returns and the final line ending. */
export function asPageText(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replace(/\n$/, '');
}

/** The page with the results in its `expect` and `fixed` blocks; blocks that are missing are added. */
export function writeResults(page: string, results: readonly PageResult[]): string {
  const lines = page.split('\n');
  const cases = readPlacedCases(page);
  for (let index = cases.length - 1; index >= 0; index--) {
    const placed = cases[index];
    const result = results[index];
    if (placed === undefined || result === undefined) continue;
    writeBlock(lines, 'fixed', result.fixed, { anchor: placed.expect ?? placed.document, old: placed.fixed });
    writeBlock(lines, 'expect', result.expect, { anchor: placed.document, old: placed.expect });
  }
  return lines.join('\n');
}

interface Target {
  /** The fence after which a new block goes. */
  readonly anchor: Fence;
  readonly old: Fence | undefined;
}

function writeBlock(lines: string[], word: string, content: string | undefined, { anchor, old }: Target): void {
  const marks = old?.marks ?? '````';
  const block = content === undefined ? [] : [marks + word, ...(content === '' ? [] : content.split('\n')), marks];
  if (old !== undefined) {
    const isBlankBefore = content === undefined && lines[old.start - 1] === '';
    lines.splice(old.start - (isBlankBefore ? 1 : 0), old.end - old.start + 1 + (isBlankBefore ? 1 : 0), ...block);
  } else if (block.length > 0) lines.splice(anchor.end + 1, 0, '', ...block);
}
