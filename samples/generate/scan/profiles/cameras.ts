/** Phones, and volumes on a glass. */
import { defocus, motionBlur } from '../damage/blur.ts';
import { sensorNoise } from '../damage/grain.ts';
import { castShadows, type Shadow } from '../damage/shadow.ts';
import { sharpen } from '../damage/sharpen.ts';
import { colorCast, levels, unevenLight, vignette } from '../damage/tone.ts';
import { between, type Draws, noiseSeed, type Sheet } from '../sheet.ts';
import { drawSpine, gutterShadow, spineBend } from '../steps/book-step.ts';
import { drawPlacement, drawSharpness, drawShowThrough, drawTone } from '../steps/camera-steps.ts';
import { drawDarkEdges, drawWornRulings, laserPrint } from '../steps/copier-steps.ts';
import { drawWear } from '../steps/paper-steps.ts';
import { drawPenMarks } from '../steps/pen-steps.ts';
import { drawPhoneView, photographed } from '../steps/phone-step.ts';
import { scanned } from '../steps/scan-step.ts';
import { drawSeals } from '../steps/seal-step.ts';
import { inPlace, type Step } from '../step.ts';

/** A page on a table, taken by hand in a room's light. */
export function phonePhoto(draws: Draws, sheet: Sheet): Step[] {
  const { machine, page } = draws;
  const warmth = between(page, -0.08, 0.16);
  const light = { red: 1, green: 1 - Math.abs(warmth) * 0.4, blue: 1 - warmth };
  return [
    ...laserPrint(draws, sheet),
    ...(page.chance(0.3) ? drawSeals(page.fork('seals'), sheet) : []),
    ...(page.chance(0.2) ? drawPenMarks(page.fork('pen'), sheet) : []),
    ...drawWear(page.fork('wear'), sheet, { lid: 60, amount: 0.5 }),
    photographed(sheet, drawPhoneView(page.fork('view'))),
    inPlace('uneven-light', unevenLight, {
      depth: between(page, 0.05, 0.4),
      angleDeg: page.int(0, 359),
      clouds: between(page, 0, 0.06),
      seed: noiseSeed(page),
    }),
    ...(page.chance(0.5) ? [inPlace('shadows', castShadows, { shadows: drawShadows(draws) })] : []),
    inPlace('vignette', vignette, { depth: between(machine, 0, 0.3) }),
    ...drawHandBlur(draws, sheet),
    inPlace('color-cast', colorCast, light),
    inPlace('sensor-noise', sensorNoise, {
      sigma: between(machine, 1, 7),
      sizePx: machine.pick([1.3, 1.8, 2.4]),
      colored: between(machine, 0.2, 0.9),
      seed: noiseSeed(page),
    }),
    inPlace('levels', levels, {
      black: between(machine, 0, 30),
      white: between(page, 215, 268),
      gamma: between(machine, 0.8, 1.15),
    }),
    ...(machine.chance(0.6) ? [inPlace('sharpen', sharpen, { sigmaPx: 1, amount: between(machine, 0.4, 1.6) })] : []),
  ];
}

function drawShadows({ page }: Draws): Shadow[] {
  return Array.from({ length: page.int(1, 2) }, () => ({
    x: between(page, 0.1, 0.9),
    y: between(page, 0.6, 1.4),
    angleDeg: page.int(40, 140),
    halfLength: between(page, 0.2, 0.6),
    radius: between(page, 0.08, 0.25),
    softness: between(page, 0.05, 0.4),
    depth: between(page, 0.12, 0.45),
  }));
}

function drawHandBlur({ page }: Draws, sheet: Sheet): Step[] {
  const most = Math.min(2.2, sheet.emPx / 14);
  return page.weighted<Step[]>([
    [[], 40],
    [[inPlace('defocus', defocus, { radiusPx: between(page, 0.5, most) })], 35],
    [[inPlace('motion-blur', motionBlur, { lengthPx: between(page, 1, 1.8 * most), angleDeg: page.int(0, 179) })], 25],
  ]);
}

/** A volume on a scanner's glass: the margin at the spine is curled and dark. */
export function bookScan(draws: Draws, sheet: Sheet): Step[] {
  const { machine, page } = draws;
  const spine = drawSpine(page.fork('spine'));
  const paperWidth = { width: Math.round((sheet.page.widthPt * sheet.paperDpi) / 72), height: 1 };
  const drawn = drawPlacement(draws, { maxSkewDeg: 2.5, maxStretch: 0.006, lids: [15, 50, 110] });
  const placement = { ...drawn, besideMm: machine.pick([2, 6, 14]) };
  return [
    ...laserPrint(draws, sheet),
    ...(machine.chance(0.2) ? drawWornRulings(draws, sheet) : []),
    ...(page.chance(0.25) ? drawSeals(page.fork('seals'), sheet) : []),
    ...(page.chance(0.4) ? [drawShowThrough(draws, sheet)] : []),
    ...drawWear(page.fork('wear'), sheet, { lid: placement.lid, amount: 0.6 }),
    scanned(sheet, {
      placement,
      sharpnessPx: drawSharpness(draws, sheet, 0.4),
      dpi: [sheet.dpi, sheet.dpi],
      bend: spineBend(spine, paperWidth, sheet),
    }),
    gutterShadow(spine, sheet),
    drawDarkEdges(draws, sheet, sheet.dpi),
    ...drawTone(draws, sheet, { isColor: machine.chance(0.4), badness: between(machine, 0.15, 0.6) }),
  ];
}
