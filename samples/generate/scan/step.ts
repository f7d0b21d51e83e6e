import type { Matrix, Point } from './matrix.ts';
import type { Raster } from './raster.ts';

/** A page on its way from paper to file. */
export interface Capture {
  readonly raster: Raster;
  /** From points of the upright page to pixels of the raster, as if the paper lay flat. */
  readonly toPixels: Matrix;
  /** The same with all bends. */
  readonly place: (point: Point) => Point;
}

/** One damage with its parameters drawn; `parameters` go to `.damage.json`. */
export interface Step {
  readonly name: string;
  readonly parameters: object;
  readonly apply: (capture: Capture) => Capture | Promise<Capture>;
}

/** A damage that leaves every point of the page where it was. */
export function inPlace<Parameters extends object>(
  name: string,
  damage: (raster: Raster, parameters: Parameters) => Raster | Promise<Raster>,
  parameters: Parameters,
): Step {
  return {
    name,
    parameters,
    apply: async (capture) => ({ ...capture, raster: await damage(capture.raster, parameters) }),
  };
}
