// The command line taken apart: commands, options, and what is wrong with them. It touches no file.
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Message } from '../../core/finding.ts';
import { maintenanceConcerns, type MaintenanceConcern } from '../../core/maintenance/maintenanceGroups.ts';
import { nearest } from '../../core/library/jsonNarrowing.ts';
import { graphFormats, type GraphFormat } from '../../core/relations/graphText.ts';
import { readDate } from '../../core/versions/dateForm.ts';
import { bumpLevels, type BumpLevel } from '../../core/versions/versionForm.ts';
import { localeOf, type Locale } from '../../core/messages/catalog.ts';

export const commands = [
  'check',
  'fix',
  'new',
  'schema',
  'explain',
  'roadmap',
  'report',
  'doctor',
  'graph',
  'find',
  'index',
  'review',
  'score',
  'maintenance',
  'bump',
  'archive',
  'restore',
  'migrate',
] as const;
export type Command = (typeof commands)[number];
export const formats = ['pretty', 'json', 'sarif', 'github', 'junit'] as const;
export type Format = (typeof formats)[number];
export const findFormats = ['pretty', 'json'] as const;
export const doctorFormats = ['pretty', 'json', 'markdown'] as const;
export const scoreFormats = ['pretty', 'json', 'markdown', 'csv'] as const;
export const roadmapFormats = ['tree', 'json', 'markdown', 'csv', 'mermaid'] as const;

export interface CommandLine {
  readonly command: Command | 'help' | 'version';
  /** For `help`: the command that is asked about. */
  readonly topic?: Command;
  readonly paths: readonly string[];
  readonly locale: Locale;
  readonly format: Format;
  /** Of `roadmap`. */
  readonly roadmapFormat: (typeof roadmapFormats)[number];
  /** Of `doctor` and `maintenance`. */
  readonly doctorFormat: (typeof doctorFormats)[number];
  /** Of `score`. */
  readonly scoreFormat: (typeof scoreFormats)[number];
  /** Of `score`: a grade or a number; documents below it fail. */
  readonly minimum?: string;
  /** Of `graph`. */
  readonly graphFormat: GraphFormat;
  /** Types of relations; none: all. */
  readonly types: readonly string[];
  /** Document in the middle, as given. */
  readonly of?: string;
  readonly depth?: number;
  /** Of `find`. */
  readonly findFormat: (typeof findFormats)[number];
  /** Of `review`: what is said, who is asked. */
  readonly note?: string;
  readonly reviewers: readonly string[];
  /** Of `find`: `name=value`, as given. */
  readonly facets: readonly string[];
  /** Of `find`: at most so many documents. */
  readonly limit?: number;
  /** Of `roadmap` and `maintenance`: what fails a run. */
  readonly failsOn: readonly (MaintenanceConcern | 'drift')[];
  readonly output?: string;
  readonly fix: boolean;
  /** `index` writes nothing and fails where anything differs. */
  readonly isCheckOnly: boolean;
  readonly isDryRun: boolean;
  readonly diff: boolean;
  /** A git revision; undefined: all files. */
  readonly changedSince?: string;
  /** Undefined: warnings never fail. */
  readonly maxWarnings?: number;
  readonly baseline?: string;
  readonly updateBaseline: boolean;
  readonly kind?: string;
  readonly template?: string;
  readonly isStdin: boolean;
  readonly stdinName?: string;
  readonly isQuiet: boolean;
  readonly isConfigured: boolean;
  readonly threads?: number;
  /** Folder that is kept between runs; absent: the one of the user. */
  readonly cache?: string;
  readonly isCached: boolean;
  /** Documents are held against the rest of the library. */
  readonly isInLibrary: boolean;
  /** Links to the outside are asked for. */
  readonly asksOutside: boolean;
  readonly title?: string;
  readonly id?: string;
  /** Of `bump`. */
  readonly level?: BumpLevel;
  /** YYYY-MM-DD; absent: today. */
  readonly date?: string;
  readonly message?: string;
  readonly addsChangelog: boolean;
  /** Of `archive`: why, and which document takes the place. */
  readonly reason?: string;
  /** Of `migrate`: the version that documents were written against; absent: as each says. */
  readonly from?: string;
  readonly successor?: string;
  /** Who does it; absent: git's user.name. */
  readonly by?: string;
}

export type ParsedCommandLine =
  | { readonly isValid: true; readonly line: CommandLine }
  | { readonly isValid: false; readonly problem: Message; readonly locale: Locale };

const options = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  locale: { type: 'string' },
  format: { type: 'string', short: 'f' },
  output: { type: 'string', short: 'o' },
  fix: { type: 'boolean' },
  check: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  diff: { type: 'boolean' },
  changed: { type: 'string' },
  'max-warnings': { type: 'string' },
  baseline: { type: 'string' },
  'update-baseline': { type: 'boolean' },
  kind: { type: 'string' },
  template: { type: 'string' },
  stdin: { type: 'boolean' },
  'stdin-filename': { type: 'string' },
  quiet: { type: 'boolean', short: 'q' },
  'no-config': { type: 'boolean' },
  threads: { type: 'string' },
  cache: { type: 'string' },
  'no-cache': { type: 'boolean' },
  'no-library': { type: 'boolean' },
  external: { type: 'boolean' },
  'fail-on': { type: 'string' },
  type: { type: 'string', multiple: true },
  of: { type: 'string' },
  depth: { type: 'string' },
  min: { type: 'string' },
  facet: { type: 'string', multiple: true },
  limit: { type: 'string' },
  title: { type: 'string' },
  note: { type: 'string' },
  reviewer: { type: 'string', multiple: true },
  id: { type: 'string' },
  level: { type: 'string' },
  date: { type: 'string' },
  message: { type: 'string', short: 'm' },
  changelog: { type: 'boolean' },
  reason: { type: 'string' },
  from: { type: 'string' },
  by: { type: 'string' },
  successor: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

type OptionName = keyof typeof options;
type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** Thrown inside this file only; parseCommandLine turns it into a value. */
class UsageError extends Error {
  readonly problem: Message;

  constructor(problem: Message) {
    super(problem.key);
    this.problem = problem;
  }
}

/**
 * `isPath` tells whether an argument names something on disk: `--changed` takes the next argument for a revision only
 * where it does not. `environment` gives the language where `--locale` does not.
 */
export function parseCommandLine(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  isPath: (word: string) => boolean,
): ParsedCommandLine {
  const locale = localeFrom(words, environment);
  try {
    return { isValid: true, line: read(withRevision(words, isPath), locale) };
  } catch (error) {
    if (error instanceof UsageError) return { isValid: false, problem: error.problem, locale };
    throw error;
  }
}

function read(words: readonly string[], locale: Locale): CommandLine {
  const { values, positionals } = take(words);
  const [first, ...rest] = positionals;
  const command = commands.find((name) => name === first);
  const paths = command === undefined ? positionals : rest;
  if (values.version === true) return { ...defaults(locale), command: 'version' };
  if (values.help === true || first === 'help' || words.length === 0) {
    const topic = command ?? commands.find((name) => name === rest[0]);
    return { ...defaults(locale), command: 'help', ...(topic !== undefined && { topic }) };
  }
  if (command === undefined) throw new UsageError(unknownCommand(first));
  return { ...defaults(locale), ...readValues(values, command), command, paths };
}

function readValues(values: Values, command: Command): Partial<CommandLine> {
  const failures = command === 'maintenance' ? maintenanceConcerns : (['drift'] as const);
  const hasBaselineUpdate = values['update-baseline'] === true;
  if (hasBaselineUpdate && values.baseline === undefined) throw new UsageError({ key: 'cli.update-needs-baseline' });
  if (values['stdin-filename'] !== undefined && values.stdin !== true)
    throw new UsageError({ key: 'cli.name-needs-stdin' });
  return {
    ...readFormat(values.format, command),
    types: (values.type ?? []).flatMap((word) => word.split(',')).filter((word) => word !== ''),
    ...optional('of', values.of),
    ...optional('depth', count('depth', values.depth, 1)),
    failsOn: (values['fail-on']?.split(',') ?? []).flatMap((word) => choice('fail-on', word.trim(), failures) ?? []),
    fix: values.fix === true,
    isCheckOnly: values.check === true,
    isDryRun: values['dry-run'] === true || values.diff === true,
    diff: values.diff === true,
    updateBaseline: hasBaselineUpdate,
    isStdin: values.stdin === true,
    isQuiet: values.quiet === true,
    isConfigured: values['no-config'] !== true,
    isCached: values['no-cache'] !== true,
    isInLibrary: values['no-library'] !== true,
    asksOutside: values.external === true,
    ...optional('cache', values.cache),
    ...optional('output', values.output),
    ...optional('changedSince', values.changed),
    ...optional('maxWarnings', count('max-warnings', values['max-warnings'], 0)),
    ...optional('baseline', values.baseline),
    ...optional('kind', values.kind),
    ...optional('template', values.template),
    ...optional('stdinName', values['stdin-filename']),
    ...optional('threads', count('threads', values.threads, 1)),
    ...optional('title', values.title),
    ...optional('note', values.note),
    reviewers: (values.reviewer ?? []).flatMap((names) => names.split(/[,，、]/)).map((name) => name.trim()),
    ...optional('id', values.id),
    ...optional('level', choice('level', values.level, bumpLevels)),
    ...optional('date', day(values.date)),
    ...optional('message', values.message),
    addsChangelog: values.changelog === true,
    ...optional('reason', values.reason),
    ...optional('from', values.from),
    ...optional('by', values.by),
    ...optional('successor', values.successor),
    ...optional('facets', values.facet),
    ...optional('minimum', values.min),
    ...optional('limit', count('limit', values.limit, 1)),
  };
}

/** They report no findings. */
const isPlain: ReadonlySet<Command> = new Set(['index', 'review', 'bump', 'archive', 'restore', 'migrate']);

/** Every command has formats of its own. */
function readFormat(value: string | undefined, command: Command): Partial<CommandLine> {
  const read = <const T extends string>(allowed: readonly T[]): T | undefined => choice('format', value, allowed);
  switch (command) {
    case 'roadmap':
      return { ...optional('roadmapFormat', read(roadmapFormats)) };
    case 'graph':
      return { ...optional('graphFormat', read(graphFormats)) };
    case 'find':
      return { ...optional('findFormat', read(findFormats)) };
    case 'doctor':
    case 'maintenance':
      return { ...optional('doctorFormat', read(doctorFormats)) };
    case 'score':
      return { ...optional('scoreFormat', read(scoreFormats)) };
    default:
      return { ...optional('format', isPlain.has(command) ? read(findFormats) : read(formats)) };
  }
}

function defaults(locale: Locale): Omit<CommandLine, 'command'> {
  return {
    paths: [],
    locale,
    format: 'pretty',
    roadmapFormat: 'tree',
    doctorFormat: 'pretty',
    scoreFormat: 'pretty',
    failsOn: [],
    graphFormat: 'mermaid',
    types: [],
    findFormat: 'pretty',
    facets: [],
    reviewers: [],
    fix: false,
    isCheckOnly: false,
    isDryRun: false,
    diff: false,
    updateBaseline: false,
    isStdin: false,
    isQuiet: false,
    isConfigured: true,
    isCached: true,
    isInLibrary: true,
    asksOutside: false,
    addsChangelog: false,
  };
}

function take(words: readonly string[]): { readonly values: Values; readonly positionals: string[] } {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(optionProblem(words, error));
    throw error;
  }
}

/** Node's own message is English and long; ours names the option. */
function optionProblem(words: readonly string[], error: TypeError): Message {
  const names = Object.keys(options);
  for (const word of words) {
    const name = /^--([^=]+)/.exec(word)?.[1];
    if (name === undefined || names.includes(name)) continue;
    const near = nearest(name, names);
    const option = `--${name}`;
    return near === undefined
      ? { key: 'cli.option-unknown', args: { option } }
      : { key: 'cli.option-unknown.near', args: { option, near: `--${near}` } };
  }
  const named = /(--[\w-]+)/.exec(error.message)?.[1] ?? '';
  return { key: 'cli.option-wrong', args: { option: named } };
}

function unknownCommand(word: string | undefined): Message {
  if (word === undefined) return { key: 'cli.command-missing', args: { commands: commands.join(', ') } };
  const near = nearest(word, commands);
  return near === undefined
    ? { key: 'cli.command-unknown', args: { command: word, commands: commands.join(', ') } }
    : { key: 'cli.command-unknown.near', args: { command: word, near } };
}

/** `--changed` may stand alone, as `--changed=main`, or before a revision: it is given a value in every case. */
function withRevision(words: readonly string[], isPath: (word: string) => boolean): string[] {
  const result: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    if (word === '--') return [...result, ...words.slice(index)];
    if (word !== '--changed') {
      result.push(word);
      continue;
    }
    const next = words[index + 1];
    const isRevision = next !== undefined && !next.startsWith('-') && !isPath(next) && index > 0;
    result.push(`--changed=${isRevision ? next : 'HEAD'}`);
    if (isRevision) index += 1;
  }
  return result;
}

/** Found before anything can go wrong, so that errors are in the right language too. */
function localeFrom(words: readonly string[], environment: Readonly<Record<string, string | undefined>>): Locale {
  const index = words.indexOf('--locale');
  const given =
    index < 0 ? words.find((word) => word.startsWith('--locale='))?.slice('--locale='.length) : words[index + 1];
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  return localeOf(given ?? [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== ''));
}

function choice<Value extends string>(
  name: OptionName,
  value: string | undefined,
  known: readonly Value[],
): Value | undefined {
  if (value === undefined) return undefined;
  const found = known.find((candidate) => candidate === value);
  if (found === undefined) {
    throw new UsageError({ key: 'cli.option-choice', args: { option: `--${name}`, values: known.join(', '), value } });
  }
  return found;
}

function count(name: OptionName, value: string | undefined, min: number): number | undefined {
  if (value === undefined) return undefined;
  const number = /^\d{1,7}$/.test(value) ? Number(value) : -1;
  if (number < min) throw new UsageError({ key: 'cli.option-count', args: { option: `--${name}`, min, value } });
  return number;
}

function day(value: string | undefined): string | undefined {
  if (value === undefined || readDate(value)?.day === value) return value;
  throw new UsageError({ key: 'cli.option-date', args: { option: '--date', value } });
}

function optional<Name extends string, Value>(name: Name, value: Value | undefined): Partial<Record<Name, Value>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, Value>);
}
