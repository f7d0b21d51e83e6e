import type { Box } from '../model/geometry.ts';

/** Pixels of a picture that join, by their sides or corners. */
export interface Region {
  /** `right` and `bottom` lie behind the last pixel. */
  readonly box: Box;
  /** Their places in the picture's data. */
  readonly pixels: readonly number[];
}

/** The regions of the pixels that are set (1) in a picture `width` pixels wide; none of them is set any more. */
export function* takeRegions(isSet: Uint8Array, width: number): Generator<Region> {
  for (let start = isSet.indexOf(1); start !== -1; start = isSet.indexOf(1, start + 1))
    yield regionAt(start, isSet, width);
}

function regionAt(start: number, isSet: Uint8Array, width: number): Region {
  let [left, top, right, bottom] = [width, Infinity, 0, 0];
  const pixels = [start];
  isSet[start] = 0;
  for (let index = 0; index < pixels.length; index++) {
    const at = pixels[index] ?? start;
    const x = at % width;
    const y = (at - x) / width;
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
    for (const [aside, down] of neighbours) {
      const next = at + down * width + aside;
      if (isSet[next] !== 1 || x + aside < 0 || x + aside >= width) continue;
      isSet[next] = 0;
      pixels.push(next);
    }
  }
  return { box: { left, top, right, bottom }, pixels };
}

/** The eight pixels around one. */
const neighbours = [-1, 0, 1].flatMap((down) => [-1, 0, 1].map((aside) => [aside, down] as const));
