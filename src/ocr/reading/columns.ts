import { inkCounts } from '../../images/ink-counts.ts';
import type { GreyRaster } from '../../model/raster.ts';
import { inkLevel, type Rows } from './ink-runs.ts';
import { lineHeightPx } from './readers.ts';
import { turnedBrackets } from './turned-brackets.ts';

const paper = 250;
/** How high a character is, over the width of its column: brackets are the lowest. */
const minCharacter = 0.6;
const maxCharacter = 1.15;
/** Free room between two characters that are put side by side. */
const gapPx = 6;

/** A character of a column; a bracket may lie on its side. */
interface Character extends Rows {
  readonly isTurned: boolean;
}

/**
 * A column of characters, one below the other, as a line: the characters side by side, brackets (︵ and ︶) turned
 * upright. Drawn so wide that a character has the height of a line. A column of a single character comes back as it is.
 */
export function lineOfColumn(column: GreyRaster): GreyRaster {
  const characters = charactersOf(column);
  const width = characters.length * (column.width + gapPx) + gapPx;
  const line = { width, height: lineHeightPx, data: new Uint8Array(width * lineHeightPx).fill(paper) };
  for (const [index, { top, bottom, isTurned }] of characters.entries()) {
    const picture = rowsOf(column, top, bottom);
    putInMiddle(line, isTurned ? turned(picture) : picture, gapPx + index * (column.width + gapPx) + column.width / 2);
  }
  return line;
}

function rowsOf({ width, data }: GreyRaster, top: number, bottom: number): GreyRaster {
  return { width, height: bottom - top, data: data.subarray(top * width, bottom * width) };
}

/** A picture turned by a quarter against the clock. */
function turned({ width, height, data }: GreyRaster): GreyRaster {
  const upright = { width: height, height: width, data: new Uint8Array(width * height) };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) upright.data[(width - 1 - x) * height + y] = data[y * width + x] ?? paper;
  }
  return upright;
}

/** Draws a picture on a line, half way down, around a column of pixels; what is higher than the line is cut. */
function putInMiddle(line: GreyRaster, { width, height, data }: GreyRaster, middle: number): void {
  const left = Math.round(middle - width / 2);
  const down = Math.floor((line.height - height) / 2);
  for (let y = Math.max(0, -down); y < Math.min(height, line.height - down); y++) {
    line.data.set(data.subarray(y * width, (y + 1) * width), (y + down) * line.width + left);
  }
}

function charactersOf(column: GreyRaster): Character[] {
  const ink = inkColumns(column);
  const brackets = turnedBrackets(column, ink.right - ink.left);
  const tops = [0, ...brackets.map(({ bottom }) => bottom)];
  return tops.flatMap((top, index) => {
    const bracket = brackets[index];
    const characters = cutCharacters(column, { top, bottom: bracket?.top ?? column.height });
    return bracket === undefined ? characters : [...characters, { ...bracket, isTurned: true }];
  });
}

/** Cuts rows of a column into characters where the least ink is, each about a width below the last. */
function cutCharacters(column: GreyRaster, part: Rows): Character[] {
  const ink = inkCounts(column, inkLevel).ofRows.slice(0, part.bottom);
  const { left, right } = inkColumns(column);
  const [shortest, longest] = [minCharacter, maxCharacter].map((share) => Math.round(share * (right - left)));
  const characters: Character[] = [];
  const end = ink.findLastIndex((amount) => amount > 0) + 1;
  for (let top = nextInked(ink, part.top); top !== -1 && top < end;) {
    const cuts = ink.slice(top + (shortest ?? 1), top + (longest ?? 1) + 1);
    const isLast = end - top <= (longest ?? 1);
    const bottom = isLast ? end : top + (shortest ?? 1) + cuts.lastIndexOf(Math.min(...cuts));
    characters.push({ top, bottom, isTurned: false });
    top = nextInked(ink, bottom);
  }
  return characters;
}

/** The first row with ink from a row on, by the ink of each row; -1 where there is none. */
function nextInked(ink: Uint32Array, from: number): number {
  return ink.findIndex((count, row) => row >= from && count > 0);
}

/** A ruling beside the characters has more ink than this in its columns of pixels; characters leave gaps. */
const maxInk = 0.6;

/** The first column of pixels with ink and the one behind the last, without rulings; all where there is none. */
export function inkColumns(column: GreyRaster): { readonly left: number; readonly right: number } {
  const { ofColumns } = inkCounts(column, inkLevel);
  const isInked = (count: number): boolean => count > 0 && count <= maxInk * column.height;
  const left = ofColumns.findIndex(isInked);
  return left === -1 ? { left: 0, right: column.width } : { left, right: ofColumns.findLastIndex(isInked) + 1 };
}
