import type { Box } from '../../../../src/model/geometry.ts';
import { gaussianBlur } from '../damage/blur.ts';
import { type Bend, warp } from '../damage/warp.ts';
import { type Matrix, movedBox, rotation, scaling, followedBy, translation } from '../matrix.ts';
import type { Size } from '../raster.ts';
import type { Sheet } from '../sheet.ts';
import type { Step } from '../step.ts';

export interface Placement {
  /** Clockwise. */
  readonly skewDeg: number;
  /** 1 is true to size; copiers and sheet feeders are off by up to 1.5 %, and not alike both ways. */
  readonly stretchX: number;
  readonly stretchY: number;
  readonly shiftXMm: number;
  readonly shiftYMm: number;
  /** Shade beside the sheet: the scanner's lid. */
  readonly lid: number;
  /** How much wider and higher than the sheet the scanned area is. Default: 0. */
  readonly besideMm?: number;
}

export interface ScanOptions {
  readonly placement: Placement;
  /** Standard deviation of the optics' blur, in pixels of the scan. */
  readonly sharpnessPx: number;
  /** Across and down; equal but for fax machines. */
  readonly dpi: readonly [number, number];
  /** Paper that does not lie flat, in pixels of the paper's picture. */
  readonly bend?: Bend;
}

/** Nothing that was printed comes nearer to the picture's edge. */
const marginMm = 1.5;

/**
 * Scanning: the optics blur, and the page comes to lie on the pixels of the scanner. Where print would fall beside the
 * scanned area, the sheet is shifted, and if need be turned less than was asked for.
 */
export function scanned(sheet: Sheet, options: ScanOptions): Step {
  const { placement, sharpnessPx, dpi, bend } = options;
  const [scaleX, scaleY] = [dpi[0] / sheet.paperDpi, dpi[1] / sheet.paperDpi];
  const beside = placement.besideMm ?? 0;
  return {
    name: 'scan',
    parameters: { ...placement, sharpnessPx, dpi },
    apply: async (capture) => {
      const { raster, toPixels } = capture;
      const size = {
        width: Math.round(raster.width * scaleX + (beside * dpi[0]) / 25.4),
        height: Math.round(raster.height * scaleY + (beside * dpi[1]) / 25.4),
      };
      // What the scanner's pixels cannot hold must go before they are counted out.
      const sigmaPx = Math.hypot(sharpnessPx, 0.35) / Math.max(scaleX, scaleY);
      const blurred = await gaussianBlur(raster, { sigmaPx });
      const content = movedBox(toPixels, sheet.page.content);
      const pxPerMm = [dpi[0] / 25.4, dpi[1] / 25.4] as const;
      const forward = fittedPlacement(placement, { content, from: raster, size, scaleX, scaleY, pxPerMm });
      const bent = bend === undefined ? {} : { bend };
      return warp({ ...capture, raster: blurred }, { forward, size, outside: placement.lid, ...bent });
    },
  };
}

interface Frame {
  /** Around the print, in pixels of the paper's picture. */
  readonly content: Box;
  readonly from: Size;
  readonly size: Size;
  readonly scaleX: number;
  readonly scaleY: number;
  /** Of the scan, across and down. */
  readonly pxPerMm: readonly [number, number];
}

function fittedPlacement(placement: Placement, frame: Frame): Matrix {
  const { from, size, scaleX, scaleY } = frame;
  const [marginX, marginY] = [marginMm * frame.pxPerMm[0], marginMm * frame.pxPerMm[1]];
  let skewDeg = placement.skewDeg;
  for (;;) {
    const centred = followedBy(
      translation(-from.width / 2, -from.height / 2),
      scaling(placement.stretchX, placement.stretchY),
    );
    const turned = followedBy(followedBy(centred, rotation(skewDeg)), scaling(scaleX, scaleY));
    const middle = translation(
      size.width / 2 + placement.shiftXMm * frame.pxPerMm[0],
      size.height / 2 + placement.shiftYMm * frame.pxPerMm[1],
    );
    const placed = followedBy(turned, middle);
    const box = movedBox(placed, frame.content);
    const shift = translation(
      shiftInto([box.left, box.right], [marginX, size.width - marginX]),
      shiftInto([box.top, box.bottom], [marginY, size.height - marginY]),
    );
    const fits = box.right - box.left <= size.width - 2 * marginX && box.bottom - box.top <= size.height - 2 * marginY;
    if (fits || Math.abs(skewDeg) < 0.1) return followedBy(placed, shift);
    skewDeg *= 0.8;
  }
}

/** How far a stretch must move to lie within bounds. */
function shiftInto([start, end]: readonly [number, number], [low, high]: readonly [number, number]): number {
  if (start < low) return low - start;
  return end > high ? high - end : 0;
}
