// Paths as plans write them: `crates/a/b.md`, `src/x.cpp`（待实现）, [指南](docs/x.md), docs/a.md. Nothing is resolved here.
import type { StatedPath } from '../plan.ts';

/** A file name with an extension, or folders; no blanks outside code marks, no addresses, no commands. */
const IN_CODE = /`([^`\n]{1,400})`/g;
const IN_LINK = /\]\(([^()\s]{1,400})\)/g;
const BARE =
  /(?<![\w/\\.`[(（@-])((?:[\p{L}\p{N}_.@+-]{1,120}[/\\]){0,20}[\p{L}\p{N}_.@+-]{1,120}\.[A-Za-z][A-Za-z0-9]{0,9}|(?:[\p{L}\p{N}_.@+-]{1,120}\/){1,20})(?![\w/\\])/gu;
const NOTE = /^\s*[（(]([^（）()]{1,40})[）)]/;

/** Every path of the line, in order. `start` is the offset of `raw` in the file. Bare paths count only without marked ones. */
export function pathsIn(raw: string, start: number, line: number): readonly StatedPath[] {
  const coded = found(raw, IN_CODE, start, line);
  if (coded.length > 0) return coded;
  const linked = found(raw, IN_LINK, start, line);
  return linked.length > 0 ? linked : found(raw, BARE, start, line);
}

function found(raw: string, pattern: RegExp, start: number, line: number): StatedPath[] {
  const paths: StatedPath[] = [];
  for (const match of raw.matchAll(pattern)) {
    const written = (match[1] ?? '').trim();
    if (!isPath(written)) continue;
    const at = start + match.index + match[0].indexOf(written);
    const note = NOTE.exec(raw.slice(match.index + match[0].length))?.[1];
    paths.push({
      path: written,
      line,
      span: { start: at, end: at + written.length },
      ...(note !== undefined && { note }),
    });
  }
  return paths;
}

/** Leads out of the library whatever it is called; `/api/users` is more often an address than a path. */
const LEADS_OUT = /^(?:\.\.[/\\]|~[/\\]|[A-Za-z]:[/\\]|file:\/\/)[^\s"'<>|;{}=,，。：、]+$/i;

/** Whether the words are a path: a file name with an extension, or a folder with a slash at its end. */
export function isPath(text: string): boolean {
  if (text.length <= 400 && LEADS_OUT.test(text)) return true;
  if (text.length > 400 || /[\s"'<>|;{}=,，。：、]|^[#-]|:\/\/|^mailto:|^www\./i.test(text)) return false;
  if (/[()（）]/.test(text) && !/\.[A-Za-z0-9]{1,10}$/.test(text)) return false;
  if (/[/\\]$/.test(text)) return /^[^/\\]/.test(text) || text.length > 1;
  const name = text.split(/[/\\]/).at(-1) ?? '';
  return /[^.]\.(?=[A-Za-z0-9]*[A-Za-z])[A-Za-z0-9]{1,10}(?::\d+(?:-\d+)?)?$/.test(name) || /[/\\]\*$/.test(text);
}
