// What the reference takes from package.json and its two language files.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from './markdown.ts';

const root = join(import.meta.dirname, '..', '..');

export interface Setting {
  readonly type: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly scope?: string;
  readonly markdownDescription: string;
  readonly enumDescriptions?: readonly string[];
  readonly order?: number;
}

export interface Command {
  readonly command: string;
  readonly title: string;
  readonly category: string;
}

export interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
}

export interface Keybinding {
  readonly command: string;
  readonly key: string;
  readonly mac?: string;
}

export interface Contributions {
  readonly commands: readonly Command[];
  readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
  readonly keybindings: readonly Keybinding[];
  readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
}

export function readContributions(): Contributions {
  return (readJson('package.json') as { readonly contributes: Contributions }).contributes; // VS Code's own form
}

/** `%key%` of the manifest in a language. Throws for a key that the language file lacks. */
export function textOf(reference: string, locale: Locale): string {
  const bundle = readJson(locale === 'zh' ? 'package.nls.zh-cn.json' : 'package.nls.json') as Record<string, string>;
  const text = bundle[reference.replaceAll('%', '')];
  if (text === undefined) throw new Error(`${reference} has no text in ${locale}`);
  return text;
}

export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}
