// Settings in code that say what they are for: a value that a comment explains. Values that a program computes are none.
import type { Span } from '../../sourceText.ts';
import { lineIndexAt, type Program, type ProgramLine } from '../code/programs.ts';

/** `max_connections = 200`, `"pool_size": 20,`, `fillfactor = 80`, `-c work_mem=32MB`. */
const PAIR =
  /^\s*(?:-c\s*)?["']?([A-Za-z_][\w.-]{1,60})["']?\s*(?:=>|[:=])\s*(?:["'].{0,200}|[-+]?\d.{0,60}|(?:true|false|on|off|yes|no|null|none)\b.{0,20})/i;
/** A value in a list of arguments or members: `maxconn=20,`. */
const MEMBER = /,\s*$/;
const CONSTANT = /^\s*(?:pub |static |final |private |public |const )*([A-Z][A-Z0-9_]{2,40})\b[^=]{0,40}=\s*\S/;
/** A link of a chain, `.max_connections(20)`, or a setter, `config.setMaximumPoolSize(20);` */
const CALL =
  /^\s*\.(?!push|add|insert|emit|send|max\b|min\b)([A-Za-z_]\w{2,50})\((?:["'][^"']{0,100}["']|\d[\d_.]{0,12}|Duration::from_\w{3,10}\(\d{1,9}\)|true|false)\)|\.(set_?[A-Za-z]\w{2,50})\((?:["'][^"']{0,100}["']|\d[\d_.]{0,12}|true|false)\)/;
const SET =
  /^\s*((?:ALTER (?:SYSTEM|DATABASE|ROLE)\b.{0,60}\bSET\s+|ALTER (?:TABLE|INDEX)\b.{1,80}\bSET\s*\(\s*|SET(?: LOCAL| SESSION)?\s+)[\w.]{2,60})\s*(?:=|TO)\s*\S/i;
const LETS = /^\s*(?:let|var|return|if|for|while|assert\w*|print\w*)\b/;

export interface ExplainedSetting {
  /** In the program's text. */
  readonly part: Span;
  readonly comment: string;
}

/** Lines of settings with a comment beside or right above them; a key that comes again is data and no setting. */
export function explainedSettings(program: Program): readonly ExplainedSetting[] {
  const explained = new Map<number, string>();
  for (const comment of program.comments) {
    if (comment.isDocumentation || !/\p{L}{2}/u.test(comment.body)) continue;
    const line = lineIndexAt(program, comment.isAlone ? comment.end : comment.start);
    explained.set(comment.isAlone ? line + 1 : line, comment.body);
  }
  const settings = new Map<string, ExplainedSetting>();
  program.lines.forEach((line, index) => {
    const comment = explained.get(index);
    const key = comment === undefined ? undefined : keyOf(line, program);
    if (comment === undefined || key === undefined || settings.has(key)) return;
    settings.set(key, { part: { start: line.start, end: line.start + line.text.length }, comment });
  });
  return [...settings.values()];
}

/** The name of the setting that a line makes. */
function keyOf({ text, code }: ProgramLine, { language }: Program): string | undefined {
  const head = text.slice(0, 300);
  const isProgram = language.kind !== 'configuration' && language.kind !== 'query';
  const stated = SET.exec(head)?.[1] ?? (isProgram ? CONSTANT.exec(code.slice(0, 300))?.[1] : undefined);
  if (stated !== undefined) return stated;
  if (LETS.test(head)) return undefined;
  const pair = PAIR.exec(head)?.[1];
  const isWhole = !isProgram || MEMBER.test(code.slice(0, 300).trimEnd());
  return pair !== undefined && isWhole ? pair : calledBy(head, isProgram);
}

function calledBy(head: string, isProgram: boolean): string | undefined {
  const call = isProgram ? CALL.exec(head) : null;
  return call?.[1] ?? call?.[2];
}
