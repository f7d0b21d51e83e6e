import { type Box, heightOf } from '../../model/geometry.ts';
import type { Ruling } from '../../model/page.ts';
import type { GreyRaster } from '../../model/raster.ts';
import { inkLevel, type Rows } from './ink-runs.ts';

/** Vertical rulings that lie this near to one another make one wall, in points. */
const samePt = 1.5;
/** A wall that ends this near to a text's side does not run through it, against the text's height. */
const insideShare = 0.5;
/** The rows of a text in which its ink is looked for, as shares of its height. */
const [firstRow, lastRow] = [0.25, 0.75];
/** A ruling's own ink lies within this of where it is, and fills its columns of pixels by this share; no text's does. */
const reachPt = 2;
const fullShare = 0.8;
/** Its soft edge, in pixels. */
const softPx = 1;
/**
 * Ink of one text on both sides of a wall leaves less room than this between, taken together, in points: characters of
 * 9 to 12 points stand 0.3 to 1 apart, texts keep mostly 1 to 5 from each wall of their cells.
 */
const mostRoomPt = 1;
const farPt = 4;
/**
 * A wall runs through texts if it does so in this many, and in this share of the texts that it parts and of the pairs
 * that end and begin beside it.
 */
const leastCut = 2;
const leastShare = 0.6;
/** A text ends beside a wall within this of it, against its height. */
const nearShare = 2;

/** A page as text was found on it: `boxes` in points, `picture` with so many pixels a point. */
export interface PageWithText {
  readonly rulings: readonly Ruling[];
  readonly boxes: readonly Box[];
  readonly picture: GreyRaster;
  readonly pixelsPerPt: number;
}

/**
 * The rulings of a page without walls that run through texts on several lines: folds, streaks, and lines that show
 * through from the back. Between two cells there is room on both sides of a wall; between two characters there is not.
 */
export function withoutWallsThroughText(page: PageWithText): Ruling[] {
  const walls = wallsOf(page.rulings);
  const isFalse = new Set(
    walls
      .filter((wall) => runsThroughTexts(wall, page))
      .flatMap((wall) => wall.filter((ruling) => !partsTwoTexts(ruling, wall, page))),
  );
  return page.rulings.filter((ruling) => !isFalse.has(ruling));
}

/**
 * Whether a piece of a wall runs through no text, and between two that no other wall parts: a streak may lie on a wall of
 * other rows.
 */
function partsTwoTexts(ruling: Ruling, wall: readonly Ruling[], { boxes, rulings }: PageWithText): boolean {
  const { position } = ruling;
  const others = rulings.filter((other) => other.orientation === 'vertical' && !wall.includes(other));
  const beside = boxes.filter((box) => isBeside(ruling, box));
  const isFree = (box: Box): boolean => {
    const [left, right] = [Math.min(box.right, position), Math.max(box.left, position)];
    return others.every((other) => other.position <= left || other.position >= right || !isBeside(other, box));
  };
  const near = beside.filter(isFree);
  return (
    beside.every((box) => !parts(ruling, box)) &&
    near.some((box) => box.right < position) &&
    near.some((box) => box.left > position)
  );
}

/** The vertical rulings, those of one place together. */
export function wallsOf(rulings: readonly Ruling[]): Ruling[][] {
  const walls: Ruling[][] = [];
  const vertical = rulings.filter(({ orientation }) => orientation === 'vertical');
  for (const ruling of vertical.toSorted((a, b) => a.position - b.position)) {
    const wall = walls.at(-1);
    if (wall !== undefined && ruling.position - (wall[0]?.position ?? 0) <= samePt) wall.push(ruling);
    else walls.push([ruling]);
  }
  return walls;
}

function runsThroughTexts(wall: readonly Ruling[], page: PageWithText): boolean {
  const rooms = wall.flatMap((ruling) =>
    page.boxes.filter((box) => parts(ruling, box)).map((box) => roomAround(ruling, box, page)),
  );
  const cut = rooms.filter((room) => room <= mostRoomPt).length;
  const kept = page.boxes.filter((box) => wall.some((ruling) => endsAt(ruling, box))).length;
  return cut >= leastCut && cut >= leastShare * (rooms.length + kept / 2);
}

/** Whether a text ends or begins beside a ruling, as the texts of two cells do. */
function endsAt(ruling: Ruling, box: Box): boolean {
  const near = nearShare * heightOf(box);
  const isNear = Math.min(Math.abs(ruling.position - box.left), Math.abs(ruling.position - box.right)) <= near;
  return isNear && isBeside(ruling, box) && !parts(ruling, box);
}

function isBeside({ start, end }: Ruling, box: Box): boolean {
  const middle = (box.top + box.bottom) / 2;
  return start < middle && end > middle;
}

function parts(ruling: Ruling, box: Box): boolean {
  const inside = insideShare * heightOf(box);
  return ruling.position > box.left + inside && ruling.position < box.right - inside && isBeside(ruling, box);
}

/** The free room left and right of a ruling's own ink within a text, together, in points. */
export function roomAround({ position }: Ruling, box: Box, { picture, pixelsPerPt }: PageWithText): number {
  const rows = {
    top: Math.floor((box.top + firstRow * heightOf(box)) * pixelsPerPt),
    bottom: Math.ceil((box.top + lastRow * heightOf(box)) * pixelsPerPt),
  };
  const at = Math.round(position * pixelsPerPt);
  const inkAt = (x: number): number => inkedShare(picture, x, rows);
  const reach = Math.round(reachPt * pixelsPerPt);
  const own = Array.from({ length: 2 * reach + 1 }, (_, index) => at - reach + index).filter(
    (x) => inkAt(x) >= fullShare,
  );
  const far = Math.round(farPt * pixelsPerPt);
  const roomFrom = (edge: number, step: 1 | -1): number => {
    let room = 0;
    while (room < far && inkAt(edge + step * (softPx + 1 + room)) === 0) room++;
    return room;
  };
  return (roomFrom(own[0] ?? at, -1) + roomFrom(own.at(-1) ?? at, 1)) / pixelsPerPt;
}

/** The share of some rows that has ink in one column of pixels. */
function inkedShare({ width, data }: GreyRaster, x: number, { top, bottom }: Rows): number {
  let inked = 0;
  for (let y = top; y < bottom; y++) if ((data[y * width + x] ?? 255) < inkLevel) inked++;
  return inked / Math.max(1, bottom - top);
}
