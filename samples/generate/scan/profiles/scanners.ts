/** Flatbeds and sheet feeders of offices. */
import { jpegLoss } from '../damage/jpeg.ts';
import { toColor } from '../raster.ts';
import { between, type Draws, type Sheet } from '../sheet.ts';
import { drawPlacement, drawSharpness, drawShowThrough, drawTone } from '../steps/camera-steps.ts';
import { drawDarkEdges, drawStreaks, drawWornRulings, laserPrint } from '../steps/copier-steps.ts';
import { drawWear } from '../steps/paper-steps.ts';
import { drawHighlights, drawPenMarks } from '../steps/pen-steps.ts';
import { scanned } from '../steps/scan-step.ts';
import { drawSeals } from '../steps/seal-step.ts';
import { inPlace, type Step } from '../step.ts';

/** A laser print on a well-kept scanner: slight skew, a little noise. */
export function officeScan(draws: Draws, sheet: Sheet): Step[] {
  const { machine, page } = draws;
  const placement = drawPlacement(draws, {});
  return [
    ...laserPrint(draws, sheet),
    ...(page.chance(0.15) ? drawPenMarks(page.fork('pen'), sheet) : []),
    ...(page.chance(0.1) ? drawHighlights(page.fork('marker'), sheet) : []),
    ...(page.chance(0.08) ? [drawShowThrough(draws, sheet)] : []),
    ...drawWear(page.fork('wear'), sheet, { lid: placement.lid, amount: 0.4 }),
    scanned(sheet, { placement, sharpnessPx: drawSharpness(draws, sheet, 0), dpi: [sheet.dpi, sheet.dpi] }),
    ...drawTone(draws, sheet, { isColor: machine.chance(0.5), badness: 0 }),
  ];
}

/** The same with red seals; rarely in grey, where the seal is only a shade. */
export function stampedScan(draws: Draws, sheet: Sheet): Step[] {
  const { machine, page } = draws;
  const placement = drawPlacement(draws, { maxSkewDeg: 2, maxStretch: 0.005 });
  return [
    ...laserPrint(draws, sheet),
    ...(machine.chance(0.15) ? drawWornRulings(draws, sheet) : []),
    ...drawSeals(page.fork('seals'), sheet),
    ...(page.chance(0.3) ? drawPenMarks(page.fork('pen'), sheet) : []),
    ...drawWear(page.fork('wear'), sheet, { lid: placement.lid, amount: 0.5 }),
    scanned(sheet, { placement, sharpnessPx: drawSharpness(draws, sheet, 0.3), dpi: [sheet.dpi, sheet.dpi] }),
    ...drawTone(draws, sheet, { isColor: machine.chance(0.88), badness: between(machine, 0, 0.4) }),
  ];
}

/** A sheet feeder in a hurry: skew up to 5 degrees, stretched sheets, streaks from dirt on its glass. */
export function feederScan(draws: Draws, sheet: Sheet): Step[] {
  const { machine, page } = draws;
  const placement = drawPlacement(draws, {
    maxSkewDeg: 5,
    maxStretch: 0.015,
    maxShiftMm: 4,
    lids: [255, 235, 200, 120, 60],
  });
  const widthPx = (sheet.page.widthPt * sheet.dpi) / 72;
  return [
    ...laserPrint(draws, sheet),
    ...(page.chance(0.2) ? drawPenMarks(page.fork('pen'), sheet) : []),
    ...(page.chance(0.2) ? drawHighlights(page.fork('marker'), sheet) : []),
    ...(page.chance(0.2) ? drawSeals(page.fork('seals'), sheet) : []),
    ...(page.chance(0.15) ? [drawShowThrough(draws, sheet)] : []),
    ...drawWear(page.fork('wear'), sheet, { lid: placement.lid, amount: 0.6 }),
    scanned(sheet, { placement, sharpnessPx: drawSharpness(draws, sheet, 0.4), dpi: [sheet.dpi, sheet.dpi] }),
    ...(machine.chance(0.6) ? drawStreaks(draws, sheet.dpi, widthPx) : []),
    ...drawTone(draws, sheet, { isColor: machine.chance(0.5), badness: between(machine, 0.1, 0.5) }),
  ];
}

/** An old flatbed with its lid open: dark surroundings, yellowed paper, dust, uneven lamp. */
export function flatbedScan(draws: Draws, sheet: Sheet): Step[] {
  const { machine, page } = draws;
  const drawn = drawPlacement(draws, { maxSkewDeg: 3, maxStretch: 0.008, maxShiftMm: 5, lids: [8, 25, 45, 80, 130] });
  const placement = { ...drawn, besideMm: machine.pick([0, 4, 10, 18]) };
  return [
    ...laserPrint(draws, sheet),
    ...(machine.chance(0.3) ? drawWornRulings(draws, sheet) : []),
    ...(page.chance(0.3) ? drawSeals(page.fork('seals'), sheet) : []),
    ...(page.chance(0.3) ? drawPenMarks(page.fork('pen'), sheet) : []),
    inPlace('color', toColor, {}),
    ...(page.chance(0.3) ? [drawShowThrough(draws, sheet)] : []),
    ...drawWear(page.fork('wear'), sheet, { lid: placement.lid, amount: 1.4 }),
    scanned(sheet, { placement, sharpnessPx: drawSharpness(draws, sheet, 0.5), dpi: [sheet.dpi, sheet.dpi] }),
    drawDarkEdges(draws, sheet, sheet.dpi),
    ...drawTone(draws, sheet, { isColor: machine.chance(0.65), badness: between(machine, 0.3, 0.8) }),
    ...(machine.chance(0.4) ? [inPlace('jpeg', jpegLoss, { quality: machine.int(55, 90) })] : []),
  ];
}
