import { type Box, heightOf, widthOf } from '../model/geometry.ts';
import type { Ruling, TextItem } from '../model/page.ts';
import { indexBoxes } from './box-index.ts';
import { closeSpaces } from './boxes-apart.ts';
import { connect, type RulingGroup, withLoneSides } from './connect.ts';
import { snapOf } from './doubled-spacing.ts';
import { type EdgedGroup, edgesOf, type Grid, gridOf, outlineOf } from './grid.ts';
import { looseBoxes, withoutLayoutGrids } from './nesting.ts';
import type { TableSettings } from './settings.ts';
import { mergeRulings } from './snap.ts';

/** What the rulings of a page draw. */
export interface FoundGrids {
  /** From top to bottom. */
  readonly grids: readonly Grid[];
  /** Rows and columns of grids with more squares than `maxSquares`, which are not looked into. */
  readonly tooLarge: readonly { readonly rows: number; readonly columns: number }[];
}

/**
 * Ruled grids of one page.
 *
 * 1. Join the pieces of each ruling (`mergeRulings`), and the lines of doubled borders that are close (`snapOf`).
 * 2. Gather rulings that cross or touch into connected groups; each group is one grid (`grid.ts`). The side of a cell
 *    that fills a page from break to break touches nothing: it is of the group that is as high (`withLoneSides`).
 * 3. Single boxes side by side are cells drawn apart (`closeSpaces`); a box that holds a grid is a frame around it, and
 *    one that fits into a cell of another grid is part of that cell.
 * 4. Of grids within one another, those that only lay out the page go (`withoutLayoutGrids`).
 *
 * Not handled: tables without rulings, grids of more squares than any form has (drawings; `maxSquares`), slanted lines.
 */
export function findGrids(rulings: readonly Ruling[], items: readonly TextItem[], defaults: TableSettings): FoundGrids {
  const settings = { ...defaults, snapPt: snapOf(rulings, defaults.snapPt) };
  const index = indexBoxes(items.map(({ box }) => box));
  const textsIn = (box: Box): TextItem[] => index.touching(box).flatMap((at) => items[at] ?? []);
  const groupsOf = (lines: readonly Ruling[]): EdgedGroup[] =>
    connectedGroups(lines, settings).flatMap((group) => edgesOf(group, textsIn, settings) ?? []);
  const groups = groupsOf(rulings);
  const isTooLarge = ({ rows, columns }: EdgedGroup): boolean => rows * columns > settings.maxSquares;
  const usable = groups.filter((group) => !isTooLarge(group));
  const several = usable.filter((group) => !isBox(group)).map((group) => gridOf(group, settings));
  const boxes = looseBoxes(usable.filter(isBox).map(outlineOf), several);
  const closed = closeSpaces(boxes).flatMap((sides) => groupsOf(sides).map((group) => gridOf(group, settings)));
  const grids = [...several, ...closed].filter((grid) => isLargeEnough(outlineOf(grid), settings));
  return {
    grids: withoutLayoutGrids(grids, items).sort((a, b) => outlineOf(a).top - outlineOf(b).top),
    tooLarge: groups.filter(isTooLarge).map(({ rows, columns }) => ({ rows, columns })),
  };
}

function connectedGroups(rulings: readonly Ruling[], { snapPt, gapPt }: TableSettings): readonly RulingGroup[] {
  const merged = (orientation: Ruling['orientation']): Ruling[] =>
    mergeRulings(
      rulings.filter((ruling) => ruling.orientation === orientation),
      snapPt,
      gapPt,
    );
  return withLoneSides(connect(merged('horizontal'), merged('vertical'), snapPt), snapPt);
}

function isBox({ rows, columns }: EdgedGroup): boolean {
  return rows === 1 && columns === 1;
}

function isLargeEnough(outline: Box, { minTableHeightPt, minTableWidthPt }: TableSettings): boolean {
  return heightOf(outline) >= minTableHeightPt && widthOf(outline) >= minTableWidthPt;
}
