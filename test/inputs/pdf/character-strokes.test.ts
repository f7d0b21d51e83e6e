import { expect, test } from 'vitest';
import { withoutCharacterStrokes } from '../../../src/inputs/pdf/character-strokes.ts';
import type { Ruling } from '../../../src/model/page.ts';
import { spelled, type Spelling } from './glyphs.ts';

const bounds = { left: 0, top: 0, right: 600, bottom: 800 };

function kept(text: string, ruling: Partial<Ruling>, spelling: Spelling = {}): boolean {
  const whole: Ruling = { orientation: 'horizontal', position: 46, start: 102, end: 108, thicknessPt: 0.3, ...ruling };
  return withoutCharacterStrokes([whole], spelled(text, spelling), bounds).length === 1;
}

// The characters of a text cover 100 to 110, 110 to 120 and so on across, and 41.2 to 51.2 down.
test.each([
  ['a stroke within a character', {}, false],
  ['an upright one', { orientation: 'vertical', position: 105, start: 42, end: 51 }, false],
  ['one of two characters that stand side by side', { start: 105, end: 118 }, false],
  ['a line that goes on beside the character', { end: 130 }, true],
  [
    'a side of a cell, as high as the character and more',
    { orientation: 'vertical', position: 105, start: 41, end: 52 },
    true,
  ],
  [
    'a side of a cell, at the edge of the character',
    { orientation: 'vertical', position: 100, start: 42, end: 51 },
    true,
  ],
  ['a line under the character', { position: 51.5 }, true],
  ['a line elsewhere', { position: 300 }, true],
] as const)('%s', (_, ruling, expected) => {
  expect(kept('预算', ruling)).toBe(expected);
});

test('a line between two lines of text is none of either', () => {
  const upright = { orientation: 'vertical', position: 105, start: 46, end: 66 } as const;
  const glyphs = [...spelled('预算'), ...spelled('执行', { y: 70 })];
  expect(withoutCharacterStrokes([{ ...upright, thicknessPt: 0.3 }], glyphs, bounds)).toHaveLength(1);
});

test('cells within a large character are cells', () => {
  expect(kept('样', { position: 20, start: 110, end: 130 }, { em: 80 })).toBe(true);
});

test('walls of cells under a watermark drawn aslant are walls', () => {
  const aslant = { up: [-0.6, -0.8], em: 20 } as const;
  expect(kept('内部资料', { orientation: 'vertical', position: 105, start: 42, end: 48 }, aslant)).toBe(true);
});

test('text that is not read takes nothing away', () => {
  expect(kept('预算', {}, { visibility: 'covered' })).toBe(true);
  expect(kept('  ', {})).toBe(true);
});
