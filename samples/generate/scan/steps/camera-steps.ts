/** What the device does after the light has fallen on its pixels: tint, contrast, noise. */
import { mottle, sensorNoise } from '../damage/grain.ts';
import { colorCast, levels, showThrough, unevenLight } from '../damage/tone.ts';
import { type Raster, toColor, toGrey } from '../raster.ts';
import { between, type Draws, mmToPx, noiseSeed, type Sheet } from '../sheet.ts';
import { inPlace, type Step } from '../step.ts';
import type { Placement } from './scan-step.ts';

export interface Tone {
  readonly isColor: boolean;
  /** 0 is a good device, 1 a bad one. */
  readonly badness: number;
}

/** Tint, contrast and noise. */
export function drawTone({ machine, page }: Draws, sheet: Sheet, { isColor, badness }: Tone): Step[] {
  const warmth = between(machine, -0.02, 0.04 + 0.08 * badness);
  const tint = { red: 1, green: 1 - Math.abs(warmth) * 0.35, blue: 1 - warmth };
  return [
    isColor ? inPlace('color', toColor, {}) : inPlace('grey', toGrey, {}),
    ...(isColor ? [inPlace('color-cast', colorCast, tint)] : []),
    inPlace('levels', levels, {
      black: between(machine, 0, 40 + 40 * badness),
      white: between(machine, 246 - 46 * badness, 264 - 14 * badness),
      gamma: between(machine, 0.8, 1.3),
    }),
    ...(page.chance(0.2 + 0.6 * badness)
      ? [
          inPlace('uneven-light', unevenLight, {
            depth: between(page, 0, 0.04 + 0.18 * badness),
            angleDeg: page.int(0, 359),
            clouds: between(page, 0, 0.03 * badness),
            seed: noiseSeed(page),
          }),
        ]
      : []),
    ...(page.chance(0.4)
      ? [
          inPlace('mottle', mottle, {
            sigma: between(page, 0.5, 1.5 + 5 * badness),
            cellPx: mmToPx(between(page, 1, 15), sheet.dpi),
            seed: noiseSeed(page),
          }),
        ]
      : []),
    inPlace('sensor-noise', sensorNoise, {
      sigma: between(machine, 0.6, 3.5 + 10 * badness),
      sizePx: machine.pick([1, 1, 1.4, 1.9]),
      colored: isColor ? between(machine, 0, 0.9) : 0,
      seed: noiseSeed(page),
    }),
  ];
}

/** How sheets come to lie in a device; what is not given is small. */
export function drawPlacement(
  { machine, page }: Draws,
  { maxSkewDeg = 1.2, maxStretch = 0.003, maxShiftMm = 2, lids = [255, 250, 240, 225] }: PlacementBounds,
): Placement {
  return {
    skewDeg: between(page, -maxSkewDeg, maxSkewDeg),
    stretchX: between(machine, 1 - maxStretch, 1 + maxStretch),
    stretchY: between(machine, 1 - maxStretch, 1 + maxStretch),
    shiftXMm: between(page, -maxShiftMm, maxShiftMm),
    shiftYMm: between(page, -maxShiftMm, maxShiftMm),
    lid: machine.pick(lids),
  };
}

interface PlacementBounds {
  readonly maxSkewDeg?: number;
  readonly maxStretch?: number;
  readonly maxShiftMm?: number;
  readonly lids?: readonly number[];
}

/** Blur of the optics that print of this size bears, in pixels of the scan; `badness` 0 to 1. */
export function drawSharpness({ machine }: Draws, sheet: Sheet, badness: number): number {
  return Math.min(sheet.emPx / 17, between(machine, 0.3, 0.7 + 1.1 * badness));
}

/** The back of the sheet, faintly. */
export function drawShowThrough({ page }: Draws, sheet: Sheet): Step {
  const damage = (raster: Raster, parameters: { strength: number }): Raster =>
    showThrough(raster, parameters, sheet.back());
  return inPlace('show-through', damage, { strength: between(page, 0.03, 0.16) });
}
