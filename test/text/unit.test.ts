import { describe, expect, test } from 'vitest';
import { commonMeasure, unitAt, unitOfNoun, unitsClash, type Dimension, type Unit } from '../../src/text/unit.ts';

describe('unitAt', () => {
  test.each<[string, string, Dimension]>([
    ['人次|以上', '人次', 'count'],
    ['名|干部', '人', 'count'],
    ['分钟|', '分钟', 'time'],
    ['分|', '分', 'score'],
    ['元/平方米|', '元/平方米', 'money'],
    ['台(套)|以上', '台', 'count'],
    ['个月|', '个月', 'time'],
    ['个|站点', '个', 'count'],
    ['次/年|', '次', 'count'],
    ['次/月|', '次/月', 'count'],
    ['延米|', '米', 'length'],
  ])('%s, the unit up to the bar: %s', (text, name, dimension) => {
    expect(unitAt(text.replace('|', ''))).toStrictEqual({ unit: { name, dimension }, length: text.indexOf('|') });
  });

  test.each(['以上', '完成', '', 'mb'])('%j begins with none', (text) => {
    expect(unitAt(text)).toBeNull();
  });
});

describe('unitOfNoun', () => {
  test.each([
    ['本年招募志愿者人数', '人'],
    ['本年宣讲场次', '场'],
    ['接待人次', '人次'],
  ])('%s is counted in %s', (noun, name) => {
    expect(unitOfNoun(noun)).toStrictEqual({ name, dimension: 'count' });
  });

  test.each(['服务对象满意程度', '满意人数占总人数', '开展活动数量', '受益人'])('%s names no unit', (noun) => {
    expect(unitOfNoun(noun)).toBeNull();
  });
});

function clash(left: Dimension, right: Dimension): boolean {
  return unitsClash({ name: 'one', dimension: left }, { name: 'other', dimension: right });
}

describe('unitsClash', () => {
  test.each([
    ['count', 'share', true],
    ['money', 'count', true],
    ['count', 'count', false],
    ['score', 'share', false],
    ['share', 'other', false],
  ] as const)('%s against %s: %s', (left, right, expected) => {
    expect(clash(left, right)).toBe(expected);
    expect(clash(right, left)).toBe(expected);
  });
});

describe('commonMeasure', () => {
  const unit = (text: string): Unit => unitAt(text)?.unit ?? expect.fail(`${text} is no unit`);

  test.each([
    ['公里', '米', [1_000_000n, 1000n]],
    ['公顷', '亩', [30_000n, 2000n]],
    ['%', '‰', [10n, 1n]],
    ['名', '人', [1n, 1n]],
    ['所', '个', [1n, 1n]],
  ] as const)('%s and %s measure the same', (left, right, [of, by]) => {
    expect(commonMeasure(unit(left), unit(right))).toStrictEqual({ left: of, right: by });
    expect(commonMeasure(unit(right), unit(left))).toStrictEqual({ left: by, right: of });
  });

  test.each([
    ['人次', '人'],
    ['小时', '天'],
    ['年', '天'],
    ['套', '个'],
    ['元/人', '元'],
    ['米', '平方米'],
  ])('%s and %s do not', (left, right) => {
    expect(commonMeasure(unit(left), unit(right))).toBeNull();
  });
});
