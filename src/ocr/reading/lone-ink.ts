import { takeRegions } from '../../images/regions.ts';
import { type Box, heightOf, scaledBox, unionOf, widthOf } from '../../model/geometry.ts';
import type { Ruling } from '../../model/page.ts';
import type { GreyRaster } from '../../model/raster.ts';

/** Darker than this is print, on even ground of 250: specks and the noise of copies are mostly lighter. */
const printLevel = 150;
/** Smaller ink is a speck, larger a picture or a seal, in points of its longer side. */
const minSidePt = 3.5;
const maxSidePt = 18;
/** Ink this near belongs together: parts of one character, characters of one text. */
const gapPt = 2.5;
/**
 * Ink of a ruling, ragged or bent, lies within this of its middle, in points: what is left of it would be read as 1 or
 * 7.
 */
const rulingPt = 2;
/** With more ink than this that no text was found in, the page is noisy, and looking into it tells nothing. */
const maxPieces = 400;
const maxBlocks = 24;

/** What ink is looked for in. */
export interface InkedPage {
  /** The upright page with its scale. */
  readonly picture: GreyRaster;
  readonly pixelsPerPt: number;
  readonly rulings: readonly Ruling[];
  /** Where text was found, in points. */
  readonly found: readonly Box[];
}

/**
 * Finds print within tables that detection missed, among the pieces of a page (`inkPieces`): a digit alone in its cell, a
 * column of characters one below the other. Pieces near one another make a block. Gives boxes in points, with a margin.
 */
export function findLoneInk(pieces: readonly Box[]): Box[] {
  if (pieces.length > maxPieces) return [];
  const blocks = joined(pieces).filter((box) => isText(box));
  return blocks.length > maxBlocks ? [] : blocks.map((box) => withMargin(box));
}

/** The extent of a page's rulings; `null` where it has too few for a table. */
function extentOf(rulings: readonly Ruling[]): Box | null {
  const levels = rulings.filter(({ orientation }) => orientation === 'horizontal');
  const plumbs = rulings.filter(({ orientation }) => orientation === 'vertical');
  if (levels.length < 2 || plumbs.length < 2) return null;
  // A page may begin or end within a row: then rulings run on past all that cross them.
  const across = [...levels.flatMap(({ start, end }) => [start, end]), ...plumbs.map(({ position }) => position)];
  const down = [...plumbs.flatMap(({ start, end }) => [start, end]), ...levels.map(({ position }) => position)];
  return { left: Math.min(...across), right: Math.max(...across), top: Math.min(...down), bottom: Math.max(...down) };
}

/**
 * The pieces of print within the tables of a page, in points: rulings and what was found are taken out of the picture,
 * and what joins of the rest is a piece, if it is of the size of strokes and characters.
 */
export function inkPieces(page: InkedPage): Box[] {
  const table = extentOf(page.rulings);
  return table === null ? [] : piecesIn(page, table);
}

function piecesIn({ picture, pixelsPerPt, rulings, found }: InkedPage, table: Box): Box[] {
  const { width, data } = picture;
  const isOpen = new Uint8Array(data.length);
  const inside = toPixels(table, pixelsPerPt, picture);
  for (let y = inside.top; y < inside.bottom; y++) {
    for (let x = inside.left; x < inside.right; x++)
      isOpen[y * width + x] = (data[y * width + x] ?? 255) < printLevel ? 1 : 0;
  }
  for (const box of [...found, ...rulings.map(boxOf)]) {
    const { left, top, right, bottom } = toPixels(box, pixelsPerPt, picture);
    for (let y = top; y < bottom; y++) isOpen.fill(0, y * width + left, y * width + right);
  }
  const pieces: Box[] = [];
  for (const { box } of takeRegions(isOpen, width)) {
    const side = Math.max(widthOf(box), heightOf(box)) / pixelsPerPt;
    if (side >= 1 && side <= maxSidePt) pieces.push(scaledBox(box, 1 / pixelsPerPt));
  }
  return pieces;
}

function boxOf({ orientation, position, start, end }: Ruling): Box {
  const across = { from: position - rulingPt, to: position + rulingPt };
  return orientation === 'horizontal'
    ? { left: start, right: end, top: across.from, bottom: across.to }
    : { left: across.from, right: across.to, top: start, bottom: end };
}

function toPixels(box: Box, pixelsPerPt: number, { width, height }: Pick<GreyRaster, 'width' | 'height'>): Box {
  return {
    left: Math.max(0, Math.floor(box.left * pixelsPerPt)),
    top: Math.max(0, Math.floor(box.top * pixelsPerPt)),
    right: Math.min(width, Math.ceil(box.right * pixelsPerPt)),
    bottom: Math.min(height, Math.ceil(box.bottom * pixelsPerPt)),
  };
}

/** Pieces that lie near one another as one box each. */
function joined(pieces: readonly Box[]): Box[] {
  const blocks: Box[] = [];
  for (const piece of pieces) {
    let block = piece;
    for (let near = takeNear(blocks, block); near !== null; near = takeNear(blocks, block)) {
      block = unionOf([block, near]) ?? block;
    }
    blocks.push(block);
  }
  return blocks;
}

function takeNear(blocks: Box[], { left, top, right, bottom }: Box): Box | null {
  const index = blocks.findIndex(
    (other) =>
      other.left - right <= gapPt &&
      left - other.right <= gapPt &&
      other.top - bottom <= gapPt &&
      top - other.bottom <= gapPt,
  );
  return blocks.splice(index, index === -1 ? 0 : 1)[0] ?? null;
}

/** A block as high as a digit at least, and in one direction no larger than a character. */
function isText({ left, top, right, bottom }: Box): boolean {
  const [width, height] = [right - left, bottom - top];
  return height >= minSidePt && width >= 1 && Math.min(width, height) <= maxSidePt;
}

const marginPt = 1;

function withMargin({ left, top, right, bottom }: Box): Box {
  return { left: left - 2 * marginPt, top: top - marginPt, right: right + 2 * marginPt, bottom: bottom + marginPt };
}
