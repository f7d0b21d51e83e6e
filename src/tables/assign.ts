import { type Box, heightOf, widthOf } from '../model/geometry.ts';
import type { TextItem } from '../model/page.ts';
import { beginsWithClosingMark } from '../text/typesetting.ts';
import { nearestIndex } from './snap.ts';
import { type BoxIndex, indexBoxes } from './box-index.ts';
import { type Grid, type GridCell, outlineOf } from './grid.ts';

/**
 * Gives each text item to the cell it stands in.
 *
 * 1. An item belongs to the innermost grid whose outline it overlaps; a page break may leave a mere part of it inside.
 * 2. It is cut at spaces and wide gaps into words, for producers that write a whole row as one run.
 * 3. Each word goes to the cell that holds its centre, so that a word that runs over a border stays whole. What is
 *    much taller than that cell is a watermark, and dropped.
 *
 * Returns one list of items for each cell of each grid (in the grids' order), and the items outside all grids.
 */
export function assignItems(items: readonly TextItem[], grids: readonly Grid[]): Assignment {
  const outlines = grids.map(outlineOf);
  const index = indexBoxes(outlines);
  const inCells = grids.map((grid) => grid.cells.map((): TextItem[] => []));
  const owners = grids.map(ownersOf);
  const outside: TextItem[] = [];
  for (const item of items) {
    const at = innermost(item, outlines, index);
    const grid = grids[at];
    const cells = inCells[at];
    if (grid === undefined || cells === undefined) {
      outside.push(item);
      continue;
    }
    for (const word of wordsAcrossCells(item, grid)) {
      const cell = owners[at]?.[squareAt(grid, word)];
      const owner = grid.cells[cell ?? -1];
      if (cell !== undefined && owner !== undefined && fitsCell(word, grid, owner)) cells[cell]?.push(word);
    }
  }
  return { inCells, outside };
}

/** The index of the grid that an item belongs to: of several within one another the innermost; -1 for none. */
function innermost(item: TextItem, outlines: readonly Box[], index: BoxIndex): number {
  const area = (at: number): number => widthOf(outlines[at] ?? item.box) * heightOf(outlines[at] ?? item.box);
  const { left, top, right, bottom } = item.box;
  const near = index.touching({ left: left - maxHang * (bottom - top), top, right, bottom });
  const owners = near.filter((at) => overlaps(outlines[at] ?? item.box, item));
  return owners.reduce((best, at) => (best === -1 || area(at) < area(best) ? at : best), -1);
}

/** Text this much taller than its cell is none of the cell's: a watermark across the table. */
const maxOverheight = 1.6;

function fitsCell({ box }: TextItem, { rowEdges }: Grid, { row, rowSpan }: GridCell): boolean {
  const cellHeightPt = (rowEdges[row + rowSpan] ?? 0) - (rowEdges[row] ?? 0);
  return box.bottom - box.top <= maxOverheight * cellHeightPt;
}

export interface Assignment {
  /** For each grid, for each of its cells, the items in it. */
  readonly inCells: readonly (readonly (readonly TextItem[])[])[];
  readonly outside: readonly TextItem[];
}

/** For each grid square (row by row) the index of its cell. */
function ownersOf(grid: Grid): number[] {
  const columns = grid.columnEdges.length - 1;
  const owners: number[] = [];
  for (const [index, cell] of grid.cells.entries()) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
        owners[row * columns + column] = index;
      }
    }
  }
  return owners;
}

function squareAt(grid: Grid, item: TextItem): number {
  const row = stepAt(grid.rowEdges, (item.box.top + item.box.bottom) / 2);
  const column = stepAt(grid.columnEdges, anchorOf(item));
  return row * (grid.columnEdges.length - 1) + column;
}

/** The index of the step between ascending edges that holds `value`, the outermost steps being open-ended. */
function stepAt(edges: readonly number[], value: number): number {
  const nearest = nearestIndex(edges, value);
  const step = value < (edges[nearest] ?? 0) ? nearest - 1 : nearest;
  return Math.max(0, Math.min(edges.length - 2, step));
}

/** At least this share of an item's height inside a grid makes it the grid's. */
const minInside = 0.2;
/** A mark that never begins a line may hang over the right side of its cell, and begin this far outside, in heights. */
const maxHang = 0.5;

function overlaps(outline: Box, item: TextItem): boolean {
  const { box } = item;
  const x = anchorOf(item);
  const hangPt = beginsWithClosingMark(item.text) ? maxHang * (box.bottom - box.top) : 0;
  const inside = Math.min(box.bottom, outline.bottom) - Math.max(box.top, outline.top);
  return x >= outline.left && x <= outline.right + hangPt && inside >= minInside * (box.bottom - box.top);
}

/** The x that tells an item's cell: its centre or, for a mark that may hang over, where it begins. */
function anchorOf({ text, box }: TextItem): number {
  return beginsWithClosingMark(text) ? box.left : (box.left + box.right) / 2;
}

/** The item whole where it stays within one column step, else its words. */
function wordsAcrossCells(item: TextItem, grid: Grid): TextItem[] {
  const first = stepAt(grid.columnEdges, item.box.left + 1);
  const last = stepAt(grid.columnEdges, item.box.right - 1);
  return first === last ? [item] : wordsOf(item);
}

/** The item cut at white space; boxes follow `charEdges`. */
function wordsOf(item: TextItem): TextItem[] {
  return [...item.text.matchAll(/\S+/g)].map((match) => {
    const from = match.index;
    const charEdges = item.charEdges.slice(from, from + match[0].length + 1);
    const box = { ...item.box, left: charEdges[0] ?? item.box.left, right: charEdges.at(-1) ?? item.box.right };
    return { ...item, text: match[0], charEdges, box };
  });
}
