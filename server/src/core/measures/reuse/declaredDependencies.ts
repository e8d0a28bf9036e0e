// Libraries and extensions that the document declares, with their versions where it states them.
import type { DocumentModel } from '../../model/documentModel.ts';
import type { Span } from '../../sourceText.ts';
import { fencesOf, lineIndexAt, placeOfLine, type Program } from '../code/programs.ts';
import { versionsInMetadata, versionsInText } from './namedVersions.ts';

export interface Dependency {
  readonly name: string;
  readonly isVersioned: boolean;
  readonly span: Span;
  /** Language whose list of libraries it stands in; absent for products and extensions. */
  readonly language?: string;
}

interface Form {
  readonly language: string;
  /** Its first group is the name, its second the version. */
  readonly pattern: RegExp;
  /** What the block has to hold besides. */
  readonly beside?: RegExp;
}

const FORMS: readonly Form[] = [
  // Cargo.toml, pyproject.toml
  {
    language: 'rust',
    pattern:
      /^\s*(?!version|edition|name|rust-version|python)([A-Za-z][\w.-]{1,60})\s*=\s*(?:["'][=^~<>! ]{0,3}(\d[\w.*-]{0,20})|\{[^}\n]{0,80}version\s*=\s*["'][=^~<>! ]{0,3}(\d[\w.*-]{0,20}))/gm,
    beside: /^\s*\[(?:[\w.-]{1,40}\.)?(?:[a-z]{1,10}-)?dependencies(?:\.[\w-]{1,40})?\]/m,
  },
  {
    language: 'rust',
    pattern:
      /^\s*\[(?:[a-z]{1,10}-)?dependencies\.([\w-]{1,60})\]\s*\n\s*version\s*=\s*["'][=^~<>! ]{0,3}(\d[\w.*-]{0,20})/gm,
  },
  // One line of a manifest in a comment: // Cargo.toml: may = "0.3"
  { language: 'rust', pattern: /Cargo\.toml[^\n]{0,40}?\b([a-z][\w-]{1,40})\s*=\s*["'](\d[\w.]{0,20})/g },
  // requirements.txt, pip install
  {
    language: 'python',
    pattern: /(?:^|\s)([A-Za-z][\w.[\]-]{1,60})(?:==|~=|>=)(\d[\w.*]{0,20})/gm,
    beside: /==|~=|\bpip3? install\b/,
  },
  // package.json, composer.json
  {
    language: 'javascript',
    pattern: /"([@\w./-]{2,80})"\s*:\s*"[\^~<>=v ]{0,3}(\d[\w.-]{0,20})"/g,
    beside: /"(?:dev|peer)?[dD]ependencies"|"require"/,
  },
  // pom.xml
  {
    language: 'java',
    pattern: /<artifactId>([\w.-]{1,80})<\/artifactId>\s{0,80}<version>([\w.${}-]{1,40})<\/version>/g,
  },
  // Gradle, sbt
  {
    language: 'java',
    pattern:
      /\b(?:implementation|api|compileOnly|runtimeOnly|testImplementation|compile)\s*\(?\s*["']([\w.-]{1,80}:[\w.-]{1,80}):(\d[\w.-]{0,30})["']/g,
  },
  // go.mod, go get
  { language: 'go', pattern: /(?:^|\s)((?:[\w-]{1,40}\.){1,4}[a-z]{2,10}\/[\w./-]{1,100})(?: |@)v(\d[\w.+-]{0,40})/gm },
  // npm install, cargo add, gem
  {
    language: 'javascript',
    pattern:
      /\b(?:npm (?:i|install|add)|yarn add|pnpm add|cargo add|cargo install)\b[^\n]{0,80}?\s([@a-z][\w./-]{1,60})@(\d[\w.]{0,20})/g,
  },
];

const EXTENSION = /\bCREATE EXTENSION\s+(?:IF NOT EXISTS\s+)?["']?([\w-]{1,60})["']?([^;\n]{0,80})/gi;
const EXTENSION_VERSION = /\bVERSION\s+["']?\d/i;
const MOST = 100;

export function declaredDependencies(model: DocumentModel): readonly Dependency[] {
  const stated = versionsInMetadata(model);
  const named = new Set([...stated, ...versionsInText(model)].map(({ name }) => name.toLowerCase()));
  const found = fencesOf(model).flatMap((program) => [
    ...manifestLines(program, model),
    ...extensions(program, model, named),
  ]);
  // Behind the subject itself come what it needs: PostgreSQL 18 | TimescaleDB 2.11+, pgvector 0.7.0+.
  const [subject] = stated;
  const beside = stated.filter(({ name }) => name.toLowerCase() !== subject?.name.toLowerCase());
  return [...beside.map(({ name, span }) => ({ name, span, isVersioned: true })), ...found, ...tables(model)].slice(
    0,
    MOST,
  );
}

function manifestLines(program: Program, model: DocumentModel): readonly Dependency[] {
  const { text } = program;
  return FORMS.filter(({ beside }) => beside?.test(text) ?? true).flatMap(({ pattern, language }) =>
    [...text.matchAll(pattern)].slice(0, MOST).map((match) => ({
      name: match[1] ?? '',
      isVersioned: true,
      language,
      span: lineAt(program, model, match.index + match[0].length - 1),
    })),
  );
}

/** An extension without a version of its own has that which metadata or text state for it. */
function extensions(program: Program, model: DocumentModel, named: ReadonlySet<string>): readonly Dependency[] {
  return [...program.text.matchAll(EXTENSION)].slice(0, MOST).map((match) => {
    const name = match[1] ?? '';
    const known = [name, `pg${name}`].some((each) => named.has(each.toLowerCase()));
    return {
      name,
      isVersioned: known || EXTENSION_VERSION.test(match[2] ?? ''),
      span: lineAt(program, model, match.index),
    };
  });
}

const COMPONENT =
  /^(?:组件|依赖|依赖项|库|扩展|软件|技术|工具|框架|中间件|component|dependency|library|extension|software|tool|crate|package)s?(?:名称|名)?$/i;
const VERSION = /^(?:版本|版本号|版本要求|version)s?$/i;

function tables({ blocks }: DocumentModel): readonly Dependency[] {
  return blocks.tables.flatMap(({ header, rows }) => {
    const name = header.findIndex(({ text }) => COMPONENT.test(text.trim()));
    const version = header.findIndex(({ text }) => VERSION.test(text.trim()));
    if (name < 0 || version < 0) return [];
    return rows.flatMap((row) => {
      const first = row[name];
      const last = row[version];
      if (first === undefined || last === undefined) return [];
      const span = { start: Math.min(first.span.start, last.span.start), end: Math.max(first.span.end, last.span.end) };
      return [{ name: first.text, isVersioned: /\d/.test(last.text), span }];
    });
  });
}

function lineAt(program: Program, { source }: DocumentModel, offset: number): Span {
  const line = program.lines[lineIndexAt(program, offset)];
  return line === undefined ? program.block.span : placeOfLine(program, source, line);
}
