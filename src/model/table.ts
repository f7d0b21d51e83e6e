import type { OtherText } from './page.ts';
import type { PagePlace, Place } from './place.ts';
import type { Problem } from './problem.ts';

/** A text as a reader would copy it, with what it was read from. */
export interface Reading {
  /** Without the line breaks and stray spaces that the page's width or an engine put in; "" where blank. */
  readonly text: string;
  /** As read; lines parted by "\n". */
  readonly raw: string;
  /** `null` where there is no text. */
  readonly place: Place | null;
  /** 0 to 1, the least sure character; 1 where the file itself spells the text out, or there is none. */
  readonly confidence: number;
  /** What an engine held possible instead, likeliest first; `undefined` where the file itself spells the text out. */
  readonly others?: readonly OtherText[];
}

/** One cell of a table; rows and columns from 0, a merged cell stands once with its spans. */
export interface Cell extends Reading {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** The cell itself on its page or, where a page break cut it, pages; empty for formats without pages. */
  readonly bounds: readonly PagePlace[];
}

/** A table, joined over page breaks. Cells in reading order; every grid position is covered by at most one cell. */
export interface Table {
  readonly kind: 'table';
  /**
   * `exact`: a blank cell is blank. `implied`: the format has no spans, so a blank cell may be the rest of a
   * merged one above it or to its left.
   */
  readonly spans: 'exact' | 'implied';
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly Cell[];
  /** The page on which each row begins, from 1; one for each row. */
  readonly rowPages: readonly number[];
}

/** A line of text outside tables, as runs parted by gaps wider than a space between words. */
export interface TextLine {
  readonly kind: 'line';
  readonly page: number;
  readonly runs: readonly Reading[];
}

/** What the stage `tables` makes of a document: its lines and tables in reading order. */
export interface TableDocument {
  readonly blocks: readonly (TextLine | Table)[];
  readonly pageCount: number;
  readonly problems: readonly Problem[];
}
