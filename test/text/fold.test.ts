import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText, foldWords, narrowWidth } from '../../src/text/fold.ts';

describe('narrowWidth', () => {
  test.each([
    ['１００％', '100%'],
    ['（Ａ：ｂ）', '(A:b)'],
    ['甲\u3000乙', '甲 乙'],
    ['￥82', '¥82'],
    ['～', '~'],
    ['甲、乙。', '甲、乙。'],
  ])('%s is %s', (wide, narrow) => {
    expect(narrowWidth(wide)).toBe(narrow);
  });
});

describe('foldText', () => {
  test.each([
    ['产出指标（４０分）', '产出指标(40分)'],
    ['〔2020〕10号', '(2020)10号'],
    ['“两办”', '"两办"'],
    ['「两办」', '"两办"'],
    ['‘甲’', "'甲'"],
    ['—', '-'],
    ['－', '-'],
    ['−3', '-3'],
    ['3～5', '3~5'],
    ['≧90%', '≥90%'],
    ['>= 90%', '≥90%'],
    ['＞＝90％', '≥90%'],
    ['=<5', '≤5'],
    ['⩽5', '≤5'],
    ['项 目\u3000名\u00a0称', '项目名称'],
    ['项\u200b目\ufeff', '项目'],
    ['项\n目', '项目'],
    ['⽣⻓', '生长'],
    ['Page', 'page'],
    ['甲，乙；丙。', '甲,乙;丙.'],
    ['指标……', '指标......'],
    ['阿·卜', '阿·卜'],
    ['阿•卜', '阿·卜'],
    ['比例2∶1', '比例2:1'],
  ])('%s is compared as %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  test.each([
    ['10', '100'],
    ['其他', '其它'],
    ['≥90', '≤90'],
    ['>90', '≥90'],
    ['1.5', '15'],
    ['-5', '5'],
  ])('%s and %s stay apart', (one, other) => {
    expect(foldText(one)).not.toBe(foldText(other));
  });

  test('folding twice changes nothing, and spaces never matter', () => {
    const character = constantFrom(...Array.from('绩效（１2.5％）—~≧>=【】：，“”⻓ \u3000\t\u200bAb'));
    assert(
      property(array(character, { maxLength: 30 }), (characters) => {
        const folded = foldText(characters.join(''));
        expect(foldText(folded)).toBe(folded);
        expect(foldText(characters.join(' '))).toBe(folded);
        expect(folded).not.toMatch(/\s/);
      }),
    );
  });
});

describe('foldWords', () => {
  test.each([
    ['其中：财政资金', '其中财政资金'],
    ['实施（主管）单位', '实施主管单位'],
    ['五、存在问题、原因及下一步整改措施', '五存在问题原因及下一步整改措施'],
    ['预算执行进度(%)', '预算执行进度%'],
    ['≥ 90 %', '≥90%'],
    ['——/', ''],
    ['A-1', 'a1'],
  ])('%s has the words %s', (text, words) => {
    expect(foldWords(text)).toBe(words);
  });
});
