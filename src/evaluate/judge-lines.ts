import type { Layout } from '../forms/layout.ts';
import { foldText } from '../text/fold.ts';
import type { Truth } from './truth.ts';

/** How a line that was recognised compares with what its document prints. */
export interface LineJudgement {
  /** `unknown`: the line is like nothing that the truth tells of, such as a note below the form. */
  readonly verdict: 'right' | 'wrong' | 'unknown';
  /** The printed text nearest to it, folded; '' where none is near. */
  readonly printed: string;
}

/** A line with more wrong characters than this share is none that the truth tells of. */
const maxWrongShare = 0.34;
const isNumber = /^[≥≤<>=]?[\d.,%-]+$/;

/**
 * Judges lines without the help of any table: a line is right if it stands, folded, within a text of the truth or a
 * label of a layout, wrong if one of them is near, else unknown. A number has to be the whole of one, or to stand in a
 * text between other characters, and is wrong otherwise. A misread number that the form prints elsewhere passes for
 * right: rare, and the price of a truth without places.
 */
export function lineJudge(truth: Truth, layouts: readonly Layout[]): (line: string) => LineJudgement {
  const printed = new Set(truth.forms.flatMap((form) => [...stringsIn(form), ...weightedLevels(form)]).map(foldText));
  const labels = layouts.flatMap(stringsIn).map(foldText);
  const texts = [...new Set([...printed, ...labels])].filter((text) => text !== '');
  return (line) => worstOf(partsOf(foldText(line)).map((part) => judgePart(part, texts)));
}

/** A label and its value, with a colon between, are two texts; a year or a page number may stand anywhere. */
function partsOf(folded: string): string[] {
  return folded.split(':').filter((part) => part !== '' && !anywhere.test(part));
}

const anywhere = /^(?:\(?(?:19|20)\d\d(?:年度?)?\)?|-\d+-|第\d+页.*|(?:附件|附表|指标)\d+|[^\p{L}\p{N}]+)$/u;

function worstOf(parts: readonly LineJudgement[]): LineJudgement {
  const unknown: LineJudgement = { verdict: 'unknown', printed: '' };
  return (
    ['wrong', 'unknown'].flatMap((verdict) => parts.find((part) => part.verdict === verdict) ?? [])[0] ??
    parts[0] ??
    unknown
  );
}

function judgePart(part: string, texts: readonly string[]): LineJudgement {
  if (isNumber.test(part)) return judgeNumber(part, texts);
  if (texts.some((text) => text.includes(part))) return { verdict: 'right', printed: part };
  const nearest = nearestPart(part, texts);
  const isNear = nearest.distance <= maxWrongShare * part.length;
  return isNear ? { verdict: 'wrong', printed: nearest.text } : { verdict: 'unknown', printed: '' };
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** An 一级指标 and its weight stand in one cell, written in many ways. */
function weightedLevels({ indicators }: Truth['forms'][number]): string[] {
  return indicators.flatMap(({ level1 = '', level1Weight }) =>
    level1Weight === undefined
      ? []
      : ['', '分', '%'].flatMap((unit) => [
          `${level1}(${level1Weight}${unit})`,
          `${level1}${level1Weight}${unit}`,
          `${level1}[${level1Weight}${unit}]`,
          `${level1},${level1Weight}${unit}`,
        ]),
  );
}

function judgeNumber(number: string, texts: readonly string[]): LineJudgement {
  const plain = number.replace(/[%)]$/, '');
  const isPrinted = texts.some((text) => text === number || text === plain || standsIn(number, text));
  if (isPrinted) return { verdict: 'right', printed: number };
  // The first or last part of a number that is broken over two lines of a narrow cell.
  if (texts.some((text) => text.startsWith(number) || text.endsWith(number)))
    return { verdict: 'unknown', printed: number };
  return { verdict: 'wrong', printed: nearestPart(number, texts).text };
}

/** Whether a number stands in a text and no digit joins it there. */
function standsIn(number: string, text: string): boolean {
  for (let at = text.indexOf(number); at !== -1; at = text.indexOf(number, at + 1)) {
    const around = (text[at - 1] ?? '') + (text[at + number.length] ?? '');
    if (!/\d/.test(around)) return true;
  }
  return false;
}

interface NearPart {
  readonly text: string;
  readonly distance: number;
}

function nearestPart(line: string, texts: readonly string[]): NearPart {
  let nearest: NearPart = { text: '', distance: Number.POSITIVE_INFINITY };
  for (const text of texts) {
    const part = partLike(line, text);
    if (part.distance < nearest.distance) nearest = part;
  }
  return nearest;
}

/** The part of a text that takes the fewest edits to become the line (Sellers 1980). */
function partLike(line: string, text: string): NearPart {
  let costs = Array.from({ length: text.length + 1 }, () => 0);
  let starts = Array.from({ length: text.length + 1 }, (_, at) => at);
  for (let row = 1; row <= line.length; row++) {
    const next = [row];
    const from = [0];
    for (let at = 1; at <= text.length; at++) {
      const same = (costs[at - 1] ?? 0) + (line[row - 1] === text[at - 1] ? 0 : 1);
      const added = (costs[at] ?? 0) + 1;
      const lost = (next[at - 1] ?? 0) + 1;
      const least = Math.min(same, added, lost);
      next.push(least);
      from.push((least === same ? starts[at - 1] : least === added ? starts[at] : from[at - 1]) ?? 0);
    }
    [costs, starts] = [next, from];
  }
  const distance = Math.min(...costs);
  const end = costs.indexOf(distance);
  return { text: text.slice(starts[end] ?? 0, end), distance };
}
