import type { Reading } from '../model/table.ts';
import { decimalOf, formatDecimal, parseDecimal, round, shift } from '../text/decimal.ts';
import { foldText, narrowWidth } from '../text/fold.ts';
import type { ValueKind } from './layout.ts';
import { isStroke, nearestNumber } from './misread-numbers.ts';
import { blank, type Sourced } from './sourced.ts';

/** A number that may mean another: 1 as a rate is 1 % or 100 %; 82元 may stand in a form that counts in 万元. */
export const guessedCertainty = 0.6;

/** In a number's cell these mean no value; in a text's cell all but 无 do (domain: Numbers). */
const noNumber = /^(无|没有|空|[-/\\.*~_]*)$/;
const noText = /^[-/\\*~_]*$/;

const plainNumber = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?$/;
const amountUnit = /^¥?(.*?)\(?((?:百万|万|亿|千|百)?元)?\)?$/;
const scoreUnit = /^¥?(.*?)(分|%)?$/;
/** Digits with a space or a list's comma between them: two numbers in one cell, or one written wide. */
const partedDigits = /\d(?:[ \t\u00a0\u3000]+|\s*、\s*)\d/;
/** The database keeps six decimals; more are no printed number but the rest of a division. */
const maxDecimals = 6;
const percentage = /^([+-]?[\d,]*\.?\d+)%$/;
const onePercentage = /(?<![\d.])(\d+(?:\.\d+)?)%/g;

/** Whether a number's cell that holds this text is blank: —, /, 无. */
export function isNoValue(text: string): boolean {
  return noNumber.test(foldText(text));
}

/** The text of a cell as a value of its kind. */
export function readValue(kind: 'text', reading: Reading, certainty?: number): Sourced<string>;
export function readValue(kind: Exclude<ValueKind, 'text'>, reading: Reading, certainty?: number): Sourced<number>;
export function readValue(kind: ValueKind, reading: Reading, certainty?: number): Sourced<string | number>;
export function readValue(kind: ValueKind, reading: Reading, certainty = 1): Sourced<string | number> {
  const folded = foldText(reading.text);
  const isBlank = kind === 'text' ? noText.test(folded) : isBlankNumber(folded, reading);
  if (isBlank) return blank;
  if (kind === 'text') return readText(reading, certainty);
  const sure = partedDigits.test(narrowWidth(reading.raw)) ? Math.min(certainty, guessedCertainty) : certainty;
  const read = (other: Reading): Sourced<number> => readNumber(kind, other, sure);
  const number = withOthers(read(reading), reading, read);
  return number.value === null ? misread(number, reading, read) : number;
}

/** A text; what an engine misread of a number (`qq.39%`) as that number, which needs review. */
function readText(reading: Reading, certainty: number): Sourced<string> {
  const { text, others, confidence } = reading;
  const guess = others !== undefined && /\d/.test(text) ? nearestNumber(text) : null;
  if (guess === null) return { value: text, source: reading, certainty, complaint: null };
  const source = { ...reading, confidence: Math.min(confidence, guessedCertainty) };
  return { value: guess, source, certainty, complaint: null };
}

/** Engines read the dash of a blank cell as the character for one, and a small 0 as 。. */
function isBlankNumber(folded: string, { text, others }: Reading): boolean {
  if (others === undefined) return noNumber.test(folded);
  return /^一+$/.test(text) || (noNumber.test(folded) && nearestNumber(text) === null);
}

/**
 * A text of an engine that is no number, as the likeliest of its other readings that is one, or as the number that it
 * looks like: a guess, which needs review. The sums of the form may confirm it.
 */
function misread(
  number: Sourced<number>,
  reading: Reading,
  read: (other: Reading) => Sourced<number>,
): Sourced<number> {
  if (reading.others === undefined || isStroke(reading.text)) return number;
  const text = nearestNumber(reading.text) ?? number.others?.[0]?.text;
  const guess = text === undefined ? null : read({ ...reading, text });
  if (guess?.value === null || guess === null) return number;
  const source = { ...reading, confidence: Math.min(reading.confidence, guessedCertainty) };
  return { ...guess, source, others: (number.others ?? []).filter(({ value }) => value !== guess.value) };
}

function readNumber(kind: Exclude<ValueKind, 'text'>, reading: Reading, certainty: number): Sourced<number> {
  const folded = foldText(reading.text);
  if (kind === 'rate') return readRate(folded, reading, certainty);
  return kind === 'score' ? readScore(folded, reading, certainty) : readAmount(folded, reading, certainty);
}

/** A number with those that the engine's other readings of its text mean. */
export function withOthers(
  number: Sourced<number>,
  { others, ...reading }: Reading,
  read: (other: Reading) => Sourced<number>,
): Sourced<number> {
  if (others === undefined) return number;
  const values = others.flatMap(({ text, confidence }) => {
    const { value } = read({ ...reading, text });
    return value === null || value === number.value ? [] : [{ text, confidence, value }];
  });
  return { ...number, others: values };
}

/** An amount with the unit behind it, where one is printed: whether it is the form's own is told elsewhere. */
function readAmount(folded: string, reading: Reading, certainty: number): Sourced<number> {
  const [, bare = folded, unit] = amountUnit.exec(folded) ?? [];
  const value = sourced(withinDecimals(toNumber(bare)), reading, certainty);
  return unit === undefined || value.value === null ? value : { ...value, unit };
}

function readScore(folded: string, reading: Reading, certainty: number): Sourced<number> {
  const [, bare = folded] = scoreUnit.exec(folded) ?? [];
  return sourced(withinDecimals(toNumber(bare)), reading, certainty);
}

/** Rates in percentage points: 99.2%, 99.2 and 0.992 are all 99.2. */
function readRate(folded: string, reading: Reading, certainty: number): Sourced<number> {
  const percent = percentage.exec(folded)?.[1];
  if (percent !== undefined) return rateOf(toNumber(percent), reading, certainty);
  const doubt = Math.min(certainty, guessedCertainty);
  const amongWords = onlyMatch(folded, onePercentage);
  if (amongWords !== null) return rateOf(toNumber(amongWords), reading, doubt);
  const value = toNumber(folded);
  if (value === null || Math.abs(value) > 2) return rateOf(value, reading, certainty);
  if (Math.abs(value) > 1) return rateOf(value, reading, doubt);
  const points = Number(formatDecimal(shift(decimalOf(value), 2)));
  return rateOf(points, reading, Math.abs(value) === 1 ? doubt : certainty);
}

/** A rate to six decimals; where it had more, its last one is a doubt. */
function rateOf(value: number | null, reading: Reading, certainty: number): Sourced<number> {
  if (value === null) return sourced(value, reading, certainty);
  const rounded = Number(formatDecimal(round(decimalOf(value), { decimals: maxDecimals, rounding: 'half-up' })));
  return sourced(rounded, reading, rounded === value ? certainty : Math.min(certainty, guessedCertainty));
}

/** `null` for a number with more decimals than an amount or a score is printed with. */
function withinDecimals(value: number | null): number | null {
  return value !== null && decimalOf(value).decimals > maxDecimals ? null : value;
}

function onlyMatch(text: string, pattern: RegExp): string | null {
  const matches = [...text.matchAll(pattern)];
  return matches.length === 1 ? (matches[0]?.[1] ?? null) : null;
}

/** A number read from a text; without one, a complaint that says so. */
export function sourced(value: number | null, source: Reading, certainty: number): Sourced<number> {
  if (value !== null) return { value, source, certainty, complaint: null };
  return { value, source, certainty: 0, complaint: `"${source.text}" stands where a number is expected` };
}

/** A printed number; `null` where it is none, or has more digits than a double holds exactly. */
export function toNumber(folded: string): number | null {
  const match = plainNumber.exec(folded);
  if (match === null) return null;
  const text = `${match[1] === '-' ? '-' : ''}${(match[2] ?? '').replaceAll(',', '')}${match[3] ?? ''}`;
  const exact = parseDecimal(text);
  const value = Number(text);
  const digits = text.replace(/^-?[0.]*|\./g, '').length;
  return exact === null || digits > 15 ? null : value;
}
