// Modules that code uses and neither it nor the code above imports. Only names that everybody knows as modules.
import type { Program } from './programs.ts';

const pythonModules =
  /(?<![\w.])(np|pd|plt|asyncio|psycopg2|psycopg|asyncpg|redis|json|random|logging|requests|threading|hashlib|uuid|itertools|functools|sqlalchemy)\.\w/g;
const goPackages =
  /(?<![\w.])(fmt|errors|context|strings|strconv|sync|log|json|http|sql|os|time|rand|math|sort|bytes|ioutil|filepath)\.[A-Z]\w/g;

/** Names that the code of a document has imported so far; each block adds its own. */
export type Imported = Set<string>;

/** The first one with its offset in the program's text; undefined where all are imported, or the language is another. */
export function findUnimportedModule(
  program: Program,
  imported: Imported,
): { readonly name: string; readonly at: number } | undefined {
  const { name } = program.language;
  if (name === 'python') {
    for (const [line] of program.code.matchAll(/^[ \t]*(?:import|from)\s.*$/gm))
      for (const [word] of line.matchAll(/\w+/g)) imported.add(word);
    return firstUnknown(program, pythonModules, (module) => imported.has(module) || isBound(program.code, module));
  }
  // A piece of Go without its imports is a piece; one that lists them lists them all.
  const imports = name === 'go' ? /^import\b[^()]{0,200}(?:\([^)]{0,4000}\))?/m.exec(program.code) : null;
  if (imports === null) return undefined;
  const listed = program.text.slice(imports.index, imports.index + imports[0].length);
  return firstUnknown(program, goPackages, (module) => new RegExp(`[/"\\s]${module}(?:"|\\s+")`).test(listed));
}

function firstUnknown(
  { code }: Program,
  pattern: RegExp,
  isKnown: (module: string) => boolean,
): { readonly name: string; readonly at: number } | undefined {
  const known = new Map<string, boolean>();
  for (const match of code.matchAll(pattern)) {
    const name = match[1] ?? '';
    const isImported = known.get(name) ?? isKnown(name);
    known.set(name, isImported);
    if (!isImported) return { name, at: match.index };
  }
  return undefined;
}

/** A name of the code's own: assigned, a parameter, bound by `with` or `for`. */
function isBound(code: string, name: string): boolean {
  return new RegExp(
    `\\b${name}\\s{0,4}(?::[^=\\n]{0,40})?=(?!=)|\\bas ${name}\\b|[(,]\\s{0,100}${name}\\s{0,4}[,:=)]|\\bfor ${name} in\\b`,
  ).test(code);
}
