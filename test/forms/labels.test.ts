import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignLabels, certaintyOf, matchLabel } from '../../src/forms/labels.ts';

describe('matchLabel', () => {
  test.each([
    ['项目名称', '项目名称'],
    ['项 目 名 称', '项目名称'],
    ['项目名称：', '项目名称'],
    ['实施（主管）单位', '实施(主管)单位'],
    ['实施[主管]单位', '实施(主管)单位'],
    ['其中：财政资金', '其中:财政资金'],
    ['其 他', '其他'],
    ['预算执⾏进度', '预算执行进度'],
    ['其中：财政资金', '财政资金'],
    ['其中：1.财政资金', '财政资金'],
    ['（一）财政资金', '财政资金'],
    ['①财政资金', '财政资金'],
  ])('%s is %s', (text, label) => {
    expect(matchLabel(text, [label])).toBe(1);
  });

  test.each([
    ['项目名你', '项目名称', 0.75],
    ['项目名', '项目名称', 0.75],
    ['项目的名称', '项目名称', 0.75],
    ['年度预期日标', '年度预期目标', 5 / 6],
    ['存在问题原因及下步整改', '存在问题原因及下一步整改', 11 / 12],
    ['预算执行进度(%)', '预算执行进度', 0.95],
    ['分值（10分）', '分值', 0.95],
    ['执行率（%', '执行率', 0.95],
    ['执行率（%）说明', '执行率', 0],
    ['得分[满分10]', '得分', 0.95],
    ['市级项目名称', '项目名称', 0.65],
    ['上年财政拨款结转', '财政拨款', 0.65],
    ['其中：财政资金（万元）', '财政资金', 0.95],
  ])('%s is %s, but less surely', (text, label, similarity) => {
    expect(matchLabel(text, [label])).toBeCloseTo(similarity, 9);
  });

  test.each([
    ['', '项目名称'],
    ['—', '项目名称'],
    ['项日名你', '项目名称'],
    ['其它', '其他'],
    ['其他收入', '其他'],
    ['得份', '得分'],
    ['二级指标', '三级指标的名称'],
    ['项目名称和实施的单位', '项目名称'],
    ['三级', '三级指标'],
    ['完成率', '完成值'],
    ['执行数', '执行率'],
  ])('%s is not %s', (text, label) => {
    expect(matchLabel(text, [label])).toBe(0);
  });

  test('the best of several spellings counts', () => {
    expect(matchLabel('主管单位', ['主管部门', '主管单位'])).toBe(1);
    expect(matchLabel('主管单位', [])).toBe(0);
  });
});

test('certaintyOf: a damaged label leaves a little doubt in its value', () => {
  expect(certaintyOf(1)).toBe(1);
  expect(certaintyOf(0.75)).toBeCloseTo(0.925, 9);
  expect(certaintyOf(0)).toBeCloseTo(0.7, 9);
});

describe('assignLabels', () => {
  const levels = ['一级指标', '二级指标', '三级指标'].map((label) => ({ labels: [label] }));
  const assigned = (texts: readonly string[]): number[][] =>
    assignLabels(texts, levels)
      .map(({ label, cell }) => [label, cell])
      .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));

  test('each label takes its cell', () => {
    expect(assigned(['三级指标', '得分', '一级指标', '二级指标'])).toStrictEqual([
      [0, 2],
      [1, 3],
      [2, 0],
    ]);
  });

  test('a damaged label takes the cell that the readable ones leave', () => {
    expect(assigned(['—级指标', '二级指标', '三级指标'])).toStrictEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
    expect(assigned(['一级指标', '二级指标', '级指标'])).toStrictEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
  });

  test('no label and no cell is taken twice, whatever stands there', () => {
    const anyText = constantFrom('一级指标', '二级指标', '三级指标', '级指标', '指标', '得分', '');
    assert(
      property(array(anyText, { maxLength: 8 }), (texts) => {
        const matches = assignLabels(texts, levels);
        expect(new Set(matches.map((match) => match.label)).size).toBe(matches.length);
        expect(new Set(matches.map((match) => match.cell)).size).toBe(matches.length);
        for (const label of ['一级指标', '二级指标', '三级指标']) {
          const at = matches.find((match) => levels[match.label]?.labels[0] === label);
          expect([...texts, ''].some((each) => each === label) ? texts[at?.cell ?? -1] : label).toBe(label);
        }
      }),
    );
  });
});
