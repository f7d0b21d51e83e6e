import { compare, decimalOf, formatDecimal, shift, zero, type Decimal } from './decimal.ts';
import type { Quantity } from './quantity.ts';
import { unitsClash } from './unit.ts';

/*
 * Whether an actual value meets a target:
 *   1. bring both to one unit: the same unit, % and ‰, or a unit on one side only, where the numbers compare;
 *   2. where a bare number allows two readings (48 against 48万人次), try both;
 *   3. judge each reading by the target's comparator; readings that differ decide nothing.
 * Every doubt is `not-comparable`: a target said to be missed must be missed.
 */

export type Comparison =
  | { readonly verdict: 'met' }
  /** `arithmetic` states the miss in digits and one unit: `5 < 15`. */
  | { readonly verdict: 'missed'; readonly arithmetic: string }
  | { readonly verdict: 'not-comparable'; readonly reason: NotComparable };

/**
 * - `unit-mismatch`: the units measure different things (人 against %);
 * - `units-differ`: different units of one thing (人次 against 人), or a unit that is not known;
 * - `ambiguous-number`: a bare number that may be a share, a fraction or a count, or the number of a multiplier;
 * - `no-direction`: the target has no comparator, and which side is worse is not known;
 * - `undecided`: ranges or bounds that overlap (≥3 against 不超过5), and a strict bound that is just reached.
 */
export type NotComparable = 'unit-mismatch' | 'units-differ' | 'ambiguous-number' | 'no-direction' | 'undecided';

/** Both sides in one unit. */
interface Aligned {
  readonly target: Quantity;
  readonly actual: Quantity;
}

const hundred = decimalOf(100);
const ten = decimalOf(10);
const one = decimalOf(1);

/**
 * `lowerIsWorse` says what a target without a comparator asks for: true only where less than the target is
 * clearly a miss (186眼), false where it may be welcome or nothing is known (costs, times, errors).
 */
export function compareWithTarget(
  target: Quantity,
  actual: Quantity,
  { lowerIsWorse }: { readonly lowerIsWorse: boolean },
): Comparison {
  const readings = align(target, actual);
  if (typeof readings === 'string') return { verdict: 'not-comparable', reason: readings };
  const judged = readings.map((reading) => judge(reading, lowerIsWorse));
  const [first, ...others] = judged;
  if (first === undefined || others.some((other) => other.verdict !== first.verdict)) {
    return { verdict: 'not-comparable', reason: 'ambiguous-number' };
  }
  return first;
}

/** The readings under which the two sides have one unit, at least one; or why there is none. */
function align(target: Quantity, actual: Quantity): readonly Aligned[] | NotComparable {
  if (isNegative(target) || isNegative(actual)) return 'ambiguous-number';
  if (target.unit !== null && actual.unit !== null) {
    if (target.unit.name === actual.unit.name) return [{ target, actual }];
    if (isShare(target) && isShare(actual)) return [{ target: inPercent(target), actual: inPercent(actual) }];
    return unitsClash(target.unit, actual.unit) ? 'unit-mismatch' : 'units-differ';
  }
  if (isShare(target)) return alignShare(inPercent(target), actual, 'target');
  if (isShare(actual)) return alignShare(inPercent(actual), target, 'actual');
  return alignMultiplier({ target, actual });
}

/** A number without a unit may be meant in the multiplier of the other side: 48 beside 48万人次. */
function alignMultiplier({ target, actual }: Aligned): readonly Aligned[] {
  const missing = target.scale - actual.scale;
  if (actual.unit === null && missing > 0)
    return [
      { target, actual },
      { target, actual: scaled(actual, missing) },
    ];
  if (target.unit === null && missing < 0)
    return [
      { target, actual },
      { target: scaled(target, -missing), actual },
    ];
  return [{ target, actual }];
}

function alignShare(share: Quantity, bare: Quantity, side: 'target' | 'actual'): readonly Aligned[] | NotComparable {
  const points = bareInPercent(bare, share);
  if (points === null) return 'ambiguous-number';
  return [side === 'target' ? { target: share, actual: points } : { target: points, actual: share }];
}

/**
 * A bare number beside a share, in percentage points: 0.992 beside 80 % is 99.2, and 95 is 95. `null` where it may
 * be something else: 1 to 10 (1 may be 100 % or one of something), over 100 (a count), and fractions beside a share
 * under 10 % (0.3 beside 0.5 %).
 */
function bareInPercent(bare: Quantity, share: Quantity): Quantity | null {
  if (bare.scale !== 0) return null;
  if (compare(bare.high, zero) === 0) return bare;
  if (compare(bare.low, zero) > 0 && compare(bare.high, one) < 0) {
    return compare(share.low, ten) < 0 ? null : scaled(bare, 2);
  }
  return compare(bare.low, ten) > 0 && compare(bare.high, hundred) <= 0 ? bare : null;
}

function inPercent(quantity: Quantity): Quantity {
  return quantity.unit?.name === '‰' ? scaled(quantity, -1) : quantity;
}

function scaled(quantity: Quantity, places: number): Quantity {
  return { ...quantity, low: shift(quantity.low, places), high: shift(quantity.high, places) };
}

function isShare({ unit }: Quantity): boolean {
  return unit?.dimension === 'share';
}

function isNegative(quantity: Quantity): boolean {
  return compare(quantity.low, zero) < 0;
}

function judge({ target, actual }: Aligned, lowerIsWorse: boolean): Comparison {
  switch (target.comparator) {
    case '>=':
    case '>':
      return judgeBound(target, actual, 'at-least');
    case '<=':
    case '<':
      return judgeBound(target, actual, 'at-most');
    default:
      return judgeBare(target, actual, lowerIsWorse);
  }
}

function judgeBound(target: Quantity, actual: Quantity, bound: 'at-least' | 'at-most'): Comparison {
  const strict = target.comparator === '>' || target.comparator === '<';
  const side = bound === 'at-least' ? 1 : -1;
  // An actual value printed with the target's own comparator (5部以上 against 15部以上) is taken by its number.
  const open = opensTo(actual);
  const worst = side > 0 ? actual.low : actual.high;
  const best = side > 0 ? actual.high : actual.low;
  const worstAgainst = compare(worst, target.low) * side;
  const bestAgainst = compare(best, target.low) * side;
  // ≥ is often printed, or read, as >: a strict bound that is just reached says nothing.
  if (strict && (worstAgainst === 0 || bestAgainst === 0)) return undecided;
  if (bestAgainst < 0) return missed(best, target.low, side > 0 ? '<' : '>');
  const towardsMiss = open !== 0 && open !== side;
  return worstAgainst >= 0 && !towardsMiss ? { verdict: 'met' } : undecided;
}

function judgeBare(target: Quantity, actual: Quantity, lowerIsWorse: boolean): Comparison {
  const open = opensTo(actual);
  const above = compare(actual.low, target.low) >= 0;
  const below = compare(actual.high, target.high) <= 0;
  if (open === 0 && above && below) return { verdict: 'met' };
  if (!lowerIsWorse) return { verdict: 'not-comparable', reason: 'no-direction' };
  if (above && open >= 0) return { verdict: 'met' };
  if (open <= 0 && compare(actual.high, target.low) < 0) return missed(actual.high, target.low, '<');
  return undecided;
}

/** 1 where the value may be more (5部以上), -1 where it may be less (不超过5), 0 where it is as printed. */
function opensTo(quantity: Quantity): -1 | 0 | 1 {
  if (quantity.comparator === '>=' || quantity.comparator === '>') return 1;
  return quantity.comparator === '<=' || quantity.comparator === '<' ? -1 : 0;
}

const undecided: Comparison = { verdict: 'not-comparable', reason: 'undecided' };

function missed(actual: Decimal, target: Decimal, relation: '<' | '>'): Comparison {
  return { verdict: 'missed', arithmetic: `${formatDecimal(actual)} ${relation} ${formatDecimal(target)}` };
}
