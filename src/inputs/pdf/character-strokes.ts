import type { Box } from '../../model/geometry.ts';
import type { Ruling } from '../../model/page.ts';
import { emBoxOf, type Glyph, heightOf, isAlongSide, isRead } from './glyph.ts';
import { PageGrid } from './page-grid.ts';

/** Larger characters are titles and watermarks, within which whole cells may stand, as within those drawn aslant. */
const maxHeightPt = 30;
/** Characters of one line stand this many heights higher or lower than one another, at most. */
const maxShiftHeights = 0.2;

/**
 * The rulings of a page without those that are strokes of its characters: cairo draws bold text a second time as
 * outlines. A line is one if its ends are in the em box of one character that is read, or of two on one line of text.
 */
export function withoutCharacterStrokes(
  rulings: readonly Ruling[],
  glyphs: readonly Glyph[],
  bounds: Box,
): readonly Ruling[] {
  const isShort = ({ start, end }: Ruling): boolean => end - start <= maxHeightPt;
  if (!rulings.some(isShort)) return rulings;
  const boxes = new PageGrid<Box>(bounds);
  for (const glyph of glyphs) {
    if (isRead(glyph) && isAlongSide(glyph) && glyph.text.trim() !== '' && heightOf(glyph) <= maxHeightPt) {
      const box = emBoxOf(glyph);
      boxes.add(box, box);
    }
  }
  return rulings.filter((ruling) => !isShort(ruling) || !isStroke(ruling, boxes));
}

function isStroke(ruling: Ruling, boxes: PageGrid<Box>): boolean {
  const [from, to] = [ruling.start, ruling.end].map((along) => boxesAround(ruling, along, boxes));
  return from?.some((one) => to?.some((other) => one === other || isBeside(one, other))) ?? false;
}

/** The boxes that hold the point of a ruling at `along`. */
function boxesAround({ orientation, position }: Ruling, along: number, boxes: PageGrid<Box>): Box[] {
  const [x, y] = orientation === 'horizontal' ? [along, position] : [position, along];
  return boxes.at(x, y).filter(({ left, top, right, bottom }) => x > left && x < right && y > top && y < bottom);
}

/** Whether two characters stand on one line, however far apart. */
function isBeside(one: Box, other: Box): boolean {
  const shiftPt = Math.max(Math.abs(one.top - other.top), Math.abs(one.bottom - other.bottom));
  return shiftPt <= maxShiftHeights * (one.bottom - one.top);
}
