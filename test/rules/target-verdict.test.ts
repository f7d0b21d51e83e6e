import { describe, expect, test } from 'vitest';
import { judgeTarget } from '../../src/rules/facts/target-verdict.ts';
import { indicator } from './form-builder.ts';

function verdict(level3: string, target: string, actual: string): string | undefined {
  return judgeTarget(indicator({ level3, target, actual }), null)?.verdict;
}

describe('judgeTarget, targets without a comparator', () => {
  test.each([
    ['新打机井数量', '186眼', '180眼'],
    ['资金拨付及时率', '100%', '98.5%'],
    ['投诉处理及时率', '100%', '90%'],
    ['网络互联互通', '100%', '98%'],
    ['居民满意度', '95%', '90%'],
    ['开展培训人数', '200', '150'],
    ['学习考试', '考核95分-100分', '90'],
    ['绿化面积', '300公顷', '280公顷'],
  ])('%s: %s is missed by %s', (name, target, actual) => {
    expect(verdict(name, target, actual)).toBe('missed');
  });

  test.each([
    ['亩均投资标准', '1500元/亩', '1480元/亩'],
    ['项目支出', '100万元', '98万元'],
    ['故障响应时间', '24小时', '6小时'],
    ['建设工期', '12个月', '10个月'],
    ['投诉次数', '5次', '2次'],
    ['事故起数', '3起', '0起'],
    ['公务接待批次', '30批', '20批'],
    ['差错率', '5%', '1%'],
    ['PM2.5浓度下降率', '5%', '4%'],
    ['不合格率', '3%', '1%'],
    ['在职人员控制率', '100%', '95%'],
    ['成本节约程度', '100%', '95%'],
    ['空气质量', '35', '30'],
    ['专家占比', '20%', '15%'],
  ])('%s: %s is not missed by %s', (name, target, actual) => {
    expect(verdict(name, target, actual)).not.toBe('missed');
  });

  test.each([
    ['数量指标', 'missed'],
    ['成本指标', 'not-comparable'],
  ])('fewer than planned under %s: %s', (level2, expected) => {
    const row = indicator({ level2, level3: '购置车辆', target: '5辆', actual: '4辆' });
    expect(judgeTarget(row, null)?.verdict).toBe(expected);
  });
});

describe('judgeTarget, targets with a comparator', () => {
  test.each([
    ['空气优良天数', '≥240天', '230天'],
    ['PM2.5年均浓度下降率', '≥5%', '4.1%'],
    ['差错率', '≤1%', '2%'],
    ['服务对象', '服务对象满意程度≥90', '85%'],
    ['居民满意度', '≥90', '85%'],
    ['人均培训次数', '每年人均≥2次', '1次'],
    ['亩均成本', '≤1500元/亩', '1600元/亩'],
  ])('%s: %s is missed by %s', (name, target, actual) => {
    expect(verdict(name, target, actual)).toBe('missed');
  });

  test.each([
    ['居民满意度', '≥90%', '较上年提高3%'],
    ['走访次数', '≥12次', '每月2次'],
    ['补助支出', '人均不超过500元', '20000元'],
    ['网站访问', '≥50', '30%'],
  ])('%s: %s is not said to be missed by %s, which has another basis', (name, target, actual) => {
    expect(verdict(name, target, actual)).toBe('not-comparable');
  });
});

describe('judgeTarget, deadlines', () => {
  const late = (target: string, actual: string, fiscalYear: number | null): string | undefined =>
    judgeTarget(indicator({ level2: '时效指标', level3: '完成时间', target, actual }), fiscalYear)?.verdict;

  test('a side without a year is in the form’s own', () => {
    expect(late('年底前', '2022年1月', 2021)).toBe('missed');
    expect(late('年底前', '2022年1月', 2022)).toBe('met');
    expect(late('年底前', '2022年1月', null)).toBeUndefined();
    expect(late('2021年6月底前', '8月', 2021)).toBe('missed');
    expect(late('6月底前', '8月', null)).toBe('missed');
  });

  test('are asked of rows that speak of time', () => {
    const row = indicator({ level2: '质量指标', level3: '数据来源', target: '2021年', actual: '2022年' });
    expect(judgeTarget(row, 2021)).toBeNull();
  });
});
