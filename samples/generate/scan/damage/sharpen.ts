import type { Raster } from '../raster.ts';
import { fromSharp, toSharp } from '../sharp-raster.ts';

/** Unsharp masking, as phones and scanner drivers do by themselves: light seams around dark strokes. */
export async function sharpen(
  raster: Raster,
  { sigmaPx, amount }: { sigmaPx: number; amount: number },
): Promise<Raster> {
  return fromSharp(toSharp(raster).sharpen({ sigma: sigmaPx, m1: amount, m2: amount * 1.5 }), raster.channels);
}
