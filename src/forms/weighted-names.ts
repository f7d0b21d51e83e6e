import type { Reading } from '../model/table.ts';
import { foldText } from '../text/fold.ts';
import { blank, type Sourced } from './sourced.ts';
import { readValue, sourced, toNumber, withOthers } from './values.ts';

/** A 一级指标 and its weight, once folded: 产出指标(40), 效益指标【30分】, 满意度指标 ( 10分, 产出指标:50分, 产出指标50. */
const opening = '[(\\[{<《〈﹙]';
const closing = '[)\\]}>》〉﹚]';
/** What an engine may read behind the bracket. */
const specks = `[.,·']*`;
const weightWords = '(?:权重|分值|满分|共|计)?[:：]?';
const bracketedWeight = new RegExp(
  `^(.*?)${opening}${weightWords}(\\d+(?:\\.\\d+)?)(?:分|%)?${closing}?${specks}$`,
  'u',
);
const plainWeight = new RegExp(`^(.*?\\D)(\\d+(?:\\.\\d+)?)(?:分|%)${closing}?$`, 'u');
const leadingWeight = new RegExp(`^${opening}${weightWords}(\\d+(?:\\.\\d+)?)(?:分|%)?${closing}(.+)$`, 'u');
const namedWeight = /^(.*?)(?:权重|分值|满分)[:：]?(\d+(?:\.\d+)?)(?:分|%)?$/u;
/** Bare digits are a weight only where they cannot number the indicator (指标1). */
const bareWeight = /^(.*指标)(\d{2,3}(?:\.\d+)?)$/u;
/** A bracket that opens at the end of a line is lost now and then: 产出指标60). */
const closedWeight = new RegExp(`^(.*?[^\\d(])(\\d+(?:\\.\\d+)?)(?:分|%)?${closing}${specks}$`, 'u');
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
  const match = [bracketedWeight, namedWeight, plainWeight, bareWeight, closedWeight]
    .map((form) => form.exec(folded))
    .find(Boolean);
  const [, foldedName = '', weight = ''] = match ?? [];
  const name = nameBefore(reading.text, foldedName);
  if (whole.value === null || name === '') return { name: whole, weight: blank };
  const printed = sourced(toNumber(weight), reading, certainty);
  return {
    name: { ...whole, value: name },
    weight: withOthers(printed, reading, (other) => readWeightedName(other, certainty).weight),
  };
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
