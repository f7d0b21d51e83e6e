import type { Reading } from '../model/table.ts';
import { decimalOf, formatDecimal, parseDecimal, shift } from '../text/decimal.ts';
import { foldText } from '../text/fold.ts';
import type { ValueKind } from './layout.ts';
import { blank, type Sourced } from './sourced.ts';

/** A number that may mean another: 1.2 as a rate is 1.2 % or 120 %; 82元 may stand in a form that counts in 万元. */
const guessedCertainty = 0.6;

/** In a number's cell these mean no value; in a text's cell all but 无 do (domain: Numbers). */
const noNumber = /^(无|没有|空|[-/\\.*~_]*)$/;
const noText = /^[-/\\*~_]*$/;

const plainNumber = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?$/;
const withUnit = /^¥?(.*?)(万元|元|分|%)?$/;
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
  const isBlank = kind === 'text' ? noText.test(folded) : noNumber.test(folded);
  if (isBlank) return blank;
  if (kind === 'text') return { value: reading.text, source: reading, certainty, complaint: null };
  return kind === 'rate' ? readRate(folded, reading, certainty) : readNumber(folded, reading, certainty);
}

function readNumber(folded: string, reading: Reading, certainty: number): Sourced<number> {
  const [, bare = folded, unit = ''] = withUnit.exec(folded) ?? [];
  return sourced(toNumber(bare), reading, unit.endsWith('元') ? Math.min(certainty, guessedCertainty) : certainty);
}

/** Rates in percentage points: 99.2%, 99.2 and 0.992 are all 99.2. */
function readRate(folded: string, reading: Reading, certainty: number): Sourced<number> {
  const percent = percentage.exec(folded)?.[1] ?? onlyMatch(folded, onePercentage);
  if (percent !== null) return sourced(toNumber(percent), reading, certainty);
  const value = toNumber(folded);
  if (value === null || Math.abs(value) > 2) return sourced(value, reading, certainty);
  if (Math.abs(value) > 1) return sourced(value, reading, Math.min(certainty, guessedCertainty));
  return sourced(Number(formatDecimal(shift(decimalOf(value), 2))), reading, certainty);
}

function onlyMatch(text: string, pattern: RegExp): string | null {
  const matches = [...text.matchAll(pattern)];
  return matches.length === 1 ? (matches[0]?.[1] ?? null) : null;
}

function sourced(value: number | null, source: Reading, certainty: number): Sourced<number> {
  if (value !== null) return { value, source, certainty, complaint: null };
  return { value, source, certainty: 0, complaint: `"${source.text}" stands where a number is expected` };
}

/** A printed number; `null` where it is none, or has more digits than a double holds exactly. */
function toNumber(folded: string): number | null {
  const match = plainNumber.exec(folded);
  if (match === null) return null;
  const text = `${match[1] === '-' ? '-' : ''}${(match[2] ?? '').replaceAll(',', '')}${match[3] ?? ''}`;
  const exact = parseDecimal(text);
  const value = Number(text);
  const digits = text.replace(/^-?[0.]*|\./g, '').length;
  return exact === null || digits > 15 ? null : value;
}

/** A 一级指标 and its weight, once folded: 产出指标(40), 效益指标【30分】, 满意度指标 ( 10分, 产出指标:50分, 产出指标50. */
const opening = '[(\\[{<《〈﹙]';
const closing = '[)\\]}>》〉﹚]';
const weightWords = '(?:权重|分值|满分|共|计)?[:：]?';
const bracketedWeight = new RegExp(`^(.*?)${opening}${weightWords}(\\d+(?:\\.\\d+)?)(?:分|%)?${closing}?$`, 'u');
const plainWeight = new RegExp(`^(.*?\\D)(\\d+(?:\\.\\d+)?)(?:分|%)${closing}?$`, 'u');
const leadingWeight = new RegExp(`^${opening}${weightWords}(\\d+(?:\\.\\d+)?)(?:分|%)?${closing}(.+)$`, 'u');
const namedWeight = /^(.*?)(?:权重|分值|满分)[:：]?(\d+(?:\.\d+)?)(?:分|%)?$/u;
/** Bare digits are a weight only where they cannot number the indicator (指标1). */
const bareWeight = /^(.*指标)(\d{2,3}(?:\.\d+)?)$/u;
/** What may part a name from its weight. */
const separators = /[\s(（[【〔{｛<《〈﹙:：,，、/\-—－]+$/u;

/** A level-1 cell as the indicator's name and the weight printed on it. */
export function readWeightedName(
  reading: Reading,
  certainty: number,
): {
  readonly name: Sourced<string>;
  readonly weight: Sourced<number>;
} {
  const whole = readValue('text', reading, certainty);
  const folded = foldText(reading.text);
  const leading = leadingWeight.exec(folded);
  if (leading !== null && whole.value !== null) return leadingName(whole, leading, reading);
  const match = [bracketedWeight, namedWeight, plainWeight, bareWeight].map((form) => form.exec(folded)).find(Boolean);
  const [, foldedName = '', weight = ''] = match ?? [];
  const name = nameBefore(reading.text, foldedName);
  if (whole.value === null || name === '') return { name: whole, weight: blank };
  return { name: { ...whole, value: name }, weight: sourced(toNumber(weight), reading, certainty) };
}

/** A name behind its weight: (50分)产出指标. */
function leadingName(
  whole: Sourced<string>,
  [, weight = '']: RegExpExecArray,
  reading: Reading,
): ReturnType<typeof readWeightedName> {
  const bracket = reading.text.search(/[)）\]】〕}｝>》〉﹚]/);
  const name = { ...whole, value: reading.text.slice(bracket + 1).trim() };
  return { name, weight: sourced(toNumber(weight), reading, whole.certainty) };
}

/** The beginning of a text that folds to `folded`, without what parts it from what follows. */
function nameBefore(text: string, folded: string): string {
  let end = 0;
  while (end < text.length && foldText(text.slice(0, end)).length < folded.length) end++;
  return text.slice(0, end).replace(separators, '');
}
