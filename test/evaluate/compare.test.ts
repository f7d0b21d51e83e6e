import { describe, expect, test } from 'vitest';
import { compareExtraction, type Comparison, sumScores } from '../../src/evaluate/compare.ts';
import type { Truth } from '../../src/evaluate/truth.ts';
import type { Evidence, Extraction, FormRecord } from '../../src/model/record.ts';

const fund = {
  initial: null,
  budgeted: null,
  received: null,
  executed: null,
  executionRate: null,
  weight: null,
  score: null,
};
const indicator = {
  level1: '产出指标',
  level1Weight: 60,
  level2: '数量指标',
  level3: '印刷数量',
  target: '≥100份',
  actual: '120份',
  weight: null,
  score: 60,
  deviation: null,
};
const record: FormRecord = {
  layout: 'shijiazhuang-2019',
  pages: [1],
  title: '绩效自评表',
  fiscalYear: 2019,
  reportingUnit: null,
  amountUnit: '万元',
  projectName: '教育经费（专项）',
  supervisingUnit: null,
  implementingUnit: null,
  funds: [
    { ...fund, source: 'total', budgeted: 1082, executed: 78.6 },
    { ...fund, source: 'other' },
  ],
  executionRate: 99.2,
  goals: [{ expected: '印刷', actual: null, completionRate: 100 }],
  indicators: [indicator, { ...indicator, level3: '宣传次数', score: 40 }],
  totalScore: 100,
  issues: null,
  preparedBy: null,
  phone: null,
  evidence: {},
  findings: [],
};
const row = { level1: '产出指标', level1Weight: '60', level2: '数量指标', target: '>=100份', actual: '120 份' };
const truth: Truth['forms'][number] = {
  title: '绩效自评表',
  fiscalYear: '2019',
  amountUnit: '万元',
  projectName: '教育经费(专项)',
  funds: [{ source: 'total', budgeted: '1,082.00', executed: '78.60' }, { source: 'other' }],
  executionRate: '0.992',
  goals: [{ expected: '印刷', completionRate: '１００％' }],
  indicators: [
    { ...row, level3: '印刷数量', score: '60' },
    { ...row, level3: '宣传次数', score: '40.0' },
  ],
  totalScore: '100',
};

function compare(forms: readonly FormRecord[], truths: readonly Truth['forms'][number][]): Comparison {
  const document = { sha256: '0'.repeat(64), path: 'a.pdf', mediaType: 'application/pdf', pageCount: 1 };
  const extraction: Extraction = { document, forms, problems: [] };
  return compareExtraction(extraction, { forms: [...truths] });
}
const differ = (change: Partial<FormRecord>): string[] =>
  compare([{ ...record, ...change }], [truth]).differences.map(
    ({ pointer, expected, found, isFlagged }) => `${pointer}: ${expected} <> ${found}${isFlagged ? ' flagged' : ''}`,
  );
const flagged: Evidence = { raw: '', confidence: 0.5, needsReview: true };

describe('compareExtraction', () => {
  test('numbers go by value, texts by their words', () => {
    const { score, differences } = compare([record], [truth]);
    expect(differences).toStrictEqual([]);
    expect(score).toStrictEqual({
      forms: 1,
      formsFound: 1,
      numbers: 10,
      numbersRight: 10,
      texts: 14,
      textsRight: 14,
      rows: 2,
      rowsRight: 2,
      wrongUnflagged: 0,
      rightFlagged: 0,
    });
  });

  test.each<[string, Partial<FormRecord>, string]>([
    ['another number', { totalScore: 10 }, '/totalScore: 100 <> 10'],
    ['a number for a blank', { fiscalYear: null }, '/fiscalYear: 2019 <> null'],
    ['a blank for a text', { issues: '无' }, '/issues: null <> 无'],
    ['another text', { projectName: '教育经费(专顶)' }, '/projectName: 教育经费(专项) <> 教育经费(专顶)'],
    ['another rate', { executionRate: 0.992 }, '/executionRate: 99.2 <> 0.992'],
    [
      'a fund’s amount',
      { funds: [{ ...fund, source: 'total', budgeted: 1082, executed: 78 }] },
      '/funds/total/executed: 78.6 <> 78',
    ],
  ])('%s differs', (_, change, difference) => {
    expect(differ(change)).toStrictEqual([difference]);
  });

  test('funds go by their source, whatever their order', () => {
    expect(differ({ funds: record.funds.toReversed() })).toStrictEqual([]);
  });

  test('layout, pages, evidence and findings are not compared', () => {
    expect(differ({ layout: 'other', pages: [7] })).toStrictEqual([]);
  });

  test('wrong numbers count where they are not marked for review, right ones where they are', () => {
    const wrong = compare([{ ...record, totalScore: 10 }], [truth]).score;
    expect(wrong).toMatchObject({ numbers: 10, numbersRight: 9, wrongUnflagged: 1, rightFlagged: 0 });
    const marked = compare([{ ...record, totalScore: 10, evidence: { '/totalScore': flagged } }], [truth]);
    expect(marked.score).toMatchObject({ numbersRight: 9, wrongUnflagged: 0, rightFlagged: 0 });
    expect(marked.differences).toMatchObject([{ pointer: '/totalScore', isFlagged: true }]);
    const needless = compare(
      [{ ...record, evidence: { '/totalScore': flagged, '/funds/0/budgeted': flagged } }],
      [truth],
    );
    expect(needless.score).toMatchObject({ numbersRight: 10, rightFlagged: 2 });
    const text = compare([{ ...record, evidence: { '/title': flagged } }], [truth]);
    expect(text.score).toMatchObject({ rightFlagged: 0 });
  });

  test('a blank where a number belongs is wrong, but no wrong number', () => {
    expect(compare([{ ...record, totalScore: null }], [truth]).score).toMatchObject({
      numbersRight: 9,
      wrongUnflagged: 0,
    });
  });

  test('a row is right with its three levels', () => {
    const indicators = record.indicators.map((each, at) => (at === 1 ? { ...each, level2: '质量指标' } : each));
    expect(compare([{ ...record, indicators }], [truth]).score).toMatchObject({ rows: 2, rowsRight: 1 });
    const scores = record.indicators.map((each) => ({ ...each, score: 1 }));
    expect(compare([{ ...record, indicators: scores }], [truth]).score).toMatchObject({ rows: 2, rowsRight: 2 });
  });

  test('a row too many or too few is wrong', () => {
    const [first] = record.indicators;
    expect(compare([{ ...record, indicators: first === undefined ? [] : [first] }], [truth]).score).toMatchObject({
      rows: 2,
      rowsRight: 1,
    });
    const three = [...record.indicators, { ...indicator, level3: '多余' }];
    expect(compare([{ ...record, indicators: three }], [truth]).score).toMatchObject({ rows: 3, rowsRight: 2 });
  });

  test('a form too few or too many counts all its values as wrong', () => {
    const { score, differences } = compare([], [truth]);
    expect(score).toMatchObject({ forms: 1, formsFound: 0, numbers: 10, numbersRight: 0, rows: 2, rowsRight: 0 });
    expect(differences).toHaveLength(24);
    const extra = compare([record, record], [truth]).score;
    expect(extra).toMatchObject({ forms: 1, formsFound: 1, numbers: 20, numbersRight: 10, wrongUnflagged: 10 });
  });
});

test('sumScores adds up', () => {
  const { score } = compare([record], [truth]);
  expect(sumScores([score, score])).toMatchObject({ forms: 2, numbers: 20, texts: 28, rows: 4 });
  expect(sumScores([])).toMatchObject({ forms: 0, numbers: 0, wrongUnflagged: 0 });
});
