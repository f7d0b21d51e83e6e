import { describe, expect, test } from 'vitest';
import { judgeText } from '../../../src/inputs/pdf/text-quality.ts';
import { problemSchema } from '../../../src/model/problem.ts';

const box = { left: 0, top: 0, right: 10, bottom: 10 };
function judge(texts: readonly string[], confidences: readonly number[] = []): string | null {
  const textItems = texts.map((text, at) => ({ text, box, charEdges: [], confidence: confidences[at] ?? 1 }));
  const problem = judgeText({
    kind: 'drawn',
    number: 7,
    widthPt: 10,
    heightPt: 10,
    quarterTurns: 0,
    textItems,
    rulings: [],
  });
  if (problem === null) return null;
  const { code, page, stage } = problemSchema.parse(problem);
  return page === 7 && stage === 'read' ? code : 'not of this page';
}

describe('judgeText', () => {
  test.each([
    ['Chinese', ['市级部门预算项目绩效自评表', '≥90%', '①②', '㎡ · “”—…']],
    ['English with some accents', ['Café, naïve, résumé and über']],
    ['one stray character in forty', [`${'绩效'.repeat(20)}\ue000`]],
    ['one pair of letters in a long text', [`${'绩效'.repeat(30)}Ïî`]],
  ])('%s is fine', (_, texts) => {
    expect(judge(texts)).toBeNull();
  });

  test.each([
    ['nothing', [], 'page-without-text'],
    ['private characters', ['\ue001\ue002绩效'], 'text-not-decodable'],
    ['characters beyond the base plane that are private', ['\u{f0000}绩效'], 'text-not-decodable'],
    ['replacement characters', [`${'绩效'.repeat(5)}\ufffd`], 'text-not-decodable'],
    ['control characters', ['\u0001\u0002\u0003'], 'text-not-decodable'],
    ['bytes of GBK one by one', ['ÏîÄ¿Ãû³Æ'], 'text-not-decodable'],
    ['one in ten of them', [`${'绩效'.repeat(9)}Ïî`], 'text-not-decodable'],
  ])('%s is not', (_, texts, code) => {
    expect(judge(texts)).toBe(code);
  });

  test('a hidden layer alone is a problem, beside visible text none', () => {
    expect(judge(['绩效', '评价'], [0.5, 0.5])).toBe('hidden-text-layer');
    expect(judge(['绩效', '评价'], [0.5, 1])).toBeNull();
  });

  test('a hidden layer that cannot be decoded is not decodable first', () => {
    expect(judge(['\ue001\ue002'], [0.5])).toBe('text-not-decodable');
  });
});
