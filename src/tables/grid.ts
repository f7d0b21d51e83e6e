import type { Box } from '../model/geometry.ts';
import type { Ruling, TextItem } from '../model/page.ts';
import type { TableSettings } from './settings.ts';
import { disjointSets, type RulingGroup } from './connect.ts';
import { closeDoubledLines, type Extent } from './doubled-lines.ts';
import { snapPositions } from './snap.ts';
import { findWalls } from './walls.ts';

/**
 * The rows, columns and cells that a group of connected rulings draws.
 *
 * 1. The positions of the rulings are the row and column edges; where rulings run on past the outermost crossing one,
 *    that side is drawn without a border and an edge is added.
 * 2. Two neighbouring grid squares are one cell unless rulings cover enough of the side between them.
 * 3. A joined shape that is no rectangle (a ruling is missing) is cut into rectangles.
 */
export interface Grid {
  /** y of the row edges and x of the column edges, in points, ascending; one more than there are rows and columns. */
  readonly rowEdges: readonly number[];
  readonly columnEdges: readonly number[];
  /** Cells in reading order; together they cover every grid square exactly once. */
  readonly cells: readonly GridCell[];
}

export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** The outline of a grid, in points. */
export function outlineOf({ rowEdges, columnEdges }: Pick<Grid, 'rowEdges' | 'columnEdges'>): Box {
  return {
    left: columnEdges[0] ?? 0,
    top: rowEdges[0] ?? 0,
    right: columnEdges.at(-1) ?? 0,
    bottom: rowEdges.at(-1) ?? 0,
  };
}

/** A group of rulings with the edges of its rows and columns. */
export interface EdgedGroup extends RulingGroup {
  readonly rowEdges: readonly number[];
  readonly columnEdges: readonly number[];
  readonly rows: number;
  readonly columns: number;
}

/** The group's edges; `null` where its rulings cross nowhere. `textsIn` gives the texts in a box. */
export function edgesOf(
  { horizontals, verticals }: RulingGroup,
  textsIn: (box: Box) => readonly TextItem[],
  settings: TableSettings,
): EdgedGroup | null {
  const rowLines = snapPositions(positionsOf(horizontals), settings.snapPt);
  const columnLines = snapPositions(positionsOf(verticals), settings.snapPt);
  if (rowLines.length === 0 || columnLines.length === 0) return null;
  const [left, right] = extentOf(horizontals, columnLines);
  const [top, bottom] = extentOf(verticals, rowLines);
  const texts = textsIn({ left, top, right, bottom });
  const ys = texts.map(({ box }) => ({ from: box.top, to: box.bottom }));
  const xs = texts.map(({ box }) => ({ from: box.left, to: box.right }));
  const openRows = withOpenSides(rowLines, [top, bottom], { texts: ys, openSidePt: settings.openSidePt });
  const openColumns = withOpenSides(columnLines, [left, right], { texts: xs, openSidePt: settings.openSidePt });
  const share = settings.wallShare;
  const rowEdges = closeDoubledLines(horizontals, { edges: openRows, along: openColumns, share }, ys);
  const columnEdges = closeDoubledLines(verticals, { edges: openColumns, along: openRows, share }, xs);
  if (rowEdges.length < 2 || columnEdges.length < 2) return null;
  const [rows, columns] = [rowEdges.length - 1, columnEdges.length - 1];
  return { horizontals, verticals, rowEdges, columnEdges, rows, columns };
}

function positionsOf(rulings: readonly Ruling[]): number[] {
  return rulings.map(({ position }) => position);
}

/** From where to where the rulings and the lines across them reach. */
function extentOf(rulings: readonly Ruling[], across: readonly number[]): [first: number, last: number] {
  let [first, last] = [across[0] ?? 0, across.at(-1) ?? 0];
  for (const { start, end } of rulings) [first, last] = [Math.min(first, start), Math.max(last, end)];
  return [first, last];
}

/** The edges with one more at a side where rulings run on far past the last line, or past a text beyond it. */
function withOpenSides(
  lines: readonly number[],
  [first, last]: readonly [number, number],
  { texts, openSidePt }: { readonly texts: readonly Extent[]; readonly openSidePt: number },
): number[] {
  const isOpen = (from: number, to: number): boolean =>
    to - from > openSidePt || texts.some((text) => isBetween((text.from + text.to) / 2, from, to));
  const [low, high] = [lines[0] ?? first, lines.at(-1) ?? last];
  return [...(isOpen(first, low) ? [first] : []), ...lines, ...(isOpen(high, last) ? [last] : [])];
}

/** The group's cells. */
export function gridOf(group: EdgedGroup, settings: TableSettings): Grid {
  const { rowEdges, columnEdges, rows, columns } = group;
  const share = settings.wallShare;
  const below = findWalls(group.horizontals, { edges: rowEdges, along: columnEdges, share });
  const right = findWalls(group.verticals, { edges: columnEdges, along: rowEdges, share });
  const isWallBelow: WallTest = (edge, step) => below[edge]?.[step] ?? false;
  const isWallRight: WallTest = (edge, step) => right[edge]?.[step] ?? false;
  const owners = mergeSquares({ rows, columns, isWallBelow, isWallRight });
  return { rowEdges, columnEdges, cells: rectangles(owners, rows, columns) };
}

function isBetween(value: number, from: number, to: number): boolean {
  return value > from && value < to;
}

type WallTest = (edge: number, step: number) => boolean;

interface Squares {
  readonly rows: number;
  readonly columns: number;
  readonly isWallBelow: WallTest;
  readonly isWallRight: WallTest;
}

/** For each square (row by row) the first square of the cell it belongs to. */
function mergeSquares({ rows, columns, isWallBelow, isWallRight }: Squares): number[] {
  const cells = disjointSets(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const square = row * columns + column;
      if (column + 1 < columns && !isWallRight(column + 1, row)) cells.join(square, square + 1);
      if (row + 1 < rows && !isWallBelow(row + 1, column)) cells.join(square, square + columns);
    }
  }
  return Array.from({ length: rows * columns }, (_, square) => cells.rootOf(square));
}

/** Cells from joined squares. */
function rectangles(owners: readonly number[], rows: number, columns: number): GridCell[] {
  const taken = owners.map(() => false);
  const cells: GridCell[] = [];
  const isFree = (row: number, column: number, owner: number | undefined): boolean =>
    column < columns && !taken[row * columns + column] && owners[row * columns + column] === owner;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const owner = owners[row * columns + column];
      if (!isFree(row, column, owner)) continue;
      let columnSpan = 1;
      while (isFree(row, column + columnSpan, owner)) columnSpan++;
      let rowSpan = 1;
      const isRowFree = (at: number): boolean =>
        at < rows && Array.from({ length: columnSpan }, (_, step) => isFree(at, column + step, owner)).every(Boolean);
      while (isRowFree(row + rowSpan)) rowSpan++;
      for (let at = row; at < row + rowSpan; at++) {
        taken.fill(true, at * columns + column, at * columns + column + columnSpan);
      }
      cells.push({ row, column, rowSpan, columnSpan });
    }
  }
  return cells;
}
