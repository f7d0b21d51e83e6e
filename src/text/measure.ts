import { parseDecimal, shift, subtract, zero, type Decimal } from './decimal.ts';
import { unitAt, type Unit } from './unit.ts';

/** A number as it is printed, with the multiplier and the unit behind it. */
export interface PrintedMeasure {
  /** With the multiplier worked in. */
  readonly value: Decimal;
  /** 10 to this power was the printed multiplier: 4 for 万; 0 without one. */
  readonly scale: number;
  readonly unit: Unit | null;
  /** What 余 or 多 behind it adds at most: 90余个 are fewer than 100; 0 without. */
  readonly surplus: Decimal;
  /** Where it begins and ends in the folded text. */
  readonly start: number;
  readonly end: number;
}

const scales: Readonly<Record<string, number>> = { 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 };
/** Unsigned; not a part of a date, a ratio, a clock time or an unseparated list. */
export const printedNumber = /(?<!\d|\d[.,:/]|[±+])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?!\d|[.,:/]\d)/g;
const measureTail = /^(万亿|千万|百万|亿|万|千(?![米克瓦]))?([余多])?/;
/** A unit that is not in the list still is one where a comparator follows: 3羽以上. */
const unlistedUnit = /^((?![及或以])\p{L}{1,2}?)(?=[及或]?以[上下内])/u;

/** The measures in a folded text, from left to right. */
export function measuresIn(folded: string): PrintedMeasure[] {
  return [...folded.matchAll(printedNumber)].map((match) => measureAt(folded, match));
}

function measureAt(folded: string, match: RegExpExecArray): PrintedMeasure {
  const digits = match[0];
  const negative = /^-$|[≥≤<>=:(]-$/.test(folded.slice(0, match.index));
  const afterDigits = match.index + digits.length;
  const [tail, multiplier = '', more] = measureTail.exec(folded.slice(afterDigits)) ?? [''];
  const scale = scales[multiplier] ?? 0;
  const afterTail = afterDigits + tail.length;
  const { unit, length, isMore } = unitBehind(folded.slice(afterTail));
  const size = shift(parseDecimal(digits.replaceAll(',', '')) ?? zero, scale);
  return {
    value: negative ? subtract(zero, size) : size,
    scale,
    unit,
    surplus: more !== undefined || isMore ? surplusOf(size) : zero,
    start: negative ? match.index - 1 : match.index,
    end: afterTail + length,
  };
}

/** The unit that a text begins with, the characters it takes, and whether it says that there is more (3年多). */
function unitBehind(text: string): { readonly unit: Unit | null; readonly length: number; readonly isMore: boolean } {
  const found = unitAt(text) ?? unlistedUnitAt(text);
  if (found === null) return { unit: null, length: 0, isMore: false };
  const isMore = /^[余多]/.test(text.slice(found.length));
  return { unit: found.unit, length: found.length + (isMore ? 1 : 0), isMore };
}

function unlistedUnitAt(text: string): { readonly unit: Unit; readonly length: number } | null {
  const name = unlistedUnit.exec(text)?.[1];
  return name === undefined ? null : { unit: { name, dimension: 'other' }, length: name.length };
}

/** One of the last place that is not a round zero: 90余 may be up to 100, 3万余 up to 4万, 15余 up to 16. */
function surplusOf(value: Decimal): Decimal {
  const round = /0*$/.exec(String(value.units))?.[0].length ?? 0;
  return { units: 10n ** BigInt(round), decimals: value.decimals };
}
