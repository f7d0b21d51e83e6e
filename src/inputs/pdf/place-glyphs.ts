import type { Box } from '../../model/geometry.ts';
import { emBoxOf, type Glyph, sharesWithin } from './glyph.ts';
import { clipTo, type GraphicsState, type TextMatrices } from './graphics-state.ts';
import { apply, type Matrix, multiply } from './matrix.ts';

/** A glyph as pdfjs gives it in an operator list. */
interface PdfjsGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly [advance: number, x: number, y: number] | null;
}

const verticalAdvance = -1000;

/**
 * Places the glyphs of one text operator, `cut` where the clip cuts them and else `seen`, and moves the text matrix
 * behind them (ISO 32000-2, 9.4.4). Numbers between glyphs are spacings in thousandths of the font size.
 */
export function placeGlyphs(glyphs: readonly unknown[], state: GraphicsState, matrices: TextMatrices): Glyph[] {
  const { font, fontSize, horizontalScale } = state;
  if (font === null || fontSize === 0) return [];
  const placed: Glyph[] = [];
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      const shift = (-glyph / 1000) * fontSize;
      advance(matrices, font.isVertical ? [0, shift] : [shift * horizontalScale, 0]);
    } else if (isGlyph(glyph)) {
      const drawn = font.isVertical ? drawVertical(glyph, state, matrices) : drawHorizontal(glyph, state, matrices);
      if (drawn !== null) placed.push(drawn);
    }
  }
  return placed;
}

function isGlyph(value: unknown): value is PdfjsGlyph {
  return typeof value === 'object' && value !== null && 'unicode' in value && 'width' in value;
}

function advance(matrices: TextMatrices, [x, y]: readonly [number, number]): void {
  matrices.text = multiply(matrices.text, [1, 0, 0, 1, x, y]);
}

function drawHorizontal(glyph: PdfjsGlyph, state: GraphicsState, matrices: TextMatrices): Glyph | null {
  const unitScale = state.font?.unitScale ?? 0.001;
  const width = glyph.width * unitScale * state.fontSize;
  const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
  const frame = multiply(state.ctm, matrices.text);
  const drawn = glyphAt(glyph, state, {
    frame,
    from: [0, 0],
    to: [width * state.horizontalScale, 0],
    operator: matrices.operator,
  });
  advance(matrices, [(width + spacing) * state.horizontalScale, 0]);
  return drawn;
}

/** Vertical writing (ISO 32000-2, 9.7.4.3): the position vector leads from the vertical to the horizontal origin. */
function drawVertical(glyph: PdfjsGlyph, state: GraphicsState, matrices: TextMatrices): Glyph | null {
  const unit = (state.font?.unitScale ?? 0.001) * state.fontSize;
  const [down, originX, originY] = glyph.vmetric ?? [verticalAdvance, glyph.width / 2, 880];
  const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
  const frame = multiply(state.ctm, matrices.text);
  const from = [-originX * unit, -originY * unit] as const;
  const drawn = glyphAt(glyph, state, {
    frame,
    from,
    to: [from[0] + glyph.width * unit, from[1]],
    operator: matrices.operator,
  });
  advance(matrices, [0, down * unit - spacing]);
  return drawn;
}

interface GlyphSpan {
  readonly operator: number;
  readonly frame: Matrix;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

function glyphAt(glyph: PdfjsGlyph, state: GraphicsState, { frame, from, to, operator }: GlyphSpan): Glyph | null {
  const start = apply(frame, from[0], from[1] + state.rise);
  const end = apply(frame, to[0], to[1] + state.rise);
  const top = apply(frame, from[0], from[1] + state.rise + Math.abs(state.fontSize));
  const up = [top[0] - start[0], top[1] - start[1]] as const;
  if (glyph.unicode === '') return null;
  const em = emBoxOf({ start, end, up });
  const visibility = isCut({ up, em }, state.clip) ? 'cut' : 'seen';
  return { text: glyph.unicode, start, end, up, box: clipTo(state.clip, em), visibility, operator };
}

/**
 * Of a line of text less than this share of its height cannot be read. Where Calc cuts a line at the end of a page,
 * either page shows a part of it, and so the larger one is read.
 */
const minHeightShare = 0.5;
/** A character at the end of a line that a cell's border cuts is told by less: what stands before it is there. */
const minWidthShare = 0.1;

function isCut({ up, em }: { readonly up: Glyph['up']; readonly em: Box }, clip: Box): boolean {
  const [ofWidth, ofHeight] = sharesWithin(em, clip);
  const isUpright = Math.abs(up[1]) >= Math.abs(up[0]);
  const [across, along] = isUpright ? [ofHeight, ofWidth] : [ofWidth, ofHeight];
  return across < minHeightShare || along < minWidthShare;
}
