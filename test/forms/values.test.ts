import { assert, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNoValue, readValue } from '../../src/forms/values.ts';
import { reading } from './table-builder.ts';

/** A number's value, certainty and whether it was complained of. */
function number(kind: 'amount' | 'rate' | 'score', text: string, certainty = 1): [number | null, number, boolean] {
  const { value, certainty: sure, complaint } = readValue(kind, reading(text), certainty);
  return [value, sure, complaint !== null];
}

describe('a text', () => {
  test.each(['教育经费', '无', '没有', '100%', '5部以上'])('%s stands as printed', (text) => {
    const source = reading(text, 0.8);
    expect(readValue('text', source, 0.7)).toStrictEqual({ value: text, source, certainty: 0.7, complaint: null });
  });

  test.each(['', '—', '－', '-', '--', '/', '／', ' ', '～'])('%j is blank', (text) => {
    expect(readValue('text', reading(text))).toMatchObject({ value: null, source: null, complaint: null });
  });
});

describe('a number', () => {
  test.each([
    ['82', 82],
    ['1532.63', 1532.63],
    ['1,532.63', 1532.63],
    ['１，５３２．６３', 1532.63],
    ['12,345,678', 12345678],
    ['0', 0],
    ['0.00', 0],
    ['-3.5', -3.5],
    ['92.000001', 92.000001],
    ['￥82', 82],
  ])('%s is %d', (text, value) => {
    expect(number('amount', text)).toStrictEqual([value, 1, false]);
    expect(number('score', text)).toStrictEqual([value, 1, false]);
  });

  test.each(['', '无', '没有', '—', '-', '/', '——', '...', '*'])('%j is blank', (text) => {
    for (const kind of ['amount', 'rate', 'score'] as const) {
      expect(readValue(kind, reading(text))).toMatchObject({ value: null, source: null, complaint: null });
    }
    expect(isNoValue(text)).toBe(true);
  });

  test.each(['0', '无偿', '82', '90%', '无.'])('%s is a value', (text) => {
    expect(isNoValue(text)).toBe(false);
  });

  test.each(['8 2.', '82.1.3', '1,53', '12,34,567', '八十二', '82-90', '1234567890123456', '82万', '10人'])(
    '%s is none, and complained of',
    (text) => {
      expect(number('amount', text)).toStrictEqual([null, 0, true]);
      expect(readValue('amount', reading(text)).complaint).toContain(text);
    },
  );

  test.each([
    ['82万元', 82, '万元'],
    ['820000元', 820000, '元'],
    ['￥8,200.50 元', 8200.5, '元'],
    ['82（万元）', 82, '万元'],
    ['0.82亿元', 0.82, '亿元'],
  ])('%s keeps its unit beside it', (text, value, unit) => {
    expect(readValue('amount', reading(text))).toMatchObject({ value, unit, certainty: 1 });
  });

  test('with thousands and decimals is what is printed', () => {
    const parts = record({ whole: integer({ min: 0, max: 99_999_999 }), cents: integer({ min: 0, max: 99 }) });
    assert(
      property(parts, ({ whole, cents }) => {
        const decimals = String(cents).padStart(2, '0');
        const expected = Number(`${whole}.${decimals}`);
        const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
        expect(number('amount', `${whole}.${decimals}`)[0]).toBe(expected);
        expect(number('amount', `${grouped}.${decimals}`)[0]).toBe(expected);
      }),
    );
  });
});

describe('a number that may be another', () => {
  test.each([
    ['amount', '260 250', 260250],
    ['amount', '3、100', 3100],
    ['rate', '1', 100],
    ['rate', '1.00', 100],
    ['rate', '未完成20%', 20],
    ['rate', '0.9594512195', 95.945122],
  ] as const)('%s %s is %d, with doubt', (kind, text, value) => {
    const [read, certainty] = number(kind, text);
    expect(read).toBe(value);
    expect(certainty).toBeLessThan(0.9);
  });

  test('a unit of another column is no amount', () => {
    expect(number('score', '10分')).toStrictEqual([10, 1, false]);
    expect(number('amount', '10分')[0]).toBeNull();
    expect(number('amount', '50%')[0]).toBeNull();
  });
});

describe('a rate', () => {
  test.each([
    ['100%', 100],
    ['100.00%', 100],
    ['１００％', 100],
    ['99.2%', 99.2],
    ['99.2', 99.2],
    ['0.992', 99.2],
    ['0', 0],
    ['0.2773', 27.73],
    ['0.5%', 0.5],
    ['1.2%', 1.2],
    ['120%', 120],
    ['100', 100],
    ['2.5', 2.5],
  ])('%s is %d percentage points', (text, value) => {
    expect(number('rate', text)).toStrictEqual([value, 1, false]);
  });

  test.each(['1.2', '2', '1.01'])('%s may be percent or a share: to be reviewed', (text) => {
    expect(number('rate', text)).toStrictEqual([Number(text), 0.6, false]);
  });

  test.each(['已完成', '80%到90%', '百分之百'])('%s is none', (text) => {
    expect(number('rate', text)).toStrictEqual([null, 0, true]);
  });
});
