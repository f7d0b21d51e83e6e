import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitRow, type RowFit } from '../../src/forms/fit-row.ts';
import type { RowModel } from '../../src/forms/row-steps.ts';

type Name = 'name' | 'target' | 'score';

/** A table of a section's name, a name over two places, a target and a score. */
const model: RowModel<Name> = {
  places: [null, 'name', 'name', 'target', 'score'],
  cost: (place, text) => {
    const isNumber = /^\d+$/.test(text);
    if (place === 0) return text === '四' ? 0 : 6;
    if (place === 4) return isNumber ? 0 : 8;
    return place === 3 ? 0.5 : isNumber ? 6 : 0;
  },
  blankCost: (name) => (name === 'target' ? 2 : 4),
  isName: (text) => text === '四',
  odds: Array.from({ length: 6 }, () => ({ dropped: 3, kept: 0.05, added: 4 })),
};

const fit = (...texts: readonly string[]): RowFit<Name> => fitRow(texts, model);

/** What stands below name, target and score. */
function below(...texts: readonly string[]): (string | undefined)[] {
  const { columns } = fit(...texts);
  return (['name', 'target', 'score'] as const).map((name) =>
    texts.filter((text, cell) => text !== '' && columns[cell] === name).join('+'),
  );
}

describe('fitRow', () => {
  test.each([
    ['as it is printed', ['', '印刷', '', '5次', '40']],
    ['without its first blank', ['印刷', '', '5次', '40']],
    ['without the blank of a merged cell', ['', '印刷', '5次', '40']],
    ['without any blank', ['印刷', '5次', '40']],
    ['with a blank too many', ['', '印刷', '', '', '5次', '40']],
    ['with blanks behind', ['', '印刷', '', '5次', '40', '', '']],
    ['with a merged cell printed in each place', ['四', '印刷', '印刷', '5次', '40']],
    ['with a merged cell printed once more', ['', '印刷', '印刷', '印刷', '5次', '40']],
    ['with the section’s name where no place is', ['', '四', '印刷', '', '5次', '40']],
  ])('reads a row %s', (_, texts) => {
    expect(below(...texts).map((text) => text?.split('+')[0])).toStrictEqual(['印刷', '5次', '40']);
  });

  test('columns that a row leaves blank cost what a blank costs', () => {
    expect(below('', '印刷', '', '', '40')).toStrictEqual(['印刷', '', '40']);
    expect(fit('', '印刷', '', '', '40').cost).toBeCloseTo(2 + 3 * 0.05, 9);
  });

  test('places left out at the end cost nothing', () => {
    expect(fit('四', '印刷', '', '5次').cost).toBeCloseTo(0.5 + 0.05 + 4, 9);
  });

  test('a text that fits nowhere is unread', () => {
    expect(fit('', '印刷', '', '5次', '40', '优秀').columns.at(-1)).toBe('unread');
  });

  test('says what was kept, left out and added', () => {
    expect(
      fit('印刷', '', '', '5次', '40')
        .marks.map(({ kind }) => kind)
        .toSorted(),
    ).toStrictEqual(['added', 'dropped', 'kept']);
    expect(fit('印刷', '', '5次', '40').marks).toStrictEqual([
      { place: 0, kind: 'dropped' },
      { place: 2, kind: 'kept' },
    ]);
  });
});

describe('margins', () => {
  test('are wide where only one reading is thinkable', () => {
    const { margins } = fit('', '印刷', '', '5次', '40');
    expect(Math.min(...margins.values())).toBeGreaterThan(6);
  });

  test('are those to the next reading that says something else', () => {
    const equal: RowModel<Name> = { ...model, places: ['target', 'score'], cost: () => 0, blankCost: () => 1 };
    // One number for two columns: below the target for nothing, below the score with the target's place left out.
    expect(fitRow(['7'], equal).margins.get('target')).toBeCloseTo(3, 9);
    expect(fitRow(['7'], equal).margins.get('score')).toBeCloseTo(3, 9);
  });

  test('do not count what repeats the same text', () => {
    const { margins } = fit('四', '印刷', '印刷', '5次', '40');
    expect(margins.get('name')).toBeGreaterThan(5);
  });
});

test('whatever a row holds, each text has one column, in their order, and no reading is cheaper than the best', () => {
  const order = new Map<unknown, number>([
    [null, 0],
    ['name', 1],
    ['target', 2],
    ['score', 3],
  ]);
  assert(
    property(array(constantFrom('', '印刷', '5次', '40', '四'), { maxLength: 9 }), (texts) => {
      const { columns, margins, cost } = fitRow(texts, model);
      const seen = columns.filter((column, cell) => texts[cell] !== '' && column !== null && column !== 'unread');
      expect(columns).toHaveLength(texts.length);
      expect(seen).toStrictEqual(seen.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)));
      expect(cost).toBeGreaterThanOrEqual(0);
      for (const margin of margins.values()) expect(margin).toBeGreaterThanOrEqual(-1e-9);
    }),
  );
});
