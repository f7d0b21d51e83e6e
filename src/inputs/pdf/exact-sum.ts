/**
 * The sum of some numbers, rounded once: `Math.sumPrecise` of ECMAScript 2026.
 *
 * 1. Partial sums that do not overlap are kept, smallest first, so that nothing is lost on the way
 *    (J. R. Shewchuk, Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric Predicates, 1997, 2.4).
 * 2. They are added up from the largest; where that ends halfway between two numbers, what is left decides.
 *
 * Not handled: sums of which a part exceeds the range of numbers though the whole does not.
 *
 * @throws TypeError for what is not a number
 */
export function exactSum(numbers: Iterable<unknown>): number {
  let plain = -0;
  const partials: number[] = [];
  for (const number of numbers) {
    if (typeof number !== 'number') throw new TypeError('Only numbers can be summed');
    plain += number;
    addTo(partials, number);
  }
  // Infinities, NaN and zeros add up as usual.
  return Number.isFinite(plain) && partials.length > 0 ? round(partials) : plain;
}

function addTo(partials: number[], number: number): void {
  let sum = number;
  let kept = 0;
  for (const partial of partials) {
    const [high, low] = addExactly(sum, partial);
    if (low !== 0) partials[kept++] = low;
    sum = high;
  }
  partials.length = kept;
  if (sum !== 0) partials.push(sum);
}

/** The rounded sum of two numbers, and what the rounding left out. */
function addExactly(a: number, b: number): [high: number, low: number] {
  const [large, small] = Math.abs(a) < Math.abs(b) ? [b, a] : [a, b];
  const high = large + small;
  return [high, small - (high - large)];
}

function round(partials: number[]): number {
  let sum = partials.pop() ?? 0;
  let rest = 0;
  while (rest === 0 && partials.length > 0) [sum, rest] = addExactly(sum, partials.pop() ?? 0);
  const next = partials.pop() ?? 0;
  if (Math.sign(rest) !== Math.sign(next)) return sum;
  const [up, lost] = addExactly(sum, rest * 2);
  return lost === 0 ? up : sum;
}
