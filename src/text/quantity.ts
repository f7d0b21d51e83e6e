import { type Comparator, type NoValue, wordsAround } from './bounds.ts';
import { add, compare, type Decimal, zero } from './decimal.ts';
import { foldText } from './fold.ts';
import { measuresIn, printedNumber, type PrintedMeasure } from './measure.ts';
import { wordsToDigits } from './number-words.ts';
import { unitOfNoun, type Unit } from './unit.ts';

/*
 * Reading a target (预期指标值) or an actual value (实际完成值) as a quantity:
 *   1. fold widths and spellings, after making sure that this joins no two numbers; read number words as digits;
 *   2. hide digits that measure nothing: years, months, ordinals, names such as PM2.5, a part in brackets (其中…);
 *   3. find the numbers: one, or two that a dash or 至 joins to a range;
 *   4. read the comparator before or after, the multiplier, the unit, and what the words before say is measured.
 * Texts with several quantities are read clause by clause.
 * Not handled: Chinese numerals within words (三批骨干), and several quantities that nothing parts.
 */

export interface Quantity {
  readonly kind: 'quantity';
  /** `null` for a bare value or a range. */
  readonly comparator: Comparator | null;
  /** With the multiplier worked in: 48万人次 is 480000 of 人次. */
  readonly low: Decimal;
  /** The same as `low`, except in a range, and where 余 or 多 leaves it open. */
  readonly high: Decimal;
  /** 10 to this power was the printed multiplier: 4 for 万; 0 without one. */
  readonly scale: number;
  /** `null` where none is printed and the words before name none. */
  readonly unit: Unit | null;
  /** The words before the quantity, folded: 执行率 of 执行率≥80%. */
  readonly about: string;
  /** The number with its multiplier and unit, folded: 48万人次. */
  readonly printed: string;
}

/**
 * Why a text is no quantity. `hedged`: about so much (约100人). `not-the-value`: what is missing or left over
 * (未完成2项). `in-a-sentence`: words before and after and no comparator (档案3000卷管理规范). `contradictory`: a
 * comparator on each side, or a range that is none.
 */
export interface NoQuantity {
  readonly kind: 'none';
  readonly reason: 'no-number' | 'several-numbers' | NoValue['reason'];
}

const rangeJoint = /^(?:-|~|--|~~|至|到)$/;
/** Digits that measure nothing: 2019年, 12月31日, 第3季度, PM2.5; and parts of the whole: (其中线上5次). */
const hidden =
  /\((?:其中|包括|含(?=[^)]))[^()]*\)|(?<!\d)(?:(?:19|20)\d{2}年?[-~至到])?(?:19|20)\d{2}年度?|(?<![\d.])\d{1,2}月(?:份|\d{1,2}[日号])?|第\d+|[a-z]+[-.]?\d+(?:\.\d+)?/g;

/** The quantity that `text` states, or why it states none. `text` is as printed. */
export function readQuantity(text: string): Quantity | NoQuantity {
  // Folding drops spaces and turns 、 into a comma: "3 5" and 3、500 would become one number.
  const parted = foldText(text.replace(/(?<=[\d０-９])(?:\s+(?=[\d０-９])|、)/g, ';'));
  const folded = wordsToDigits(parted).replace(hidden, '□');
  if (/\d/.test(folded.replace(printedNumber, ''))) return none('several-numbers');
  const [first, second, third] = measuresIn(folded);
  if (first === undefined) return none('no-number');
  if (second === undefined) return single(folded, first);
  if (third !== undefined || !rangeJoint.test(folded.slice(first.end, second.start))) return none('several-numbers');
  return range(folded, first, second);
}

/** What parts one quantity from the next; a comma between digits belongs to a number. */
const clauseMarks = /[;；。\n]|[,，、](?![\d０-９])|(?<![\d０-９])[,，、]/;

/**
 * The quantities that the clauses of `text` state, in their order; `null` where a clause holds a number that is none,
 * since it may be what another text is held against.
 */
export function readQuantities(text: string): readonly Quantity[] | null {
  const read = text.split(clauseMarks).map(readQuantity);
  const isClear = read.every((clause) => clause.kind === 'quantity' || clause.reason === 'no-number');
  return isClear ? read.filter((clause) => clause.kind === 'quantity') : null;
}

function none(reason: NoQuantity['reason']): NoQuantity {
  return { kind: 'none', reason };
}

function single(folded: string, measure: PrintedMeasure): Quantity | NoQuantity {
  const words = wordsAround(folded, measure.start, measure.end);
  if (words.kind === 'none') return words;
  const { value, scale, unit, surplus, start, end } = measure;
  const { about, rest } = words;
  const isOpen = compare(surplus, zero) > 0;
  return {
    kind: 'quantity',
    comparator: words.comparator ?? (isOpen ? '>=' : null),
    low: value,
    high: isOpen ? add(value, surplus) : value,
    scale,
    unit: unit ?? unitFromWords(about, rest),
    about,
    printed: folded.slice(start, end),
  };
}

function range(folded: string, first: PrintedMeasure, second: PrintedMeasure): Quantity | NoQuantity {
  const words = wordsAround(folded, first.start, second.end);
  if (words.kind === 'none') return words;
  if (compare(first.surplus, zero) > 0 || compare(second.surplus, zero) > 0) return none('hedged');
  // 1-1.5万 may begin at one or at ten thousand.
  const disagree = first.scale !== second.scale || (first.unit !== null && first.unit.name !== second.unit?.name);
  if (words.comparator !== null || disagree || compare(first.value, second.value) > 0) return none('contradictory');
  return {
    kind: 'quantity',
    comparator: null,
    low: first.value,
    high: second.value,
    scale: first.scale,
    unit: second.unit ?? unitFromWords(words.about, words.rest),
    about: words.about,
    printed: folded.slice(first.start, second.end),
  };
}

/** The unit of a number that no known unit follows: an unknown word after it, or the noun before it. */
function unitFromWords(about: string, rest: string): Unit | null {
  const word = /^[\p{L}°℃]+/u.exec(rest)?.[0];
  return word === undefined ? unitOfNoun(about) : { name: word, dimension: 'other' };
}
