import { inkCounts } from '../../images/ink-counts.ts';
import type { GreyRaster } from '../../model/raster.ts';
import { inkLevel } from './ink-runs.ts';

/** A ruling at the side of a line runs through its whole height; no stroke of a character does. */
const minColumn = 0.9;
/** One above or below runs along most of its width, */
const minRow = 0.6;
/** within this share of the height from the edge. */
const edgeShare = 0.2;
/** The soft edge of a ruling, beyond what is dark. */
const softPx = 2;

/** Wipes what is left of rulings from the edges of a line, since it would be read as 1, l, | or 一. Changes the line. */
export function wipeBars(line: GreyRaster): GreyRaster {
  const reach = Math.round(line.height * edgeShare);
  const { ofRows, ofColumns } = inkCounts(line, inkLevel);
  const columns = edges(line.width, reach).filter((x) => (ofColumns[x] ?? 0) >= minColumn * line.height);
  const rows = edges(line.height, reach).filter((y) => (ofRows[y] ?? 0) >= minRow * line.width);
  for (const at of columns) wipe(line, { at, isRow: false });
  for (const at of rows) wipe(line, { at, isRow: true });
  return line;
}

interface Strip {
  readonly at: number;
  readonly isRow: boolean;
}

/** The outermost places at both ends of a length. */
function edges(length: number, reach: number): number[] {
  return Array.from({ length }, (_, at) => at).filter((at) => at < reach || at >= length - reach);
}

function wipe({ width, height, data }: GreyRaster, { at, isRow }: Strip): void {
  const [length, limit] = isRow ? [width, height] : [height, width];
  for (let across = Math.max(0, at - softPx); across <= Math.min(limit - 1, at + softPx); across++) {
    for (let along = 0; along < length; along++) data[isRow ? across * width + along : along * width + across] = paper;
  }
}

const paper = 250;
