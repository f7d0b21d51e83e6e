import { compare, parseDecimal, shift, subtract, zero, type Decimal } from './decimal.ts';
import { foldText } from './fold.ts';
import { unitAt, unitOfNoun, type Unit } from './unit.ts';

/*
 * Reading a target (预期指标值) or an actual value (实际完成值) as a quantity:
 *   1. fold widths and spellings, after making sure that this joins no two numbers;
 *   2. hide digits that measure nothing: years, months, ordinals, names such as PM2.5;
 *   3. find the numbers: one, or two that a dash or 至 joins to a range;
 *   4. read the comparator before or after, the multiplier, the unit, and what the words before say is measured.
 * Not handled: numbers in Chinese numerals (五次), and texts with several quantities, which nothing tells apart.
 */

export type Comparator = '>=' | '>' | '<=' | '<' | '=';

export interface Quantity {
  readonly kind: 'quantity';
  /** `null` for a bare value or a range. */
  readonly comparator: Comparator | null;
  /** With the multiplier worked in: 48万人次 is 480000 of 人次. */
  readonly low: Decimal;
  /** The same as `low`, except in a range. */
  readonly high: Decimal;
  /** 10 to this power was the printed multiplier: 4 for 万; 0 without one. */
  readonly scale: number;
  /** `null` where none is printed and the words before name none. */
  readonly unit: Unit | null;
  /** The words before the quantity, folded: 执行率 of 执行率≥80%. */
  readonly about: string;
}

/**
 * Why a text is no quantity. `hedged`: about so much (约100人). `not-the-value`: what is missing or left over
 * (未完成2项). `in-a-sentence`: words before and after and no comparator (档案3000卷管理规范). `contradictory`: a
 * comparator on each side, or a range that is none.
 */
export interface NoQuantity {
  readonly kind: 'none';
  readonly reason: 'no-number' | 'several-numbers' | 'hedged' | 'not-the-value' | 'in-a-sentence' | 'contradictory';
}

interface PrintedMeasure {
  readonly value: Decimal;
  readonly scale: number;
  readonly unit: Unit | null;
  /** 余, 多: somewhat more than the value. */
  readonly surplus: boolean;
  /** Where it begins and ends in the folded text. */
  readonly start: number;
  readonly end: number;
}

const scales: Readonly<Record<string, number>> = { 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 };
/** Unsigned; not a part of a date, a ratio, a clock time or an unseparated list. */
const number = /(?<!\d|\d[.,:/]|[±+])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?!\d|[.,:/]\d)/g;
const measureTail = /^(万亿|千万|百万|亿|万|千(?![米克瓦]))?([余多])?/;
/** A unit that is not in the list still is one where a comparator follows: 3羽以上. */
const unlistedUnit = /^((?![及或以])\p{L}{1,2}?)(?=[及或]?以[上下内])/u;
const rangeJoint = /^(?:-|~|--|~~|至|到)$/;

const before: readonly (readonly [RegExp, Comparator])[] = [
  [/(?:≥|(?:大于|高于|多于)(?:或)?等于|不(?:少|低|小|短|差)于|至少|最少|不少於|不低於)$/, '>='],
  [/(?:≤|(?:小于|低于|少于)(?:或)?等于|不(?:超过|高于|大于|多于|长于|超出|超)|至多|最多)$/, '<='],
  [/(?:>|大于|高于|多于|超过|超)$/, '>'],
  [/(?:<|小于|低于|少于)$/, '<'],
  [/(?:=|等于)$/, '='],
];
const after: readonly (readonly [RegExp, Comparator])[] = [
  [/^(?:\(含\))?(?:及|或)?(?:以上|之上)/, '>='],
  [/^(?:\(含\))?(?:及|或)?(?:以下|之下|以内|之内|内(?=$|[^\p{L}]|完|办|响|到|解|处))/u, '<='],
];

/** Digits that measure nothing: 2019年, 12月31日, 第3季度, PM2.5. */
const hidden =
  /(?<!\d)(?:(?:19|20)\d{2}年?[-~至到])?(?:19|20)\d{2}年度?|(?<![\d.])\d{1,2}月(?:份|\d{1,2}[日号])?|第\d+|[a-z]+[-.]?\d+(?:\.\d+)?/g;
const hedgeBefore = /(?:约|近|大概|左右|将近|接近|大致)$/;
const hedgeAfter = /^(?:左右|上下|±)/;
/** Words that make a number something other than the value: 未完成2项, 缺3人, 百分之90, 剩余5%. */
const otherwise = /[未没无不缺剩欠]|除[去外了]|扣除|[还相]差|[百千万]分之$|-$/;

/** The quantity that `text` states, or why it states none. `text` is as printed. */
export function readQuantity(text: string): Quantity | NoQuantity {
  // Folding drops spaces and turns 、 into a comma: "3 5" and 3、500 would become one number.
  const folded = foldText(text.replace(/(?<=[\d０-９])(?:\s+(?=[\d０-９])|、)/g, ';')).replace(hidden, '□');
  const measures = [...folded.matchAll(number)].map((match) => measureAt(folded, match));
  if (/\d/.test(folded.replace(number, ''))) return none('several-numbers');
  const [first, second, third] = measures;
  if (first === undefined) return none('no-number');
  if (second === undefined) return single(folded, first);
  if (third !== undefined || !rangeJoint.test(folded.slice(first.end, second.start))) return none('several-numbers');
  return range(folded, first, second);
}

function none(reason: NoQuantity['reason']): NoQuantity {
  return { kind: 'none', reason };
}

function measureAt(folded: string, match: RegExpExecArray): PrintedMeasure {
  const digits = match[0];
  const negative = /^-$|[≥≤<>=:(]-$/.test(folded.slice(0, match.index));
  const afterDigits = match.index + digits.length;
  const [tail, multiplier, surplus] = measureTail.exec(folded.slice(afterDigits)) ?? [''];
  const scale = multiplier === undefined ? 0 : (scales[multiplier] ?? 0);
  const afterTail = afterDigits + tail.length;
  const found = unitAt(folded.slice(afterTail)) ?? unlistedUnitAt(folded.slice(afterTail));
  const afterUnit = afterTail + (found?.length ?? 0);
  const surplusAfterUnit = found !== null && /^[余多]/.test(folded.slice(afterUnit));
  const size = parseDecimal(digits.replaceAll(',', '')) ?? zero;
  return {
    value: shift(negative ? subtract(zero, size) : size, scale),
    scale,
    unit: found?.unit ?? null,
    surplus: surplus !== undefined || surplusAfterUnit,
    start: negative ? match.index - 1 : match.index,
    end: afterUnit + (surplusAfterUnit ? 1 : 0),
  };
}

function unlistedUnitAt(text: string): { readonly unit: Unit; readonly length: number } | null {
  const name = unlistedUnit.exec(text)?.[1];
  return name === undefined ? null : { unit: { name, dimension: 'other' }, length: name.length };
}

function single(folded: string, measure: PrintedMeasure): Quantity | NoQuantity {
  const words = wordsAround(folded, measure.start, measure.end);
  if (words.kind === 'none') return words;
  const { value, scale, unit, surplus } = measure;
  const comparator = words.comparator ?? (surplus ? '>=' : null);
  const { about, rest } = words;
  return {
    kind: 'quantity',
    comparator,
    low: value,
    high: value,
    scale,
    unit: unit ?? unitFromWords(about, rest),
    about,
  };
}

function range(folded: string, first: PrintedMeasure, second: PrintedMeasure): Quantity | NoQuantity {
  const words = wordsAround(folded, first.start, second.end);
  if (words.kind === 'none') return words;
  if (first.surplus || second.surplus) return none('hedged');
  // 1-1.5万 may begin at one or at ten thousand.
  const disagree = first.scale !== second.scale || (first.unit !== null && first.unit.name !== second.unit?.name);
  if (words.comparator !== null || disagree || compare(first.value, second.value) > 0) return none('contradictory');
  const unit = second.unit ?? unitFromWords(words.about, words.rest);
  const { about } = words;
  return { kind: 'quantity', comparator: null, low: first.value, high: second.value, scale: first.scale, unit, about };
}

interface WordsAround {
  readonly kind: 'words';
  readonly comparator: Comparator | null;
  /** Before the quantity and its comparator, and after them. */
  readonly about: string;
  readonly rest: string;
}

/** The comparator and the words on either side of `start` to `end`, or why they make the number no value. */
function wordsAround(folded: string, start: number, end: number): WordsAround | NoQuantity {
  const lead = folded.slice(0, start);
  const trail = folded.slice(end);
  const leading = before.find(([pattern]) => pattern.test(lead));
  const trailing = after.find(([pattern]) => pattern.test(trail));
  const about = leading === undefined ? lead : lead.replace(leading[0], '');
  const rest = trailing === undefined ? trail : trail.replace(trailing[0], '');
  if (hedgeBefore.test(about) || hedgeAfter.test(rest)) return none('hedged');
  const [comparator = null, other = comparator] = [leading, trailing].flatMap((found) => found?.[1] ?? []);
  if (comparator !== other) return none('contradictory');
  if (comparator === null && (otherwise.test(about) || otherwise.test(rest))) return none('not-the-value');
  if (comparator === null && /\p{L}/u.test(about) && /\p{L}/u.test(rest)) return none('in-a-sentence');
  return { kind: 'words', comparator, about, rest };
}

/** The unit of a number that no known unit follows: an unknown word after it, or the noun before it. */
function unitFromWords(about: string, rest: string): Unit | null {
  const word = /^[\p{L}°℃]+/u.exec(rest)?.[0];
  return word === undefined ? unitOfNoun(about) : { name: word, dimension: 'other' };
}
