import { compare, decimalOf, multiply, shift, zero } from './decimal.ts';
import type { Quantity } from './quantity.ts';
import { type Aligned, spellMiss } from './spell-miss.ts';
import { commonMeasure, unitsClash } from './unit.ts';

/*
 * Whether an actual value meets a target:
 *   1. bring both to one unit: the same unit, units of one measure (公里 and 米), or a unit on one side only, where the
 *      numbers compare;
 *   2. where a bare number allows two readings (48 against 48万人次), try both;
 *   3. judge each reading by the target's comparator; readings that differ decide nothing.
 * Every doubt is `not-comparable`: a target said to be missed must be missed.
 */

export type Comparison =
  | { readonly verdict: 'met' }
  /** `arithmetic` states the miss in digits: `5 < 15`, `17500米 = 17.5公里 < 18公里`. */
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

/** What a target without a comparator asks for. */
export interface Direction {
  /** True where less than the target is clearly a miss (186眼). */
  readonly lowerIsWorse: boolean;
  /** True where more is clearly a miss (0起, a cost). */
  readonly higherIsWorse: boolean;
}

const hundred = decimalOf(100);
const ten = decimalOf(10);
const one = decimalOf(1);

/** How `actual` compares with `target`. */
export function compareWithTarget(target: Quantity, actual: Quantity, direction: Direction): Comparison {
  const readings = align(target, actual);
  if (typeof readings === 'string') return { verdict: 'not-comparable', reason: readings };
  const judged = readings.map((reading) => judge(reading, { target, actual }, direction));
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
    const measure = commonMeasure(target.unit, actual.unit);
    if (measure !== null) return [{ target: times(target, measure.left), actual: times(actual, measure.right) }];
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

function times(quantity: Quantity, factor: bigint): Quantity {
  const by = { units: factor, decimals: 0 };
  return { ...quantity, low: multiply(quantity.low, by), high: multiply(quantity.high, by) };
}

function isShare({ unit }: Quantity): boolean {
  return unit?.dimension === 'share';
}

function isNegative(quantity: Quantity): boolean {
  return compare(quantity.low, zero) < 0;
}

/** `aligned` in one unit, `printed` as the form has them. */
function judge(aligned: Aligned, printed: Aligned, direction: Direction): Comparison {
  const relation = missOf(aligned, direction);
  if (relation === '<' || relation === '>')
    return { verdict: 'missed', arithmetic: spellMiss(printed, aligned, relation) };
  return relation === 'met' ? { verdict: 'met' } : { verdict: 'not-comparable', reason: relation };
}

type Relation = '<' | '>' | 'met' | 'undecided' | 'no-direction';

function missOf({ target, actual }: Aligned, direction: Direction): Relation {
  switch (target.comparator) {
    case '>=':
    case '>':
      return againstBound(target, actual, 'at-least');
    case '<=':
    case '<':
      return againstBound(target, actual, 'at-most');
    default:
      return againstBare(target, actual, direction);
  }
}

function againstBound(target: Quantity, actual: Quantity, bound: 'at-least' | 'at-most'): Relation {
  const strict = target.comparator === '>' || target.comparator === '<';
  const side = bound === 'at-least' ? 1 : -1;
  // An actual value printed with the target's own comparator (5部以上 against 15部以上) is taken by its number.
  const open = opensTo(actual);
  const worst = side > 0 ? actual.low : actual.high;
  const best = side > 0 ? actual.high : actual.low;
  const worstAgainst = compare(worst, target.low) * side;
  const bestAgainst = compare(best, target.low) * side;
  // ≥ is often printed, or read, as >: a strict bound that is just reached says nothing.
  if (strict && (worstAgainst === 0 || bestAgainst === 0)) return 'undecided';
  if (bestAgainst < 0) return side > 0 ? '<' : '>';
  const towardsMiss = open !== 0 && open !== side;
  return worstAgainst >= 0 && !towardsMiss ? 'met' : 'undecided';
}

function againstBare(target: Quantity, actual: Quantity, { lowerIsWorse, higherIsWorse }: Direction): Relation {
  const open = opensTo(actual);
  const above = compare(actual.low, target.low) >= 0;
  const below = compare(actual.high, target.high) <= 0;
  if (open === 0 && above && below) return 'met';
  if (higherIsWorse && open >= 0 && compare(actual.low, target.high) > 0) return '>';
  if (!lowerIsWorse) return 'no-direction';
  if (above && open >= 0) return 'met';
  return open <= 0 && compare(actual.high, target.low) < 0 ? '<' : 'undecided';
}

/** 1 where the value may be more (5部以上), -1 where it may be less (不超过5), 0 where it is as printed. */
function opensTo(quantity: Quantity): -1 | 0 | 1 {
  if (quantity.comparator === '>=' || quantity.comparator === '>') return 1;
  return quantity.comparator === '<=' || quantity.comparator === '<' ? -1 : 0;
}
