import { type Box, scaledBox } from '../../model/geometry.ts';
import type { Ruling } from '../../model/page.ts';
import type { GreyRaster } from '../../model/raster.ts';

/** Darker than this is print, on even ground of 250. */
const inkLevel = 150;
/** Smaller ink is a speck, larger a picture or a seal, in points of its longer side. */
const minSidePt = 4;
const maxSidePt = 18;
/** Ink this near belongs together: parts of one character, characters of one text. */
const gapPt = 2.5;
/** Ink of a ruling and what touches it, from its middle. */
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
 * Finds print within tables that detection missed: a digit alone in its cell, a column of characters one below the
 * other. Gives boxes in points, with a margin.
 *
 * 1. Rulings and what was found are taken out of the picture.
 * 2. The rest is joined to pieces; those of the size of strokes and characters stay.
 * 3. Pieces near one another make a block.
 */
export function findLoneInk(page: InkedPage): Box[] {
  const table = extentOf(page.rulings);
  if (table === null) return [];
  const pieces = piecesIn(page, table);
  if (pieces.length > maxPieces) return [];
  const blocks = joined(pieces).filter((box) => isText(box));
  return blocks.length > maxBlocks ? [] : blocks.map((box) => withMargin(box));
}

/** The extent of a page's rulings; `null` where it has too few for a table. */
function extentOf(rulings: readonly Ruling[]): Box | null {
  const levels = rulings.filter(({ orientation }) => orientation === 'horizontal').map(({ position }) => position);
  const plumbs = rulings.filter(({ orientation }) => orientation === 'vertical').map(({ position }) => position);
  if (levels.length < 2 || plumbs.length < 2) return null;
  return {
    left: Math.min(...plumbs),
    right: Math.max(...plumbs),
    top: Math.min(...levels),
    bottom: Math.max(...levels),
  };
}

function piecesIn({ picture, pixelsPerPt, rulings, found }: InkedPage, table: Box): Box[] {
  const { width, height, data } = picture;
  const isOpen = new Uint8Array(data.length);
  const inside = toPixels(table, pixelsPerPt, picture);
  for (let y = inside.top; y < inside.bottom; y++) {
    for (let x = inside.left; x < inside.right; x++)
      isOpen[y * width + x] = (data[y * width + x] ?? 255) < inkLevel ? 1 : 0;
  }
  for (const box of [...found, ...rulings.map(boxOf)]) {
    const { left, top, right, bottom } = toPixels(box, pixelsPerPt, picture);
    for (let y = top; y < bottom; y++) isOpen.fill(0, y * width + left, y * width + right);
  }
  const pieces: Box[] = [];
  for (let start = isOpen.indexOf(1); start !== -1; start = isOpen.indexOf(1, start + 1)) {
    const piece = takePiece(isOpen, start, { width, height });
    const side = Math.max(piece.right - piece.left, piece.bottom - piece.top) / pixelsPerPt;
    if (side >= 1 && side <= maxSidePt) pieces.push(scaledBox(piece, 1 / pixelsPerPt));
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

/** The box around the ink that joins a pixel, which is taken out. */
function takePiece(isOpen: Uint8Array, start: number, { width, height }: Pick<GreyRaster, 'width' | 'height'>): Box {
  const box = { left: width, top: height, right: 0, bottom: 0 };
  const stack = [start];
  isOpen[start] = 0;
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const x = at % width;
    const y = (at - x) / width;
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x + 1);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y + 1);
    for (const next of [
      at - 1,
      at + 1,
      at - width,
      at + width,
      at - width - 1,
      at - width + 1,
      at + width - 1,
      at + width + 1,
    ]) {
      if (isOpen[next] !== 1) continue;
      isOpen[next] = 0;
      stack.push(next);
    }
  }
  return box;
}

/** Pieces that lie near one another as one box each. */
function joined(pieces: readonly Box[]): Box[] {
  const blocks: Box[] = [];
  for (const piece of pieces) {
    let block = piece;
    for (let near = takeNear(blocks, block); near !== null; near = takeNear(blocks, block)) {
      block = {
        left: Math.min(block.left, near.left),
        top: Math.min(block.top, near.top),
        right: Math.max(block.right, near.right),
        bottom: Math.max(block.bottom, near.bottom),
      };
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
