import type { Glyph, Visibility } from './glyph.ts';
import { isPaintSeen, moveLine, newTextObject } from './graphics-state.ts';
import { type Handlers, type Interpreter, isOff, listOf, type Operators, set } from './interpreter.ts';
import { toMatrix } from './matrix.ts';
import type { Color } from './paper.ts';
import { placeGlyphs } from './place-glyphs.ts';

/** Text objects, their state, and what they show (ISO 32000-2, 9.3 and 9.4). */
export function textHandlers(ops: Operators): Handlers {
  return [...objectHandlers(ops), ...stateHandlers(ops)];
}

function objectHandlers(ops: Operators): Handlers {
  return [
    [ops.beginText, (run) => (run.text = newTextObject(run.text.operator))],
    [ops.moveText, (run, [x, y]) => moveLine(run.text, Number(x), Number(y))],
    [ops.setLeadingMoveText, moveWithLeading],
    [ops.nextLine, (run) => moveLine(run.text, 0, run.state.leading)],
    [ops.setTextMatrix, setTextMatrix],
    [ops.showText, showText],
  ];
}

function stateHandlers(ops: Operators): Handlers {
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

function moveWithLeading(run: Interpreter, [x, y]: readonly unknown[]): void {
  set(run, { leading: Number(y) });
  moveLine(run.text, Number(x), Number(y));
}

function setTextMatrix(run: Interpreter, [matrix]: readonly unknown[]): void {
  run.text = { ...run.text, text: toMatrix(matrix), line: toMatrix(matrix) };
}

function showText(run: Interpreter, [glyphs]: readonly unknown[]): void {
  run.text.operator++;
  const placed = placeGlyphs(listOf(glyphs), run.state, run.text);
  if (!run.state.group.isShown) return;
  const { color, visibility } = inkOf(run);
  for (const glyph of placed) run.paper.addGlyph(withInk(glyph, visibility), color);
}

/** Modes that draw nothing, those that draw outlines, and those that draw both (ISO 32000-2, table 104). */
const inklessModes: ReadonlySet<number> = new Set([3, 7]);
const outlineModes: ReadonlySet<number> = new Set([1, 5]);
const bothModes: ReadonlySet<number> = new Set([2, 6]);

interface Ink {
  readonly color: Color;
  readonly visibility: Extract<Visibility, 'seen' | 'hidden' | 'layer-off'>;
}

function inkOf(run: Interpreter): Ink {
  const { renderMode, fillColor, strokeColor, fillAlpha, strokeAlpha, font } = run.state;
  const [color, alpha] = outlineModes.has(renderMode) ? [strokeColor, strokeAlpha] : [fillColor, fillAlpha];
  const isMixed = bothModes.has(renderMode) && fillColor !== strokeColor;
  const hasInk = !inklessModes.has(renderMode) && isPaintSeen(run.state, alpha);
  return {
    color: isMixed || font?.isDrawn === true ? null : color,
    visibility: isOff(run) ? 'layer-off' : hasInk ? 'seen' : 'hidden',
  };
}

function withInk(glyph: Glyph, visibility: Visibility): Glyph {
  return glyph.visibility === 'cut' ? glyph : { ...glyph, visibility };
}
