// One sign for each true state: for the explorer's two letters and for bars of the board, so that no state is a colour
// alone. Pure; the board's page imports it too.
import type { TrueState } from '../../../server/src/lsp/protocol.ts';

export const stateSigns: Readonly<Record<TrueState, string>> = {
  missing: '◌',
  scaffolded: '□',
  drafting: '◐',
  ready: '●',
  approved: '✓',
  stale: '↻',
  archived: '–',
  moved: '→',
  open: '○',
  'in-progress': '▷',
  done: '●',
  unknown: '?',
};
