import { type Box, heightOf, widthOf } from '../../model/geometry.ts';
import type { Ruling } from '../../model/page.ts';
import type { LinePiece } from './dashes.ts';
import { type Glyph, sharesWithin } from './glyph.ts';
import { PageGrid } from './page-grid.ts';

/** A colour as `#rrggbb`; `null` where it is not known or not one: patterns, mixtures, pictures. */
export type Color = string | null;

/** An area that is painted. */
export interface Fill {
  /** The area, or the box around it. */
  readonly area: Box;
  readonly color: Color;
  /** Whether it is the whole of `area`, and nothing shines through. */
  readonly isSolid: boolean;
}

interface Ground {
  readonly area: Box;
  readonly color: Color;
}

/** Smaller filled areas are lines and dots, not grounds. */
const minGroundPt = 5;
/** A glyph is covered where at least this share of it is, as one is cut whose rest is smaller. */
const minCoveredShare = 0.5;
/** A line that is covered up to the very edge of what covers it is still seen as that edge. */
const coverMarginPt = 0.5;
/** Where a line is compared with its grounds: at these shares of its length, this far beside it. */
const samplesAlong = [0.25, 0.5, 0.75];
const besidePt = 0.5;
const white = '#ffffff';

/**
 * What a page shows once everything on it is painted, in the order of painting: a mark is seen if its colour is not
 * that of its ground, and as long as nothing opaque covers it.
 *
 * Not handled: marks that several areas cover together, and areas that are no upright rectangles (they hide nothing
 * below them, and what is painted on them is taken as seen).
 */
export class Paper {
  readonly #glyphs: Glyph[] = [];
  readonly #pieces: (LinePiece | null)[] = [];
  /** Indices of what is still to be seen, by place. */
  readonly #glyphsAt: PageGrid<number>;
  readonly #piecesAt: PageGrid<number>;
  readonly #grounds: PageGrid<Ground>;

  /** `bounds`: the page. */
  constructor(bounds: Box) {
    this.#glyphsAt = new PageGrid(bounds);
    this.#piecesAt = new PageGrid(bounds);
    this.#grounds = new PageGrid(bounds);
  }

  /** All glyphs in the order drawn. */
  get glyphs(): readonly Glyph[] {
    return this.#glyphs;
  }

  /** The pieces of lines that are seen. */
  get pieces(): readonly LinePiece[] {
    return this.#pieces.filter((piece) => piece !== null);
  }

  /** How many glyphs and pieces there are. */
  get markCount(): number {
    return this.#glyphs.length + this.#pieces.length;
  }

  addGlyph(glyph: Glyph, color: Color): void {
    const { left, top, right, bottom } = glyph.box;
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const isSameColor = glyph.visibility === 'seen' && isAlike(color, this.#colorAt(x, y));
    const index = this.#glyphs.push(isSameColor ? { ...glyph, visibility: 'same-color' } : glyph) - 1;
    if (this.#glyphs[index]?.visibility === 'seen') this.#glyphsAt.add(pointBox(x, y), index);
  }

  addPiece(piece: LinePiece, color: Color): void {
    if (!this.#hasColorAround(piece.ruling, color)) this.#keep(piece);
  }

  addFill({ area, color, isSolid }: Fill): void {
    if (isSolid) this.#cover(area);
    if (widthOf(area) <= minGroundPt || heightOf(area) <= minGroundPt) return;
    const ground = { area, color: isSolid ? color : null };
    if (isSolid) this.#grounds.addOnTop(area, ground);
    else this.#grounds.add(area, ground);
  }

  #colorAt(x: number, y: number): Color {
    const ground = this.#grounds.at(x, y).findLast(({ area }) => contains(area, x, y));
    return ground === undefined ? white : ground.color;
  }

  /** Whether a line is not to be told from what is on either side of it. */
  #hasColorAround({ orientation, position, start, end, thicknessPt }: Ruling, color: Color): boolean {
    const aside = thicknessPt / 2 + besidePt;
    return samplesAlong.every((share) => {
      const along = start + share * (end - start);
      return [position - aside, position + aside].every((across) =>
        isAlike(color, orientation === 'horizontal' ? this.#colorAt(along, across) : this.#colorAt(across, along)),
      );
    });
  }

  #keep(piece: LinePiece): void {
    const index = this.#pieces.push(piece) - 1;
    this.#piecesAt.add(boxOf(piece.ruling), index);
  }

  #cover(area: Box): void {
    this.#glyphsAt.retain(area, (index) => !this.#coverGlyph(index, area));
    const rests: LinePiece[] = [];
    this.#piecesAt.retain(area, (index) => {
      const piece = this.#pieces[index] ?? null;
      const left = piece && uncovered(piece.ruling, area);
      if (left === null) return piece !== null;
      this.#pieces[index] = null;
      rests.push(...left.map((ruling) => ({ ruling, across: null })));
      return false;
    });
    for (const rest of rests) this.#keep(rest);
  }

  #coverGlyph(index: number, area: Box): boolean {
    const glyph = this.#glyphs[index];
    if (glyph === undefined) return true;
    const [ofWidth, ofHeight] = sharesWithin(glyph.box, area);
    if (ofWidth * ofHeight < minCoveredShare) return false;
    this.#glyphs[index] = { ...glyph, visibility: 'covered' };
    return true;
  }
}

function contains({ left, top, right, bottom }: Box, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

function pointBox(x: number, y: number): Box {
  return { left: x, top: y, right: x, bottom: y };
}

function boxOf({ orientation, position, start, end }: Ruling): Box {
  return orientation === 'horizontal'
    ? { left: start, top: position, right: end, bottom: position }
    : { left: position, top: start, right: position, bottom: end };
}

/** What of a ruling `area` leaves to be seen; `null` where it covers nothing of it. */
function uncovered(ruling: Ruling, area: Box): Ruling[] | null {
  const [low, high, from, to] =
    ruling.orientation === 'horizontal'
      ? [area.top, area.bottom, area.left, area.right]
      : [area.left, area.right, area.top, area.bottom];
  const aside = ruling.thicknessPt / 2 + coverMarginPt;
  const isUnder = ruling.position - aside >= low && ruling.position + aside <= high;
  if (!isUnder || to <= ruling.start || from >= ruling.end) return null;
  const rests = [
    { ...ruling, end: Math.min(ruling.end, from) },
    { ...ruling, start: Math.max(ruling.start, to) },
  ];
  return rests.filter(({ start, end }) => end > start);
}

/** Colours differ that are more than this apart in red, green or blue, of 255: 2 % is not seen on paper. */
const maxChannelDifference = 5;

function isAlike(a: Color, b: Color): boolean {
  if (a === null || b === null) return false;
  if (a === b) return true;
  const [one, other] = [channelsOf(a), channelsOf(b)];
  return one.every((channel, index) => Math.abs(channel - (other[index] ?? 0)) <= maxChannelDifference);
}

function channelsOf(color: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}
