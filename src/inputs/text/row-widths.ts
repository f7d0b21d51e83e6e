import type { DumpRow } from './dump-rows.ts';

/** So many rows before and behind a row tell what is usual there; forms have 15 to 40. */
const windowRows = 25;
/** Fewer rows of one width are no habit, nor is a smaller share of the rows that are whole. */
const minUsualRows = 3;
const minUsualShare = 0.8;

/**
 * The number of cells that most rows around the row `at` have; lines without tabs do not count, 0 where there is
 * nothing else.
 */
export function usualWidth(rows: readonly DumpRow[], at: number): number {
  const counts = new Map<number, number>();
  for (let index = Math.max(0, at - windowRows); index <= Math.min(rows.length - 1, at + windowRows); index++) {
    const width = rows[index]?.length ?? 0;
    if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let usual = 0;
  for (const [width, count] of counts) {
    const most = counts.get(usual) ?? 0;
    if (count > most || (count === most && width > usual)) usual = width;
  }
  return usual;
}

interface Surroundings {
  readonly at: number;
  readonly width: number;
  /** Pieces of broken rows, the first of each with the row behind the last; they do not count. */
  readonly pieces?: ReadonlyMap<number, number>;
}

/** Whether the rows around the row `at` are mostly of `width` cells, those that are whole. */
export function areUsual(rows: readonly DumpRow[], { at, width, pieces = new Map() }: Surroundings): boolean {
  let whole = 0;
  let usual = 0;
  const end = Math.min(rows.length, at + windowRows);
  for (let index = Math.max(0, at - windowRows); index < end; index = pieces.get(index) ?? index + 1) {
    const cells = rows[index]?.length ?? 0;
    if (pieces.has(index) || cells < 2) continue;
    whole++;
    if (cells === width) usual++;
  }
  return usual >= minUsualRows && usual >= minUsualShare * whole;
}
