import { smoothField } from '../noise.ts';
import type { Raster, Size } from '../raster.ts';

export const tableKinds = ['wood', 'plain', 'cloth', 'dark'] as const;

export interface TableTop {
  readonly kind: (typeof tableKinds)[number];
  /** 0.5 to 1.3: how light. */
  readonly light: number;
  readonly seed: number;
}

const colors: Readonly<Record<TableTop['kind'], readonly [number, number, number]>> = {
  wood: [168, 118, 74],
  plain: [196, 192, 184],
  cloth: [92, 108, 120],
  dark: [58, 52, 50],
};

/** What lies under the page on a photograph. */
export function tableTop(size: Size, { kind, light, seed }: TableTop): Raster {
  const { width, height } = size;
  const grain =
    kind === 'wood'
      ? smoothField(size, { cellPx: width / 3, cellHeightPx: height / 90, octaves: 4, seed })
      : smoothField(size, { cellPx: kind === 'cloth' ? 5 : width / 5, octaves: 3, seed });
  const strength = { wood: 0.2, plain: 0.05, cloth: 0.16, dark: 0.12 }[kind];
  const [red, green, blue] = colors[kind];
  const data = new Uint8ClampedArray(width * height * 3);
  for (let pixel = 0, at = 0; pixel < grain.length; pixel += 1, at += 3) {
    const factor = (1 + (grain[pixel] ?? 0) * strength) * light;
    data[at] = red * factor;
    data[at + 1] = green * factor;
    data[at + 2] = blue * factor;
  }
  return { width, height, channels: 3, data };
}
