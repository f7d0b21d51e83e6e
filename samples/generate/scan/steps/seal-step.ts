import type { Box } from '../../../../src/model/geometry.ts';
import { layInk, type Color } from '../marks/ink.ts';
import { drawSeal, drawSealMask, type Seal } from '../marks/seal.ts';
import { between, mmToPx, noiseSeed, type Sheet } from '../sheet.ts';
import type { Step } from '../step.ts';
import type { Random } from '../../random.ts';

/** Reds of seals: vermilion paste, light-sensitive ink, and old ink that went towards orange or purple. */
const reds: readonly Color[] = [
  { red: 214, green: 32, blue: 38 },
  { red: 230, green: 50, blue: 40 },
  { red: 196, green: 24, blue: 60 },
  { red: 224, green: 78, blue: 56 },
  { red: 178, green: 36, blue: 90 },
];

/** One to three seals: over the body's name, the foot, numbers, or anywhere. */
export function drawSeals(random: Random, sheet: Sheet): Step[] {
  const count = random.weighted<number>([
    [1, 70],
    [2, 22],
    [3, 8],
  ]);
  return Array.from({ length: count }, (_, index) => sealStep(random.fork(`seal-${index}`), sheet));
}

function sealStep(random: Random, sheet: Sheet): Step {
  const seal = drawSeal(random.fork('seal'), sheet.names);
  const centre = drawCentre(random, sheet);
  const color = random.pick(reds);
  const ink = {
    color,
    opacity: between(random, 0.55, 0.98),
    unevenness: between(random, 0.1, 0.75),
    cellPx: mmToPx(between(random, 1, 12), sheet.paperDpi),
    spreadPx: mmToPx(between(random, 0.04, 0.14), sheet.paperDpi),
    seed: noiseSeed(random),
  };
  const boxPt = sealBox(seal, centre);
  return {
    name: 'seal',
    parameters: { ...seal, ...ink, boxPt },
    apply: async (capture) => {
      const mask = await drawSealMask(seal, sheet.paperDpi / 25.4);
      const scale = sheet.paperDpi / 72;
      const xPx = centre.x * scale - mask.width / 2;
      const yPx = centre.y * scale - mask.height / 2;
      return { ...capture, raster: await layInk(capture.raster, mask, { ...ink, xPx, yPx }) };
    },
  };
}

/** The seal's box on the upright page, in points. */
function sealBox(seal: Seal, { x, y }: { x: number; y: number }): Box {
  const angle = (Math.abs(seal.degrees) * Math.PI) / 180;
  const halfWidth = ((seal.widthMm * Math.cos(angle) + seal.heightMm * Math.sin(angle)) / 2) * (72 / 25.4);
  const halfHeight = ((seal.widthMm * Math.sin(angle) + seal.heightMm * Math.cos(angle)) / 2) * (72 / 25.4);
  const round = (value: number): number => Number(value.toFixed(1));
  return {
    left: round(x - halfWidth),
    top: round(y - halfHeight),
    right: round(x + halfWidth),
    bottom: round(y + halfHeight),
  };
}

function drawCentre(random: Random, { page }: Sheet): { x: number; y: number } {
  const { widthPt, heightPt, texts } = page;
  const chosen = random.weighted<RegExp | null>([
    [/单位/, 25],
    [/填报人|电话|总\s*分/, 25],
    [/^[≥≤>=]?\s*[\d.,]+\s*(%|％|分|个|人|次)?$/, 35],
    [null, 15],
  ]);
  const found = chosen === null ? [] : texts.filter((item) => chosen.test(item.text));
  const near = found.length === 0 ? null : random.pick(found);
  const x =
    near === null
      ? between(random, 0.2, 0.85) * widthPt
      : (near.box.left + near.box.right) / 2 + between(random, -50, 60);
  const y = near === null ? between(random, 0.2, 0.85) * heightPt : near.box.top + between(random, -40, 45);
  return { x: Math.min(widthPt - 45, Math.max(45, x)), y: Math.min(heightPt - 45, Math.max(45, y)) };
}
