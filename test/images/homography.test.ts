import { assert, double, property } from 'fast-check';
import { expect, test } from 'vitest';
import type { LineTrack } from '../../src/images/line-track.ts';
import { fitHomography, type Homography, type StraightLine, straightLineOf } from '../../src/images/homography.ts';

/**
 * The lines of a level page as a picture shows them that `homography` would level: y = at + slope x, traded for plumbs.
 */
function linesOf({ r, s, p, q }: Homography) {
  const places = [-0.8, -0.5, -0.1, 0.2, 0.6, 0.9];
  return {
    // From r (1 + q a) - p a = -b, and its like for plumbs.
    levels: places.map((at): StraightLine => ({ at, slope: -(r * (1 + q * at) - p * at), weight: 1, support: 1 })),
    plumbs: places.map((at): StraightLine => ({ at, slope: -(s * (1 + p * at) - q * at), weight: 1, support: 1 })),
  };
}

test('a known turn and perspective are found again', () => {
  const skew = double({ min: -0.1, max: 0.1, noNaN: true });
  const tilt = double({ min: -0.06, max: 0.06, noNaN: true });
  assert(
    property(skew, tilt, tilt, (r, p, q) => {
      const { levels, plumbs } = linesOf({ r, s: -r, p, q });
      const found = fitHomography(levels, plumbs);
      // Perspective is damped a little, so that noise makes none.
      expect(Math.abs(found.r - r)).toBeLessThan(0.001);
      expect(Math.abs(found.s + r)).toBeLessThan(0.001);
      expect(Math.abs(found.p - p)).toBeLessThan(0.004);
      expect(Math.abs(found.q - q)).toBeLessThan(0.004);
    }),
  );
});

test('strokes that slant otherwise do not count', () => {
  const { levels, plumbs } = linesOf({ r: 0.02, s: -0.02, p: 0, q: 0 });
  const strokes = [0.2, -0.3, 0.1].map((slope, at): StraightLine => ({ at: at / 3, slope, weight: 1, support: 1 }));
  expect(fitHomography([...levels, ...strokes], plumbs).r).toBeCloseTo(0.02, 4);
});

test('a page photographed aslant is straightened though its right angles are not right', () => {
  const { levels, plumbs } = linesOf({ r: 0.04, s: -0.14, p: -0.01, q: 0.06 });
  const found = fitHomography([...levels, ...levels, ...levels], plumbs);
  expect(found.s).toBeCloseTo(-0.14, 2);
  expect(found.q).toBeCloseTo(0.06, 2);
});

test.each([0.012, 0.025, 0.05])('streaks of the glass do not make a page turned by %s a sheared one', (turn) => {
  const { levels, plumbs } = linesOf({ r: turn, s: -turn, p: 0, q: 0 });
  const streaks = [-0.7, -0.2, 0.1, 0.8].map((at): StraightLine => ({ at, slope: 0, weight: 4, support: 1.6 }));
  expect(fitHomography(levels, [...plumbs, ...streaks]).s).toBeCloseTo(-turn, 3);
});

test('lines of one direction tell the turn of both', () => {
  const { levels, plumbs } = linesOf({ r: 0.03, s: -0.03, p: 0, q: 0 });
  expect(fitHomography(levels, []).s).toBeCloseTo(-0.03, 4);
  expect(fitHomography([], plumbs).r).toBeCloseTo(0.03, 4);
});

test('without lines a page lies straight', () => {
  const { r, s, p, q } = fitHomography([], []);
  expect([r, s, p, q].map(Math.abs)).toStrictEqual([0, 0, 0, 0]);
});

test('the line through a track is that of least squares', () => {
  const xs = [0, 10, 20, 30];
  const track = { xs, ys: xs.map((x) => 7 + 0.1 * x), coverage: 1, contrast: 200, thickness: 2, roughness: 0 };
  const { at, slope } = straightLineOf(track, { half: 20, along: 10, across: 5 });
  expect(slope).toBeCloseTo(0.1, 10);
  // At x = 10, the middle, y is 8: 3 pixels below the middle, of 20.
  expect(at).toBeCloseTo(0.15, 10);
});

test('what a line says for a way of straightening is its length and its darkness', () => {
  const track = { xs: [0, 10], ys: [0, 0], coverage: 1, contrast: 255, thickness: 2, roughness: 0 };
  const supportOf = (changed: Partial<LineTrack>): number =>
    straightLineOf({ ...track, ...changed }, { half: 20, along: 10, across: 5 }).support;
  expect(supportOf({ xs: [0, 20] })).toBeCloseTo(2 * supportOf({}), 10);
  expect(supportOf({ contrast: 51 })).toBeCloseTo(supportOf({}) / 5, 10);
});
