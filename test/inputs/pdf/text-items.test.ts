import { describe, expect, test } from 'vitest';
import type { Glyph } from '../../../src/inputs/pdf/glyph.ts';
import { toTextItems } from '../../../src/inputs/pdf/text-items.ts';
import { spelled } from './glyphs.ts';

const textsOf = (...args: Parameters<typeof toTextItems>): string[] => toTextItems(args[0]).map((item) => item.text);

describe('toTextItems', () => {
  test('glyphs of one operator that follow one another are one run', () => {
    const [item, ...others] = toTextItems(spelled('绩效12'));
    expect(others).toStrictEqual([]);
    expect(item).toStrictEqual({
      text: '绩效12',
      box: { left: 100, top: 41.2, right: 140, bottom: 51.2 },
      charEdges: [100, 110, 120, 130, 140],
      confidence: 1,
    });
  });

  test.each([
    ['a gap of 0.3 heights', [123, 50], ['绩效评价']],
    ['a gap of half a height', [125, 50], ['绩效', '评价']],
    ['an overlap of half a height', [115, 50], ['绩效评价']],
    ['a step back', [100, 50], ['绩效', '评价']],
    ['a baseline 0.2 heights lower', [120, 52], ['绩效评价']],
    ['a baseline 0.3 heights lower', [120, 53], ['绩效', '评价']],
  ] as const)('%s', (_, [x, y], texts) => {
    expect(textsOf([...spelled('绩效'), ...spelled('评价', { x, y })])).toStrictEqual(texts);
  });

  test('what another operator draws is another run, even side by side', () => {
    const runs = [...spelled('82'), ...spelled('90', { x: 120, operator: 1 })];
    expect(textsOf(runs)).toStrictEqual(['82', '90']);
  });

  test('text of another direction is another run', () => {
    const runs = [...spelled('绩效'), ...spelled('评价', { x: 120, up: [-1, 0] })];
    expect(textsOf(runs)).toStrictEqual(['绩效', '评价']);
  });

  test.each([
    ['up', [-1, 0], { left: 91.2, top: 30, right: 101.2, bottom: 50 }],
    ['down', [1, 0], { left: 98.8, top: 50, right: 108.8, bottom: 70 }],
  ] as const)('sideways text that reads %s is one run', (_, up, box) => {
    expect(toTextItems(spelled('备注', { up }))).toMatchObject([{ text: '备注', box }]);
  });

  test('spaces at the ends are none of the run, one inside is', () => {
    expect(toTextItems(spelled('  项 目 '))).toMatchObject([
      { text: '项 目', box: { left: 120, right: 150 }, charEdges: [120, 130, 140, 150] },
    ]);
    expect(toTextItems(spelled('   '))).toStrictEqual([]);
    expect(toTextItems([])).toStrictEqual([]);
  });

  test('characters struck twice a little aside are read once, in any order', () => {
    const once = spelled('预算');
    const again = spelled('预算', { x: 100.5, y: 50.3, operator: 1 });
    expect(textsOf([...once, ...again])).toStrictEqual(['预算']);
    const [a, b] = [once, again];
    expect(textsOf([...a.slice(0, 1), ...b.slice(0, 1), ...a.slice(1), ...b.slice(1)])).toStrictEqual(['预算']);
  });

  test('repeated characters are all read', () => {
    expect(textsOf(spelled('100'))).toStrictEqual(['100']);
    expect(textsOf(spelled('11', { em: 10 }))).toStrictEqual(['11']);
    expect(textsOf([...spelled('无'), ...spelled('无', { x: 103, operator: 1 })])).toStrictEqual(['无', '无']);
    expect(textsOf([...spelled('无'), ...spelled('无', { y: 65 })])).toStrictEqual(['无', '无']);
  });

  test('radicals are spelled as ideographs, a ligature has an edge for each of its characters', () => {
    expect(textsOf(spelled('⻓期'))).toStrictEqual(['长期']);
    const [office] = toTextItems(spelled('f').map((glyph) => ({ ...glyph, text: 'ffi' })));
    expect(office?.charEdges.map(Math.round)).toStrictEqual([100, 103, 107, 110]);
  });

  test('of a run that is cut away in part the rest is read, and never sure enough to go unreviewed', () => {
    const cut = (text: string, x: number, operator = 0): Glyph[] => spelled(text, { x, operator, visibility: 'cut' });
    expect(toTextItems([...spelled('12345'), ...cut('67', 150)])).toMatchObject([
      { text: '12345', box: { right: 150 }, confidence: 0.5 },
    ]);
    expect(toTextItems([...cut('12', 80), ...spelled('345')])).toMatchObject([{ text: '345', confidence: 0.5 }]);
    expect(toTextItems([...spelled('12'), ...cut('3', 120, 1)])).toMatchObject([{ text: '12', confidence: 0.5 }]);
    expect(toTextItems([...spelled('1'), ...cut('2', 110), ...spelled('3', { x: 120 })])).toMatchObject([
      { text: '1', confidence: 0.5 },
      { text: '3', confidence: 0.5 },
    ]);
  });

  test('what is cut away and not of the same run takes nothing from the rest', () => {
    const cut = (text: string, x: number): Glyph[] => spelled(text, { x, operator: 1, visibility: 'cut' });
    expect(toTextItems(cut('12', 100))).toStrictEqual([]);
    expect(toTextItems([...spelled('12'), ...cut('3', 140)])).toMatchObject([{ text: '12', confidence: 1 }]);
    expect(toTextItems([...spelled('12'), ...cut('  ', 120)])).toMatchObject([{ text: '12', confidence: 1 }]);
    expect(textsOf([...cut('82', 100), ...spelled('82', { operator: 2 })])).toStrictEqual(['82']);
  });

  test('a box ends where a clip does, and so do the edges of the characters', () => {
    const [first, last] = spelled('12');
    const halved = last && { ...last, box: { ...last.box, right: 114, top: 44 } };
    expect(toTextItems([first, halved].filter((glyph) => glyph !== undefined))).toMatchObject([
      { box: { left: 100, top: 41.2, right: 114, bottom: 51.2 }, charEdges: [100, 110, 114] },
    ]);
  });

  test('a character struck twice is seen where one of the two is', () => {
    const hidden = spelled('82', { visibility: 'hidden' });
    const seen = spelled('82', { operator: 1 });
    expect(toTextItems([...hidden, ...seen])).toMatchObject([{ text: '82', confidence: 1 }]);
    expect(toTextItems([...seen, ...hidden])).toMatchObject([{ text: '82', confidence: 1 }]);
  });

  test('fifty thousand equal digits on one line are read in no time', () => {
    const started = performance.now();
    expect(textsOf(spelled('0'.repeat(50_000), { em: 8 }))).toStrictEqual(['0'.repeat(50_000)]);
    // 0.2 s; when each was compared with all before it, half a minute.
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('hidden text is never sure enough to go unreviewed', () => {
    expect(toTextItems(spelled('82', { visibility: 'hidden' }))).toMatchObject([{ text: '82', confidence: 0.5 }]);
  });
});
