import { describe, expect, test } from 'vitest';
import { compareWithTarget, type Direction } from '../../src/text/comparison.ts';
import { readQuantity, type Quantity } from '../../src/text/quantity.ts';

function quantity(text: string): Quantity {
  const read = readQuantity(text);
  return read.kind === 'quantity' ? read : expect.fail(`${text} is no quantity`);
}

/** `met`, the arithmetic of a miss, or the reason why there is no saying. */
function judge(target: string, actual: string, direction: Partial<Direction> = {}): string {
  const asked = { lowerIsWorse: false, higherIsWorse: false, ...direction };
  const comparison = compareWithTarget(quantity(target), quantity(actual), asked);
  if (comparison.verdict === 'met') return 'met';
  return comparison.verdict === 'missed' ? comparison.arithmetic : comparison.reason;
}

describe('compareWithTarget', () => {
  test.each([
    ['≥3次', '3', 'met'],
    ['80人以上', '100', 'met'],
    ['≥2次', '2.5', 'met'],
    ['≤24小时', '6小时', 'met'],
    ['>95%', '96%', 'met'],
    ['48万人次以上', '48万人次以上', 'met'],
    ['≥300万人次', '316万人次', 'met'],
    ['≥1000人', '超过1000人', 'met'],
    ['≥80%', '27.73%', '27.73 < 80'],
    ['15部以上', '5部以上', '5 < 15'],
    ['5天以内', '8-10天', '8 > 5'],
    ['>95%', '94%', '94 < 95'],
    ['≤105元/人', '105.01元/人', '105.01 > 105'],
    ['≥100人', '不超过50人', '50 < 100'],
    ['≥5‰', '0.4%', '0.4% = 4‰ < 5‰'],
    ['90分以上', '80-85分', '85 < 90'],
  ])('%s against %s: %s', (target, actual, expected) => {
    expect(judge(target, actual)).toBe(expected);
  });

  test.each([
    ['≥10000人', '100%', 'unit-mismatch'],
    ['≤105元/人', '100%', 'unit-mismatch'],
    ['≥100人次', '120人', 'units-differ'],
    ['≥95分', '96%', 'units-differ'],
    ['≥3次', '-3次', 'ambiguous-number'],
    ['≥80分', '78-85分', 'undecided'],
    ['≥3', '不超过5', 'undecided'],
    ['≤5', '3以上', 'undecided'],
    ['≤5天', '3-8天', 'undecided'],
    ['>95%', '95%', 'undecided'],
    ['<5', '5', 'undecided'],
    ['>95%', '95-97%', 'undecided'],
    ['>95%', '94-95%', 'undecided'],
  ])('%s against %s decides nothing: %s', (target, actual, reason) => {
    expect(judge(target, actual)).toBe(reason);
  });

  test.each([
    ['≥80%', '0.992', 'met'],
    ['≥80%', '0.792', '0.792 = 79.2% < 80%'],
    ['≥90%', '95', 'met'],
    ['≥90%', '85', '85 < 90'],
    ['≥90', '100%', 'met'],
    ['≥90%', '0', '0 < 90'],
    ['≥90%', '1', 'ambiguous-number'],
    ['≥90%', '9', 'ambiguous-number'],
    ['≥90%', '120', 'ambiguous-number'],
    ['≥1000', '100%', 'ambiguous-number'],
    ['≤5%', '0.3', 'ambiguous-number'],
  ])('a bare number beside a share: %s against %s: %s', (target, actual, expected) => {
    expect(judge(target, actual)).toBe(expected);
  });

  test.each([
    ['≥48万人次', '48', 'ambiguous-number'],
    ['≥48万人次', '480001', 'met'],
    ['≥48万人次', '40', '40 < 48万人次'],
    ['≥48', '50万人', 'met'],
    ['≥48', '5万人', 'ambiguous-number'],
  ])('a bare number beside a multiplier: %s against %s: %s', (target, actual, expected) => {
    expect(judge(target, actual)).toBe(expected);
  });

  test.each([
    { target: '186眼', actual: '186眼', lessIsWorse: 'met', unknown: 'met' },
    { target: '186眼', actual: '180眼', lessIsWorse: '180 < 186', unknown: 'no-direction' },
    { target: '186眼', actual: '190眼', lessIsWorse: 'met', unknown: 'no-direction' },
    { target: '=12次', actual: '11次', lessIsWorse: '11 < 12', unknown: 'no-direction' },
    { target: '95分-100分', actual: '95', lessIsWorse: 'met', unknown: 'met' },
    { target: '95分-100分', actual: '94', lessIsWorse: '94 < 95', unknown: 'no-direction' },
    { target: '100部', actual: '80部以上', lessIsWorse: 'undecided', unknown: 'no-direction' },
  ])('without a comparator: $target against $actual: $lessIsWorse where less is worse, else $unknown', (row) => {
    expect(judge(row.target, row.actual, { lowerIsWorse: true })).toBe(row.lessIsWorse);
    expect(judge(row.target, row.actual)).toBe(row.unknown);
  });

  test.each([
    ['0起', '2起', '2 > 0'],
    ['0起', '0起', 'met'],
    ['50万元', '50.5万元', '50.5万元 > 50万元'],
    ['50万元', '不超过60万元', 'no-direction'],
    ['50万元', '45万元', 'no-direction'],
  ])('where more is worse: %s against %s: %s', (target, actual, expected) => {
    expect(judge(target, actual, { higherIsWorse: true })).toBe(expected);
  });

  test.each([
    ['≥18公里', '17500米', '17500米 = 17.5公里 < 18公里'],
    ['≥18公里', '18000米', 'met'],
    ['≤30分钟', '0.6小时', '0.6小时 = 36分钟 > 30分钟'],
    ['≥30公顷', '440亩', '440亩 ≈ 29.3333公顷 < 30公顷'],
    ['≥30公顷', '450亩', 'met'],
    ['≤12个月', '1.5年', '1.5年 = 18个月 > 12个月'],
    ['≥1吨', '999公斤', '999公斤 = 0.999吨 < 1吨'],
    ['≥500万元', '4900000元', '4900000元 < 500万元 = 5000000元'],
    ['≥1.2万人次', '1.15万人次', '1.15万人次 < 1.2万人次'],
    ['≥12所', '11个', '11个 < 12所'],
    ['≥12所', '12个', 'met'],
    ['≥100套', '90个', 'units-differ'],
    ['≤24小时', '2天', 'units-differ'],
    ['≤3天', '4个工作日', 'units-differ'],
    ['≤1个月', '40天', 'units-differ'],
  ])('units of one measure: %s against %s: %s', (target, actual, expected) => {
    expect(judge(target, actual)).toBe(expected);
  });

  test.each([
    ['≥100人', '90余人', 'undecided'],
    ['≥110人', '90余人', '90余人 < 110人'],
    ['≥90人', '90余人', 'met'],
    ['≥1050人', '1000多人', 'undecided'],
  ])('余 and 多 leave a number open: %s against %s: %s', (target, actual, expected) => {
    expect(judge(target, actual)).toBe(expected);
  });
});
