import { describe, expect, test } from 'vitest';
import { restoreIdeographs } from '../../src/text/ideographs.ts';

describe('restoreIdeographs', () => {
  test.each([
    ['⻓', '长'],
    ['⻅', '见'],
    ['⻋', '车'],
    ['⻔', '门'],
    ['⻚', '页'],
    ['⻛', '风'],
    ['⺠', '民'],
    ['⻳', '龟'],
    ['⺁', '厂'],
    ['⽣', '生'],
    ['⾦', '金'],
    ['⾏', '行'],
    ['⼾', '户'],
    ['⾭', '青'],
    ['⿈', '黄'],
    ['\uf9e9', '里'],
    ['\uf900', '豈'],
  ])('%s stands for %s', (radical, ideograph) => {
    expect(restoreIdeographs(radical)).toBe(ideograph);
    expect(restoreIdeographs(`甲${radical}乙`)).toBe(`甲${ideograph}乙`);
  });

  test('no radical of either block is left but those without an ideograph', () => {
    const points = Array.from({ length: 0x2fd5 - 0x2e81 + 1 }, (_, index) => String.fromCodePoint(0x2e81 + index));
    const left = points.filter((radical) => /\p{Assigned}/u.test(radical) && restoreIdeographs(radical) === radical);
    expect(left).toStrictEqual([]);
  });

  test.each(['长期项目', '（100％）：', '①②㎡', 'ＡＢＣ', 'Budget 2019', ''])('%j stays as it is', (text) => {
    expect(restoreIdeographs(text)).toBe(text);
  });
});
