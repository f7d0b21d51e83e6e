import type { Matrix } from './matrix.ts';
import type { Raster } from './raster.ts';

/** A page on its way from paper to file. */
export interface Capture {
  readonly raster: Raster;
  /** From points of the upright page to pixels of the raster. */
  readonly toPixels: Matrix;
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
    apply: async ({ raster, toPixels }) => ({ raster: await damage(raster, parameters), toPixels }),
  };
}
