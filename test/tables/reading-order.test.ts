import { assert, property, shuffledSubarray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf, readItems, runsOf } from '../../src/tables/reading-order.ts';
import type { TextItem } from '../../src/model/page.ts';
import { item } from './page-builder.ts';

const texts = (groups: readonly (readonly TextItem[])[]): string[] =>
  groups.map((group) => group.map(({ text }) => text).join('|'));

describe('linesOf', () => {
  test('items are lines from top to bottom, each from left to right', () => {
    const items = [item('丁', [40, 32]), item('乙', [40, 10]), item('丙', [10, 30]), item('甲', [10, 11])];
    expect(texts(linesOf(items))).toStrictEqual(['甲|乙', '丙|丁']);
  });

  test('a small index stands on the line of its large neighbour', () => {
    expect(texts(linesOf([item('标题', [10, 10], 20), item('注', [52, 8], 8)]))).toStrictEqual(['标题|注']);
    expect(texts(linesOf([item('甲', [10, 10]), item('乙', [20, 16])]))).toStrictEqual(['甲', '乙']);
    expect(texts(linesOf([item('甲', [10, 10]), item('乙', [20, 14])]))).toStrictEqual(['甲|乙']);
  });

  test('the order in which a page draws does not matter', () => {
    const items = [0, 1, 2].flatMap((row) => [0, 1, 2].map((at) => item(`${row}${at}`, [at * 40, row * 14])));
    assert(
      property(shuffledSubarray(items, { minLength: 9 }), (shuffled) => {
        expect(texts(linesOf(shuffled))).toStrictEqual(['00|01|02', '10|11|12', '20|21|22']);
      }),
    );
  });
});

describe('runsOf', () => {
  test('a wide gap parts two runs, the gaps of a spaced-out title do not', () => {
    expect(texts(runsOf([item('填报单位:', [10, 10]), item('金额单位:', [200, 10])]))).toStrictEqual([
      '填报单位:',
      '金额单位:',
    ]);
    expect(texts(runsOf([item('绩', [10, 10]), item('效', [40, 10]), item('表', [70, 10])]))).toStrictEqual([
      '绩|效|表',
    ]);
    expect(texts(runsOf([item('绩', [10, 10]), item('效', [43, 10])]))).toStrictEqual(['绩', '效']);
    expect(runsOf([])).toStrictEqual([]);
  });
});

describe('readItems', () => {
  test('lines of one cell are one text; what was read keeps them apart', () => {
    const reading = readItems([item('保障组织部', [10, 10]), item('日常工作', [10, 22])], 3);
    expect(reading).toStrictEqual({
      text: '保障组织部日常工作',
      raw: '保障组织部\n日常工作',
      place: { kind: 'page', page: 3, box: { left: 10, top: 10, right: 60, bottom: 32 } },
      confidence: 1,
    });
  });

  test.each([
    ['words with a gap', [item('annual', [10, 10]), item('report', [44, 10])], 'annual report'],
    ['words without a gap', [item('annual', [10, 10]), item('report', [41, 10])], 'annualreport'],
    ['ideographs with a gap', [item('绩', [10, 10]), item('效', [30, 10])], '绩效'],
    ['a number beside an ideograph', [item('82', [10, 10]), item('万元', [30, 10])], '82万元'],
    ['a number cut by the width of its cell', [item('1532', [10, 10]), item('.63', [10, 22])], '1532.63'],
  ])('%s', (_, items, text) => {
    expect(readItems(items, 1).text).toBe(text);
  });

  test('the least sure character counts', () => {
    const unsure = { ...item('乙', [20, 10]), confidence: 0.6 };
    expect(readItems([item('甲', [10, 10]), unsure, item('丙', [30, 10])], 1).confidence).toBe(0.6);
  });

  test('nothing is blank, and surely so', () => {
    expect(readItems([], 1)).toStrictEqual({ text: '', raw: '', place: null, confidence: 1 });
  });
});
