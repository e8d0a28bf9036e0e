// Moves whose edits the client has already: when the editor asks before such a move, there is nothing to add.
import type { ServerContext } from './context.ts';

const planned = new WeakMap<ServerContext, Set<string>>();

export function planMove(context: ServerContext, from: string, to: string): void {
  const known = planned.get(context) ?? new Set<string>();
  planned.set(context, known.add(nameOf(from, to)));
}

/** True once for a planned move. */
export function takePlannedMove(context: ServerContext, from: string, to: string): boolean {
  return planned.get(context)?.delete(nameOf(from, to)) === true;
}

function nameOf(from: string, to: string): string {
  return `${from}\n${to}`;
}
