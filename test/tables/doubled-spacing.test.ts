import { describe, expect, test } from 'vitest';
import type { Ruling } from '../../src/model/page.ts';
import { snapOf } from '../../src/tables/doubled-spacing.ts';

const lines = (positions: readonly number[], orientation: Ruling['orientation'] = 'horizontal'): Ruling[] =>
  positions.map((position) => ({ orientation, position, start: 40, end: 540, thicknessPt: 0.5 }));
const rows = [100, 130, 160, 190];

describe('rulings are one up to the tolerance', () => {
  test('where borders are single, or their lines are clearly nearer or farther', () => {
    for (const apart of [30, 1, 6]) {
      expect(snapOf(lines(rows.flatMap((row) => [row, row + apart])), 3)).toBe(3);
    }
    expect(snapOf([], 3)).toBe(3);
    expect(snapOf(lines([...rows, 103.1]), 3)).toBe(3);
    const crossing = [...lines(rows), ...lines([103, 133, 163, 193], 'vertical')];
    expect(snapOf(crossing, 3)).toBe(3);
  });

  test('or a little more where the lines of doubled borders are about that far apart', () => {
    const doubled = rows.flatMap((row, at) => [row, row + (at % 2 === 0 ? 2.9 : 3.1)]);
    expect(snapOf(lines(doubled), 3)).toBeCloseTo(1.2 * 3.1, 5);
  });
});
