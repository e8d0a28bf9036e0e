// Patterns that come from templates: compiled with a linear-time engine, never with the native one for matching.
// The only file that may build a native RegExp from workspace text, and it never runs one.
import { RE2JS } from 're2js';
import { limits } from '../limits.ts';

/** What ajv asks of a regular expression engine. */
export interface LinearPattern {
  test(text: string): boolean;
  /** ajv keeps compiled patterns by this text: without an own one all patterns would share the first. */
  toString(): string;
}

/**
 * Compiles a pattern in RE2 syntax. Values longer than `limits.patternInputLength` never match.
 * Throws for a pattern that the engine does not know; use `patternFault` first for text from a workspace.
 */
export function compilePattern(pattern: string): LinearPattern {
  const compiled = RE2JS.compile(pattern);
  return {
    test: (text) => text.length <= limits.patternInputLength && compiled.matcher(text).find(),
    toString: () => `/${pattern}/u`,
  };
}

/** Why a pattern can not be used, in the engine's words; undefined for a usable one. */
export function patternFault(pattern: string): string | undefined {
  if (pattern.length > limits.patternLength) return `> ${limits.patternLength}`;
  try {
    RE2JS.compile(pattern);
    // The exported schema is for every validator: the pattern must mean something to ECMAScript too.
    new RegExp(pattern, 'u');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
