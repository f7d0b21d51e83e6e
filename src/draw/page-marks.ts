import { type Box, unionOf } from '../model/geometry.ts';
import type { DrawnPage } from '../model/page.ts';
import type { Reading, TableDocument } from '../model/table.ts';

/** A cell, or the part of it that is on one page. */
export interface CellMark {
  readonly box: Box;
  readonly row: number;
  readonly column: number;
  /** Of the tables of the document, from 0. */
  readonly table: number;
  /** True where the rest of the cell is on another page. */
  readonly isCut: boolean;
}

/** What was found on one page; boxes in points from the top left. */
export interface PageMarks extends Pick<DrawnPage, 'textItems' | 'rulings'> {
  readonly cells: readonly CellMark[];
  /** Lines outside tables. */
  readonly lines: readonly Box[];
}

/** Gathers what the stages `read` and, where it was run, `tables` found on a page. */
export function marksOf(page: DrawnPage, tables: TableDocument | null): PageMarks {
  const cells: CellMark[] = [];
  const lines: Box[] = [];
  let table = 0;
  for (const block of tables?.blocks ?? []) {
    if (block.kind === 'line') {
      const box = block.page === page.number ? unionOf(block.runs.flatMap(boxesOf)) : null;
      if (box !== null) lines.push(box);
      continue;
    }
    for (const { row, column, bounds } of block.cells) {
      const here = bounds.filter((bound) => bound.page === page.number);
      cells.push(...here.map(({ box }) => ({ box, row, column, table, isCut: bounds.length > 1 })));
    }
    table++;
  }
  return { textItems: page.textItems, rulings: page.rulings, cells, lines };
}

function boxesOf({ place }: Reading): Box[] {
  return place?.kind === 'page' ? [place.box] : [];
}
