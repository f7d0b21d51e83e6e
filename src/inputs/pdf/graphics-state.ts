import { type Box } from '../../model/geometry.ts';
import { apply, identity, type Matrix, multiply } from './matrix.ts';

/** What pdfjs tells of a font that this project needs. */
export interface PdfFont {
  readonly name: string;
  /** Glyph space to text space, mostly 0.001. */
  readonly unitScale: number;
  readonly isVertical: boolean;
}

/** The graphics and text state of ISO 32000-2, 8.4 and 9.3, as far as places of text and lines depend on it. */
export interface GraphicsState {
  readonly ctm: Matrix;
  /** The box outside of which nothing is seen, in the page's frame. */
  readonly clip: Box;
  readonly lineWidth: number;
  readonly isStrokeWhite: boolean;
  readonly isFillWhite: boolean;
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

/** The state at the start of a page or annotation, whose frame `ctm` is and which shows nothing outside `clip`. */
export function initialState(ctm: Matrix, clip: Box): GraphicsState {
  return {
    ctm,
    clip,
    lineWidth: 1,
    isStrokeWhite: false,
    isFillWhite: false,
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
