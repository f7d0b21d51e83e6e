import type { Box } from '../../model/geometry.ts';
import { apply, identity, type Matrix, multiply } from './matrix.ts';
import type { Color } from './paper.ts';

/** What pdfjs tells of a font that this project needs. */
export interface PdfFont {
  readonly name: string;
  /** Glyph space to text space, mostly 0.001. */
  readonly unitScale: number;
  readonly isVertical: boolean;
  /** Glyphs that are small drawings (Type 3) may bring their own colours. */
  readonly isDrawn: boolean;
}

/** The graphics and text state of ISO 32000-2, 8.4 and 9.3, as far as what is seen where depends on it. */
export interface GraphicsState {
  readonly ctm: Matrix;
  /** The box outside of which nothing is seen, in the page's frame. */
  readonly clip: Box;
  /** Whether the clip is that box, and no other shape within it. */
  readonly isClipBox: boolean;
  readonly lineWidth: number;
  readonly fillColor: Color;
  readonly strokeColor: Color;
  /** 0 to 1. */
  readonly fillAlpha: number;
  readonly strokeAlpha: number;
  /** Whether paint replaces what is below (blend mode Normal). */
  readonly isNormalBlend: boolean;
  readonly hasSoftMask: boolean;
  readonly group: GroupState;
  readonly font: PdfFont | null;
  readonly fontSize: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly horizontalScale: number;
  readonly leading: number;
  readonly rise: number;
  /** 3 and 7 draw nothing: the hidden layer of an earlier OCR. */
  readonly renderMode: number;
}

/** What the transparency groups around do to all that is painted in them (ISO 32000-2, 11.6.6). */
export interface GroupState {
  readonly alpha: number;
  readonly isSolid: boolean;
  /** False in the drawing of a soft mask, which is not itself seen. */
  readonly isShown: boolean;
}

const page: GroupState = { alpha: 1, isSolid: true, isShown: true };

/** The state at the start of a page or annotation, whose frame `ctm` is and which shows nothing outside `clip`. */
export function initialState(ctm: Matrix, clip: Box): GraphicsState {
  return {
    ctm,
    clip,
    isClipBox: true,
    lineWidth: 1,
    fillColor: '#000000',
    strokeColor: '#000000',
    ...plainPaint,
    group: page,
    font: null,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderMode: 0,
  };
}

const plainPaint = { fillAlpha: 1, strokeAlpha: 1, isNormalBlend: true, hasSoftMask: false } as const;

/** The state in which a transparency group begins that is painted in `state`. */
export function groupState(state: GraphicsState, { isSoftMask }: { readonly isSoftMask: boolean }): GraphicsState {
  const { group, fillAlpha } = state;
  const isShown = group.isShown && !isSoftMask;
  return {
    ...state,
    ...plainPaint,
    group: { alpha: group.alpha * fillAlpha, isSolid: isSolidPaint(state, fillAlpha), isShown },
  };
}

/** Less paint than this, of 1, is not seen. */
const minAlpha = 0.05;

/** Whether paint of this opacity (`fillAlpha` or `strokeAlpha`) is seen. */
export function isPaintSeen({ group }: GraphicsState, alpha: number): boolean {
  return group.isShown && group.alpha * alpha >= minAlpha;
}

/** Whether nothing shines through paint of this opacity (`fillAlpha` or `strokeAlpha`). */
export function isSolidPaint({ group, isNormalBlend, hasSoftMask }: GraphicsState, alpha: number): boolean {
  return group.isSolid && isNormalBlend && !hasSoftMask && alpha === 1;
}

/** The text and line matrices of a text object (ISO 32000-2, 9.4.1). */
export interface TextMatrices {
  text: Matrix;
  line: Matrix;
  /** Text operators so far. */
  operator: number;
}

export function newTextObject(operator: number): TextMatrices {
  return { text: identity, line: identity, operator };
}

/** Starts a line `x`, `y` (text space) from the start of the current one. */
export function moveLine(matrices: TextMatrices, x: number, y: number): void {
  matrices.line = multiply(matrices.line, [1, 0, 0, 1, x, y]);
  matrices.text = matrices.line;
}

/** The upright box around a rectangle given in the frame of `matrix`. */
export function mapBox(matrix: Matrix, [x0, y0, x1, y1]: readonly [number, number, number, number]): Box {
  const corners = [apply(matrix, x0, y0), apply(matrix, x1, y0), apply(matrix, x0, y1), apply(matrix, x1, y1)];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** What two clips leave. */
export function clipTo(clip: Box, box: Box): Box {
  return {
    left: Math.max(clip.left, box.left),
    top: Math.max(clip.top, box.top),
    right: Math.min(clip.right, box.right),
    bottom: Math.min(clip.bottom, box.bottom),
  };
}
