// Settings of the client: unknown JSON in, values with defaults and problems out.
import type { EngineSettings } from '../features/engineState.ts';
import type { LogLevel } from './log.ts';

export interface Settings {
  readonly enable: boolean;
  readonly enforcement: NonNullable<EngineSettings['enforcement']> | 'configured';
  /** When documents are checked: while typing, or only when opened and saved. */
  readonly run: 'onType' | 'onSave';
  readonly codeLens: boolean;
  /** Above titles, how many places refer to the document. */
  readonly codeLensReferences: boolean;
  readonly completion: boolean;
  readonly hover: boolean;
  /** Which documents have findings in the list of problems besides the open ones. */
  readonly findingsScope: 'openFiles' | 'changedFiles' | 'library';
  /** Findings of closed documents that are listed one by one. */
  readonly findingsLimit: number;
  /** Absent: as configured in the library. */
  readonly maxFindings?: number;
  readonly logLevel: LogLevel | 'off';
}

export const defaultSettings: Settings = {
  enable: true,
  enforcement: 'configured',
  run: 'onType',
  codeLens: true,
  codeLensReferences: true,
  completion: true,
  hover: true,
  findingsScope: 'openFiles',
  findingsLimit: 1000,
  logLevel: 'info',
};

export interface NarrowedSettings {
  readonly settings: Settings;
  /** Settings that had a value of the wrong type, for one warning. */
  readonly problems: readonly string[];
}

const MAX_FINDINGS = 2000;
const MAX_LISTED = 20_000;

/** Reads the `casewright` section. What is missing takes its default; so does what is wrong, with a problem. */
export function narrowSettings(value: unknown): NarrowedSettings {
  if (value === undefined || value === null) return { settings: defaultSettings, problems: [] };
  if (!isRecord(value)) return { settings: defaultSettings, problems: ['casewright: not an object'] };
  const reader = new SettingReader(value);
  const maxFindings = reader.integer('maxFindings', 1, MAX_FINDINGS);
  const settings: Settings = {
    enable: reader.flag('enable', defaultSettings.enable),
    enforcement: reader.choice('enforcement', ['configured', 'smart', 'strict', 'gentle']),
    run: reader.choice('run', ['onType', 'onSave']),
    codeLens: reader.flag('codeLens.enabled', defaultSettings.codeLens),
    codeLensReferences: reader.flag('codeLens.references', defaultSettings.codeLensReferences),
    completion: reader.flag('completion.enabled', defaultSettings.completion),
    hover: reader.flag('hover.enabled', defaultSettings.hover),
    findingsScope: reader.choice('findings.scope', ['openFiles', 'changedFiles', 'library']),
    findingsLimit: reader.integer('findings.limit', 0, MAX_LISTED) ?? defaultSettings.findingsLimit,
    ...(maxFindings !== undefined && { maxFindings }),
    logLevel: reader.choice('log.level', ['info', 'off', 'error', 'warn', 'debug']),
  };
  return { settings, problems: reader.problems };
}

/** Reads single values out of the section, collecting what is wrong. */
class SettingReader {
  readonly problems: string[] = [];
  readonly #section: Readonly<Record<string, unknown>>;

  constructor(section: Readonly<Record<string, unknown>>) {
    this.#section = section;
  }

  flag(name: string, fallback: boolean): boolean {
    const value = this.#get(name);
    if (typeof value === 'boolean') return value;
    if (value !== undefined) this.problems.push(`${name}: not a boolean`);
    return fallback;
  }

  /** The first of `allowed` is the default. */
  choice<T extends string>(name: string, allowed: readonly [T, ...T[]]): T {
    const value = this.#get(name);
    const found = allowed.find((item) => item === value);
    if (found === undefined && value !== undefined) this.problems.push(`${name}: not one of ${allowed.join(', ')}`);
    return found ?? allowed[0];
  }

  integer(name: string, min: number, max: number): number | undefined {
    const value = this.#get(name);
    if (value === undefined) return undefined;
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
    this.problems.push(`${name}: not an integer from ${min} to ${max}`);
    return undefined;
  }

  /** `a.b` is looked up as nested objects, as clients send it, then as a flat key. */
  #get(name: string): unknown {
    let value: unknown = this.#section;
    for (const part of name.split('.')) value = isRecord(value) && Object.hasOwn(value, part) ? value[part] : undefined;
    const found = value ?? (Object.hasOwn(this.#section, name) ? this.#section[name] : undefined);
    return found === null ? undefined : found;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
