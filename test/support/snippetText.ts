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

function readStop(reader: Reader): string {
  const rest = reader.body.slice(reader.at);
  const plain = /^\$(\d+|[A-Z_]+)/.exec(rest);
  if (plain !== null) {
    reader.at += plain[0].length;
    const name = plain[1] ?? '';
    return /^\d/.test(name) ? (reader.defaults.get(name) ?? '') : (variables[name] ?? '');
  }
  const choice = /^\$\{(\d+)\|([^|]*)\|\}/.exec(rest);
  if (choice !== null) {
    reader.at += choice[0].length;
    const first = (choice[2] ?? '').split(',')[0] ?? '';
    reader.defaults.set(choice[1] ?? '', first);
    return first;
  }
  const open = /^\$\{(\d+)(:|\})/.exec(rest);
  if (open === null) throw new Error(`not a stop: ${rest.slice(0, 20)}`);
  reader.at += open[0].length;
  const number = open[1] ?? '';
  const text = open[2] === ':' ? readText(reader, '}') : (reader.defaults.get(number) ?? '');
  if (!reader.defaults.has(number)) reader.defaults.set(number, text);
  return text;
}
