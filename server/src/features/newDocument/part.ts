// A text with stops: plain pieces and pieces that the author fills in, rendered as a snippet or as plain text.
import { escapeSnippet } from '../plainMarkdown.ts';

export type Part = { readonly text: string } | { readonly stop: string; readonly choices?: readonly string[] };

/** Plain text: each stop shows its default. */
export function toText(parts: readonly Part[]): string {
  return parts.map((part) => ('text' in part ? part.text : part.stop)).join('');
}

/** VS Code snippet syntax; stops are numbered in reading order, `$0` ends the tour. */
export function toSnippet(parts: readonly Part[]): string {
  let number = 0;
  const pieces = parts.map((part) => {
    if ('text' in part) return escapeSnippet(part.text);
    number += 1;
    const choices = part.choices ?? [];
    if (choices.length > 1) return `\${${String(number)}|${choices.map(escapeChoice).join(',')}|}`;
    return `\${${String(number)}:${escapeSnippet(part.stop)}}`;
  });
  return `${pieces.join('')}$0`;
}

function escapeChoice(text: string): string {
  return text.replace(/[\\,|$}]/g, '\\$&');
}

const placeholder = /\{\{[^{}\n]{1,80}\}\}|\[[^[\]\n]{1,80}\](?![([:])/g;

/** Template text with its placeholders as stops; code fences keep theirs as text. */
export function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const match of text.matchAll(placeholder)) {
    if (isInCode(text, match.index)) continue;
    if (match.index > at) parts.push({ text: text.slice(at, match.index) });
    parts.push({ stop: match[0] });
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push({ text: text.slice(at) });
  return parts;
}

/** Inside a fence or a code span of the same line. */
function isInCode(text: string, offset: number): boolean {
  const before = text.slice(0, offset);
  const fences = before.match(/^[ \t]*(?:```|~~~)/gm)?.length ?? 0;
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return fences % 2 === 1 || (line.match(/`/g)?.length ?? 0) % 2 === 1;
}
