// Maximum-weight assignment of rows to columns (Hungarian method). Pure arithmetic; knows nothing of sections.

export interface Candidate {
  readonly row: number;
  readonly column: number;
  /** Greater than 0. */
  readonly weight: number;
}

/** Above this many steps a greedy choice must do; only hostile input comes near it. */
const MAX_STEPS = 30_000_000;

/** Row to column; rows without a good column are absent. Each column is used once. Equal input, equal result. */
export function assign(candidates: readonly Candidate[]): ReadonlyMap<number, number> {
  const rows = [...new Set(candidates.map((candidate) => candidate.row))].sort((a, b) => a - b);
  const columns = [...new Set(candidates.map((candidate) => candidate.column))].sort((a, b) => a - b);
  if (rows.length * rows.length * (columns.length + rows.length) > MAX_STEPS) return assignGreedily(candidates);
  const weights = new Map(candidates.map((each) => [`${each.row} ${each.column}`, each.weight]));
  const weightOf = (row: number, column: number): number =>
    weights.get(`${rows[row] ?? -1} ${columns[column] ?? -1}`) ?? 0;
  // Each row has a column of its own for "none", so that no row must take a bad column.
  const chosen = minimize(rows.length, columns.length + rows.length, (row, column) => -weightOf(row, column));
  const result = new Map<number, number>();
  chosen.forEach((column, row) => {
    const rowId = rows[row];
    const columnId = columns[column];
    if (rowId !== undefined && columnId !== undefined && weightOf(row, column) > 0) result.set(rowId, columnId);
  });
  return result;
}

function assignGreedily(candidates: readonly Candidate[]): ReadonlyMap<number, number> {
  const result = new Map<number, number>();
  const taken = new Set<number>();
  const ordered = candidates.toSorted((a, b) => b.weight - a.weight || a.row - b.row || a.column - b.column);
  for (const { row, column } of ordered) {
    if (result.has(row) || taken.has(column)) continue;
    result.set(row, column);
    taken.add(column);
  }
  return result;
}

type Cost = (row: number, column: number) => number;

/** Potentials and matching of the Hungarian method; rows and columns count from 1, 0 is the root of a search. */
interface Matching {
  readonly rowPotential: Float64Array;
  readonly columnPotential: Float64Array;
  readonly rowOfColumn: Int32Array;
}

const at = (array: Float64Array | Int32Array, index: number): number => array[index] ?? 0;

/** The column of each row, so that the sum of costs is least; needs at least as many columns as rows. */
function minimize(rows: number, columns: number, cost: Cost): readonly number[] {
  const matching: Matching = {
    rowPotential: new Float64Array(rows + 1),
    columnPotential: new Float64Array(columns + 1),
    rowOfColumn: new Int32Array(columns + 1),
  };
  for (let row = 1; row <= rows; row++) augment(matching, row, cost);
  const result = new Array<number>(rows).fill(-1);
  for (let column = 1; column <= columns; column++) {
    const row = at(matching.rowOfColumn, column);
    if (row > 0) result[row - 1] = column - 1;
  }
  return result;
}

/** Finds the cheapest alternating path from a row to a free column, and takes it. */
function augment(matching: Matching, row: number, cost: Cost): void {
  const { rowOfColumn } = matching;
  const count = rowOfColumn.length;
  const slack = new Float64Array(count).fill(Infinity);
  const previous = new Int32Array(count);
  const used = new Uint8Array(count);
  rowOfColumn[0] = row;
  let column = 0;
  do {
    used[column] = 1;
    relax(matching, { slack, previous, used }, column, cost);
    column = cheapest(slack, used);
    shiftPotentials(matching, { slack, used }, at(slack, column));
  } while (at(rowOfColumn, column) !== 0);
  while (column !== 0) {
    const before = at(previous, column);
    rowOfColumn[column] = at(rowOfColumn, before);
    column = before;
  }
}

interface Search {
  readonly slack: Float64Array;
  readonly previous: Int32Array;
  readonly used: Uint8Array;
}

function relax(matching: Matching, search: Search, column: number, cost: Cost): void {
  const row = at(matching.rowOfColumn, column);
  for (let other = 1; other < search.slack.length; other++) {
    if (search.used[other] === 1) continue;
    const reduced = cost(row - 1, other - 1) - at(matching.rowPotential, row) - at(matching.columnPotential, other);
    if (reduced >= at(search.slack, other)) continue;
    search.slack[other] = reduced;
    search.previous[other] = column;
  }
}

function cheapest(slack: Float64Array, used: Uint8Array): number {
  let best = -1;
  for (let column = 1; column < slack.length; column++) {
    if (used[column] !== 1 && (best < 0 || at(slack, column) < at(slack, best))) best = column;
  }
  return best;
}

function shiftPotentials(matching: Matching, search: Pick<Search, 'slack' | 'used'>, delta: number): void {
  for (let column = 0; column < search.slack.length; column++) {
    if (search.used[column] !== 1) {
      search.slack[column] = at(search.slack, column) - delta;
      continue;
    }
    const owner = at(matching.rowOfColumn, column);
    matching.rowPotential[owner] = at(matching.rowPotential, owner) + delta;
    matching.columnPotential[column] = at(matching.columnPotential, column) - delta;
  }
}
