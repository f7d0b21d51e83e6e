import type { Raster } from '../raster.ts';
import { shadeBy } from '../shade.ts';

/**
 * A long rounded shape between the lamp and the page: a phone, a hand, an arm. Lengths are shares of the picture's
 * width.
 */
export interface Shadow {
  readonly x: number;
  readonly y: number;
  readonly angleDeg: number;
  readonly halfLength: number;
  readonly radius: number;
  readonly softness: number;
  /** 0 to 1: how much light it takes. */
  readonly depth: number;
}

/** Throws soft shadows over the whole picture. */
export function castShadows(raster: Raster, { shadows }: { shadows: readonly Shadow[] }): Raster {
  const ratio = raster.height / raster.width;
  return shadeBy(raster, (across, down) =>
    shadows.reduce((light, shadow) => light * lightBeside(shadow, across, down * ratio), 1),
  );
}

function lightBeside(shadow: Shadow, x: number, y: number): number {
  const angle = (shadow.angleDeg * Math.PI) / 180;
  const [dx, dy] = [x - shadow.x, y - shadow.y];
  const along = dx * Math.cos(angle) + dy * Math.sin(angle);
  const beyond = Math.max(0, Math.abs(along) - shadow.halfLength);
  const distance = Math.hypot(beyond, dy * Math.cos(angle) - dx * Math.sin(angle)) - shadow.radius;
  const share = Math.min(1, Math.max(0, 0.5 - distance / shadow.softness));
  return 1 - shadow.depth * share * share * (3 - 2 * share);
}
