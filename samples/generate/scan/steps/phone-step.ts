/**
 * A page on a table, photographed: perspective, the table around it, its own shadow on the table, paper that is not
 * flat.
 */
import type { Random } from '../../random.ts';
import { gaussianBlur } from '../damage/blur.ts';
import { tableKinds, tableTop, type TableTop } from '../damage/table-top.ts';
import { type Bend, warp } from '../damage/warp.ts';
import { inverse, type Matrix, type Point, scaling, squareTo, followedBy } from '../matrix.ts';
import { type Raster, type Size, timesMask, toColor } from '../raster.ts';
import { between, mmToPx, noiseSeed, type Sheet } from '../sheet.ts';
import type { Step } from '../step.ts';

export interface PhoneView {
  /** Where the page's corners lie: top left, top right, bottom right, bottom left, as shares of the picture. */
  readonly corners: readonly [Point, Point, Point, Point];
  /** How much larger than the page the picture is. */
  readonly room: number;
  readonly table: TableTop;
  /** How far the page's middle bulges up or down, in millimetres, and how many waves there are. */
  readonly bulgeMm: number;
  readonly waves: number;
}

/** Draws how a hand held the phone: up to 8 % narrower at the far side, turned by up to 4 degrees. */
export function drawPhoneView(random: Random): PhoneView {
  const room = between(random, 1.04, 1.22);
  const margin = (1 - 1 / room) / 2;
  const lean = between(random, -0.04, 0.04);
  const tilt = between(random, -0.03, 0.03);
  const turn = (between(random, -4, 4) * Math.PI) / 180;
  const jitter = (): number => between(random, -0.006, 0.006);
  const corner = (x: number, y: number): Point => {
    const narrowed = { x: (x - 0.5) * (1 + lean * (y - 0.5) * 2), y: (y - 0.5) * (1 + tilt * (x - 0.5) * 2) };
    const turned = {
      x: narrowed.x * Math.cos(turn) - narrowed.y * Math.sin(turn) * 1.41,
      y: narrowed.y * Math.cos(turn) + (narrowed.x * Math.sin(turn)) / 1.41,
    };
    const scale = 1 - 2 * margin;
    return { x: 0.5 + turned.x * scale + jitter(), y: 0.5 + turned.y * scale + jitter() };
  };
  return {
    corners: [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)],
    room,
    table: { kind: random.pick(tableKinds), light: between(random, 0.6, 1.15), seed: noiseSeed(random) },
    bulgeMm: random.chance(0.5) ? between(random, -2.2, 2.2) : 0,
    waves: between(random, 0.5, 1.3),
  };
}

/** Takes the photograph; the page's scale in its middle is the scan's dpi. */
export function photographed(sheet: Sheet, view: PhoneView): Step {
  const scale = sheet.dpi / sheet.paperDpi;
  return {
    name: 'photograph',
    parameters: { ...view },
    apply: async (capture) => {
      const { raster } = capture;
      const { width, height } = raster;
      const size = { width: Math.round(width * scale * view.room), height: Math.round(height * scale * view.room) };
      const inPicture = (point: Point): Point => ({ x: point.x * size.width, y: point.y * size.height });
      const [a, b, c, d] = view.corners;
      const quad = squareTo([inPicture(a), inPicture(b), inPicture(c), inPicture(d)]);
      const forward = followedBy(scaling(1 / width, 1 / height), quad);
      const paper = await gaussianBlur(toColor(raster), { sigmaPx: 0.45 / scale });
      const outside = await withShadow(tableTop(size, view.table), quad);
      const bend = bulge(raster, { ...view, bulgePx: mmToPx(view.bulgeMm, sheet.paperDpi) });
      return warp({ ...capture, raster: paper }, { forward, size, outside, bend });
    },
  };
}

function bulge({ width }: Size, { bulgePx, waves }: { bulgePx: number; waves: number }): Bend {
  const lowerPx = Float32Array.from({ length: width }, (_, x) => bulgePx * Math.sin((x / width) * waves * 2 * Math.PI));
  return { lowerPx, rightPx: new Float32Array(width) };
}

/** The table with the page's soft shadow, worked out on an eighth of its size. */
async function withShadow(table: Raster, quad: Matrix): Promise<Raster> {
  const small = { width: Math.ceil(table.width / 8), height: Math.ceil(table.height / 8) };
  const data = new Uint8ClampedArray(small.width * small.height);
  const [a, b, c, d, e, f, g, h, i] = inverse(quad);
  for (let y = 0, at = 0; y < small.height; y += 1) {
    for (let x = 0; x < small.width; x += 1, at += 1) {
      // The light comes from above on the left: the shadow falls a little to the right and down.
      const [px, py] = [x * 8 - table.width * 0.006, y * 8 - table.width * 0.008];
      const w = g * px + h * py + i;
      const [across, down] = [(a * px + b * py + c) / w, (d * px + e * py + f) / w];
      data[at] = across > 0 && across < 1 && down > 0 && down < 1 ? 110 : 255;
    }
  }
  const soft = await gaussianBlur({ ...small, channels: 1, data }, { sigmaPx: Math.max(1, small.width / 110) });
  return timesMask(table, soft);
}
