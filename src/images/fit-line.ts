/** A point along a line and across it, in any one unit, with how much it counts. */
export interface WeightedPoint {
  readonly along: number;
  readonly across: number;
  readonly weight: number;
}

/** across = position + slope (along - middle). */
export interface FittedLine {
  readonly middle: number;
  readonly position: number;
  readonly slope: number;
  /** How well the slope is known: the sum of squares of the points' distances from their middle. */
  readonly spread: number;
}

/** The straight line nearest to points (least squares); level where they do not tell its slope. */
export function lineThrough(points: readonly WeightedPoint[]): FittedLine {
  let [weights, alongs, acrosses] = [0, 0, 0];
  for (const { along, across, weight } of points) {
    weights += weight;
    alongs += weight * along;
    acrosses += weight * across;
  }
  const [middle, position] = [alongs / weights, acrosses / weights];
  let [spread, rise] = [0, 0];
  for (const { along, across, weight } of points) {
    spread += weight * (along - middle) ** 2;
    rise += weight * (along - middle) * (across - position);
  }
  return { middle, position, slope: spread === 0 ? 0 : rise / spread, spread };
}
