import type { Ruling } from '../../model/page.ts';
import { withoutCharacterStrokes } from './character-strokes.ts';
import { joinDashes } from './dashes.ts';
import type { Glyph } from './glyph.ts';
import { initialState, newTextObject } from './graphics-state.ts';
import type { Handler, Interpreter, Operators, PageFrame } from './interpreter.ts';
import { type OperatorList, PageTooLarge } from './operator-list.ts';
import { handlersFor } from './operators.ts';
import { Paper } from './paper.ts';

/** Glyphs and rulings of a page, in points from the top left of the page as `base` turns it. */
export interface PageContent {
  /** All that the page draws, with what is seen of each. */
  readonly glyphs: readonly Glyph[];
  /** Those that are seen. */
  readonly rulings: readonly Ruling[];
}

const noArguments: readonly unknown[] = [];
let handlers: ReadonlyMap<number, Handler> | undefined;

/**
 * Follows a page's drawing operators once and notes where each glyph and each line falls, and what hides it.
 *
 * Operators are those of ISO 32000-2, Annex A, in the order pdfjs resolves them: form XObjects are inlined, text
 * strings are lists of glyphs and spacings. Not handled: patterns and shadings (they draw no text and no borders),
 * clips that are not rectangles (their bounding box is taken).
 * @throws PageTooLarge as soon as there are more than `maxMarks` of the frame
 */
export function interpretPage(list: OperatorList, ops: Operators, frame: PageFrame): PageContent {
  handlers ??= handlersFor(ops);
  const run: Interpreter = {
    state: initialState(frame.base, frame.bounds),
    stack: [],
    text: newTextObject(0),
    isClipPending: false,
    markedContent: [],
    offCount: 0,
    paper: new Paper(frame.bounds),
    ...frame,
  };
  for (const [index, operator] of list.fnArray.entries()) {
    const args = list.argsArray[index];
    handlers.get(operator)?.(run, Array.isArray(args) ? args : noArguments);
    if (run.paper.markCount > frame.maxMarks)
      throw new PageTooLarge(`more than ${frame.maxMarks} characters and lines`);
  }
  const { glyphs, pieces } = run.paper;
  return { glyphs, rulings: withoutCharacterStrokes(joinDashes(pieces), glyphs, frame.bounds) };
}
