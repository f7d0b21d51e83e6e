import { expect, test } from 'vitest';
import { plainFrame } from '../../src/images/page-frame.ts';
import { drawUpright } from '../../src/images/warp.ts';

/** 60 by 50 pixels, brighter by 2 to the right and by 3 downwards. */
const ramp = {
  width: 60,
  height: 50,
  data: Uint8Array.from({ length: 3000 }, (_, at) => 2 * (at % 60) + 2 * Math.floor(at / 60)),
};
const frame = plainFrame(60, 50, 2);

test('the whole page at its own scale is the picture, but for the rim', () => {
  const drawn = drawUpright(ramp, frame, { left: 0, top: 0, right: 30, bottom: 25, widthPx: 60, heightPx: 50 });
  expect([drawn.width, drawn.height]).toStrictEqual([60, 50]);
  for (let y = 0; y < 49; y++) {
    for (let x = 0; x < 59; x++) expect(drawn.data[y * 60 + x]).toBe(ramp.data[y * 60 + x]);
  }
});

test('a window is drawn at any scale, between the pixels by their mean', () => {
  const window = { left: 10, top: 5, right: 20, bottom: 10, widthPx: 80, heightPx: 40 };
  const drawn = drawUpright(ramp, frame, window);
  for (let y = 0; y < 40; y++) {
    for (let x = 0; x < 80; x++) {
      const level = 2 * ((10 + (x + 0.5) / 8) * 2 - 0.5) + 2 * ((5 + (y + 0.5) / 8) * 2 - 0.5);
      expect(Math.abs((drawn.data[y * 80 + x] ?? 0) - level)).toBeLessThanOrEqual(1);
    }
  }
});

test('beyond the picture there is white paper', () => {
  const drawn = drawUpright(ramp, frame, { left: 25, top: 20, right: 45, bottom: 40, widthPx: 40, heightPx: 40 });
  expect(drawn.data[20 * 40 + 20]).toBe(255);
  expect(drawn.data[2 * 40 + 2]).toBeLessThan(255);
});
