/**
 * The points of a track, in turn: columns of the picture, rows, darkness against the ground (0 to 255), and the standard
 * deviation of the ink across in pixels.
 */
export interface TrackPoints {
  readonly columns: number[];
  readonly ys: number[];
  readonly heights: number[];
  readonly spreads: number[];
}

/** Two parts of a track are lines of their own if one is so many times as dark as the other. */
const leastStep = 3;

/**
 * The parts of a track that differ in darkness all along, from left to right: a line that shows through from the back of
 * a page may go on where a ruling ends. They are parted where
 * it parts their darkness best (Otsu 1979), each `least` points long or longer.
 */
export function partsByShade(track: TrackPoints, least: number): TrackPoints[] {
  const shades = track.heights.map((height) => Math.log(Math.max(1, height)));
  const total = shades.reduce((sum, shade) => sum + shade, 0);
  let [before, best] = [0, { at: 0, between: 0, step: 0 }];
  for (const [index, shade] of shades.entries()) {
    const rest = shades.length - index;
    const step = Math.abs(before / index - (total - before) / rest);
    const between = index * rest * step * step;
    if (index >= least && rest >= least && between > best.between) best = { at: index, between, step };
    before += shade;
  }
  if (best.step < Math.log(leastStep)) return [track];
  return [sliced(track, 0, best.at), sliced(track, best.at)].flatMap((part) => partsByShade(part, least));
}

function sliced({ columns, ys, heights, spreads }: TrackPoints, from: number, to?: number): TrackPoints {
  const slice = (values: readonly number[]): number[] => values.slice(from, to);
  return { columns: slice(columns), ys: slice(ys), heights: slice(heights), spreads: slice(spreads) };
}
