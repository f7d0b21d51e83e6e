import type { Box } from '../model/geometry.ts';
import type { Ruling } from '../model/page.ts';
import type { TableSettings } from './settings.ts';
import { mergeRulings, nearestIndex, snapPositions } from './snap.ts';

/**
 * Ruled grids of one page.
 *
 * 1. Join the pieces of each ruling (`mergeRulings`).
 * 2. Gather rulings that cross or touch into connected groups; each group is one table.
 * 3. The positions of a group's rulings are its row and column edges; where rulings run on past the outermost
 *    crossing one, that side is drawn without a border and an edge is added.
 * 4. Two neighbouring grid squares are one cell unless rulings cover enough of the side between them.
 *
 * Not handled: tables without rulings, grids of more squares than any form has (drawings; `maxSquares`), slanted lines, tables nested in a cell (each is a grid of its own).
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

interface RulingGroup {
  readonly horizontals: readonly Ruling[];
  readonly verticals: readonly Ruling[];
}

/** The grids that `rulings` draw, from top to bottom. */
export function findGrids(rulings: readonly Ruling[], settings: TableSettings): Grid[] {
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
  return connect(horizontals, verticals, settings.snapPt)
    .flatMap((group) => gridOf(group, settings) ?? [])
    .sort((a, b) => (a.rowEdges[0] ?? 0) - (b.rowEdges[0] ?? 0));
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

function connect(horizontals: readonly Ruling[], verticals: readonly Ruling[], tolerance: number): RulingGroup[] {
  const parents = Array.from({ length: horizontals.length + verticals.length }, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] ?? root;
    parents[index] = root;
    return root;
  };
  for (const [h, horizontal] of horizontals.entries()) {
    for (const [v, vertical] of verticals.entries()) {
      if (cross(horizontal, vertical, tolerance)) parents[rootOf(horizontals.length + v)] = rootOf(h);
    }
  }
  const groups = new Map<number, { horizontals: Ruling[]; verticals: Ruling[] }>();
  for (const [index, ruling] of [...horizontals, ...verticals].entries()) {
    const group = groups.get(rootOf(index)) ?? { horizontals: [], verticals: [] };
    groups.set(rootOf(index), group);
    (ruling.orientation === 'horizontal' ? group.horizontals : group.verticals).push(ruling);
  }
  return [...groups.values()];
}

function cross(horizontal: Ruling, vertical: Ruling, tolerance: number): boolean {
  return (
    vertical.position >= horizontal.start - tolerance &&
    vertical.position <= horizontal.end + tolerance &&
    horizontal.position >= vertical.start - tolerance &&
    horizontal.position <= vertical.end + tolerance
  );
}

function gridOf(group: RulingGroup, settings: TableSettings): Grid | null {
  const rowEdges = edgesOf(group.horizontals, group.verticals, settings);
  const columnEdges = edgesOf(group.verticals, group.horizontals, settings);
  const heightPt = (rowEdges.at(-1) ?? 0) - (rowEdges[0] ?? 0);
  const widthPt = (columnEdges.at(-1) ?? 0) - (columnEdges[0] ?? 0);
  if (rowEdges.length < 2 || columnEdges.length < 2) return null;
  if (heightPt < settings.minTableHeightPt || widthPt < settings.minTableWidthPt) return null;
  const rows = rowEdges.length - 1;
  const columns = columnEdges.length - 1;
  if (rows * columns > settings.maxSquares) return null;
  const cover = (rulings: readonly Ruling[], edges: readonly number[], along: readonly number[]) =>
    wallTable(rulings, { edges, along, share: settings.wallShare });
  const below = cover(group.horizontals, rowEdges, columnEdges);
  const right = cover(group.verticals, columnEdges, rowEdges);
  const owners = mergeSquares({ rows, columns, isWallBelow: below, isWallRight: right });
  return { rowEdges, columnEdges, cells: rectangles(owners, rows, columns) };
}

function edgesOf(along: readonly Ruling[], across: readonly Ruling[], settings: TableSettings): number[] {
  const edges = snapPositions(
    along.map((ruling) => ruling.position),
    settings.snapPt,
  );
  const first = Math.min(...across.map((ruling) => ruling.start));
  const last = Math.max(...across.map((ruling) => ruling.end));
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
  const steps = frame.along.length - 1;
  const walls = lanes.map((lane) =>
    Array.from({ length: steps }, (_, step) => {
      const from = frame.along[step] ?? 0;
      const to = frame.along[step + 1] ?? 0;
      const covered = lane.reduce(
        (sum, ruling) => sum + Math.max(0, Math.min(ruling.end, to) - Math.max(ruling.start, from)),
        0,
      );
      return covered >= frame.share * (to - from);
    }),
  );
  return (edge, step) => walls[edge]?.[step] ?? false;
}

interface Squares {
  readonly rows: number;
  readonly columns: number;
  readonly isWallBelow: WallTest;
  readonly isWallRight: WallTest;
}

/** For each square (row by row) the first square of the cell it belongs to. */
function mergeSquares({ rows, columns, isWallBelow, isWallRight }: Squares): number[] {
  const owners = Array.from({ length: rows * columns }, (_, index) => index);
  const ownerOf = (index: number): number => {
    let owner = index;
    while (owners[owner] !== owner) owner = owners[owner] ?? owner;
    return owner;
  };
  const join = (a: number, b: number): void => {
    const [first, second] = [ownerOf(a), ownerOf(b)];
    owners[Math.max(first, second)] = Math.min(first, second);
  };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const square = row * columns + column;
      if (column + 1 < columns && !isWallRight(column + 1, row)) join(square, square + 1);
      if (row + 1 < rows && !isWallBelow(row + 1, column)) join(square, square + columns);
    }
  }
  return owners.map((_, index) => ownerOf(index));
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
