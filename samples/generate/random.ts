/**
 * Seeded random numbers: xmur3 spreads a text over 32 bits, mulberry32 (Tommy Ettinger, public domain) counts on from
 * there. Every draw of the generator comes from here, so that a seed gives the same documents on every machine.
 */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  /** From `low` to `high`, in steps of `step`. */
  step(low: number, high: number, step: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One of `items`; throws a RangeError where there is none. */
  pick<T>(items: readonly T[]): T;
  /** One of the pairs' first elements, as often as its second element says. */
  weighted<T>(items: readonly (readonly [T, number])[]): T;
  /** `items` in another order. */
  shuffle<T>(items: readonly T[]): T[];
  /** Random numbers of their own for a part, which stay the same when other parts draw more or fewer. */
  fork(part: string | number): Random;
}

/** Random numbers for a seed: the same text gives the same numbers. */
export function createRandom(seed: string): Random {
  let state = hashOf(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    int,
    step: (low, high, step) => Number((low + step * int(0, Math.round((high - low) / step))).toFixed(4)),
    chance: (probability) => next() < probability,
    pick: (items) => at(items, int(0, items.length - 1)),
    weighted: (items) => weightedPick(items, next()),
    shuffle: (items) => shuffled(items, int),
    fork: (part) => createRandom(`${seed}/${part}`),
  };
}

function hashOf(text: string): number {
  let hash = 1779033703 ^ text.length;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 3432918353);
    hash = (hash << 13) | (hash >>> 19);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
  hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function at<T>(items: readonly T[], index: number): T {
  for (const item of items.slice(index, index + 1)) return item;
  throw new RangeError('nothing to pick from');
}

function weightedPick<T>(items: readonly (readonly [T, number])[], drawn: number): T {
  const sum = items.reduce((total, [, weight]) => total + weight, 0);
  let rest = drawn * sum;
  for (const [item, weight] of items) {
    rest -= weight;
    if (rest < 0) return item;
  }
  return at(items, items.length - 1)[0];
}

function shuffled<T>(items: readonly T[], int: (low: number, high: number) => number): T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = int(0, last);
    const moved = at(order, last);
    order[last] = at(order, other);
    order[other] = moved;
  }
  return order;
}
