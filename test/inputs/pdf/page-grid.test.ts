import { array, assert, double, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PageGrid } from '../../../src/inputs/pdf/page-grid.ts';
import type { Box } from '../../../src/model/geometry.ts';

const bounds: Box = { left: 0, top: 0, right: 160, bottom: 320 };
const wholePage = { left: -50, top: -50, right: 500, bottom: 500 };

describe('PageGrid', () => {
  test('finds an entry wherever its box is, and not far from it', () => {
    const grid = new PageGrid<string>(bounds);
    grid.add({ left: 5, top: 5, right: 25, bottom: 25 }, 'box');
    expect([grid.at(6, 6), grid.at(24, 24), grid.at(100, 100)]).toStrictEqual([['box'], ['box'], []]);
  });

  test('what lies on top hides what lay in the squares that it covers whole', () => {
    const grid = new PageGrid<string>(bounds);
    grid.add({ left: 5, top: 5, right: 155, bottom: 315 }, 'below');
    grid.addOnTop({ left: 5, top: 5, right: 155, bottom: 315 }, 'top');
    expect(grid.at(80, 160)).toStrictEqual(['top']);
    expect(grid.at(6, 6)).toStrictEqual(['below', 'top']);
  });

  test('takes out what is not kept, where it was looked for', () => {
    const grid = new PageGrid<number>(bounds);
    for (const entry of [1, 2, 3]) grid.add({ left: 5, top: 5, right: 6, bottom: 6 }, entry);
    grid.retain({ left: 100, top: 5, right: 150, bottom: 6 }, () => false);
    expect(grid.at(5, 5)).toStrictEqual([1, 2, 3]);
    grid.retain(wholePage, (entry) => entry !== 2);
    expect(grid.at(5, 5)).toStrictEqual([1, 3]);
  });

  test('places outside belong to the nearest square; a page without extent has one', () => {
    const grid = new PageGrid<string>(bounds);
    grid.add({ left: -90, top: -90, right: -80, bottom: -80 }, 'outside');
    expect(grid.at(1, 1)).toStrictEqual(['outside']);
    const empty = new PageGrid<string>({ left: 0, top: 0, right: 0, bottom: 0 });
    empty.add({ left: 0, top: 0, right: 0, bottom: 0 }, 'there');
    expect(empty.at(0, 0)).toStrictEqual(['there']);
  });

  test('an entry is found at every point of its box', () => {
    const share = double({ min: 0, max: 1, noNaN: true });
    const spot = record({ x: share, y: share, width: share, height: share, atX: share, atY: share });
    assert(
      property(array(spot, { minLength: 1, maxLength: 5 }), (spots) => {
        const grid = new PageGrid<number>(bounds);
        const boxes = spots.map(({ x, y, width, height }) => ({
          left: x * 160,
          top: y * 320,
          right: (x + width * (1 - x)) * 160,
          bottom: (y + height * (1 - y)) * 320,
        }));
        for (const [index, box] of boxes.entries()) grid.add(box, index);
        for (const [index, box] of boxes.entries()) {
          const { atX = 0, atY = 0 } = spots[index] ?? {};
          const point = [box.left + atX * (box.right - box.left), box.top + atY * (box.bottom - box.top)] as const;
          expect(grid.at(...point)).toContain(index);
        }
      }),
    );
  });
});
