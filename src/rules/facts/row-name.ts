import type { Indicator } from '../../model/record.ts';

/** The indicator as a message names it: by its most particular name that is printed, or its number from 1. */
export function rowName({ level1, level2, level3 }: Indicator, index: number): string {
  return level3 ?? level2 ?? level1 ?? `indicator ${index + 1}`;
}
