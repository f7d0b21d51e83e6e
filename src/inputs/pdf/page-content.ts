import type { Ruling } from '../../model/page.ts';
import type { Glyph } from './glyph.ts';
import { initialState, newTextObject } from './graphics-state.ts';
import { type Handler, handlersFor, type Interpreter, type PageFrame } from './operators.ts';
import type { Pdfjs } from './pdfjs.ts';

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

const noArguments: readonly unknown[] = [];
let handlers: ReadonlyMap<number, Handler> | undefined;

/**
 * Follows a page's drawing operators once and notes where each glyph and each line falls.
 *
 * Operators are those of ISO 32000-2, Annex A, in the order pdfjs resolves them: form XObjects are inlined, text
 * strings are lists of glyphs and spacings. Not handled: patterns and shadings (they draw no text and no borders),
 * clips that are not rectangles (their bounding box is taken).
 */
export function interpretPage(list: OperatorList, ops: Pdfjs['OPS'], frame: PageFrame): PageContent {
  handlers ??= handlersFor(ops);
  const run: Interpreter = {
    state: initialState(frame.base, frame.bounds),
    stack: [],
    text: newTextObject(0),
    isClipPending: false,
    ...frame,
    glyphs: [],
    rulings: [],
    grounds: [],
  };
  for (const [index, operator] of list.fnArray.entries()) {
    const args = list.argsArray[index];
    handlers.get(operator)?.(run, Array.isArray(args) ? args : noArguments);
  }
  return { glyphs: run.glyphs, rulings: run.rulings };
}
