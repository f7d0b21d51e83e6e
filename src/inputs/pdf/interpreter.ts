import type { Box } from '../../model/geometry.ts';
import type { GraphicsState, PdfFont, TextMatrices } from './graphics-state.ts';
import type { Matrix } from './matrix.ts';
import type { Paper } from './paper.ts';
import type { Pdfjs } from './pdfjs.ts';

/** What a page gives its operators to start with. */
export interface PageFrame {
  /** From PDF's space to points from the top left. */
  readonly base: Matrix;
  /** The visible page. */
  readonly bounds: Box;
  readonly fontNamed: (name: string) => PdfFont | null;
  /** Whether a layer is switched on; asked with what pdfjs gives of an optional content group or membership. */
  readonly isLayerOn: (layer: unknown) => boolean;
  /** How many characters and pieces of lines the page may draw. */
  readonly maxMarks: number;
}

/** A page half drawn: the state that operators change, and what they have drawn so far. */
export interface Interpreter extends PageFrame {
  state: GraphicsState;
  readonly stack: GraphicsState[];
  text: TextMatrices;
  isClipPending: boolean;
  /** Of each marked content that is open, whether it is on a layer that is switched off; and how many are. */
  readonly markedContent: boolean[];
  offCount: number;
  readonly paper: Paper;
}

/** What one operator does; arguments are as pdfjs gives them. */
export type Handler = (run: Interpreter, args: readonly unknown[]) => void;

/** The numbers of the operators, by name. */
export type Operators = Pdfjs['OPS'];

/** What an operator does, by its number. */
export type Handlers = readonly (readonly [operator: number, handler: Handler])[];

/** Changes some of the graphics state. */
export function set(run: Interpreter, change: Partial<GraphicsState>): void {
  run.state = { ...run.state, ...change };
}

/** Whether what is drawn now is on a layer that is switched off. */
export function isOff({ offCount }: Interpreter): boolean {
  return offCount > 0;
}

/** An array of unknown origin; empty for anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
