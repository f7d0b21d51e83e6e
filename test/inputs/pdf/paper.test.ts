import { describe, expect, test } from 'vitest';
import type { Glyph, Visibility } from '../../../src/inputs/pdf/glyph.ts';
import { type Color, Paper } from '../../../src/inputs/pdf/paper.ts';
import type { Box } from '../../../src/model/geometry.ts';
import type { Ruling } from '../../../src/model/page.ts';
import { spelled } from './glyphs.ts';

const [black, white, blue] = ['#000000', '#ffffff', '#003366'];
/** Around the text `82` that `spelled` writes: 100 to 120 across, 41.2 to 51.2 down. */
const over: Box = { left: 98, top: 40, right: 122, bottom: 53 };

type Mark = (paper: Paper) => void;
const text = (color: Color, glyphs: readonly Glyph[] = spelled('82')): Mark => {
  return (paper) => glyphs.forEach((glyph) => paper.addGlyph(glyph, color));
};
const fill = (area: Box, color: Color, isSolid = true): Mark => {
  return (paper) => paper.addFill({ area, color, isSolid });
};
const rule = (ruling: Partial<Ruling>, color: Color): Mark => {
  const whole: Ruling = { orientation: 'horizontal', position: 46, start: 50, end: 200, thicknessPt: 1, ...ruling };
  return (paper) => paper.addPiece({ ruling: whole, across: null }, color);
};

function painted(...marks: readonly Mark[]): Paper {
  const paper = new Paper({ left: 0, top: 0, right: 600, bottom: 800 });
  for (const mark of marks) mark(paper);
  return paper;
}
const seen = (...marks: readonly Mark[]): Visibility[] => painted(...marks).glyphs.map((glyph) => glyph.visibility);
const lines = (...marks: readonly Mark[]): string[] =>
  painted(...marks).pieces.map(({ ruling }) => `${ruling.position}: ${ruling.start}-${ruling.end}`);

describe('text', () => {
  test('is covered by what is painted over it later, and not by what was there before', () => {
    expect(seen(text(black), fill(over, white))).toStrictEqual(['covered', 'covered']);
    expect(seen(fill(over, white), text(black))).toStrictEqual(['seen', 'seen']);
    expect(seen(text(black), fill(over, white), text(black))).toStrictEqual(['covered', 'covered', 'seen', 'seen']);
  });

  test('is seen through what does not hide it', () => {
    expect(seen(text(black), fill(over, white, false))).toStrictEqual(['seen', 'seen']);
  });

  test.each([
    ['all of one character', { ...over, right: 110 }, ['covered', 'seen']],
    ['half of one character', { ...over, right: 105 }, ['covered', 'seen']],
    ['less than half', { ...over, right: 104 }, ['seen', 'seen']],
    ['a line through it', { ...over, top: 45, bottom: 47 }, ['seen', 'seen']],
    ['all but its feet', { ...over, bottom: 49 }, ['covered', 'covered']],
    ['something else', { left: 300, top: 40, right: 400, bottom: 53 }, ['seen', 'seen']],
    ['the whole page', { left: 0, top: 0, right: 600, bottom: 800 }, ['covered', 'covered']],
    ['more than the page', { left: -9, top: -9, right: 900, bottom: 900 }, ['covered', 'covered']],
  ])('with %s covered', (_, area, expected) => {
    expect(seen(text(black), fill(area, white))).toStrictEqual(expected);
  });

  test.each([
    ['white on paper', [text(white)], 'same-color'],
    ['nearly white on paper', [text('#fcfbff')], 'same-color'],
    ['light grey on paper', [text('#eeeeee')], 'seen'],
    ['white on blue', [fill(over, blue), text(white)], 'seen'],
    ['blue on blue', [fill(over, blue), text(blue)], 'same-color'],
    ['white beside blue', [fill({ ...over, left: 130, right: 180 }, blue), text(white)], 'same-color'],
    ['white on blue under white', [fill(over, blue), fill(over, white), text(white)], 'same-color'],
    ['white on a mixture', [fill(over, blue, false), text(white)], 'seen'],
    ['black in a shape of its own colour', [fill(over, black, false), text(black)], 'seen'],
    ['white on a pattern', [fill(over, null), text(white)], 'seen'],
    ['a pattern on paper', [text(null)], 'seen'],
    ['white on a thin line', [fill({ ...over, top: 44, bottom: 48 }, blue), text(white)], 'same-color'],
  ] as const)('%s', (_, marks, visibility) => {
    expect(seen(...marks)).toStrictEqual([visibility, visibility]);
  });

  test('that is hidden already stays so: it may belong to a picture', () => {
    const hidden = spelled('82', { visibility: 'hidden' });
    expect(seen(text(white, hidden), fill(over, white))).toStrictEqual(['hidden', 'hidden']);
  });
});

describe('lines', () => {
  test.each([
    ['under what is painted later', [rule({}, black), fill(over, white)], ['46: 50-98', '46: 122-200']],
    ['under all that is painted later', [rule({ start: 100, end: 120 }, black), fill(over, white)], []],
    ['on what was painted before', [fill(over, white), rule({}, black)], ['46: 50-200']],
    ['that shines through', [rule({}, black), fill(over, white, false)], ['46: 50-200']],
    ['at the edge of what is painted later', [rule({ position: 40.2 }, black), fill(over, white)], ['40.2: 50-200']],
    ['white on paper', [rule({}, white)], []],
    ['white on blue', [fill({ ...over, left: 0, right: 300 }, blue), rule({}, white)], ['46: 50-200']],
    ['white at the edge of blue', [fill({ ...over, right: 300 }, blue), rule({ position: 40 }, white)], ['40: 50-200']],
    [
      'blue at the edge of blue',
      [fill({ ...over, left: 0, right: 300 }, blue), rule({ position: 40 }, blue)],
      ['40: 50-200'],
    ],
    ['blue in blue', [fill({ ...over, left: 0, right: 300 }, blue), rule({}, blue)], []],
  ])('%s', (_, marks, expected) => {
    expect(lines(...marks)).toStrictEqual(expected);
  });

  test('that are cut twice are three', () => {
    const covers = [fill({ ...over, left: 60, right: 70 }, white), fill({ ...over, left: 150, right: 160 }, white)];
    expect(lines(rule({}, black), ...covers)).toStrictEqual(['46: 50-60', '46: 70-150', '46: 160-200']);
  });

  test('upright ones are cut as well', () => {
    const [piece, ...others] = painted(
      rule({ orientation: 'vertical', position: 110, start: 0, end: 46 }, black),
      fill(over, white),
    ).pieces;
    expect(others).toStrictEqual([]);
    expect(piece?.ruling).toMatchObject({ orientation: 'vertical', position: 110, start: 0, end: 40 });
  });
});
