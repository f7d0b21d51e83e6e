import { transposed } from '../../images/transpose.ts';
import { type Box, heightOf } from '../../model/geometry.ts';
import type { Ruling } from '../../model/page.ts';
import { type Gap, type GapDemand, gapsOf, minRoomPt } from './text-gaps.ts';
import { type PageWithText, roomAround, wallsOf } from './walls-through-text.ts';

/** A wall may part texts of a row that have so much room between them, against the lower one's height, */
const minGap = 0.6;
/** which are found reaching over it by so much. */
const maxHang = 0.35;
/** Ink is so much darker than what lies beside it, at this distance. */
const inkContrast = 25;
const besidePt = 2.5;
/** A ruling lies within this of its place in other rows. */
const reachPt = 1;
/** The ink of the rulings at the ends of a wall, and the step in which it is followed. */
const [endPt, stepPt] = [1.5, 0.5];
/** Where a wall is known from other rows, so much of it must be seen. */
const leastInk = 0.15;
/** Rulings that meet end within this of one another. */
const meetPt = 3;

/**
 * The rulings of a page with those that its texts show to be there.
 *
 * Where two texts stand side by side in one cell with room between them, what is seen in that room is no stroke of a
 * character: of a worn ruling that bounds the cells of other rows there, a little ink is enough, and none is asked for
 * where the row above or below has it. The same holds for texts one above the other, where some ink must be seen, since a
 * cell may have many lines.
 *
 * Not handled: rulings of which no row is left.
 */
export function withWallsBetweenTexts(page: PageWithText): Ruling[] {
  const columns = [...page.rulings, ...missingWalls(page, ofColumns)];
  const rows = missingWalls(traded({ ...page, rulings: columns }), ofRows).map(turned);
  const known = { ...page, rulings: [...columns, ...rows] };
  return [...known.rulings, ...(rows.length === 0 ? [] : missingWalls(known, ofColumns))];
}

/** What is asked of a wall. */
interface Demand extends GapDemand {
  /** Whether it may be missing without a trace. */
  readonly isInkless: boolean;
}

const ofColumns: Demand = {
  isInkless: true,
  leastGapPt: (a, b) => minGap * Math.min(heightOf(a), heightOf(b)),
  hangPt: (box) => maxHang * heightOf(box),
};
/** Lines of text lie close, and their own ink must not be taken for that of a ruling. */
const ofRows: Demand = { isInkless: false, leastGapPt: () => 2 * reachPt, hangPt: () => -reachPt };

/** The vertical walls that are missing between the texts of a page. */
function missingWalls(page: PageWithText, demand: Demand): Ruling[] {
  const lanes = wallsOf(page.rulings);
  const found: Ruling[] = [];
  for (const gap of gapsOf(page, lanes, demand)) {
    const band = bandOf(gap, page.rulings);
    const wall = lanes.flatMap((lane) => wallOf(lane, { gap, band, ...demand }, page) ?? [])[0];
    const isKnown = found.some((other) => wall !== undefined && areOne(other, wall));
    if (wall !== undefined && !isKnown) found.push(wall);
  }
  return found;
}

/** The nearest horizontal rulings above and below a gap; `null` where there is none. */
interface Band {
  readonly top: number | null;
  readonly bottom: number | null;
}

function bandOf(gap: Gap, rulings: readonly Ruling[]): Band {
  const [x, y] = [(gap.left + gap.right) / 2, (gap.top + gap.bottom) / 2];
  const places = rulings
    .filter(({ orientation, start, end }) => orientation === 'horizontal' && start <= x && end >= x)
    .map(({ position }) => position)
    .sort((a, b) => a - b);
  return { top: places.findLast((place) => place < y) ?? null, bottom: places.find((place) => place > y) ?? null };
}

/** Where a wall is looked for. */
interface Search extends Demand {
  readonly gap: Gap;
  readonly band: Band;
}

/** The wall that a ruling of other rows, given by its pieces, makes in a gap; `null` where it does not go on there. */
function wallOf(lane: readonly Ruling[], { gap, band, isInkless, hangPt }: Search, page: PageWithText): Ruling | null {
  const { top, bottom } = band;
  const [first] = lane;
  if (first === undefined || top === null || bottom === null) return null;
  const { position, thicknessPt } = nearestPiece(lane, (top + bottom) / 2) ?? first;
  if (position <= gap.left || position >= gap.right) return null;
  if (!page.rulings.some((ruling) => reachesAlong(ruling, { top, bottom }))) return null;
  const wall: Ruling = { orientation: 'vertical', position, start: top, end: bottom, thicknessPt };
  if (page.boxes.some((box) => runsThrough(box, wall, hangPt(box)) && roomAround(wall, box, page) < minRoomPt))
    return null;
  const goesOn = lane.some(({ start, end }) => Math.abs(end - top) <= meetPt || Math.abs(start - bottom) <= meetPt);
  return (isInkless && goesOn) || inkShare(wall, page) >= leastInk ? wall : null;
}

/** Whether a vertical ruling bounds a cell between two places: there is a row of a table. */
function reachesAlong(
  { orientation, start, end }: Ruling,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): boolean {
  return orientation === 'vertical' && Math.min(end, bottom) - Math.max(start, top) >= (bottom - top) / 2;
}

function nearestPiece(lane: readonly Ruling[], y: number): Ruling | undefined {
  const away = ({ start, end }: Ruling): number => Math.max(start - y, y - end);
  return lane.toSorted((a, b) => away(a) - away(b))[0];
}

/** Whether a text runs through a wall, or reaches further over it than `hang` points. */
function runsThrough(box: Box, { position, start, end }: Ruling, hang: number): boolean {
  const middle = (box.top + box.bottom) / 2;
  return middle > start && middle < end && box.left < position - hang && box.right > position + hang;
}

/** The share of a vertical ruling where there is ink, darker than what lies beside it. */
function inkShare({ position, start, end }: Ruling, { picture, pixelsPerPt }: PageWithText): number {
  const { width, height, data } = picture;
  const besidePx = Math.round(besidePt * pixelsPerPt);
  const reachPx = Math.round(reachPt * pixelsPerPt);
  const level = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= width || y >= height ? 255 : (data[y * width + x] ?? 255);
  const x = Math.round(position * pixelsPerPt);
  let [count, inked] = [0, 0];
  for (let at = start + endPt; at <= end - endPt; at += stepPt) {
    const y = Math.round(at * pixelsPerPt);
    const ground = Math.min(level(x - besidePx, y), level(x + besidePx, y));
    let darkest = 255;
    for (let away = -reachPx; away <= reachPx; away++) darkest = Math.min(darkest, level(x + away, y));
    count++;
    if (ground - darkest >= inkContrast) inked++;
  }
  return inked / Math.max(1, count);
}

function areOne(a: Ruling, b: Ruling): boolean {
  return a.position === b.position && a.start === b.start && a.end === b.end;
}

/** The page with x and y traded. */
function traded({ rulings, boxes, picture, pixelsPerPt }: PageWithText): PageWithText {
  return {
    rulings: rulings.map(turned),
    boxes: boxes.map(({ left, top, right, bottom }) => ({ left: top, top: left, right: bottom, bottom: right })),
    picture: transposed(picture),
    pixelsPerPt,
  };
}

function turned(ruling: Ruling): Ruling {
  return { ...ruling, orientation: ruling.orientation === 'horizontal' ? 'vertical' : 'horizontal' };
}
