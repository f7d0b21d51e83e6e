import type { Box } from '../../model/geometry.ts';
import { clipTo, isPaintSeen, isSolidPaint, mapBox } from './graphics-state.ts';
import { type Handler, type Handlers, type Interpreter, isOff, listOf, type Operators, set } from './interpreter.ts';
import { numbersOf } from './matrix.ts';
import { filledPieces, type Path, placePath, rectangleOf, strokedPieces } from './path-rulings.ts';

/** Paths: what they draw and what they clip (ISO 32000-2, 8.5), and what fills a whole clip. */
export function pathHandlers(ops: Operators): Handlers {
  return [
    [ops.clip, (run) => (run.isClipPending = true)],
    [ops.eoClip, (run) => (run.isClipPending = true)],
    [ops.constructPath, pathHandler(ops)],
    [ops.shadingFill, fillClip],
    // Images of one pixel, as some producers draw lines and grounds; pdfjs leaves larger ones out here.
    [ops.paintSolidColorImageMask, (run) => fill(run, placePath(unitSquare, run.state.ctm), boxOf(run, [0, 0, 1, 1]))],
    [ops.paintImageXObject, paintPixel],
    [ops.paintInlineImageXObject, paintPixel],
  ];
}

/** The square that every image fills (ISO 32000-2, 8.9.5), as path data of pdfjs. */
const unitSquare = new Float32Array([0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 4]);

function pathHandler(ops: Operators): Handler {
  const both = [ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke, ops.closeEOFillStroke];
  const fills = new Set([ops.fill, ops.eoFill, ...both]);
  const strokes = new Set([ops.stroke, ops.closeStroke, ...both]);
  return (run, [paint, data, bounds]) => {
    const [path] = listOf(data);
    if (path instanceof Float32Array) {
      const placed = placePath(path, run.state.ctm);
      const box = boxOf(run, bounds);
      if (fills.has(Number(paint))) fill(run, placed, box);
      if (strokes.has(Number(paint))) stroke(run, placed);
      if (run.isClipPending && box !== null) clip(run, placed, box);
    }
    run.isClipPending = false;
  };
}

function fill(run: Interpreter, path: Path, box: Box | null): void {
  const { fillColor: color, fillAlpha } = run.state;
  if (isOff(run) || !isPaintSeen(run.state, fillAlpha)) return;
  for (const piece of filledPieces(path, run.state)) run.paper.addPiece(piece, color);
  if (box === null) return;
  const isSolid = color !== null && isSolidPaint(run.state, fillAlpha);
  addFill(run, { box, isSolid: isSolid && rectangleOf(path) !== null });
}

function stroke(run: Interpreter, path: Path): void {
  const { strokeColor, strokeAlpha } = run.state;
  if (isOff(run) || !isPaintSeen(run.state, strokeAlpha)) return;
  for (const piece of strokedPieces(path, run.state)) run.paper.addPiece(piece, strokeColor);
}

/** A pixel of a colour that is not known. */
function paintPixel(run: Interpreter): void {
  run.stack.push(run.state);
  set(run, { fillColor: null });
  fill(run, placePath(unitSquare, run.state.ctm), boxOf(run, [0, 0, 1, 1]));
  run.state = run.stack.pop() ?? run.state;
}

/** A shading fills the clip with colours of which none is known. */
function fillClip(run: Interpreter): void {
  if (!isOff(run) && isPaintSeen(run.state, run.state.fillAlpha)) addFill(run, { box: run.state.clip, isSolid: false });
}

function addFill(run: Interpreter, { box, isSolid }: { readonly box: Box; readonly isSolid: boolean }): void {
  const { clip: seen, isClipBox, fillColor } = run.state;
  run.paper.addFill({ area: clipTo(seen, box), color: fillColor, isSolid: isSolid && isClipBox });
}

function clip(run: Interpreter, path: Path, box: Box): void {
  set(run, { clip: clipTo(run.state.clip, box), isClipBox: run.state.isClipBox && rectangleOf(path) !== null });
}

/** Cuts what follows at a box given in the current frame. */
export function clipToBox(run: Interpreter, corners: unknown): void {
  const box = boxOf(run, corners);
  if (box === null) return;
  const [a, b, c, d] = run.state.ctm;
  const isUpright = (b === 0 && c === 0) || (a === 0 && d === 0);
  set(run, { clip: clipTo(run.state.clip, box), isClipBox: run.state.isClipBox && isUpright });
}

function boxOf({ state }: Interpreter, corners: unknown): Box | null {
  const [x0, y0, x1, y1] = numbersOf(corners);
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return null;
  return mapBox(state.ctm, [x0, y0, x1, y1]);
}
