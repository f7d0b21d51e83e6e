import { type Box, heightOf, widthOf, holds } from '../model/geometry.ts';
import type { TextItem } from '../model/page.ts';
import { type BoxIndex, indexBoxes } from './box-index.ts';
import { type Grid, outlineOf } from './grid.ts';
import { firstIndexFrom } from './snap.ts';

/** A box within another may reach over its sides by half a thick line, in points. */
const tolerancePt = 2;
/** Boxes up to this size, in points, are there to be ticked. */
const maxTickPt = 14;
/** A box of which others take up this share, or which holds so many, is a frame around them. */
const minFramedShare = 0.5;
const minFramedBoxes = 4;
/** A grid of whose text a table in one of its cells has this share lays out the page. */
const minNestedShare = 0.5;

/**
 * The boxes that may be cells of a table drawn apart.
 *
 * A box around a grid, or around other boxes, is a frame and none; nor is a box to be ticked, or one that stands in a
 * box, or alone in a cell, that is much more than its frame.
 */
export function looseBoxes(boxes: readonly Box[], grids: readonly Grid[]): Box[] {
  const outlines = grids.map(outlineOf);
  const gridIndex = indexBoxes(outlines);
  const large = boxes.filter((box) => Math.max(widthOf(box), heightOf(box)) > maxTickPt);
  const boxIndex = indexBoxes(large);
  const parts = new Set<Box>();
  const unframed = large.filter((box) => {
    if (within(box, outlines, gridIndex).length > 0) return false;
    const inner = within(box, large, boxIndex).filter((other) => other !== box);
    const isFrame = inner.length >= minFramedBoxes || shareOf(box, inner) >= minFramedShare;
    if (!isFrame) for (const other of inner) parts.add(other);
    return !isFrame;
  });
  const inCells = Map.groupBy(unframed, (box) => cellAround(box, grids, gridIndex) ?? '');
  const isAlone = (key: string, members: readonly Box[]): boolean => key !== '' && members.length === 1;
  return [...inCells]
    .flatMap(([key, members]) => (isAlone(key, members) ? [] : members))
    .filter((box) => !parts.has(box));
}

/**
 * The grids without those that only lay out the page: grids of which one cell holds a grid with most of the text.
 */
export function withoutLayoutGrids(grids: readonly Grid[], items: readonly TextItem[]): Grid[] {
  const outlines = grids.map(outlineOf);
  const index = indexBoxes(outlines);
  return grids.filter((_, at) => {
    const outline = outlines[at];
    if (outline === undefined) return false;
    const inner = within(outline, outlines, index).filter((other) => other !== outline);
    if (inner.length === 0) return true;
    const own = items.filter(({ box }) => isCentreIn(box, outline));
    const nested = own.filter(({ box }) => inner.some((other) => isCentreIn(box, other)));
    return nested.length < minNestedShare * own.length;
  });
}

/** Those of the indexed `boxes` that stand within `outer`. */
function within(outer: Box, boxes: readonly Box[], index: BoxIndex): Box[] {
  return index.touching(outer).flatMap((at) => {
    const box = boxes[at];
    return box !== undefined && holds(outer, box, tolerancePt) ? [box] : [];
  });
}

function shareOf(outer: Box, inner: readonly Box[]): number {
  const area = (box: Box): number => widthOf(box) * heightOf(box);
  return inner.reduce((sum, box) => sum + area(box), 0) / Math.max(1, area(outer));
}

/** A name for the cell of a grid around a box; `null` where it stands in no grid. */
function cellAround(box: Box, grids: readonly Grid[], index: BoxIndex): string | null {
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const [at] = index.touching({ left: x, top: y, right: x, bottom: y });
  const grid = grids[at ?? -1];
  if (grid === undefined) return null;
  const row = firstIndexFrom(grid.rowEdges, y) - 1;
  const column = firstIndexFrom(grid.columnEdges, x) - 1;
  const cell = grid.cells.findIndex(
    (each) =>
      row >= each.row &&
      row < each.row + each.rowSpan &&
      column >= each.column &&
      column < each.column + each.columnSpan,
  );
  return `${at} ${cell}`;
}

function isCentreIn(box: Box, { left, top, right, bottom }: Box): boolean {
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  return x >= left && x <= right && y >= top && y <= bottom;
}
