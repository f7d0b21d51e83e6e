import type { RepairedPage } from '../../images/repair.ts';
import type { Box } from '../../model/geometry.ts';
import type { GreyRaster } from '../../model/raster.ts';
import { drawWindow, isColumn, type LineWindow, scaleOf } from './draw-window.ts';
import { inkRunsOf } from './ink-runs.ts';
import { readLoneStroke } from './lone-stroke.ts';
import { readLoneZero } from './lone-zero.ts';
import { readMarks } from './marks.ts';
import { readComparators, withLostComparator } from './comparators.ts';
import { doubtWideSigns, readPercents } from './percents.ts';
import { type PageReaders, type RecognizedCharacter } from './readers.ts';
import { unreadInk } from './unread-ink.ts';
import { spellWords } from './words.ts';

/** What a window shows. */
export interface LineReading {
  /** Their `x` is in points of the page. */
  readonly characters: readonly RecognizedCharacter[];
  /** Whether all ink that looks like a sign was read. */
  readonly isWhole: boolean;
}

/** A line as it was read. */
export interface RecognizedLine extends LineReading {
  /** The window that it was read in. */
  readonly box: Box;
  /** The window without the empty room at its sides. */
  readonly printBox: Box;
}

/** Reads texts of a page as wide as they are, one for each box (points). */
export function readBoxes(
  readers: PageReaders,
  { page, boxes }: { readonly page: RepairedPage; readonly boxes: readonly Box[] },
): Promise<RecognizedLine[]> {
  const windows = boxes.map((box) => ({ box, stretch: 1 }));
  return readLines(readers, page, windows);
}

/** Reads texts of a page, one for each window. */
export async function readLines(
  { recognize }: PageReaders,
  page: RepairedPage,
  windows: readonly LineWindow[],
): Promise<RecognizedLine[]> {
  const drawn = windows.map((window) => ({ window, picture: drawWindow(page, window) }));
  const read = await recognize(drawn.map(({ picture }) => picture));
  return drawn.map(({ window, picture }, index) => {
    const { characters, isWhole } = withSigns(picture, read[index] ?? [], window);
    const placed = characters.map((one) => ({ ...one, x: placeOf(one.x, window, picture) }));
    return { box: window.box, printBox: printBoxOf(window, picture), characters: placed, isWhole };
  });
}

/** The characters with what their ink says of signs that the model takes for others, or drops. */
function withSigns(picture: GreyRaster, read: readonly RecognizedCharacter[], { box }: LineWindow): LineReading {
  if (isColumn(box)) return { characters: spellWords(read), isWhole: true };
  const spelt = readMarks(picture, spellWords(readLoneZero(picture, readLoneStroke(picture, read))));
  const characters = doubtWideSigns(picture, readPercents(readComparators(picture, spelt)));
  const whole = withLostComparator(picture, characters, unreadInk(picture, characters));
  return { characters: whole, isWhole: unreadInk(picture, whole).length === 0 };
}

/** Ink less wide and high than this, in pixels of the line, is a speck. */
const speckPx = 2;

/** Where the print of a line begins and ends; a column's window stays as it is. */
function printBoxOf(window: LineWindow, picture: GreyRaster): Box {
  const { box } = window;
  if (isColumn(box)) return box;
  const ink = inkRunsOf(picture, 1).filter(({ from, to, top, bottom }) => Math.max(to - from, bottom - top) > speckPx);
  const [first, last] = [ink[0], ink.at(-1)];
  if (first === undefined || last === undefined) return box;
  const scale = scaleOf(window);
  return { ...box, left: box.left + first.from / scale, right: Math.min(box.right, box.left + last.to / scale) };
}

/** Where a character stands; those of a column are spread over its width, since a text runs from left to right. */
function placeOf(x: number, window: LineWindow, picture: GreyRaster): number {
  const { left, right } = window.box;
  if (!isColumn(window.box)) return left + x / scaleOf(window);
  return left + ((right - left) * Math.min(picture.width, x)) / picture.width;
}
