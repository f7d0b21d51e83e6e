import { describe, expect, test } from 'vitest';
import type { OtherNumbers } from '../../src/model/other-numbers.ts';
import type { Evidence, FormRecord } from '../../src/model/record.ts';
import { repairForm } from '../../src/repair/repair-form.ts';
import { form, fund, indicator, ministryChecks, shijiazhuangChecks } from '../rules/form-builder.ts';

/** Where each number of a form stands, and how it was read: sure where nothing is said. */
function read(numbers: Record<string, string>, doubtful: readonly string[] = []): Record<string, Evidence> {
  return Object.fromEntries(
    Object.entries(numbers).map(([pointer, raw], row): [string, Evidence] => {
      const needsReview = doubtful.includes(pointer);
      const box = [10, row * 20, 30, row * 20 + 10] as const;
      return [pointer, { raw, page: 1, box, confidence: needsReview ? 0.7 : 0.999, needsReview }];
    }),
  );
}

const other = (text: string) => ({ text, confidence: 0.2, value: Number(text.replaceAll(/[%,]/g, '')) });

/** Five scores as read, and the total that is printed. */
function scored(scores: readonly number[], totalScore: number, doubtful: readonly string[] = []): FormRecord {
  const numbers = Object.fromEntries(scores.map((score, row) => [`/indicators/${row}/score`, String(score)]));
  return form({
    indicators: scores.map((score, row) => indicator({ level3: `第${row}项`, target: '1', actual: '1', score })),
    totalScore,
    evidence: read({ ...numbers, '/totalScore': String(totalScore) }, doubtful),
  });
}

const repair = (asRead: FormRecord, others: OtherNumbers): FormRecord => repairForm(asRead, others, shijiazhuangChecks);

test('a number that was guessed from a text that is none is repaired by the sum that confirms it', () => {
  const guessed = scored([20, 20, 10, 40, 8], 98, ['/indicators/4/score']);
  const evidence = {
    ...guessed.evidence,
    '/indicators/4/score': { ...guessed.evidence['/indicators/4/score'], raw: '∞' },
  };
  const after = repair({ ...guessed, evidence } as FormRecord, { '/indicators/4/score': [] });
  expect(after.evidence['/indicators/4/score']).toMatchObject({
    raw: '∞',
    needsReview: false,
    repair: { from: '∞', to: '8', proof: ['总分: the scores 20+20+10+40+8 = 98, printed 98'] },
  });
  expect(repair(guessed, { '/indicators/4/score': [] }).evidence['/indicators/4/score']?.repair).toBeUndefined();
});

describe('a doubtful digit', () => {
  const misread = scored([20, 20, 3, 40, 10], 98, ['/indicators/2/score']);

  test('becomes the one of its readings with which the sum holds, with the proof', () => {
    const others = { '/indicators/2/score': [other('5'), other('8'), other('9')] };
    const { indicators, evidence, totalScore } = repair(misread, others);
    expect(indicators.map(({ score }) => score)).toStrictEqual([20, 20, 8, 40, 10]);
    expect(totalScore).toBe(98);
    expect(evidence['/indicators/2/score']).toMatchObject({
      raw: '3',
      repair: { from: '3', to: '8', proof: ['总分: the scores 20+20+8+40+10 = 98, printed 98'] },
    });
  });

  test('stays for review where one sum alone proves it, and needs none where two do', () => {
    const alone = repair(misread, { '/indicators/2/score': [other('8')] });
    expect(alone.evidence['/indicators/2/score']?.needsReview).toBe(true);
    const money = form({
      funds: [
        fund('total', { budgeted: 700.72, executed: 576.81, executionRate: 82.32 }),
        fund('fiscal', { executed: 489.19 }),
        fund('other', { executed: 87.02 }),
      ],
      evidence: read(
        {
          '/funds/0/executed': '576.81',
          '/funds/0/budgeted': '700.72',
          '/funds/0/executionRate': '82.32%',
          '/funds/1/executed': '489.19',
          '/funds/2/executed': '87.02',
        },
        ['/funds/0/executed', '/funds/1/executed'],
      ),
    });
    const twice = repair(money, { '/funds/0/executed': [other('576.21')], '/funds/1/executed': [other('489.79')] });
    expect(twice.funds.map(({ executed }) => executed)).toStrictEqual([576.81, 489.79, 87.02]);
    expect(twice.evidence['/funds/1/executed']).toMatchObject({ repair: { from: '489.19', to: '489.79' } });
    expect(twice.evidence['/funds/0/executed']?.repair).toBeUndefined();
  });

  test.each<[string, FormRecord, OtherNumbers]>([
    ['none of its readings mends the sum', misread, { '/indicators/2/score': [other('5'), other('9')] }],
    [
      'readings of two numbers would mend it',
      misread,
      { '/indicators/2/score': [other('8')], '/indicators/4/score': [other('15')] },
    ],
    ['nothing was held possible', misread, { '/indicators/2/score': [] }],
    ['the file spells it out', misread, {}],
  ])('stays where %s', (_, asRead, others) => {
    expect(repair(asRead, others)).toStrictEqual(asRead);
  });

  test('stays where another sum says that it was read right', () => {
    const weights = form({
      indicators: [
        indicator({ level1: '产出指标', level1Weight: 50, target: '1', weight: 20, score: 20 }),
        indicator({ level1: '产出指标', level1Weight: 50, target: '1', weight: 30, score: 30 }),
      ],
      funds: [fund('total', { weight: 10 })],
      evidence: read({ '/indicators/0/weight': '20', '/indicators/1/weight': '30' }, ['/indicators/0/weight']),
    });
    expect(repair(weights, { '/indicators/0/weight': [other('60')] }).indicators[0]?.weight).toBe(20);
  });

  test('in a merged cell changes every row that the cell covers, once in the sum', () => {
    const box = [10, 10, 30, 20] as const;
    const evidence: Evidence = { raw: '16', page: 1, box, confidence: 0.6, needsReview: true };
    const rows = [15, 15, 60].map((score) => indicator({ level3: '项', target: '1', actual: '1', score }));
    const merged = form({
      indicators: rows.map((row, index) => (index < 2 ? { ...row, score: 16 } : row)),
      totalScore: 75,
      evidence: {
        ...read({ '/totalScore': '75', '/indicators/2/score': '60' }),
        '/indicators/0/score': evidence,
        '/indicators/1/score': evidence,
      },
    });
    const others = { '/indicators/0/score': [other('15')], '/indicators/1/score': [other('15')] };
    const { indicators, evidence: repaired } = repair(merged, others);
    expect(indicators.map(({ score }) => score)).toStrictEqual([15, 15, 60]);
    expect(repaired['/indicators/1/score']?.repair?.to).toBe('15');
  });
});

test('a mistake of the form itself is not touched, however its digits were doubted elsewhere', () => {
  const own = scored([20, 20, 3, 40, 10], 100, ['/indicators/0/score']);
  expect(repair(own, { '/indicators/0/score': [other('26'), other('70')] })).toStrictEqual(own);
});

describe('a doubtful number that is right', () => {
  const others = { '/indicators/1/score': [other('26')] };

  test('needs no review where a sum holds with no other digits', () => {
    const doubted = scored([20, 20, 8, 40, 10], 98, ['/indicators/1/score']);
    const { evidence, indicators } = repair(doubted, others);
    expect(evidence['/indicators/1/score']).toMatchObject({ raw: '20', confidence: 0.99, needsReview: false });
    expect(evidence['/indicators/1/score']?.repair).toBeUndefined();
    expect(indicators).toStrictEqual(doubted.indicators);
  });

  test('stays for review where another term of the sum is doubtful', () => {
    const doubted = scored([20, 20, 8, 40, 10], 98, ['/indicators/1/score', '/totalScore']);
    expect(repair(doubted, { ...others, '/totalScore': [other('93')] })).toStrictEqual(doubted);
  });

  test('needs none where just one other term is doubtful, both hardly', () => {
    const pointers = ['/indicators/1/score', '/totalScore'] as const;
    const doubted = scored([20, 20, 8, 40, 10], 98, pointers);
    const surer = pointers.map((pointer) => [pointer, { ...doubted.evidence[pointer], confidence: 0.88 }]);
    const evidence = { ...doubted.evidence, ...Object.fromEntries(surer) } as FormRecord['evidence'];
    const after = repair({ ...doubted, evidence }, { '/indicators/1/score': [], '/totalScore': [] });
    expect(pointers.map((pointer) => after.evidence[pointer]?.needsReview)).toStrictEqual([false, false]);
  });

  test.each([
    { raw: '54.06%', executed: 1.130562, budgeted: 2.091309, needsReview: false },
    { raw: '54.05%', executed: 1.130562, budgeted: 2.091309, needsReview: true },
    { raw: '93.7\n3%', executed: 37811.6, budgeted: 40341, needsReview: false },
  ])(
    'as the rate $raw of $executed ÷ $budgeted needs review: $needsReview',
    ({ raw, executed, budgeted, needsReview }) => {
      const pointer = '/funds/0/executionRate';
      const numbers = { '/funds/0/budgeted': String(budgeted), '/funds/0/executed': String(executed), [pointer]: raw };
      const executionRate = Number(raw.replaceAll(/[\n%]/g, ''));
      const rate = form({
        funds: [fund('total', { budgeted, executed, executionRate })],
        evidence: read(numbers, [pointer]),
      });
      const { evidence } = repairForm(rate, { [pointer]: [] }, ministryChecks);
      expect(evidence[pointer]?.needsReview).toBe(needsReview);
    },
  );

  test('stays for review where its last digits do not change the sum', () => {
    const numbers = {
      '/funds/0/budgeted': '1180.25',
      '/funds/0/executed': '1180.25',
      '/funds/0/executionRate': '100%',
    };
    const doubtful = '/funds/0/budgeted';
    const money = form({
      funds: [fund('total', { budgeted: 1180.25, executed: 1180.25, executionRate: 100 })],
      evidence: read(numbers, [doubtful]),
    });
    expect(repairForm(money, { [doubtful]: [other('1180.26')] }, ministryChecks)).toStrictEqual(money);
    const rate = form({ ...money, evidence: read(numbers, ['/funds/0/executionRate']) });
    const { evidence } = repairForm(rate, { '/funds/0/executionRate': [] }, ministryChecks);
    expect(evidence['/funds/0/executionRate']?.needsReview).toBe(false);
  });

  test('confirms the next one', () => {
    const row = (level1: string, weight: number, level1Weight: number | null) =>
      indicator({ level1, weight, level1Weight });
    const weights = form({
      indicators: [
        row('产出指标', 20, 50),
        row('产出指标', 30, 50),
        row('效益指标', 40, null),
        row('效益指标', 10, null),
      ],
      evidence: read(
        {
          '/indicators/0/weight': '20',
          '/indicators/1/weight': '30',
          '/indicators/2/weight': '40',
          '/indicators/3/weight': '10',
          '/indicators/0/level1Weight': '产出指标（50分）',
        },
        ['/indicators/1/weight', '/indicators/2/weight'],
      ),
    });
    const { evidence } = repair(weights, { '/indicators/2/weight': [], '/indicators/1/weight': [other('36')] });
    expect(Object.values(evidence).filter(({ needsReview }) => needsReview)).toStrictEqual([]);
  });
});
