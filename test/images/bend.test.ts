import { expect, test } from 'vitest';
import { type BentLine, fitBend } from '../../src/images/bend.ts';

const along = Array.from({ length: 60 }, (_, index) => -0.6 + index * 0.02);
const lineAt = (across: number, bow: (x: number, y: number) => number): BentLine => ({
  along,
  across: along.map((x) => across + bow(x, across)),
});
const rows = [-0.8, -0.4, 0, 0.3, 0.7];
/** A thousandth is 0.4 pt of an A4 page. */
const unit = 0.001;

test('straight lines have no bend', () => {
  const bend = fitBend(
    rows.map((at) => lineAt(at, () => 0)),
    rows.map((at) => lineAt(at, () => 0)),
  );
  for (const x of [-0.6, 0, 0.6]) for (const y of rows) expect(Math.hypot(...bend(x, y))).toBeLessThan(0.1 * unit);
});

test.each([
  ['a bow', (x: number) => 6 * unit * (1 - x * x)],
  ['a wave', (x: number) => 4 * unit * Math.sin(3 * x)],
  ['a bow that grows down the page', (x: number, y: number) => 4 * unit * (1 + y) * x * x],
])('%s is taken out', (_, bow) => {
  const bend = fitBend(
    rows.map((at) => lineAt(at, bow)),
    [],
  );
  for (const at of rows) {
    const left = along.map((x) => at + bow(x, at) - bend(x, at + bow(x, at))[1]);
    expect(Math.max(...left) - Math.min(...left)).toBeLessThan(0.5 * unit);
  }
});

test('upright lines bend sideways', () => {
  const bend = fitBend(
    [],
    rows.map((at) => lineAt(at, (y) => 5 * unit * y * y)),
  );
  const [bottom, middle] = [bend(0.3, 0.6), bend(0.3, 0)];
  expect(bottom[0] - middle[0]).toBeCloseTo(5 * unit * 0.36, 3);
  expect(Math.abs(bottom[1])).toBeLessThan(0.1 * unit);
});

test('a line of text that joins another does not bend the page', () => {
  const stray: BentLine = { along, across: along.map((x) => 0.1 + (x > 0 ? 0.03 : 0)) };
  const bend = fitBend([...rows.map((at) => lineAt(at, () => 0)), stray], []);
  for (const x of [-0.5, 0.5]) expect(Math.abs(bend(x, 0.1)[1])).toBeLessThan(1.5 * unit);
});
