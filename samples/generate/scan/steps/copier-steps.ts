import type { Random } from '../../random.ts';
import { gaussianBlur } from '../damage/blur.ts';
import { darkEdges, type EdgeWidths } from '../damage/edges.ts';
import { speckle } from '../damage/grain.ts';
import { wearRulings } from '../damage/rulings.ts';
import { dotGround } from '../damage/screen.ts';
import { bands } from '../damage/tone.ts';
import { type Streak, streaks, tonerLoss, tonerTransfer } from '../damage/toner.ts';
import { warp } from '../damage/warp.ts';
import { movedBox, rotation, scaling, followedBy, translation } from '../matrix.ts';
import { toGrey } from '../raster.ts';
import { between, type Draws, mmToPx, noiseSeed, type Sheet } from '../sheet.ts';
import { inPlace, type Step } from '../step.ts';

/** What a laser printer makes of the page: edges that are not quite straight, toner that is not quite black. */
export function laserPrint({ machine, page }: Draws, sheet: Sheet): Step[] {
  return [
    inPlace('laser-print', tonerTransfer, {
      threshold: between(machine, 118, 150),
      gain: between(machine, 0.6, 1.6),
      roughness: between(machine, 2, 14) * Math.min(1, 200 / sheet.paperDpi + 0.3),
      seed: noiseSeed(page),
    }),
  ];
}

/** One passage through a copier. `harshness` from 0 to 1. */
export function copied({ machine, page }: Draws, sheet: Sheet, harshness: number): Step[] {
  const px = (mm: number): number => mmToPx(mm, sheet.paperDpi);
  // Small print bears less blur: a stroke is about a twelfth of its em.
  const blurPx = (sheet.emPx * sheet.paperDpi) / sheet.dpi / between(machine, 24, 34);
  return [
    inPlace('grey', toGrey, {}),
    ...(page.chance(0.6) ? [nudged(page, sheet)] : []),
    inPlace('blur', gaussianBlur, { sigmaPx: Math.min(px(0.09), blurPx) * (0.6 + 0.4 * harshness) }),
    inPlace('toner-transfer', tonerTransfer, {
      threshold: between(machine, 118 - 12 * harshness, 150 + 18 * harshness),
      gain: between(machine, 1.2, 1.8 + 1.6 * harshness),
      roughness: between(machine, 4, 8 + 16 * harshness),
      seed: noiseSeed(page),
    }),
    ...(machine.chance(0.35 * harshness)
      ? [
          inPlace('toner-loss', tonerLoss, {
            loss: between(page, 0.15, 0.5),
            cellPx: px(between(page, 4, 30)),
            seed: noiseSeed(page),
          }),
        ]
      : []),
    ...(machine.chance(0.3)
      ? [
          inPlace('bands', bands, {
            depth: between(machine, 0.02, 0.1),
            count: machine.int(1, 4),
            seed: noiseSeed(machine),
          }),
        ]
      : []),
    inPlace('specks', speckle, {
      perMegapixel: between(page, 1, 6 + 60 * harshness ** 2),
      maxRadiusPx: px(0.22),
      shade: page.int(0, 60),
      seed: noiseSeed(page),
    }),
  ];
}

/** The sheet lay a little askew on the glass, and the copier does not keep sizes. */
function nudged(random: Random, sheet: Sheet): Step {
  const parameters = {
    skewDeg: between(random, -0.5, 0.5),
    stretchX: between(random, 0.994, 1.006),
    stretchY: between(random, 0.994, 1.006),
    shiftXMm: between(random, -1, 1),
    shiftYMm: between(random, -1, 1),
  };
  return {
    name: 'copy-placement',
    parameters,
    apply: (capture) => {
      const { width, height } = capture.raster;
      const placed = followedBy(
        translation(-width / 2, -height / 2),
        scaling(parameters.stretchX, parameters.stretchY),
      );
      const middle = translation(
        width / 2 + mmToPx(parameters.shiftXMm, sheet.paperDpi),
        height / 2 + mmToPx(parameters.shiftYMm, sheet.paperDpi),
      );
      const forward = followedBy(followedBy(placed, rotation(parameters.skewDeg)), middle);
      return warp(capture, { forward, size: { width, height }, outside: 255 });
    },
  };
}

/** Hairlines of a dirty glass or a scratched drum over the whole page: what looks like rulings and is none. */
export function drawStreaks({ machine }: Draws, dpi: number, widthPx: number): Step[] {
  const count = machine.weighted<number>([
    [1, 40],
    [2, 30],
    [4, 20],
    [7, 10],
  ]);
  const lines = Array.from({ length: count }, (_, index): Streak => {
    const own = machine.fork(`streak-${index}`);
    const isDark = own.chance(0.8);
    return {
      xPx: Math.round(between(own, 0.02, 0.98) * widthPx),
      widthPx: Math.max(1, mmToPx(between(own, 0.06, 0.3), dpi)),
      shade: isDark ? own.int(40, 150) : 255,
      opacity: isDark ? between(own, 0.25, 0.9) : between(own, 0.2, 0.5),
    };
  });
  return [inPlace('streaks', streaks, { lines, seed: noiseSeed(machine) })];
}

/** Rulings that are faint, broken or printed twice. */
export function drawWornRulings({ machine, page }: Draws, sheet: Sheet): Step[] {
  const px = (mm: number): number => mmToPx(mm, sheet.paperDpi);
  const kind = machine.weighted([
    ['faint', 35],
    ['broken', 40],
    ['doubled', 25],
  ]);
  return [
    inPlace('worn-rulings', wearRulings, {
      minLengthPx: px(12),
      fade: kind === 'faint' ? between(machine, 0.3, 0.65) : between(machine, 0, 0.2),
      gaps: kind === 'broken' ? between(machine, 0.02, 0.16) : 0,
      gapPx: px(between(machine, 0.8, 4)),
      doubledPx: kind === 'doubled' ? Math.max(2, px(between(machine, 0.35, 0.9))) : 0,
      seed: noiseSeed(page),
    }),
  ];
}

/** Grey paper as a copier prints it: a screen of dots. */
export function drawDotGround({ machine }: Draws, sheet: Sheet): Step[] {
  const cellPx = Math.max(3, mmToPx(between(machine, 0.28, 0.45), sheet.paperDpi));
  return [
    inPlace('dot-ground', dotGround, { cellPx, ink: between(machine, 0.12, 0.4), cover: between(machine, 0.06, 0.2) }),
  ];
}

/** Dark borders on one to four sides, kept off what is printed. */
export function drawDarkEdges({ page, machine }: Draws, sheet: Sheet, dpi: number): Step {
  const widthOf = (random: Random): number => (random.chance(0.6) ? mmToPx(between(random, 0.5, 9), dpi) : 0);
  const drawn = {
    left: widthOf(page.fork('left')),
    top: widthOf(page.fork('top')),
    right: widthOf(page.fork('right')),
    bottom: widthOf(page.fork('bottom')),
  };
  const look = {
    shade: machine.int(5, 90),
    softness: between(machine, 0.05, 0.9),
    raggedness: between(page, 0, 0.35),
    seed: noiseSeed(page),
  };
  return {
    name: 'dark-edges',
    parameters: { ...look, widthsPx: drawn },
    apply: (capture) => {
      const { raster, toPixels } = capture;
      const content = movedBox(toPixels, sheet.page.content);
      const free: EdgeWidths = {
        left: content.left,
        top: content.top,
        right: raster.width - content.right,
        bottom: raster.height - content.bottom,
      };
      const kept = (side: keyof EdgeWidths): number => Math.max(0, Math.min(drawn[side], free[side] * 0.55));
      const widthsPx = { left: kept('left'), top: kept('top'), right: kept('right'), bottom: kept('bottom') };
      return { ...capture, raster: darkEdges(raster, { ...look, widthsPx }) };
    },
  };
}
