import type { Ruling } from '../../model/page.ts';
import { type Glyph, isRead } from './glyph.ts';
import { mapBox } from './graphics-state.ts';
import { apply, identity, type Matrix } from './matrix.ts';

/** Content of a page and the size it was drawn at, in points. */
export interface TurnablePage {
  readonly widthPt: number;
  readonly heightPt: number;
  readonly glyphs: readonly Glyph[];
  readonly rulings: readonly Ruling[];
}

/** A page after its turn, and the clockwise quarter turns, 0 to 3, that it took. */
export interface UprightPage extends TurnablePage {
  readonly quarterTurns: number;
}

/**
 * The page turned by quarter turns until most of its text reads upright: a landscape table is often printed
 * sideways on an upright page, without /Rotate.
 */
export function turnUpright(page: TurnablePage): UprightPage {
  const turns = quarterTurnsOf(page.glyphs);
  if (turns === 0) return { ...page, quarterTurns: 0 };
  const map = turnMatrix(turns, page);
  const isSwapped = turns % 2 === 1;
  return {
    widthPt: isSwapped ? page.heightPt : page.widthPt,
    heightPt: isSwapped ? page.widthPt : page.heightPt,
    glyphs: page.glyphs.map((glyph) => turnGlyph(glyph, map)),
    rulings: page.rulings.map((ruling) => turnRuling(ruling, map)),
    quarterTurns: turns,
  };
}

/** Clockwise quarter turns that bring the most frequent writing direction upright. */
function quarterTurnsOf(glyphs: readonly Glyph[]): number {
  const counts = [0, 0, 0, 0];
  for (const { up } of glyphs.filter(isRead)) {
    // Upright text has its "up" at -y. Text whose up points to the left (-x) needs one clockwise turn, and so on.
    const turns = Math.abs(up[0]) > Math.abs(up[1]) ? (up[0] < 0 ? 1 : 3) : up[1] <= 0 ? 0 : 2;
    counts[turns] = (counts[turns] ?? 0) + 1;
  }
  return counts.indexOf(Math.max(...counts));
}

function turnMatrix(turns: number, { widthPt, heightPt }: TurnablePage): Matrix {
  if (turns === 1) return [0, 1, -1, 0, heightPt, 0];
  if (turns === 2) return [-1, 0, 0, -1, widthPt, heightPt];
  if (turns === 3) return [0, -1, 1, 0, 0, widthPt];
  return identity;
}

function turnGlyph(glyph: Glyph, map: Matrix): Glyph {
  const origin = apply(map, 0, 0);
  const up = apply(map, ...glyph.up);
  return {
    ...glyph,
    start: apply(map, ...glyph.start),
    end: apply(map, ...glyph.end),
    up: [up[0] - origin[0], up[1] - origin[1]],
    box: mapBox(map, [glyph.box.left, glyph.box.top, glyph.box.right, glyph.box.bottom]),
  };
}

function turnRuling(ruling: Ruling, map: Matrix): Ruling {
  const isHorizontal = ruling.orientation === 'horizontal';
  const at = (along: number): readonly [number, number] =>
    isHorizontal ? apply(map, along, ruling.position) : apply(map, ruling.position, along);
  const [x0, y0] = at(ruling.start);
  const [x1, y1] = at(ruling.end);
  const isNowHorizontal = Math.abs(x1 - x0) > Math.abs(y1 - y0);
  return {
    orientation: isNowHorizontal ? 'horizontal' : 'vertical',
    position: isNowHorizontal ? y0 : x0,
    start: isNowHorizontal ? Math.min(x0, x1) : Math.min(y0, y1),
    end: isNowHorizontal ? Math.max(x0, x1) : Math.max(y0, y1),
    thicknessPt: ruling.thicknessPt,
  };
}
