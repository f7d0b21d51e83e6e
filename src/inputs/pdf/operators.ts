import { groupState, initialState } from './graphics-state.ts';
import { type Handler, type Handlers, type Interpreter, listOf, type Operators, set } from './interpreter.ts';
import { layerHandlers } from './layer-operators.ts';
import { multiply, toMatrix } from './matrix.ts';
import type { Color } from './paper.ts';
import { clipToBox, pathHandlers } from './path-operators.ts';
import { textHandlers } from './text-operators.ts';

/** What each operator that matters does, by its number. Those not listed draw no text and no borders. */
export function handlersFor(ops: Operators): ReadonlyMap<number, Handler> {
  return new Map([
    ...nestingHandlers(ops),
    ...stateHandlers(ops),
    ...pathHandlers(ops),
    ...textHandlers(ops),
    ...layerHandlers(ops),
  ]);
}

function nestingHandlers(ops: Operators): Handlers {
  return [
    [ops.save, (run) => run.stack.push(run.state)],
    [ops.restore, restore],
    [ops.paintFormXObjectBegin, beginForm],
    [ops.paintFormXObjectEnd, restore],
    [ops.beginGroup, beginGroup],
    [ops.endGroup, restore],
    [ops.beginAnnotation, beginAnnotation],
    [ops.endAnnotation, restore],
  ];
}

function stateHandlers(ops: Operators): Handlers {
  return [
    [ops.transform, (run, args) => set(run, { ctm: multiply(run.state.ctm, toMatrix(args)) })],
    [ops.setLineWidth, (run, [width]) => set(run, { lineWidth: Number(width) })],
    [ops.setGState, setGraphicsState],
    [ops.setStrokeRGBColor, (run, [color]) => set(run, { strokeColor: toColor(color) })],
    [ops.setFillRGBColor, (run, [color]) => set(run, { fillColor: toColor(color) })],
    [ops.setStrokeColorN, (run) => set(run, { strokeColor: null })],
    [ops.setFillColorN, (run) => set(run, { fillColor: null })],
  ];
}

function restore(run: Interpreter): void {
  run.state = run.stack.pop() ?? run.state;
}

function beginForm(run: Interpreter, [matrix, box]: readonly unknown[]): void {
  run.stack.push(run.state);
  set(run, { ctm: multiply(run.state.ctm, toMatrix(matrix)) });
  clipToBox(run, box);
}

/** The form XObject of a group begins after it, without its box. */
function beginGroup(run: Interpreter, [group]: readonly unknown[]): void {
  run.stack.push(run.state);
  const { ctm } = run.state;
  const { matrix, bbox, smask } = entriesOf(group);
  run.state = groupState(run.state, { isSoftMask: Boolean(smask) });
  set(run, { ctm: multiply(ctm, toMatrix(matrix)) });
  clipToBox(run, bbox);
  set(run, { ctm });
}

/**
 * An annotation's appearance starts from the page's own frame (ISO 32000-2, 12.5.5), and is seen within its rectangle.
 */
function beginAnnotation(run: Interpreter, [, rectangle, transform, matrix]: readonly unknown[]): void {
  run.stack.push(run.state);
  run.state = initialState(run.base, run.bounds);
  clipToBox(run, rectangle);
  set(run, { ctm: multiply(multiply(run.base, toMatrix(transform)), toMatrix(matrix)) });
}

function setGraphicsState(run: Interpreter, [entries]: readonly unknown[]): void {
  for (const [key, value] of listOf(entries).map(listOf)) {
    if (key === 'LW') set(run, { lineWidth: Number(value) });
    if (key === 'ca') set(run, { fillAlpha: Number(value) });
    if (key === 'CA') set(run, { strokeAlpha: Number(value) });
    // What pdfjs calls blend mode Normal.
    if (key === 'BM') set(run, { isNormalBlend: value === 'source-over' });
    if (key === 'SMask') set(run, { hasSoftMask: value !== false });
    if (key !== 'Font') continue;
    const [name, size] = listOf(value);
    set(run, { font: run.fontNamed(String(name)), fontSize: Number(size) });
  }
}

function entriesOf(group: unknown): { readonly matrix?: unknown; readonly bbox?: unknown; readonly smask?: unknown } {
  return typeof group === 'object' && group !== null ? group : {};
}

function toColor(color: unknown): Color {
  return typeof color === 'string' && /^#[\da-f]{6}$/i.test(color) ? color : null;
}
