import { type ColumnOf, type PlaceMark, type RowModel, stateCount, type Step, stepsOf } from './row-steps.ts';

/*
 * Fits the cells of one row of a dump to the columns of its table. Dumps leave blank cells out or print merged ones
 * more than once, so that a cell need not stand as far to the right as its heading. What a row can be is a path through
 * a lattice of its cells (downwards) and the header's places (to the right):
 *
 *   1. a cell stands in a place: costs what its text costs in that column (`cost`);
 *   2. a place is left out: costs `dropped`, nothing behind the row's last cell;
 *   3. a cell is one too many: a blank costs `added`, nothing behind the last place; a text joins the one before it in
 *      its column, or stays unread;
 *   4. a column that is left without a text costs what a blank in it costs (`blankCost`).
 *
 * Costs are natural logarithms of odds, so that they add up. The cheapest path is the reading (Viterbi 1967); the
 * cheapest one through any other column tells how much worse the next reading is (min-marginals, forward and backward).
 *
 * Not handled: cells out of order, and two columns run together into one cell.
 */

/** How one row is read best. */
export interface RowFit<Name extends string> {
  readonly cost: number;
  /** For each cell its column. */
  readonly columns: readonly ColumnOf<Name>[];
  /** For each column how much worse the best reading is in which it says something else. */
  readonly margins: ReadonlyMap<Name, number>;
  /** What was done at the places that have no text. */
  readonly marks: readonly PlaceMark[];
}

/** The best reading of a row's texts, folded and "" for blank cells. */
export function fitRow<Name extends string>(texts: readonly string[], model: RowModel<Name>): RowFit<Name> {
  const steps = stepsOf(texts, model);
  const size = stateCount(texts, model);
  const forward = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const best = Array.from<Step<Name> | undefined>({ length: size });
  forward[0] = 0;
  for (const step of steps) {
    const cost = (forward[step.from] ?? 0) + step.cost;
    if (cost >= (forward[step.to] ?? 0)) continue;
    forward[step.to] = cost;
    best[step.to] = step;
  }
  const backward = backwardCosts(steps, size, model);
  const isFullEnd = (forward[size - 1] ?? 0) <= (forward[size - 2] ?? 0) + (backward[size - 2] ?? 0);
  const path = pathTo(isFullEnd ? size - 1 : size - 2, best);
  const columnAt = new Map(path.map((step) => [step.cell, step.column]));
  const columns = texts.map((_, cell) => columnAt.get(cell) ?? null);
  const cost = backward[0] ?? 0;
  const reading = { texts, columns, cost, through: costsThrough(steps, { forward, backward }) };
  return { cost, columns, margins: marginsOf(reading, model), marks: path.flatMap((step) => step.mark ?? []) };
}

function backwardCosts<Name extends string>(
  steps: readonly Step<Name>[],
  size: number,
  { places, blankCost }: RowModel<Name>,
): Float64Array {
  const backward = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const last = places.at(-1) ?? null;
  backward[size - 1] = 0;
  backward[size - 2] = last === null ? 0 : blankCost(last);
  for (const step of steps.toReversed()) {
    backward[step.from] = Math.min(backward[step.from] ?? 0, step.cost + (backward[step.to] ?? 0));
  }
  return backward;
}

function pathTo<Name extends string>(end: number, best: readonly (Step<Name> | undefined)[]): Step<Name>[] {
  const path: Step<Name>[] = [];
  for (let step = best[end]; step !== undefined; step = best[step.from]) path.push(step);
  return path.toReversed();
}

type Costs<Name extends string> = ReadonlyMap<ColumnOf<Name>, number>;

/** For each text the cost of the cheapest path on which it stands below each column. */
function costsThrough<Name extends string>(
  steps: readonly Step<Name>[],
  { forward, backward }: { readonly forward: Float64Array; readonly backward: Float64Array },
): ReadonlyMap<number, Costs<Name>> {
  const through = new Map<number, Map<ColumnOf<Name>, number>>();
  for (const { from, to, cost, cell, column } of steps) {
    if (cell < 0) continue;
    const costs = through.get(cell) ?? new Map<ColumnOf<Name>, number>();
    const whole = (forward[from] ?? 0) + cost + (backward[to] ?? 0);
    costs.set(column, Math.min(whole, costs.get(column) ?? Number.POSITIVE_INFINITY));
    through.set(cell, costs);
  }
  return through;
}

interface RowReading<Name extends string> {
  readonly texts: readonly string[];
  readonly columns: readonly ColumnOf<Name>[];
  readonly cost: number;
  readonly through: ReadonlyMap<number, Costs<Name>>;
}

function marginsOf<Name extends string>(reading: RowReading<Name>, { places }: RowModel<Name>): Map<Name, number> {
  const names = new Set(places.flatMap((name) => name ?? []));
  return new Map([...names].map((name) => [name, otherwiseCost(name, reading) - reading.cost]));
}

/**
 * The cost of the cheapest reading in which a column says something else. A text that repeats what the column says
 * already changes nothing, come or gone.
 */
function otherwiseCost<Name extends string>(name: Name, { texts, columns, through }: RowReading<Name>): number {
  const own = texts.filter((_, cell) => columns[cell] === name);
  const others = [...through].flatMap(([cell, costs]) => {
    const isOwn = columns[cell] === name;
    if (own.filter((text) => text === texts[cell]).length > (isOwn ? 1 : 0)) return [];
    if (!isOwn) return [costs.get(name) ?? Number.POSITIVE_INFINITY];
    return [...costs].flatMap(([column, cost]) => (column === name ? [] : [cost]));
  });
  return Math.min(Number.POSITIVE_INFINITY, ...others);
}
