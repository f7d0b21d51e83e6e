import {
  clipTo,
  type GraphicsState,
  initialState,
  mapBox,
  moveLine,
  newTextObject,
  type PdfFont,
  type TextMatrices,
} from './graphics-state.ts';
import { type Matrix, multiply, toMatrix } from './matrix.ts';
import { pathRulings } from './path-rulings.ts';
import type { Pdfjs } from './pdfjs.ts';
import { type Glyph, placeGlyphs } from './place-glyphs.ts';
import type { Box } from '../../model/geometry.ts';
import type { Ruling } from '../../model/page.ts';

/** The operator list of one page, as pdfjs gives it. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** Glyphs and rulings of a page, in points from the top left of the page as `base` turns it. */
export interface PageContent {
  readonly glyphs: readonly Glyph[];
  readonly rulings: readonly Ruling[];
}

/** What a page gives its operators to start with. */
export interface PageFrame {
  /** From PDF's space to points from the top left. */
  readonly base: Matrix;
  /** The visible page. */
  readonly bounds: Box;
  readonly fontNamed: (name: string) => PdfFont | null;
}

interface Interpreter extends PageFrame {
  state: GraphicsState;
  readonly stack: GraphicsState[];
  text: TextMatrices;
  isClipPending: boolean;
  readonly glyphs: Glyph[];
  readonly rulings: Ruling[];
}

type Handler = (run: Interpreter, args: readonly unknown[]) => void;

/**
 * Follows a page's drawing operators once and notes where each glyph and each line falls.
 *
 * Operators are those of ISO 32000-2, Annex A, in the order pdfjs resolves them: form XObjects are inlined, text
 * strings are lists of glyphs and spacings. Not handled: patterns and shadings (they draw no text and no borders),
 * clips that are not rectangles (their bounding box is taken).
 */
export function interpretPage(list: OperatorList, ops: Pdfjs['OPS'], frame: PageFrame): PageContent {
  const handlers = handlersFor(ops);
  const run: Interpreter = {
    state: initialState(frame.base, frame.bounds),
    stack: [],
    text: newTextObject(0),
    isClipPending: false,
    ...frame,
    glyphs: [],
    rulings: [],
  };
  for (const [index, operator] of list.fnArray.entries()) {
    const args = list.argsArray[index];
    handlers.get(operator)?.(run, Array.isArray(args) ? args : []);
  }
  return { glyphs: run.glyphs, rulings: run.rulings };
}

let handlerTable: ReadonlyMap<number, Handler> | undefined;

function handlersFor(ops: Pdfjs['OPS']): ReadonlyMap<number, Handler> {
  handlerTable ??= new Map<number, Handler>([
    [ops.save, (run) => run.stack.push(run.state)],
    [ops.restore, restore],
    [ops.transform, (run, args) => set(run, { ctm: multiply(run.state.ctm, toMatrix(args)) })],
    [ops.paintFormXObjectBegin, beginForm],
    [ops.paintFormXObjectEnd, restore],
    [ops.beginAnnotation, beginAnnotation],
    [ops.endAnnotation, restore],
    [
      ops.clip,
      (run) => {
        run.isClipPending = true;
      },
    ],
    [
      ops.eoClip,
      (run) => {
        run.isClipPending = true;
      },
    ],
    [ops.constructPath, constructPath],
    [ops.setLineWidth, (run, [width]) => set(run, { lineWidth: Number(width) })],
    [ops.setGState, setGraphicsState],
    [ops.setStrokeRGBColor, (run, [color]) => set(run, { isStrokeWhite: isWhite(color) })],
    [ops.setFillRGBColor, (run, [color]) => set(run, { isFillWhite: isWhite(color) })],
    [ops.setStrokeColorN, (run) => set(run, { isStrokeWhite: false })],
    [ops.setFillColorN, (run) => set(run, { isFillWhite: false })],
    [
      ops.beginText,
      (run) => {
        run.text = newTextObject(run.text.operator);
      },
    ],
    [ops.setFont, (run, [name, size]) => set(run, { font: run.fontNamed(String(name)), fontSize: Number(size) })],
    [ops.setCharSpacing, (run, [spacing]) => set(run, { charSpacing: Number(spacing) })],
    [ops.setWordSpacing, (run, [spacing]) => set(run, { wordSpacing: Number(spacing) })],
    [ops.setHScale, (run, [percent]) => set(run, { horizontalScale: Number(percent) / 100 })],
    [ops.setLeading, (run, [leading]) => set(run, { leading: -Number(leading) })],
    [ops.setTextRise, (run, [rise]) => set(run, { rise: Number(rise) })],
    [ops.setTextRenderingMode, (run, [mode]) => set(run, { renderMode: Number(mode) })],
    [ops.moveText, (run, [x, y]) => moveLine(run.text, Number(x), Number(y))],
    [
      ops.setLeadingMoveText,
      (run, [x, y]) => {
        set(run, { leading: Number(y) });
        moveLine(run.text, Number(x), Number(y));
      },
    ],
    [ops.nextLine, (run) => moveLine(run.text, 0, run.state.leading)],
    [
      ops.setTextMatrix,
      (run, [matrix]) => {
        run.text = { ...run.text, text: toMatrix(matrix), line: toMatrix(matrix) };
      },
    ],
    [ops.showText, showText],
  ]);
  return handlerTable;
}

function set(run: Interpreter, change: Partial<GraphicsState>): void {
  run.state = { ...run.state, ...change };
}

function restore(run: Interpreter): void {
  run.state = run.stack.pop() ?? run.state;
}

function showText(run: Interpreter, [glyphs]: readonly unknown[]): void {
  run.text.operator++;
  for (const glyph of placeGlyphs(Array.isArray(glyphs) ? glyphs : [], run.state, run.text)) run.glyphs.push(glyph);
}

function beginForm(run: Interpreter, [matrix, box]: readonly unknown[]): void {
  run.stack.push(run.state);
  if (matrix) set(run, { ctm: multiply(run.state.ctm, toMatrix(matrix)) });
  if (Array.isArray(box)) clipToBox(run, box);
}

/** An annotation's appearance starts from the page's own frame (ISO 32000-2, 12.5.5). */
function beginAnnotation(run: Interpreter, [, , transform, matrix]: readonly unknown[]): void {
  run.stack.push(run.state);
  run.state = initialState(multiply(multiply(run.base, toMatrix(transform)), toMatrix(matrix)), run.bounds);
}

function setGraphicsState(run: Interpreter, [entries]: readonly unknown[]): void {
  for (const entry of Array.isArray(entries) ? entries : []) {
    const [key, value] = entry as readonly unknown[];
    if (key === 'LW') set(run, { lineWidth: Number(value) });
    if (key === 'Font' && Array.isArray(value)) {
      set(run, { font: run.fontNamed(String(value[0])), fontSize: Number(value[1]) });
    }
  }
}

function constructPath(run: Interpreter, [paint, data, bounds]: readonly unknown[]): void {
  const [path] = Array.isArray(data) ? data : [];
  if (run.isClipPending && bounds) clipToBox(run, bounds);
  run.isClipPending = false;
  if (ArrayBuffer.isView(path)) run.rulings.push(...pathRulings(path as Float32Array, Number(paint), run.state));
}

function clipToBox(run: Interpreter, box: unknown): void {
  const [x0, y0, x1, y1] = Array.from(box as ArrayLike<unknown>).map(Number);
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return;
  set(run, { clip: clipTo(run.state.clip, mapBox(run.state.ctm, [x0, y0, x1, y1])) });
}

function isWhite(color: unknown): boolean {
  return typeof color === 'string' && /^#f[a-f].?f[a-f].?f[a-f].?$/i.test(color);
}
