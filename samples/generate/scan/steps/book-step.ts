import type { Random } from '../../random.ts';
import type { Bend } from '../damage/warp.ts';
import { type Raster, type Size } from '../raster.ts';
import { shadeBy } from '../shade.ts';
import { between, mmToPx, type Sheet } from '../sheet.ts';
import { inPlace, type Step } from '../step.ts';

/** A page bound into a volume: towards the spine it rises off the glass. */
export interface Spine {
  readonly side: 'left' | 'right';
  /** How far from the spine the rise is down to a third. */
  readonly reachMm: number;
  /** How far lines leave the straight at the spine: down where positive. */
  readonly liftMm: number;
  /** How much more paper a pixel sees at the spine. */
  readonly squeeze: number;
  /** 0 to 1: how dark it is in the gutter. */
  readonly shadow: number;
}

export function drawSpine(random: Random): Spine {
  return {
    side: random.pick(['left', 'right'] as const),
    reachMm: between(random, 10, 22),
    liftMm: between(random, -4, 4),
    squeeze: between(random, 0.05, 0.3),
    shadow: between(random, 0.35, 0.85),
  };
}

/** The spine's curve as a bend of the paper's picture. */
export function spineBend(spine: Spine, { width }: Size, sheet: Sheet): Bend {
  const reachPx = mmToPx(spine.reachMm, sheet.paperDpi);
  const liftPx = mmToPx(spine.liftMm, sheet.paperDpi);
  const lowerPx = new Float32Array(width);
  const rightPx = new Float32Array(width);
  for (let x = 0; x < width; x += 1) {
    const fromSpine = spine.side === 'left' ? x : width - 1 - x;
    const near = Math.exp(-fromSpine / reachPx);
    lowerPx[x] = -liftPx * near;
    rightPx[x] = (spine.side === 'left' ? 1 : -1) * spine.squeeze * fromSpine * near;
  }
  return { lowerPx, rightPx };
}

/** The shadow in the gutter. */
export function gutterShadow(spine: Spine, sheet: Sheet): Step {
  const reach = (spine.reachMm * 72) / 25.4 / sheet.page.widthPt;
  const damage = (raster: Raster, { side, shadow }: { side: string; shadow: number }): Raster =>
    shadeBy(raster, (across) => 1 - shadow * Math.exp(-((side === 'left' ? across : 1 - across) / reach / 0.7)));
  return inPlace('gutter-shadow', damage, { side: spine.side, shadow: spine.shadow });
}
