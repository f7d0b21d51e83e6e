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
    for (let point = 0x2e81; point <= 0x2fd5; point++) {
      const character = String.fromCodePoint(point);
      const isAssigned = /\p{Assigned}/u.test(character);
      if (isAssigned) expect(restoreIdeographs(character), point.toString(16)).not.toBe(character);
    }
  });

  test.each(['长期项目', '（100％）：', '①②㎡', 'ＡＢＣ', 'Budget 2019', ''])('%j stays as it is', (text) => {
    expect(restoreIdeographs(text)).toBe(text);
  });
});
