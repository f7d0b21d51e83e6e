import type { RepairedPage } from '../../images/repair.ts';
import { drawUpright } from '../../images/warp.ts';
import type { Box } from '../../model/geometry.ts';
import type { GreyRaster } from '../../model/raster.ts';
import { inkColumns, lineOfColumn } from './columns.ts';
import { lineHeightPx } from './readers.ts';
import { wipeBars } from './wipe-bars.ts';

/** A text to be read: its box in points, and how much wider it is drawn than it is. */
export interface LineWindow {
  readonly box: Box;
  readonly stretch: number;
}

/** Pixels of the line's picture a point along it. */
export function scaleOf({ box, stretch }: LineWindow): number {
  return (stretch * lineHeightPx) / (box.bottom - box.top);
}

/** A box so much higher than wide, and higher than two lines, holds characters one below the other. */
const minColumnShape = 2.2;
const minColumnPt = 22;

/** Whether a box holds a column of characters (项目资金 in a narrow cell). */
export function isColumn({ left, top, right, bottom }: Box): boolean {
  return bottom - top >= Math.max(minColumnPt, minColumnShape * (right - left));
}

/** What a window shows, as it is recognised: a line in its height, a column as a line. */
export function drawWindow(page: RepairedPage, window: LineWindow): GreyRaster {
  return isColumn(window.box) ? drawColumn(page, window) : drawLine(page, window);
}

function drawLine(page: RepairedPage, window: LineWindow): GreyRaster {
  const { box } = window;
  const widthPx = Math.max(8, Math.round((box.right - box.left) * scaleOf(window)));
  return wipeBars(drawUpright(page.picture, page.frame, { ...box, widthPx, heightPx: lineHeightPx }));
}

/** A column is drawn as wide as a character is high. */
const columnPx = 44;

function drawColumn(page: RepairedPage, { box, stretch }: LineWindow): GreyRaster {
  const draw = (part: Box): GreyRaster => {
    const widthPx = Math.round(columnPx / stretch);
    const heightPx = Math.round((widthPx * (part.bottom - part.top)) / (part.right - part.left));
    return drawUpright(page.picture, page.frame, { ...part, widthPx, heightPx });
  };
  const whole = draw(box);
  const ink = inkColumns(whole);
  const ptPx = (box.right - box.left) / whole.width;
  const narrow = { ...box, left: box.left + (ink.left - 1) * ptPx, right: box.left + (ink.right + 1) * ptPx };
  return lineOfColumn(draw(narrow));
}
