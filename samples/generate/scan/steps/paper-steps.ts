import sharp from 'sharp';
import type { Random } from '../../random.ts';
import { drawCorner, drawFolds, drawHoles, drawStain, drawStaple, type PaperMark } from '../marks/hardware.ts';
import { toColor } from '../raster.ts';
import type { Sheet } from '../sheet.ts';
import { fromSharp, toSharp } from '../sharp-raster.ts';
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

function paintStep(marks: readonly PaperMark[], { page }: Sheet): Step {
  return {
    name: 'wear',
    parameters: { kinds: marks.map((mark) => mark.kind) },
    apply: async ({ raster, toPixels }) => {
      const { width, height } = raster;
      const body = marks.map((mark) => mark.svg).join('');
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${page.widthPt} ${page.heightPt}" preserveAspectRatio="none">${body}</svg>`;
      const overlay = await sharp(Buffer.from(svg)).png().toBuffer();
      const paper = marks.some((mark) => mark.kind === 'stain') ? toColor(raster) : raster;
      return { raster: await fromSharp(toSharp(paper).composite([{ input: overlay }]), paper.channels), toPixels };
    },
  };
}
