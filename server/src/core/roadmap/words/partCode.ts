// Codes of a plan and of its parts: `P4.3 P1 主题` is part P1 of plan P4.3, `P4.1: 代码示例` a part of its own.

export interface PartCode {
  /** Without the code of the plan itself, unless nothing else is left. */
  readonly id: string;
  /** The words behind the code. */
  readonly rest: string;
  readonly restStart: number;
}

const CODE =
  /P\d{1,2}(?:\.\d{1,2})?(?![\d.]*\d)|(?:Phase|Stage|Part)[ \t]*\d{1,2}|阶段[ \t]*[\d一二三四五六七八九十]{1,3}|第[一二三四五六七八九十\d]{1,3}(?:阶段|批)/iy;
const LEAD = /^[\s\p{Extended_Pictographic}\uFE0F#]*(?:总体|整体|当前|overall|total)?\s*/iu;

/** Undefined where the text does not begin with a code. `plan` is the code of the document. */
export function partCode(text: string, plan?: string): PartCode | undefined {
  const codes: string[] = [];
  let at = LEAD.exec(text)?.[0].length ?? 0;
  while (codes.length < 3) {
    CODE.lastIndex = at;
    const found = CODE.exec(text)?.[0];
    if (found === undefined) break;
    codes.push(found);
    at += found.length;
    at += /^[ \t]*/.exec(text.slice(at))?.[0].length ?? 0;
  }
  const [first] = codes;
  if (first === undefined) return undefined;
  at += /^[ \t]*[-–—:：.、]*[ \t]*/.exec(text.slice(at))?.[0].length ?? 0;
  const own = codes.length > 1 && codes[0] === plan ? codes.slice(1) : codes;
  return { id: own.join(' '), rest: text.slice(at).trimEnd(), restStart: at };
}

/** `P4.3 高级主题扩展计划` → `P4.3`. Priorities (`P0 …`) are no codes of plans. */
export function planCode(title: string): string | undefined {
  return /^[\s\p{Extended_Pictographic}\uFE0F]*(P\d{1,2}\.\d{1,2}|(?:Phase|Stage)\s*[A-Z]?\d{1,2}|P[5-9]|P[1-9]\d)(?=[\s:：-]|$)/u.exec(
    title,
  )?.[1];
}
