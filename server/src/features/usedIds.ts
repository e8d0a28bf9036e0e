// Document ids in use, read out of the beginnings of texts without a whole analysis.
import type { EngineView } from './engineView.ts';

export interface BeginningsParams {
  /** The first some thousand characters of each document. */
  readonly beginnings: readonly string[];
}

/** Upper-case parts joined with hyphens, a number at the end: SCENARIO-OLTP-001. */
const id = /\b[A-Z][A-Z0-9]{0,30}(?:-[A-Z0-9]{1,30}){0,8}-\d{1,8}\b/g;

export function usedIds(_view: EngineView, { beginnings }: BeginningsParams): readonly string[] {
  return idsIn(beginnings);
}

/** Each id once, in order. */
export function idsIn(beginnings: readonly string[]): readonly string[] {
  return [...new Set(beginnings.flatMap((text) => text.match(id) ?? []))];
}
