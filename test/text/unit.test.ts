import { describe, expect, test } from 'vitest';
import { unitAt, unitOfNoun, unitsClash, type Dimension } from '../../src/text/unit.ts';

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
