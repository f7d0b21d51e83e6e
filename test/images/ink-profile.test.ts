import { expect, test } from 'vitest';
import { inkBetween } from '../../src/images/ink-along.ts';
import { profileOf } from '../../src/images/ink-profile.ts';
import { trackLines, trackScaleFor } from '../../src/images/line-tracks.ts';
import { plainFrame } from '../../src/images/page-frame.ts';
import { drawPage, pixelsPerPt, type Stroke } from './drawn-page.ts';

/** The profile of the longest level line of a page of 180 by 72 points. */
function profileOfLongest(...strokes: readonly Stroke[]) {
  const picture = drawPage({ widthPx: 500, heightPx: 200, strokes });
  const [longest] = trackLines(picture, trackScaleFor(pixelsPerPt)).sort((a, b) => b.xs.length - a.xs.length);
  if (longest === undefined) throw new Error('No line was found');
  return profileOf(longest, 'horizontal', { picture, pixelsPerPt, frame: plainFrame(500, 200, pixelsPerPt) });
}

test('a line is full of ink and has clear ground beside it', () => {
  const profile = profileOfLongest({ from: [20, 40], to: [160, 40] });
  expect(profile.position).toBeCloseTo(40, 1);
  expect(profile.offPt).toBeLessThan(0.05);
  expect(profile.roughnessPt).toBeLessThan(0.06);
  expect(inkBetween(profile, 22, 158)).toStrictEqual({ filled: 1, crossed: 0, apart: 0 });
  expect(inkBetween(profile, 0, 18).filled).toBe(0);
  expect(inkBetween(profile, 162, 178).filled).toBe(0);
});

test('where it is broken there is no ink', () => {
  const profile = profileOfLongest({ from: [20, 40], to: [80, 40] }, { from: [86, 40], to: [160, 40] });
  expect(inkBetween(profile, 81.5, 84.5).filled).toBe(0);
  expect(inkBetween(profile, 60, 100).filled).toBeCloseTo(34 / 40, 1);
});

test('strokes beside it are told from it, on the side that has more', () => {
  const stems = [40, 44, 48, 52].map((x): Stroke => ({ from: [x, 32], to: [x, 39] }));
  const profile = profileOfLongest({ from: [20, 40], to: [160, 40] }, ...stems);
  const { filled, crossed } = inkBetween(profile, 38, 54);
  expect(filled).toBe(1);
  expect(crossed).toBeGreaterThan(0.1);
  expect(inkBetween(profile, 80, 150).crossed).toBe(0);
});

test('nothing lies between places where there are no samples', () => {
  const profile = profileOfLongest({ from: [20, 40], to: [160, 40] });
  expect(inkBetween(profile, 500, 600)).toStrictEqual({ filled: 0, crossed: 0, apart: 1 });
});
