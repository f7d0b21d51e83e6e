import { inkCounts } from '../../images/ink-counts.ts';
import type { GreyRaster } from '../../model/raster.ts';
import { inkLevel } from './ink-runs.ts';
import { lineHeightPx } from './readers.ts';

const paper = 250;
/** How high a character is, over the width of its column: brackets are the lowest. */
const minCharacter = 0.6;
const maxCharacter = 1.15;
/** Free room between two characters that are put side by side. */
const gapPx = 6;

/**
 * A column of characters, one below the other, as a line: the characters side by side. Drawn so wide that a character
 * has the height of a line. A column of a single character comes back as it is.
 */
export function lineOfColumn(column: GreyRaster): GreyRaster {
  const characters = charactersOf(column);
  const width = characters.length * (column.width + gapPx) + gapPx;
  const line = { width, height: lineHeightPx, data: new Uint8Array(width * lineHeightPx).fill(paper) };
  for (const [index, { top, bottom }] of characters.entries()) {
    const left = gapPx + index * (column.width + gapPx);
    const down = Math.floor((lineHeightPx - (bottom - top)) / 2) - top;
    for (let y = Math.max(top, -down); y < Math.min(bottom, lineHeightPx - down); y++) {
      line.data.set(column.data.subarray(y * column.width, (y + 1) * column.width), (y + down) * width + left);
    }
  }
  return line;
}

/** From which row to which each character goes: cut where the least ink is, about a width below the last cut. */
function charactersOf(column: GreyRaster): { readonly top: number; readonly bottom: number }[] {
  const ink = inkCounts(column, inkLevel).ofRows;
  const { left, right } = inkColumns(column);
  const [shortest, longest] = [minCharacter, maxCharacter].map((share) => Math.round(share * (right - left)));
  const characters: { top: number; bottom: number }[] = [];
  const end = ink.findLastIndex((amount) => amount > 0) + 1;
  for (let top = ink.findIndex((amount) => amount > 0); top !== -1 && top < end;) {
    const cuts = ink.slice(top + (shortest ?? 1), top + (longest ?? 1) + 1);
    const isLast = end - top <= (longest ?? 1);
    const bottom = isLast ? end : top + (shortest ?? 1) + cuts.lastIndexOf(Math.min(...cuts));
    characters.push({ top, bottom });
    const next = ink.slice(bottom).findIndex((amount) => amount > 0);
    top = next === -1 ? -1 : bottom + next;
  }
  return characters;
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
