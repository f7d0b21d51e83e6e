import { type Box, heightOf, widthOf } from '../../model/geometry.ts';
import type { Ruling } from '../../model/page.ts';
import type { Glyph } from './glyph.ts';
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
import { type Matrix, multiply, numbersOf, toMatrix } from './matrix.ts';
import { isFilling, pathRulings } from './path-rulings.ts';
import type { Pdfjs } from './pdfjs.ts';
import { placeGlyphs } from './place-glyphs.ts';

/** What a page gives its operators to start with. */
export interface PageFrame {
  /** From PDF's space to points from the top left. */
  readonly base: Matrix;
  /** The visible page. */
  readonly bounds: Box;
  readonly fontNamed: (name: string) => PdfFont | null;
}

/** A page half drawn: the state that operators change, and what they have drawn so far. */
export interface Interpreter extends PageFrame {
  state: GraphicsState;
  readonly stack: GraphicsState[];
  text: TextMatrices;
  isClipPending: boolean;
  readonly glyphs: Glyph[];
  readonly rulings: Ruling[];
  /** Areas filled with another colour than white: white text is seen on these alone. */
  readonly grounds: Box[];
}

/** What one operator does; arguments are as pdfjs gives them. */
export type Handler = (run: Interpreter, args: readonly unknown[]) => void;

type Operators = Pdfjs['OPS'];

/** Smaller filled areas are lines and dots, not grounds. */
const minGroundPt = 5;

/** What each operator that matters does, by its number. Those not listed draw no text and no borders. */
export function handlersFor(ops: Operators): ReadonlyMap<number, Handler> {
  return new Map([...graphicsHandlers(ops), ...pathHandlers(ops), ...textHandlers(ops), ...textStateHandlers(ops)]);
}

function graphicsHandlers(ops: Operators): [number, Handler][] {
  return [
    [ops.save, (run) => run.stack.push(run.state)],
    [ops.restore, restore],
    [ops.transform, (run, args) => set(run, { ctm: multiply(run.state.ctm, toMatrix(args)) })],
    [ops.paintFormXObjectBegin, beginForm],
    [ops.paintFormXObjectEnd, restore],
    [ops.beginAnnotation, beginAnnotation],
    [ops.endAnnotation, restore],
    [ops.setLineWidth, (run, [width]) => set(run, { lineWidth: Number(width) })],
    [ops.setGState, setGraphicsState],
    [ops.setStrokeRGBColor, (run, [color]) => set(run, { isStrokeWhite: isWhite(color) })],
    [ops.setFillRGBColor, (run, [color]) => set(run, { isFillWhite: isWhite(color) })],
    [ops.setStrokeColorN, (run) => set(run, { isStrokeWhite: false })],
    [ops.setFillColorN, (run) => set(run, { isFillWhite: false })],
  ];
}

function pathHandlers(ops: Operators): [number, Handler][] {
  return [
    [ops.clip, awaitClip],
    [ops.eoClip, awaitClip],
    [ops.constructPath, constructPath],
  ];
}

function textHandlers(ops: Operators): [number, Handler][] {
  return [
    [ops.beginText, beginText],
    [ops.moveText, (run, [x, y]) => moveLine(run.text, Number(x), Number(y))],
    [ops.setLeadingMoveText, moveWithLeading],
    [ops.nextLine, (run) => moveLine(run.text, 0, run.state.leading)],
    [ops.setTextMatrix, setTextMatrix],
    [ops.showText, showText],
  ];
}

function textStateHandlers(ops: Operators): [number, Handler][] {
  return [
    [ops.setFont, (run, [name, size]) => set(run, { font: run.fontNamed(String(name)), fontSize: Number(size) })],
    [ops.setCharSpacing, (run, [spacing]) => set(run, { charSpacing: Number(spacing) })],
    [ops.setWordSpacing, (run, [spacing]) => set(run, { wordSpacing: Number(spacing) })],
    [ops.setHScale, (run, [percent]) => set(run, { horizontalScale: Number(percent) / 100 })],
    [ops.setLeading, (run, [leading]) => set(run, { leading: -Number(leading) })],
    [ops.setTextRise, (run, [rise]) => set(run, { rise: Number(rise) })],
    [ops.setTextRenderingMode, (run, [mode]) => set(run, { renderMode: Number(mode) })],
  ];
}

function set(run: Interpreter, change: Partial<GraphicsState>): void {
  run.state = { ...run.state, ...change };
}

function restore(run: Interpreter): void {
  run.state = run.stack.pop() ?? run.state;
}

function beginForm(run: Interpreter, [matrix, box]: readonly unknown[]): void {
  run.stack.push(run.state);
  set(run, { ctm: multiply(run.state.ctm, toMatrix(matrix)) });
  clipToBox(run, box);
}

/** An annotation's appearance starts from the page's own frame (ISO 32000-2, 12.5.5). */
function beginAnnotation(run: Interpreter, [, , transform, matrix]: readonly unknown[]): void {
  run.stack.push(run.state);
  run.state = initialState(multiply(multiply(run.base, toMatrix(transform)), toMatrix(matrix)), run.bounds);
}

function setGraphicsState(run: Interpreter, [entries]: readonly unknown[]): void {
  for (const [key, value] of listOf(entries).map(listOf)) {
    if (key === 'LW') set(run, { lineWidth: Number(value) });
    if (key !== 'Font') continue;
    const [name, size] = listOf(value);
    set(run, { font: run.fontNamed(String(name)), fontSize: Number(size) });
  }
}

function awaitClip(run: Interpreter): void {
  run.isClipPending = true;
}

function constructPath(run: Interpreter, [paint, data, bounds]: readonly unknown[]): void {
  const [path] = listOf(data);
  if (run.isClipPending) clipToBox(run, bounds);
  run.isClipPending = false;
  if (path instanceof Float32Array) run.rulings.push(...pathRulings(path, Number(paint), run.state));
  if (isFilling(Number(paint)) && !run.state.isFillWhite) addGround(run, bounds);
}

function addGround(run: Interpreter, bounds: unknown): void {
  const [x0, y0, x1, y1] = numbersOf(bounds);
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return;
  const box = clipTo(run.state.clip, mapBox(run.state.ctm, [x0, y0, x1, y1]));
  if (widthOf(box) > minGroundPt && heightOf(box) > minGroundPt) run.grounds.push(box);
}

function beginText(run: Interpreter): void {
  run.text = newTextObject(run.text.operator);
}

function moveWithLeading(run: Interpreter, [x, y]: readonly unknown[]): void {
  set(run, { leading: Number(y) });
  moveLine(run.text, Number(x), Number(y));
}

function setTextMatrix(run: Interpreter, [matrix]: readonly unknown[]): void {
  run.text = { ...run.text, text: toMatrix(matrix), line: toMatrix(matrix) };
}

function showText(run: Interpreter, [glyphs]: readonly unknown[]): void {
  run.text.operator++;
  for (const glyph of placeGlyphs(listOf(glyphs), run.state, run.text)) {
    if (!run.state.isFillWhite || isOnGround(glyph, run.grounds)) run.glyphs.push(glyph);
  }
}

/** White text shows only where something dark was filled before. */
function isOnGround({ start, end }: Glyph, grounds: readonly Box[]): boolean {
  const [x, y] = [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2];
  return grounds.some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
}

function clipToBox(run: Interpreter, box: unknown): void {
  const [x0, y0, x1, y1] = numbersOf(box);
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return;
  set(run, { clip: clipTo(run.state.clip, mapBox(run.state.ctm, [x0, y0, x1, y1])) });
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isWhite(color: unknown): boolean {
  return typeof color === 'string' && /^#f[a-f].?f[a-f].?f[a-f].?$/i.test(color);
}
