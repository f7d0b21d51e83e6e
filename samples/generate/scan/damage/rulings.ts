/**
 * Rulings that print, copies and years have worn. Steps: find the rulings of the clean, upright page as runs of dark
 * pixels longer than any stroke of a character; lighten them as a whole, and wholly where a smooth random field says
 * so; print them again a little aside. Not handled: dotted and slanted lines, which the forms do not have.
 */
import { smoothField } from '../noise.ts';
import { type Raster, toGrey } from '../raster.ts';

export interface RulingDamage {
  /** Shortest run that is taken for a ruling. */
  readonly minLengthPx: number;
  /** 0 to 1: how much of its darkness every ruling loses. */
  readonly fade: number;
  /** 0 to 1: share of the rulings' length that is gone altogether, in gaps of about `gapPx`. */
  readonly gaps: number;
  readonly gapPx: number;
  /** How far aside the rulings are printed a second time; 0 for once. */
  readonly doubledPx: number;
  readonly seed: number;
}

/** Shades below this belong to a ruling's core or edge; shaded cells are lighter. */
const darkBelow = 200;

/** The page with its rulings worn, and nothing else changed. */
export function wearRulings(raster: Raster, options: RulingDamage): Raster {
  const mask = findRulings(toGrey(raster), options.minLengthPx);
  const result = { ...raster, data: raster.data.slice() };
  lighten(result, mask, options);
  if (options.doubledPx >= 1) printAside(result, { from: raster, mask, byPx: Math.round(options.doubledPx) });
  return result;
}

/** 1 where a ruling is. */
function findRulings({ width, height, data }: Raster, minLengthPx: number): Uint8Array {
  const mask = new Uint8Array(width * height);
  const mark = (line: { start: number; pitch: number; count: number }): void => {
    let from = 0;
    for (let at = 0; at <= line.count; at += 1) {
      if (at < line.count && (data[line.start + at * line.pitch] ?? 255) < darkBelow) continue;
      if (at - from >= minLengthPx)
        for (let dark = from; dark < at; dark += 1) mask[line.start + dark * line.pitch] = 1;
      from = at + 1;
    }
  };
  for (let y = 0; y < height; y += 1) mark({ start: y * width, pitch: 1, count: width });
  for (let x = 0; x < width; x += 1) mark({ start: x, pitch: width, count: height });
  return mask;
}

function lighten({ width, height, channels, data }: Raster, mask: Uint8Array, options: RulingDamage): void {
  const { fade, gaps, gapPx, seed } = options;
  const field = smoothField({ width, height }, { cellPx: gapPx, seed });
  const limit = quantile(field, 1 - gaps);
  for (let pixel = 0; pixel < mask.length; pixel += 1) {
    if (mask[pixel] !== 1) continue;
    const isGone = gaps > 0 && (field[pixel] ?? 0) > limit;
    const left = isGone ? 0 : 1 - fade;
    for (let at = pixel * channels; at < (pixel + 1) * channels; at += 1)
      data[at] = 255 - (255 - (data[at] ?? 0)) * left;
  }
}

function quantile(field: Float32Array, share: number): number {
  const every = Math.max(1, Math.floor(field.length / 4001));
  const sorted = Float32Array.from(
    { length: Math.floor(field.length / every) },
    (_, at) => field[at * every] ?? 0,
  ).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function printAside(onto: Raster, { from, mask, byPx }: { from: Raster; mask: Uint8Array; byPx: number }): void {
  const { width, channels, data } = onto;
  const shift = byPx * width + byPx;
  for (let pixel = 0; pixel + shift < mask.length; pixel += 1) {
    if (mask[pixel] !== 1) continue;
    for (let channel = 0; channel < channels; channel += 1) {
      const at = (pixel + shift) * channels + channel;
      data[at] = Math.min(data[at] ?? 0, (from.data[pixel * channels + channel] ?? 0) + 50);
    }
  }
}
