import type { Box } from './geometry.ts';

/** Where a text stands on a page: `page` from 1, `box` in points from the top left of the upright page. */
export interface PagePlace {
  readonly kind: 'page';
  readonly page: number;
  readonly box: Box;
}

/** Where a text stands in a text file: `line` and `column` (in characters) from 1. */
export interface TextPlace {
  readonly kind: 'text';
  readonly line: number;
  readonly column: number;
}

/** Where a text stands in a workbook: the sheet's name and the cell's address (`B7`). */
export interface SheetPlace {
  readonly kind: 'sheet';
  readonly sheet: string;
  readonly cell: string;
}

/** Where a text stands in its source; what the record's evidence shows. */
export type Place = PagePlace | TextPlace | SheetPlace;
