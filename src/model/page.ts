import type { Box } from './geometry.ts';
import type { Place } from './place.ts';
import type { Problem } from './problem.ts';

/** Another text that an engine held possible for the same ink. */
export interface OtherText {
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/**
 * A run of characters as a page prints it, on one baseline, without a gap wide enough to part two columns.
 * `charEdges` holds the x of each character's left edge and, last, the right edge of the run (points):
 * a run that crosses a ruling is cut there. Its length is the number of UTF-16 units of `text` plus one.
 */
export interface TextItem {
  readonly text: string;
  readonly box: Box;
  readonly charEdges: readonly number[];
  /** 0 to 1; 1 for text that the file itself spells out. */
  readonly confidence: number;
  /** What an engine held possible instead, likeliest first; `undefined` where the file itself spells the text out. */
  readonly others?: readonly OtherText[];
}

/**
 * A straight line or thin rectangle that may bound cells. `position` is its y (horizontal) or x (vertical), in points.
 */
export interface Ruling {
  readonly orientation: 'horizontal' | 'vertical';
  readonly position: number;
  /** Smaller end along the line, in points. */
  readonly start: number;
  /** Larger end along the line, in points. */
  readonly end: number;
  readonly thicknessPt: number;
}

/**
 * How a recognised page lies in the picture that it was read from: points in equal steps over the upright page, row by
 * row, each with the place in the picture that it is at, x and y in turn, as shares of the picture's width and height.
 */
export interface PictureMesh {
  /** Points in a row, and rows; at least 2 each. */
  readonly columns: number;
  readonly rows: number;
  readonly places: readonly number[];
}

/** A page as it is drawn: what PDF, scans and OFD give. Its tables are still to be found. */
export interface DrawnPage {
  readonly kind: 'drawn';
  /** From 1. */
  readonly number: number;
  readonly widthPt: number;
  readonly heightPt: number;
  /** Clockwise quarter turns, 0 to 3, beyond what the file says of the page, that brought it upright. */
  readonly quarterTurns: number;
  readonly textItems: readonly TextItem[];
  readonly rulings: readonly Ruling[];
  /** Where the page was recognised from a picture. */
  readonly mesh?: PictureMesh;
}

/** A text with the source's own notation resolved (`$\geq 90\%$` is ≥90%); `raw` keeps it as it stands. */
export interface SourceText {
  readonly text: string;
  readonly raw: string;
  readonly place: Place;
  /** 0 to 1; below 1 where bytes could not be decoded. */
  readonly confidence: number;
}

/** One cell of a page whose format has rows and columns of its own (dump, sheet, Word, web page). */
export interface SourceCell extends SourceText {
  /** Both from 0, within the table. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A line of text between tables. */
export interface SourceLine extends SourceText {
  readonly kind: 'line';
}

/** A table as the format itself spells it out. */
export interface SourceTable {
  readonly kind: 'table';
  /**
   * `exact`: a blank cell is blank. `implied`: the format has no spans, so a blank cell may be the rest of a
   * merged one above it or to its left.
   */
  readonly spans: 'exact' | 'implied';
  readonly cells: readonly SourceCell[];
}

/** A page (sheet, text file) whose format spells out rows and columns. */
export interface GriddedPage {
  readonly kind: 'gridded';
  /** From 1. */
  readonly number: number;
  readonly blocks: readonly (SourceLine | SourceTable)[];
}

export type Page = DrawnPage | GriddedPage;

/** What the stage `read` makes of one document. */
export interface ReadDocument {
  readonly pages: readonly Page[];
  readonly problems: readonly Problem[];
}
