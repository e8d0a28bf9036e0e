// A language for a code block without one, from its first telling lines; `text` where nothing is certain.

interface Sign {
  readonly language: string;
  readonly pattern: RegExp;
}

/** Each pattern stands for something that the other languages do not write; looked at in this order. */
const signs: readonly Sign[] = [
  {
    language: 'mermaid',
    pattern: /^\s*(?:graph (?:TB|TD|LR|RL|BT)|flowchart |sequenceDiagram|erDiagram|classDiagram|stateDiagram|gantt\b)/,
  },
  { language: 'bash', pattern: /^\s*(?:#!\/(?:usr\/)?bin\/(?:env )?(?:ba)?sh|\$ \w)/m },
  { language: 'python', pattern: /^(?:from [\w.]+ import |import \w+$|def \w+\(.*\).*:$|class \w+(?:\(.*\))?:$)/m },
  {
    language: 'rust',
    pattern: /^\s*(?:pub )?(?:async )?fn \w+[<(]|^\s*(?:use (?:std|crate|tokio)::|impl(?:<.*>)? \w+)/m,
  },
  { language: 'go', pattern: /^package \w+$|^func (?:\(\w+ \*?\w+\) )?\w+\(/m },
  { language: 'java', pattern: /^\s*(?:public|private) (?:static )?(?:class|interface|void|final) /m },
  {
    language: 'sql',
    pattern:
      /^\s*(?:SELECT\s.+|INSERT INTO |UPDATE \w+\s+SET |DELETE FROM |CREATE (?:OR REPLACE )?(?:UNIQUE )?(?:TABLE|INDEX|FUNCTION|VIEW|DATABASE)\b|ALTER TABLE |BEGIN;|COMMIT;|EXPLAIN )/im,
  },
  { language: 'dockerfile', pattern: /^FROM \S+[^]*^(?:RUN|COPY|CMD|ENTRYPOINT) /m },
  { language: 'toml', pattern: /^\[[\w.-]+\]\s*$[^]*^[\w-]+ = /m },
];

/** An info word for the content of a fence. Pure guess by shape; never evaluates anything. */
export function guessLanguage(code: string): string {
  const head = code.slice(0, 4_000);
  if (isJson(code)) return 'json';
  if (/[─│┌└├╔║→▼]/.test(head)) return 'text';
  return signs.find((sign) => sign.pattern.test(head))?.language ?? 'text';
}

function isJson(code: string): boolean {
  if (!/^\s*[[{]/.test(code)) return false;
  try {
    JSON.parse(code);
    return true;
  } catch {
    // Not JSON is an answer here, not a fault.
    return false;
  }
}
