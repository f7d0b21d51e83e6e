import { assert, integer, property, uniqueArray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinLines, tidyLine } from '../../src/text/join.ts';

describe('tidyLine', () => {
  test.each([
    ['项 目 名 称', '项目名称'],
    ['  项目\t名称 \u3000', '项目名称'],
    ['Budget   2019', 'Budget 2019'],
    ['填报单位: 组织部', '填报单位:组织部'],
    ['86686104  -  1', '86686104 - 1'],
    ['共 14 页', '共14页'],
    ['零\u200b宽\ufeff', '零宽'],
    ['⻓期', '长期'],
    ['', ''],
  ])('%j is %j', (line, tidy) => {
    expect(tidyLine(line)).toBe(tidy);
  });
});

describe('joinLines', () => {
  test.each([
    [['保障组织部日常', '工作'], '保障组织部日常工作'],
    [['1532', '.63'], '1532.63'],
    [['100', '%'], '100%'],
    [['performance', 'report'], 'performance report'],
    [['A', '4纸'], 'A4纸'],
    [['2019', 'Budget'], '2019Budget'],
    [['  甲 ', '', ' 乙'], '甲乙'],
    [[], ''],
    [['', ''], ''],
  ])('%j are %j', (lines, joined) => {
    expect(joinLines(lines)).toBe(joined);
  });

  test('where a Chinese text is broken does not matter', () => {
    const text = '市级部门预算（2019年度）项目1532.63万元，完成率≥90%。';
    assert(
      property(uniqueArray(integer({ min: 0, max: text.length }), { maxLength: 6 }), (breaks) => {
        const ends = [...breaks.sort((a, b) => a - b), text.length];
        const lines = ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end));
        expect(joinLines(lines)).toBe(text);
      }),
    );
  });
});
