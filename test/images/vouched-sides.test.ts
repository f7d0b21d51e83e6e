import { describe, expect, test } from 'vitest';
import { profileOf } from '../../src/images/ink-profile.ts';
import { trackLines, trackScaleFor } from '../../src/images/line-tracks.ts';
import { plainFrame } from '../../src/images/page-frame.ts';
import type { Segment } from '../../src/images/segments.ts';
import { vouchedSides } from '../../src/images/vouched-sides.ts';
import { drawPage, pixelsPerPt, type Stroke } from './drawn-page.ts';

/** Three rows of 30 points; a ruling at 100 bounds cells of the first two, and more is drawn in the third. */
const ys = [20, 50, 80, 110];
const size = { widthPx: 500, heightPx: 400 };
const levels = ys.map((y): Stroke => ({ from: [20, y], to: [160, y] }));
const table = [...levels, { from: [100, 20], to: [100, 80] } as const];
const frame = plainFrame(size.widthPx, size.heightPx, pixelsPerPt);

/** The lines of a drawing as segments, each from end to end. */
function segmentsOf(strokes: readonly Stroke[]): Segment[] {
  return strokes.map((stroke) => {
    const isLevel = stroke.from[1] === stroke.to[1];
    const drawn = drawPage({ ...size, strokes: [stroke] });
    const [track] = trackLines(isLevel ? drawn : transposed(drawn), trackScaleFor(pixelsPerPt));
    if (track === undefined) throw new Error('The line was not found');
    const profile = profileOf(track, isLevel ? 'horizontal' : 'vertical', { picture: drawn, pixelsPerPt, frame });
    const [start, end] = isLevel ? [stroke.from[0], stroke.to[0]] : [stroke.from[1], stroke.to[1]];
    return { profile, start, end };
  });
}

/** The upright sides found on a page on which more is drawn than is known, as places along them. */
function found(known: readonly Stroke[], more: readonly Stroke[]): (readonly [number, number])[] {
  const picture = drawPage({ ...size, strokes: [...known, ...more] });
  return vouchedSides(segmentsOf(known), { picture, pixelsPerPt, frame })
    .filter(({ profile }) => profile.orientation === 'vertical')
    .map(({ start, end }) => [Math.round(start), Math.round(end)] as const);
}

function transposed({ width, height, data }: ReturnType<typeof drawPage>): ReturnType<typeof drawPage> {
  const turned = Uint8Array.from(data, (_, at) => data[(at % height) * width + Math.floor(at / height)] ?? 0);
  return { width: height, height: width, data: turned };
}

const third: Stroke = { from: [100, 80], to: [100, 110] };
/** Strokes like those of a text that stands right beside the side, 90 to 100 points down. */
const text = [90, 93, 96, 100].map((y): Stroke => ({ from: [90, y], to: [99, y] }));

describe('a side in line with a known ruling is found', () => {
  test.each([
    ['as it is printed', [third]],
    ['beside a text', [third, ...text]],
    ['a little aside', [{ ...third, from: [100.7, 80], to: [100.7, 110] } as const]],
    ['broken', [{ ...third, to: [100, 91] } as const, { ...third, from: [100, 96] } as const]],
  ])('%s', (_, strokes) => {
    expect(found(table, strokes)).toStrictEqual([[80, 110]]);
  });
});

describe('no side is', () => {
  test.each([
    ['where nothing is drawn', []],
    ['a text that runs across', [...text, { from: [100, 88], to: [100, 102] } as const]],
    ['a stroke that ends before the rulings', [{ from: [100, 85], to: [100, 106] } as const]],
    ['the edge of a shaded cell', [{ from: [115, 80], to: [115, 110], widthPt: 30, level: 150 } as const]],
    ['the middle of a shaded cell', [{ from: [90, 80], to: [120, 110], widthPt: 60, level: 150 } as const]],
    ['far aside', [{ ...third, from: [103, 80], to: [103, 110] } as const]],
  ])('%s', (_, strokes) => {
    expect(found(table, strokes)).toStrictEqual([]);
  });
});

test('a row that the page ends in is bounded where rulings end together', () => {
  const ends = [40, 140].map((x): Stroke => ({ from: [x, 20], to: [x, 130] }));
  const rest = [third, { from: [100, 110], to: [100, 130] } as const];
  expect(found([...table, ...ends], rest)).toStrictEqual([
    [80, 110],
    [110, 130],
  ]);
});
