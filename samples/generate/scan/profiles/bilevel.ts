/** Black and white: document scanners and fax machines. */
import { ditherByErrors, ditherByScreen, thresholdGlobally, thresholdLocally } from '../damage/binarise.ts';
import { lostLines } from '../damage/fax.ts';
import { speckle } from '../damage/grain.ts';
import { between, type Draws, mmToPx, noiseSeed, type Sheet } from '../sheet.ts';
import { drawPlacement, drawSharpness, drawTone } from '../steps/camera-steps.ts';
import { drawDarkEdges, drawStreaks, drawWornRulings, laserPrint } from '../steps/copier-steps.ts';
import { faxHeader } from '../steps/fax-header.ts';
import { drawWear } from '../steps/paper-steps.ts';
import { drawPenMarks } from '../steps/pen-steps.ts';
import { scanned } from '../steps/scan-step.ts';
import { inPlace, type Step } from '../step.ts';
import { copies } from './copies.ts';

/** An archive's scanner set to black and white. */
export function blackWhiteScan(draws: Draws, sheet: Sheet): Step[] {
  const { machine, page } = draws;
  const placement = drawPlacement(draws, { maxSkewDeg: 2.5, maxStretch: 0.01, lids: [255, 255, 40] });
  return [
    ...(machine.chance(0.3) ? copies(draws, sheet, 1) : laserPrint(draws, sheet)),
    ...(machine.chance(0.15) ? drawWornRulings(draws, sheet) : []),
    ...(page.chance(0.15) ? drawPenMarks(page.fork('pen'), sheet) : []),
    ...drawWear(page.fork('wear'), sheet, { lid: placement.lid, amount: 0.7 }),
    scanned(sheet, { placement, sharpnessPx: drawSharpness(draws, sheet, 0.1), dpi: [sheet.dpi, sheet.dpi] }),
    ...(page.chance(0.3) ? [drawDarkEdges(draws, sheet, sheet.dpi)] : []),
    ...(machine.chance(0.25) ? drawStreaks(draws, sheet.dpi, (sheet.page.widthPt * sheet.dpi) / 72) : []),
    ...drawTone(draws, sheet, { isColor: false, badness: 0.05 }),
    drawThreshold(draws, sheet),
    ...drawDirt(draws, sheet),
  ];
}

/** Group 3 fax: 204 dots an inch across and 98 or 196 lines down (ITU-T T.4, 2). */
export function fax(draws: Draws, sheet: Sheet): Step[] {
  const { machine, page } = draws;
  const placement = drawPlacement(draws, { maxSkewDeg: 2, maxStretch: 0.012, lids: [255] });
  const linesPerInch = sheet.dpi < 150 ? 98 : 196;
  const heightPx = (sheet.page.heightPt / 72) * linesPerInch;
  return [
    ...(machine.chance(0.3) ? copies(draws, sheet, 1) : laserPrint(draws, sheet)),
    scanned(sheet, { placement, sharpnessPx: drawSharpness(draws, sheet, 0.1), dpi: [204, linesPerInch] }),
    ...(machine.chance(0.4) ? drawStreaks(draws, 204, (sheet.page.widthPt * 204) / 72) : []),
    ...drawTone(draws, sheet, { isColor: false, badness: 0.05 }),
    drawThreshold(draws, sheet),
    ...drawDirt(draws, sheet),
    ...(machine.chance(0.7) ? [faxHeader(draws, sheet, [204, linesPerInch])] : []),
    ...(page.chance(0.5)
      ? [inPlace('lost-lines', lostLines, { count: page.int(1, Math.ceil(heightPx / 250)), seed: noiseSeed(page) })]
      : []),
  ];
}

function drawThreshold({ machine, page }: Draws, sheet: Sheet): Step {
  const kind = machine.weighted<'global' | 'local' | 'errors' | 'screen'>([
    ['global', 45],
    ['local', 35],
    ['errors', 12],
    ['screen', 8],
  ]);
  // Dithering takes strokes apart: only print of 26 pixels an em stays legible.
  const chosen = sheet.emPx < 26 && (kind === 'errors' || kind === 'screen') ? 'local' : kind;
  switch (chosen) {
    case 'global':
      return inPlace('threshold', thresholdGlobally, {
        threshold: between(machine, 118, 178),
        jitter: between(machine, 0, 12),
        seed: noiseSeed(page),
      });
    case 'local':
      return inPlace('local-threshold', thresholdLocally, {
        windowPx: mmToPx(between(machine, 3, 12), sheet.dpi),
        share: between(machine, 0.7, 0.85),
      });
    case 'errors':
      return inPlace('error-diffusion', ditherByErrors, { sharpen: between(machine, 1.6, 3) });
    case 'screen':
      return inPlace('screen', ditherByScreen, { sharpen: between(machine, 1.6, 2.6) });
  }
}

/** Specks, black on white and white on black. */
function drawDirt({ page }: Draws, sheet: Sheet): Step[] {
  const specks = (shade: number, most: number): Step =>
    inPlace('specks', speckleHard, {
      perMegapixel: between(page, 0, most),
      maxRadiusPx: Math.max(0.6, mmToPx(0.18, sheet.dpi)),
      shade,
      seed: noiseSeed(page),
    });
  return [specks(0, 90), ...(page.chance(0.4) ? [specks(255, 120)] : [])];
}

function speckleHard(
  raster: Parameters<typeof speckle>[0],
  options: Parameters<typeof speckle>[1],
): ReturnType<typeof speckle> {
  return thresholdGlobally(speckle(raster, options), { threshold: 128, jitter: 0, seed: 1 });
}
