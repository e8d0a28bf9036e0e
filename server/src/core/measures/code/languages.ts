// Languages of code blocks: what an info word means, and how the language writes comments and strings. Data only;
// nothing here reads a document.

/** What a block is good for: a program is run, a query is sent, a shell is typed, a configuration is read by others. */
export type LanguageKind = 'program' | 'query' | 'shell' | 'configuration' | 'markup';

export interface Quote {
  readonly open: string;
  readonly close: string;
  /** How the closing mark is written inside; absent: not at all. */
  readonly escape?: 'backslash' | 'double';
  /** Goes on over line ends; else a string that is not closed ends with its line. */
  readonly isMultiline?: boolean;
  /** A string that stands alone as a statement is documentation (Python). */
  readonly isDocumentation?: boolean;
  /** Opens only where no letter or digit stands before it: `it's` opens nothing. */
  readonly isGuarded?: boolean;
}

export interface Syntax {
  readonly line: readonly string[];
  /** Line comments begin only at the start of a line or after a blank: `${x#y}`, `a#b`. */
  readonly isLineGuarded?: boolean;
  readonly block?: readonly [string, string];
  readonly quotes: readonly Quote[];
  /** Brackets that have to be balanced: any of `()[]{}`. */
  readonly brackets: string;
  /** Things of one language that a table can not say. */
  readonly special?: 'rust' | 'bash' | 'javascript';
}

export interface Language {
  readonly name: string;
  readonly kind: LanguageKind;
  readonly syntax: Syntax;
}

const ALL = '()[]{}';
const double: Quote = { open: '"', close: '"', escape: 'backslash' };
const single: Quote = { open: "'", close: "'", escape: 'backslash' };
const tripleDouble: Quote = { open: '"""', close: '"""', escape: 'backslash', isMultiline: true };
const backtick: Quote = { open: '`', close: '`', escape: 'backslash', isMultiline: true };
const guarded: readonly Quote[] = [
  { ...double, isGuarded: true },
  { ...single, isGuarded: true },
];

const cLike: Syntax = { line: ['//'], block: ['/*', '*/'], quotes: [tripleDouble, double, single], brackets: ALL };
const javascript: Syntax = { ...cLike, quotes: [double, single, backtick], special: 'javascript' };
const go: Syntax = { ...cLike, quotes: [double, single, { open: '`', close: '`', isMultiline: true }] };
const rust: Syntax = { ...cLike, quotes: [{ ...double, isMultiline: true }], special: 'rust' };
const php: Syntax = { ...cLike, line: ['//', '#'], isLineGuarded: true };
const python: Syntax = {
  line: ['#'],
  quotes: [
    { ...tripleDouble, isDocumentation: true },
    { open: "'''", close: "'''", escape: 'backslash', isMultiline: true, isDocumentation: true },
    double,
    single,
  ],
  brackets: ALL,
};
const sql: Syntax = {
  line: ['--'],
  block: ['/*', '*/'],
  quotes: [
    { open: "'", close: "'", escape: 'double', isMultiline: true },
    { open: '"', close: '"', escape: 'double' },
  ],
  brackets: '()[]',
};
const shell: Syntax = {
  line: ['#'],
  isLineGuarded: true,
  quotes: [
    { ...double, isMultiline: true },
    { open: "'", close: "'", isMultiline: true },
  ],
  brackets: '',
};
const bash: Syntax = { ...shell, special: 'bash' };
const hash: Syntax = { line: ['#'], isLineGuarded: true, quotes: guarded, brackets: ALL };
const settings: Syntax = { line: ['#', ';', '//'], isLineGuarded: true, quotes: guarded, brackets: '' };
const yaml: Syntax = { ...hash, brackets: '' };
const toml: Syntax = { ...hash, quotes: [tripleDouble, ...guarded], brackets: '[]{}' };
const json: Syntax = { line: ['//'], block: ['/*', '*/'], quotes: [double], brackets: ALL };
const markup: Syntax = { line: [], block: ['<!--', '-->'], quotes: [], brackets: '' };
const css: Syntax = { line: [], block: ['/*', '*/'], quotes: [double, single], brackets: ALL };
const dashes: Syntax = { line: ['--'], isLineGuarded: true, block: ['{-', '-}'], quotes: guarded, brackets: '' };
const semicolons: Syntax = { line: [';'], quotes: [{ ...double, isMultiline: true }], brackets: ALL };
const stars: Syntax = { line: ['\\*'], block: ['(*', '*)'], quotes: [double], brackets: '' };
/** What nobody told us about: every common comment, only where nothing else is likely. */
const unknown: Syntax = {
  line: ['//', '#', '--'],
  isLineGuarded: true,
  block: ['/*', '*/'],
  quotes: guarded,
  brackets: ALL,
};

type Row = readonly [names: string, kind: LanguageKind, syntax: Syntax];

/** The first name is the one that figures are given under. */
const rows: readonly Row[] = [
  ['sql postgresql postgres pgsql plpgsql psql mysql sqlite tsql plsql cql', 'query', sql],
  ['python py python3 ipython pycon', 'program', python],
  ['java', 'program', cLike],
  ['go golang', 'program', go],
  ['rust rs', 'program', rust],
  ['javascript js jsx mjs cjs node', 'program', javascript],
  ['typescript ts tsx', 'program', javascript],
  ['c h', 'program', { ...cLike, quotes: [double, single] }],
  ['cpp c++ cc cxx hpp', 'program', { ...cLike, quotes: [double, single] }],
  ['csharp cs c#', 'program', cLike],
  ['kotlin kt kts', 'program', cLike],
  ['scala', 'program', cLike],
  ['swift', 'program', cLike],
  ['dart', 'program', cLike],
  ['zig', 'program', cLike],
  ['groovy gradle', 'program', cLike],
  ['php', 'program', php],
  ['ruby rb', 'program', hash],
  ['perl pl', 'program', { ...hash, brackets: '' }],
  ['elixir ex exs', 'program', hash],
  ['r', 'program', hash],
  ['lua', 'program', { ...dashes, block: ['--[[', ']]'] }],
  ['haskell hs', 'program', dashes],
  ['clojure clj lisp scheme elisp', 'program', semicolons],
  ['tla tlaplus tla+ coq ocaml ml isabelle', 'program', stars],
  ['lean lean4', 'program', { ...dashes, block: ['/-', '-/'] }],
  ['bash sh shell zsh fish console terminal shell-session shellsession', 'shell', bash],
  ['powershell ps1 pwsh', 'shell', shell],
  ['bat cmd batch', 'shell', { line: ['REM', '::'], isLineGuarded: true, quotes: [double], brackets: '' }],
  ['yaml yml', 'configuration', yaml],
  ['toml', 'configuration', toml],
  ['json jsonc json5', 'configuration', json],
  ['ini conf cfg properties env dotenv config nginx apache haproxy', 'configuration', settings],
  ['dockerfile docker containerfile', 'configuration', yaml],
  ['hcl terraform tf', 'configuration', { ...hash, line: ['#', '//'], block: ['/*', '*/'] }],
  ['makefile make cmake', 'configuration', yaml],
  ['xml html svg vue svelte pom', 'markup', markup],
  ['css scss less', 'markup', css],
  ['cypher gremlin', 'query', { ...cLike, quotes: [double, single] }],
  ['graphql gql', 'query', hash],
  ['promql logql influxql kql', 'query', hash],
  ['proto protobuf thrift', 'configuration', cLike],
];

const languages = new Map<string, Language>();
for (const [names, kind, syntax] of rows) {
  const [name = ''] = names.split(' ');
  for (const alias of names.split(' ')) languages.set(alias, { name, kind, syntax });
}

/** Info words of fences that hold no code: text, output, pictures, tables, prose. */
const notCode = new Set(
  'text txt plain plaintext none ascii diagram tree output result log logs stdout csv tsv markdown md mdx math latex tex katex mermaid plantuml puml uml graphviz dot d2 diff patch http mindmap ditaa flow sequence gantt rst adoc asciidoc pseudo pseudocode ebnf bnf'.split(
    ' ',
  ),
);

/**
 * The language that an info word names: `rust,no_run` and `{.python}` are rust and python; undefined for one that says
 * there is no code. A word that nobody knows is a program that is read by common rules.
 */
export function languageOfWord(word: string): Language | undefined {
  const name = /^[{.]{0,2}([^\s,{}:=]+)/.exec(word)?.[1]?.toLowerCase() ?? '';
  if (name === '' || notCode.has(name)) return undefined;
  return languages.get(name) ?? { name, kind: 'program', syntax: unknown };
}
