import type { Box } from '../../model/geometry.ts';

/**
 * What a reader sees of a glyph.
 *
 * Read are those that are
 * - `seen`: printed for all to see;
 * - `hidden`: drawn with no ink (render mode 3), as an earlier OCR lays its text under a picture.
 *
 * Not read are those that are
 * - `cut`: a clip or the edge of the page leaves too little of them;
 * - `covered`: something opaque is painted over them;
 * - `same-color`: their ground has their own colour;
 * - `layer-off`: on a layer that is switched off.
 */
export type Visibility = 'seen' | 'hidden' | 'cut' | 'covered' | 'same-color' | 'layer-off';

/** One character (or ligature) where the page draws it. */
export interface Glyph {
  readonly text: string;
  /** Where its baseline begins and ends, in points. */
  readonly start: readonly [x: number, y: number];
  readonly end: readonly [x: number, y: number];
  /** From the baseline one em up, in points. */
  readonly up: readonly [x: number, y: number];
  /** The part of its em box that the clip leaves. */
  readonly box: Box;
  readonly visibility: Visibility;
  /**
   * The text operator that draws it, counted from 0: glyphs of two cells never come from one, unless spaces part them.
   */
  readonly operator: number;
}

/** Whether a glyph is read. */
export function isRead({ visibility }: Glyph): boolean {
  return visibility === 'seen' || visibility === 'hidden';
}

/**
 * Whether nothing of a glyph is read where it is drawn on the page: a text beside it may be the rest of a longer one.
 */
export function isLost({ visibility }: Glyph): boolean {
  return visibility === 'cut' || visibility === 'covered';
}

/** The tangent of the angle up to which text counts as drawn along a side of the page: 5 degrees. */
const maxSlant = 0.0875;

/** Whether a glyph is drawn along a side of the page; what is drawn aslant is a watermark or a stamp. */
export function isAlongSide({ up }: Pick<Glyph, 'up'>): boolean {
  return Math.min(Math.abs(up[0]), Math.abs(up[1])) <= maxSlant * Math.max(Math.abs(up[0]), Math.abs(up[1]));
}

/** The height of a glyph's em in points, and half a point where it is next to nothing. */
export function heightOf({ up }: Pick<Glyph, 'up'>): number {
  return Math.max(0.5, Math.hypot(up[0], up[1]));
}

/** An em box reaches this many heights below the baseline; the rest is above (usual for Chinese fonts). */
const descentHeights = 0.12;

/** The upright box around a glyph's em, in points. */
export function emBoxOf({ start, end, up }: Pick<Glyph, 'start' | 'end' | 'up'>): Box {
  const [aboveX, aboveY] = [up[0] * (1 - descentHeights), up[1] * (1 - descentHeights)];
  const [belowX, belowY] = [up[0] * descentHeights, up[1] * descentHeights];
  const [left, right] = [Math.min(start[0], end[0]), Math.max(start[0], end[0])];
  const [top, bottom] = [Math.min(start[1], end[1]), Math.max(start[1], end[1])];
  return {
    left: left + Math.min(aboveX, -belowX),
    top: top + Math.min(aboveY, -belowY),
    right: right + Math.max(aboveX, -belowX),
    bottom: bottom + Math.max(aboveY, -belowY),
  };
}

const minExtentPt = 0.01;

/** The shares of a box's width and height that lie within `area`, 0 to 1. One without extent lies where it stands. */
export function sharesWithin(box: Box, area: Box): readonly [ofWidth: number, ofHeight: number] {
  return [
    shareOf([box.left, box.right], [area.left, area.right]),
    shareOf([box.top, box.bottom], [area.top, area.bottom]),
  ];
}

function shareOf([from, to]: readonly [number, number], [low, high]: readonly [number, number]): number {
  if (to - from < minExtentPt) return from >= low && from <= high ? 1 : 0;
  return Math.max(0, Math.min(to, high) - Math.max(from, low)) / (to - from);
}
