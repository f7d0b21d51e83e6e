import type { Random } from '../../random.ts';
import { drawCorner, drawFolds, drawHoles, drawStain, drawStaple, type PaperMark } from '../marks/hardware.ts';
import { paintShapes } from '../marks/svg.ts';
import { toColor } from '../raster.ts';
import type { Sheet } from '../sheet.ts';
import type { Step } from '../step.ts';

/** What handling left on the sheet: each kind with its own probability. */
export function drawWear(random: Random, sheet: Sheet, { lid, amount }: { lid: number; amount: number }): Step[] {
  const { page } = sheet;
  const marks = [
    ...(random.chance(0.3 * amount) ? drawHoles(random.fork('holes'), page, lid) : []),
    ...(random.chance(0.3 * amount) ? drawStaple(random.fork('staple'), page) : []),
    ...(random.chance(0.25 * amount) ? drawFolds(random.fork('fold'), page) : []),
    ...(random.chance(0.15 * amount) ? drawCorner(random.fork('corner'), page, lid) : []),
    ...(random.chance(0.15 * amount) ? drawStain(random.fork('stain'), page) : []),
  ];
  return marks.length === 0 ? [] : [paintStep(marks, sheet)];
}

function paintStep(marks: readonly PaperMark[], sheet: Sheet): Step {
  return {
    name: 'wear',
    parameters: { marks: marks.map(({ kind, box }) => ({ kind, boxPt: box })) },
    apply: async (capture) => {
      const unit = sheet.paperDpi / 72;
      let raster = marks.some((mark) => mark.kind === 'stain') ? toColor(capture.raster) : capture.raster;
      for (const { svg, box } of marks) raster = await paintShapes(raster, { body: svg, box, unitPx: [unit, unit] });
      return { ...capture, raster };
    },
  };
}
