import { type Glyph, heightOf, isRead } from './glyph.ts';

/** The same character drawn twice less than this many heights aside, both ways, is one, made bold. */
const strikeHeights = 0.2;

/**
 * The glyphs of a page without those that strike a character again where it stands already, a little aside for
 * boldness. A strike that is seen stands for one that is hidden; what is not read strikes nothing.
 *
 * Strikes are looked up by squares as wide as they may be apart: a line of fifty thousand equal digits takes no longer
 * than as many different ones.
 */
export function withoutDoubleStrikes(glyphs: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = [];
  const struck = new Map<string, number>();
  for (const glyph of glyphs) {
    const isInk = isRead(glyph) && glyph.text.trim() !== '';
    const before = isInk ? strikeUnder(glyph, struck, kept) : undefined;
    if (before !== undefined) {
      if (kept[before]?.visibility === 'hidden' && glyph.visibility === 'seen') kept[before] = glyph;
      continue;
    }
    if (isInk) struck.set(keyOf(glyph.text, squareOf(glyph)), kept.length);
    kept.push(glyph);
  }
  return kept;
}

/** The index in `kept` of the glyph that `glyph` strikes again; `undefined` where there is none. */
function strikeUnder(glyph: Glyph, struck: ReadonlyMap<string, number>, kept: readonly Glyph[]): number | undefined {
  const reach = strikeHeights * heightOf(glyph);
  const [column, row] = squareOf(glyph);
  for (const x of [column, column - 1, column + 1]) {
    for (const y of [row, row - 1, row + 1]) {
      const index = struck.get(keyOf(glyph.text, [x, y]));
      const other = index === undefined ? undefined : kept[index];
      if (other !== undefined && isWithin(glyph, other, reach)) return index;
    }
  }
  return undefined;
}

function isWithin({ start: [x0, y0] }: Glyph, { start: [x1, y1] }: Glyph, reach: number): boolean {
  return Math.abs(x1 - x0) < reach && Math.abs(y1 - y0) < reach;
}

function squareOf(glyph: Glyph): readonly [column: number, row: number] {
  const side = strikeHeights * heightOf(glyph);
  return [Math.floor(glyph.start[0] / side), Math.floor(glyph.start[1] / side)];
}

function keyOf(text: string, [column, row]: readonly [number, number]): string {
  return `${text}@${column},${row}`;
}
