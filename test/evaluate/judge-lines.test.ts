import { expect, test } from 'vitest';
import { lineJudge } from '../../src/evaluate/judge-lines.ts';

const truth = {
  forms: [
    {
      projectName: '青少年科普活动经费',
      totalScore: '89.04',
      funds: [{ source: 'total' as const, budgeted: '35450', executionRate: '91.4%' }],
      goals: [],
      indicators: [
        { level1: '产出指标', level1Weight: '60', target: '不少于140场', deviation: '受疫情影响，推迟开展' },
      ],
    },
  ],
};
const judge = lineJudge(truth, []);
const verdictOf = (line: string): string => judge(line).verdict;

test.each(['青少年科普活动', '活动经费', '89.04', '91.4％', '140', '受疫情影响,', '产出指标(60分)', '项目经费：35450'])(
  '%s is right, or not known to be wrong',
  (line) => expect(verdictOf(line)).not.toBe('wrong'),
);

test.each(['青少年科普话动', '39.04', '不少于146场', '受疫情影响，椎迟开展'])('%s is wrong', (line) =>
  expect(verdictOf(line)).toBe('wrong'),
);

test('tells what is printed instead', () => {
  expect(judge('青少年科普话动经费')).toStrictEqual({ verdict: 'wrong', printed: '青少年科普活动经费' });
});

test.each(['注：本表一式三份存档', '2019年度', '- 1 -', '第1页 共2页'])('%s is unknown', (line) =>
  expect(verdictOf(line)).toBe('unknown'),
);
