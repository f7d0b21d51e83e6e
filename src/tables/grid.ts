import type { Box } from '../model/geometry.ts';
import type { Ruling } from '../model/page.ts';
import type { TableSettings } from './settings.ts';
import { connect, disjointSets, type RulingGroup } from './connect.ts';
import { firstIndexFrom, mergeRulings, nearestIndex, snapPositions } from './snap.ts';

/**
 * Ruled grids of one page.
 *
 * 1. Join the pieces of each ruling (`mergeRulings`).
 * 2. Gather rulings that cross or touch into connected groups; each group is one table.
 * 3. The positions of a group's rulings are its row and column edges; where rulings run on past the outermost
 *    crossing one, that side is drawn without a border and an edge is added.
 * 4. Two neighbouring grid squares are one cell unless rulings cover enough of the side between them.
 *
 * Not handled: tables without rulings, grids of more squares than any form has (drawings; `maxSquares`), slanted lines,
 * tables nested in a cell (each is a grid of its own).
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

/** What the rulings of a page draw. */
export interface FoundGrids {
  /** From top to bottom. */
  readonly grids: readonly Grid[];
  /** Rows and columns of grids with more squares than `maxSquares`, which are not looked into. */
  readonly tooLarge: readonly { readonly rows: number; readonly columns: number }[];
}

/** The grids that `rulings` draw. */
export function findGrids(rulings: readonly Ruling[], settings: TableSettings): FoundGrids {
  const horizontals = mergeRulings(
    rulings.filter((ruling) => ruling.orientation === 'horizontal'),
    settings.snapPt,
    settings.gapPt,
  );
  const verticals = mergeRulings(
    rulings.filter((ruling) => ruling.orientation === 'vertical'),
    settings.snapPt,
    settings.gapPt,
  );
  const edged = connect(horizontals, verticals, settings.snapPt).flatMap((group) => edgesOf(group, settings) ?? []);
  const isTooLarge = ({ rows, columns }: EdgedGroup): boolean => rows * columns > settings.maxSquares;
  return {
    grids: edged
      .filter((group) => !isTooLarge(group))
      .map((group) => gridOf(group, settings))
      .sort((a, b) => (a.rowEdges[0] ?? 0) - (b.rowEdges[0] ?? 0)),
    tooLarge: edged.filter(isTooLarge).map(({ rows, columns }) => ({ rows, columns })),
  };
}

/** The outline of a grid, in points. */
export function outlineOf(grid: Grid): Box {
  return {
    left: grid.columnEdges[0] ?? 0,
    top: grid.rowEdges[0] ?? 0,
    right: grid.columnEdges.at(-1) ?? 0,
    bottom: grid.rowEdges.at(-1) ?? 0,
  };
}

/** A group of rulings with the edges of its rows and columns. */
interface EdgedGroup extends RulingGroup {
  readonly rowEdges: readonly number[];
  readonly columnEdges: readonly number[];
  readonly rows: number;
  readonly columns: number;
}

/** The group's edges; `null` where it is too small for a table. */
function edgesOf(group: RulingGroup, settings: TableSettings): EdgedGroup | null {
  const rowEdges = edgesAlong(group.horizontals, group.verticals, settings);
  const columnEdges = edgesAlong(group.verticals, group.horizontals, settings);
  const heightPt = (rowEdges.at(-1) ?? 0) - (rowEdges[0] ?? 0);
  const widthPt = (columnEdges.at(-1) ?? 0) - (columnEdges[0] ?? 0);
  const isLarge = heightPt >= settings.minTableHeightPt && widthPt >= settings.minTableWidthPt;
  if (rowEdges.length < 2 || columnEdges.length < 2 || !isLarge) return null;
  return { ...group, rowEdges, columnEdges, rows: rowEdges.length - 1, columns: columnEdges.length - 1 };
}

function gridOf(group: EdgedGroup, settings: TableSettings): Grid {
  const { rowEdges, columnEdges, rows, columns } = group;
  const share = settings.wallShare;
  const isWallBelow = wallTable(group.horizontals, { edges: rowEdges, along: columnEdges, share });
  const isWallRight = wallTable(group.verticals, { edges: columnEdges, along: rowEdges, share });
  const owners = mergeSquares({ rows, columns, isWallBelow, isWallRight });
  return { rowEdges, columnEdges, cells: rectangles(owners, rows, columns) };
}

function edgesAlong(along: readonly Ruling[], across: readonly Ruling[], settings: TableSettings): number[] {
  const edges = snapPositions(
    along.map((ruling) => ruling.position),
    settings.snapPt,
  );
  const first = across.reduce((least, ruling) => Math.min(least, ruling.start), Number.POSITIVE_INFINITY);
  const last = across.reduce((most, ruling) => Math.max(most, ruling.end), Number.NEGATIVE_INFINITY);
  if (first < (edges[0] ?? first) - settings.openSidePt) edges.unshift(first);
  if (last > (edges.at(-1) ?? last) + settings.openSidePt) edges.push(last);
  return edges;
}

type WallTest = (edge: number, step: number) => boolean;

/** Whether the rulings at an edge (by index) cover enough of one step along it (by index of the other edges). */
function wallTable(
  rulings: readonly Ruling[],
  frame: { readonly edges: readonly number[]; readonly along: readonly number[]; readonly share: number },
): WallTest {
  const lanes = frame.edges.map((): Ruling[] => []);
  for (const ruling of rulings) lanes[nearestIndex(frame.edges, ruling.position)]?.push(ruling);
  const walls = lanes.map((lane) => {
    const covered = coveredLengths(lane, frame.along);
    return covered.map((length, step) => {
      return length >= frame.share * ((frame.along[step + 1] ?? 0) - (frame.along[step] ?? 0));
    });
  });
  return (edge, step) => walls[edge]?.[step] ?? false;
}

/** How much of each step between ascending `edges` the rulings of one line cover together, in points. */
function coveredLengths(lane: readonly Ruling[], edges: readonly number[]): number[] {
  const lengths = edges.slice(1).map(() => 0);
  let covered = Number.NEGATIVE_INFINITY;
  for (const { start, end } of [...lane].sort((a, b) => a.start - b.start)) {
    const from = Math.max(start, covered);
    for (
      let step = Math.max(0, firstIndexFrom(edges, from) - 1);
      step < lengths.length && (edges[step] ?? end) < end;
      step++
    ) {
      const shared = Math.min(end, edges[step + 1] ?? end) - Math.max(from, edges[step] ?? 0);
      lengths[step] = (lengths[step] ?? 0) + Math.max(0, shared);
    }
    covered = Math.max(covered, end);
  }
  return lengths;
}

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

/** Cells from joined squares. A joined shape that is no rectangle (a ruling is missing) is cut into rectangles. */
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
