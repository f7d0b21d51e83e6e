/** Copies of copies, in shades of grey. */
import { jpegLoss } from '../damage/jpeg.ts';
import { between, type Draws, type Sheet } from '../sheet.ts';
import { drawPlacement, drawSharpness, drawTone } from '../steps/camera-steps.ts';
import {
  copied,
  drawDarkEdges,
  drawDotGround,
  drawStreaks,
  drawWornRulings,
  laserPrint,
} from '../steps/copier-steps.ts';
import { drawWear } from '../steps/paper-steps.ts';
import { drawPenMarks } from '../steps/pen-steps.ts';
import { scanned } from '../steps/scan-step.ts';
import { inPlace, type Step } from '../step.ts';

/** The page after some passages through copiers, as it lies in the tray. */
export function copies(draws: Draws, sheet: Sheet, generations: number): Step[] {
  const { machine } = draws;
  const harshness = between(machine, 0.15, 1);
  const paperWidthPx = (sheet.page.widthPt * sheet.paperDpi) / 72;
  return [
    ...laserPrint(draws, sheet),
    ...(machine.chance(0.4) ? drawWornRulings(draws, sheet) : []),
    ...Array.from({ length: generations }, (_, generation) => {
      const own = { machine: machine.fork(`copier-${generation}`), page: draws.page.fork(`copy-${generation}`) };
      return copied(own, sheet, harshness / Math.sqrt(generations));
    }).flat(),
    ...(machine.chance(0.35) ? drawStreaks(draws, sheet.paperDpi, paperWidthPx) : []),
    ...(machine.chance(0.25) ? drawDotGround(draws, sheet) : []),
  ];
}

/** A copy of the second to fourth generation on an office scanner. */
export function officeCopy(draws: Draws, sheet: Sheet): Step[] {
  const { machine, page } = draws;
  const placement = drawPlacement(draws, { maxSkewDeg: 2.2, maxStretch: 0.01, maxShiftMm: 3 });
  return [
    ...copies(draws, sheet, machine.int(1, 3)),
    ...(page.chance(0.2) ? drawPenMarks(page.fork('pen'), sheet) : []),
    ...drawWear(page.fork('wear'), sheet, { lid: placement.lid, amount: 0.7 }),
    scanned(sheet, { placement, sharpnessPx: drawSharpness(draws, sheet, 0.2), dpi: [sheet.dpi, sheet.dpi] }),
    ...(page.chance(0.35) ? [drawDarkEdges(draws, sheet, sheet.dpi)] : []),
    ...drawTone(draws, sheet, { isColor: machine.chance(0.1), badness: between(machine, 0, 0.35) }),
  ];
}

/** A poor copy on grey paper, stored as a JPEG more than once. */
export function poorCopy(draws: Draws, sheet: Sheet): Step[] {
  const { machine, page } = draws;
  const placement = drawPlacement(draws, { maxSkewDeg: 4, maxStretch: 0.015, maxShiftMm: 4, lids: [235, 200, 90, 20] });
  return [
    ...copies(draws, sheet, machine.int(1, 2)),
    ...drawWear(page.fork('wear'), sheet, { lid: placement.lid, amount: 1 }),
    scanned(sheet, { placement, sharpnessPx: drawSharpness(draws, sheet, 0.6), dpi: [sheet.dpi, sheet.dpi] }),
    ...(page.chance(0.5) ? [drawDarkEdges(draws, sheet, sheet.dpi)] : []),
    ...drawTone(draws, sheet, { isColor: false, badness: between(machine, 0.5, 1) }),
    ...(machine.chance(0.5)
      ? [inPlace('jpeg', jpegLoss, { quality: legibleQuality(sheet, machine.int(30, 75)) })]
      : []),
  ];
}

/** Small print does not survive the lowest qualities: under 18 pixels an em, 50 at least. */
function legibleQuality(sheet: Sheet, quality: number): number {
  return sheet.emPx < 18 ? Math.max(50, quality) : quality;
}
