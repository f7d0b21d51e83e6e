import { describe, expect, test } from 'vitest';
import { readPeriod } from '../../src/text/period.ts';

/** `2021 1201..1231`, with `span` for one that has a beginning; or `null`. */
function read(text: string): string | null {
  const period = readPeriod(text);
  if (period === null) return null;
  const { year, from, to, isSpan } = period;
  return `${year ?? 'any'} ${from === to ? from : `${from}..${to}`}${isSpan ? ' span' : ''}`;
}

describe('readPeriod', () => {
  test.each([
    ['2021年12月31日', '2021 1231'],
    ['2021-12-31', '2021 1231'],
    ['2021.6.30', '2021 630'],
    ['２０２１年６月', '2021 601..631'],
    ['2021年12月底', '2021 1221..1231'],
    ['6月初', 'any 601..610'],
    ['6月中旬', 'any 611..620'],
    ['11月完成', 'any 1101..1131'],
    ['于2021年11月30日全部完成', '2021 1130'],
    ['2021年上半年', '2021 101..631'],
    ['下半年', 'any 701..1231'],
    ['2021年第三季度', '2021 701..931'],
    ['4季度末', 'any 1001..1231'],
    ['2021年', '2021 101..1231'],
    ['2021年度内', '2021 101..1231'],
    ['年底前', 'any 101..1231'],
    ['全年', 'any 101..1231'],
    // By a day may be any day before it.
    ['2021年12月底前', '2021 101..1231'],
    ['6月30日之前', 'any 101..630'],
    // Spans.
    ['2021年1月-12月', '2021 1201..1231 span'],
    ['2021年1-12月', '2021 1201..1231 span'],
    ['2021年3月至2022年2月', '2022 201..231 span'],
  ])('reads %s as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    '按时完成',
    '100%',
    '12个月',
    '2021年完成3个项目',
    '2021年13月',
    '6月40日',
    '预计2022年3月完成',
    '未在2021年12月完成',
    '2021年3月起',
    '2021年3月启动',
    '3月、6月、9月',
    '3月、6月',
    '',
  ])('%j says no more than when, or not when', (text) => {
    expect(read(text)).toBeNull();
  });
});
