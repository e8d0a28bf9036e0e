// Libraries that code imports, by the first name of the import. The standard libraries of the languages are none.
import type { DocumentModel } from '../../model/documentModel.ts';
import type { Span } from '../../sourceText.ts';
import { placeOfLine, programsOf, type Program, type ProgramLine } from '../code/programs.ts';

export interface UsedLibrary {
  /** As declared names are compared: lower case, `-` and `_` the same. */
  readonly key: string;
  readonly name: string;
  readonly language: string;
  /** The first import. */
  readonly span: Span;
}

interface Imports {
  readonly pattern: RegExp;
  /** What comes with the language. */
  readonly own: RegExp;
}

const IMPORTS: Readonly<Record<string, Imports>> = {
  rust: {
    pattern: /^\s*(?:pub )?use ([a-z][a-z0-9_]{1,60})(?:::|;)/,
    own: /^(?:std|core|alloc|crate|self|super|proc_macro|test)$/,
  },
  python: {
    pattern: /^\s*(?:import|from) ([A-Za-z_]\w{1,60})/,
    own: /^(?:abc|argparse|ast|asyncio|base64|bisect|collections|concurrent|contextlib|copy|csv|ctypes|dataclasses|datetime|decimal|enum|functools|gc|glob|hashlib|heapq|hmac|html|http|importlib|inspect|io|itertools|json|logging|math|multiprocessing|operator|os|pathlib|pickle|platform|queue|random|re|secrets|select|shutil|signal|socket|sqlite3|ssl|stat|statistics|string|struct|subprocess|sys|tempfile|textwrap|threading|time|timeit|traceback|types|typing|unittest|urllib|uuid|warnings|weakref|xml|zlib|__future__)$/,
  },
  javascript: {
    pattern: /^\s*(?:import\b.{0,200}\bfrom\s*|import\s*|.{0,80}\brequire\()["']((?:@[\w-]{1,40}\/)?[\w-][\w.-]{0,60})/,
    own: /^(?:node:.*|fs|path|http|https|net|os|url|util|crypto|events|stream|child_process|assert|buffer)$/,
  },
};

const MOST = 200;

export function usedLibraries(model: DocumentModel): readonly UsedLibrary[] {
  const found = new Map<string, UsedLibrary>();
  for (const program of programsOf(model)) {
    for (const line of program.lines) {
      const one = found.size < MOST ? importedBy(line, program, model) : undefined;
      if (one !== undefined && !found.has(one.key)) found.set(one.key, one);
    }
  }
  return [...found.values()];
}

export function libraryKey(name: string): string {
  return name.toLowerCase().replaceAll('-', '_');
}

function importedBy(line: ProgramLine, program: Program, { source }: DocumentModel): UsedLibrary | undefined {
  const language = program.language.name;
  const imports = IMPORTS[language === 'typescript' ? 'javascript' : language];
  const name = imports?.pattern.exec(line.text.slice(0, 300))?.[1];
  if (name === undefined || imports?.own.test(name) === true) return undefined;
  return { key: libraryKey(name), name, language, span: placeOfLine(program, source, line) };
}
