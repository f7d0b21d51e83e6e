import type { Random } from '../random.ts';

/** How fine the full marks of a form are: hundredths of a mark that all of them are multiples of. */
export type MarkStep = 100 | 50 | 10 | 1;

/** Splits `sum` hundredths of a mark over `parts` rows; the parts add up to the sum exactly. */
export function splitMarks(
  { sum, parts, step }: { sum: number; parts: number; step: MarkStep },
  random: Random,
): number[] {
  const even = Math.floor(sum / parts / step) * step;
  const marks = Array.from({ length: parts }, () => even);
  for (let rest = sum - even * parts, row = 0; rest > 0; row = (row + 1) % parts) {
    const given = Math.min(rest, step);
    marks[row] = (marks[row] ?? 0) + given;
    rest -= given;
  }
  return random.chance(0.4) ? unevened(marks, step, random) : marks;
}

function unevened(marks: readonly number[], step: MarkStep, random: Random): number[] {
  const shifted = [...marks];
  for (let row = 0; row + 1 < shifted.length; row += 1) {
    const from = shifted[row] ?? 0;
    const moved = Math.floor((from * random.step(0, 0.5, 0.1)) / step) * step;
    shifted[row] = from - moved;
    shifted[row + 1] = (shifted[row + 1] ?? 0) + moved;
  }
  return shifted.some((mark) => mark <= 0) ? [...marks] : shifted;
}

/** A cut score below the full marks, with no, one or two decimals; in hundredths. */
export function cutMarks(full: number, random: Random): number {
  const step = random.weighted<number>([
    [100, 5],
    [10, 3],
    [1, 2],
  ]);
  const cut = Math.floor((full * random.step(0.4, 0.97, 0.01)) / step) * step;
  return cut >= full ? Math.max(0, full - step) : cut;
}
