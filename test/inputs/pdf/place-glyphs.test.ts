import { describe, expect, test } from 'vitest';
import type { Glyph } from '../../../src/inputs/pdf/glyph.ts';
import { type GraphicsState, initialState, newTextObject } from '../../../src/inputs/pdf/graphics-state.ts';
import { placeGlyphs } from '../../../src/inputs/pdf/place-glyphs.ts';

/** From PDF's space, 200 points high, to points from the top left. */
const base = [1, 0, 0, -1, 0, 200] as const;
const font = { name: 'g_d0_f1', unitScale: 0.001, isVertical: false, isDrawn: false };
const state: GraphicsState = {
  ...initialState(base, { left: 0, top: 0, right: 300, bottom: 200 }),
  font,
  fontSize: 10,
};
const glyph = (unicode: string, more: object = {}): object => ({
  unicode,
  width: 500,
  isSpace: unicode === ' ',
  ...more,
});

/** Glyphs drawn from 20, 50 of PDF's space in `change`d state: text, left, baseline and right. */
function place(glyphs: readonly unknown[], change: Partial<GraphicsState> = {}): Glyph[] {
  const matrices = { ...newTextObject(0), text: [1, 0, 0, 1, 20, 50] as const };
  return placeGlyphs(glyphs, { ...state, ...change }, matrices);
}
const spans = (glyphs: readonly Glyph[]): [string, number, number][] =>
  glyphs.map(({ text, start, end }) => [text, start[0], end[0]]);

describe('placeGlyphs', () => {
  test('puts each glyph behind the one before', () => {
    expect(place([glyph('a'), glyph('b', { width: 1000 })])).toStrictEqual([
      {
        text: 'a',
        start: [20, 150],
        end: [25, 150],
        up: [0, -10],
        box: { left: 20, top: 141.2, right: 25, bottom: 151.2 },
        visibility: 'seen',
        operator: 0,
      },
      {
        text: 'b',
        start: [25, 150],
        end: [35, 150],
        up: [0, -10],
        box: { left: 25, top: 141.2, right: 35, bottom: 151.2 },
        visibility: 'seen',
        operator: 0,
      },
    ]);
  });

  test.each([
    ['a number between them', { glyphs: [glyph('a'), -200, glyph('b')], change: {} }, 27],
    ['space between characters', { glyphs: [glyph('a'), glyph('b')], change: { charSpacing: 3 } }, 28],
    ['space between words, at a space', { glyphs: [glyph(' '), glyph('b')], change: { wordSpacing: 4 } }, 29],
    ['space between words, elsewhere', { glyphs: [glyph('a'), glyph('b')], change: { wordSpacing: 4 } }, 25],
    [
      'half the width',
      { glyphs: [glyph('a'), -200, glyph('b')], change: { horizontalScale: 0.5, charSpacing: 2 } },
      24.5,
    ],
    ['another glyph space', { glyphs: [glyph('a'), glyph('b')], change: { font: { ...font, unitScale: 0.002 } } }, 30],
  ])('%s moves the second', (_, { glyphs, change }, x) => {
    expect(place(glyphs, change).at(-1)?.start[0]).toBeCloseTo(x, 9);
  });

  test('a glyph to which its font gives no width is there all the same', () => {
    expect(spans(place([glyph('执', { width: 0 })]))).toStrictEqual([['执', 20, 20]]);
    const clip = { left: 30, top: 0, right: 300, bottom: 200 };
    expect(place([glyph('执', { width: 0 })], { clip })).toMatchObject([{ visibility: 'cut' }]);
  });

  test('a rise lifts the baseline', () => {
    expect(place([glyph('a')], { rise: 4 })[0]?.start).toStrictEqual([20, 146]);
  });

  test('what is nothing, has no font or no size is not placed, and still moves the text', () => {
    expect(spans(place([glyph(''), glyph('b')]))).toStrictEqual([['b', 25, 30]]);
    expect(place([glyph('a')], { font: null })).toStrictEqual([]);
    expect(place([glyph('a')], { fontSize: 0 })).toStrictEqual([]);
    expect(spans(place([null, 'x', undefined, {}, glyph('b')]))).toStrictEqual([['b', 20, 25]]);
  });

  test('vertical writing runs downwards from the vertical origin', () => {
    const vertical = { ...font, isVertical: true };
    const placed = place(
      [glyph('绩', { width: 1000 }), -100, glyph('效', { width: 1000, vmetric: [-800, 500, 880] })],
      {
        font: vertical,
      },
    );
    const at = placed.map(({ start, end }) => [...start, ...end].map((value) => Math.round(value * 100) / 100));
    expect(at).toStrictEqual([
      [15, 158.8, 25, 158.8],
      [15, 167.8, 25, 167.8],
    ]);
  });

  describe('a clip', () => {
    /** The glyph covers 20 to 25 across and 141.2 to 151.2 down. */
    const placed = (clip: Partial<GraphicsState['clip']>, more: Partial<GraphicsState> = {}): Glyph | undefined =>
      place([glyph('a')], { clip: { ...state.clip, ...clip }, ...more })[0];

    test.each([
      ['beside it', { left: 26 }, 'cut'],
      ['beside it on the other side', { right: 19 }, 'cut'],
      ['above it', { bottom: 139 }, 'cut'],
      ['below it', { top: 152 }, 'cut'],
      ['over more than half of its height', { top: 146.5 }, 'cut'],
      ['over more than half of its height, from below', { bottom: 146 }, 'cut'],
      ['over less than half of its height', { top: 146 }, 'seen'],
      ['over all but a fifth of its width', { right: 21 }, 'seen'],
      ['over all but a twentieth of its width', { right: 20.2 }, 'cut'],
      ['that leaves nothing', { left: 30, right: 10 }, 'cut'],
    ])('%s', (_, clip, visibility) => {
      expect(placed(clip)?.visibility).toBe(visibility);
    });

    test('of a line that is cut lengthwise, one of two pages shows it', () => {
      for (let cut = 141; cut <= 152; cut += 0.1) {
        const parts = [placed({ bottom: cut }), placed({ top: cut })];
        expect(parts.filter((part) => part?.visibility === 'seen')).toHaveLength(1);
      }
    });

    test('asks for half of the height of sideways text, too', () => {
      // Turned, the glyph covers 141.2 to 151.2 across and 20 to 25 down.
      const ctm = [0, 1, 1, 0, 0, 0] as const;
      const turned = { ctm: [ctm[0], ctm[1], -1, 0, 200, 0] as const };
      expect(placed({}, turned)?.box).toStrictEqual({ left: 141.2, top: 20, right: 151.2, bottom: 25 });
      expect(placed({ left: 147 }, turned)?.visibility).toBe('cut');
      expect(placed({ top: 24 }, turned)?.visibility).toBe('seen');
    });

    test('leaves of the box what is seen', () => {
      expect(placed({ top: 145, right: 24 })?.box).toStrictEqual({ left: 20, top: 145, right: 24, bottom: 151.2 });
    });

    test('hides one glyph and not the next', () => {
      const clip = { ...state.clip, left: 24.9 };
      expect(place([glyph('a'), glyph('b')], { clip })).toMatchObject([{ visibility: 'cut' }, { visibility: 'seen' }]);
    });
  });
});
