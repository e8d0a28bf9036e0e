// Expands a VS Code snippet body to the text that stands there before anything is typed.

const variables: Readonly<Record<string, string>> = { CURRENT_YEAR: '2026', CURRENT_MONTH: '01', CURRENT_DATE: '02' };

/** Text with every stop replaced by its default (a choice by its first). Throws on a stop that is never closed. */
export function expandSnippet(body: string): string {
  const reader = { body, at: 0, defaults: new Map<string, string>() };
  return readText(reader, undefined);
}

interface Reader {
  readonly body: string;
  at: number;
  readonly defaults: Map<string, string>;
}

function readText(reader: Reader, end: string | undefined): string {
  let text = '';
  while (reader.at < reader.body.length) {
    const letter = reader.body[reader.at] ?? '';
    if (letter === end) {
      reader.at += 1;
      return text;
    }
    if (letter === '\\') {
      text += reader.body[reader.at + 1] ?? '';
      reader.at += 2;
    } else if (letter === '$') text += readStop(reader);
    else {
      text += letter;
      reader.at += 1;
    }
  }
  if (end !== undefined) throw new Error(`a stop is not closed: ${reader.body}`);
  return text;
}

/** A stop's number stands for what was said before at it; a name for a variable of the editor. */
function valueOf(reader: Reader, name: string): string {
  return /^\d/.test(name) ? (reader.defaults.get(name) ?? '') : (variables[name] ?? '');
}

/** The first of the choices is what stands there first. */
function readChoice(reader: Reader, [, number = '', choices = '']: RegExpExecArray): string {
  const [first = ''] = choices.split(',');
  reader.defaults.set(number, first);
  return first;
}

function readStop(reader: Reader): string {
  const rest = reader.body.slice(reader.at);
  const plain = /^\$(\d+|[A-Z_]+)/.exec(rest);
  if (plain !== null) {
    reader.at += plain[0].length;
    return valueOf(reader, plain[1] ?? '');
  }
  const choice = /^\$\{(\d+)\|([^|]*)\|\}/.exec(rest);
  if (choice !== null) {
    reader.at += choice[0].length;
    return readChoice(reader, choice);
  }
  const open = /^\$\{(\d+)(:|\})/.exec(rest);
  if (open === null) throw new Error(`not a stop: ${rest.slice(0, 20)}`);
  reader.at += open[0].length;
  const number = open[1] ?? '';
  const text = open[2] === ':' ? readText(reader, '}') : (reader.defaults.get(number) ?? '');
  if (!reader.defaults.has(number)) reader.defaults.set(number, text);
  return text;
}
