import { describe, expect, it, test } from 'vitest';
import { unitMismatch } from '../../src/rules/unit-mismatch.ts';
import { findingsOf, indicator, messagesOf } from './form-builder.ts';

describe('unit-mismatch', () => {
  it('shows both texts', () => {
    const indicators = [indicator({ level3: '督查覆盖率', target: '招募志愿者人数≥10000人', actual: '100%' })];
    expect(findingsOf(unitMismatch, { indicators })).toStrictEqual([
      {
        message: '督查覆盖率: target 招募志愿者人数≥10000人, actual 100% in another unit',
        fields: ['/indicators/0/actual', '/indicators/0/target'],
      },
    ]);
  });

  test.each([
    ['80人以上', '100%', 1],
    ['本年宣讲场次≥5', '100%', 1],
    ['≥95%', '612名', 1],
    ['≥10000人', '较上年提高3%', 1],
    ['≤3天', '5次', 1],
    ['服务对象满意程度≥90', '100%', 0],
    ['120人次', '120', 0],
    ['120人次', '120人', 0],
    ['≥95分', '98%', 0],
    ['应保尽保', '612名', 0],
    ['市管干部档案3000卷日常管理规范有序', '100%', 0],
    ['≥90%', '90%', 0],
  ])('%s against %s: %d', (target, actual, count) => {
    expect(messagesOf(unitMismatch, { indicators: [indicator({ target, actual })] })).toHaveLength(count);
  });
});
