import { describe, expect, it, test } from 'vitest';
import { goalCopied } from '../../src/rules/goal-copied.ts';
import { findingsOf, goal, messagesOf } from './form-builder.ts';

describe('goal-copied', () => {
  it('points at the goal that is repeated', () => {
    const goals = [goal('完成本年度培训任务', '已培训120人'), goal('完成大组工网扩容', '完成大组工网扩容')];
    expect(findingsOf(goalCopied, { goals })).toStrictEqual([
      {
        message: '具体完成情况 repeats 年度预期目标 word for word (8 characters)',
        fields: ['/goals/1/actual', '/goals/1/expected'],
      },
    ]);
  });

  test.each([
    ['发挥“四个意识”, 形成体系；', '发挥"四个意识"，形成体系。', 1],
    ['完成 （一期） 工程建设', '完成(一期)工程建设', 1],
    ['培训100人以上', '培训101人以上', 0],
    ['完成率达到95%以上', '完成率达到95以上', 0],
    ['全部完成', '全部完成', 0],
    ['完成全年各项任务', null, 0],
    [null, null, 0],
  ])('%s, %s: %d', (expected, actual, count) => {
    expect(messagesOf(goalCopied, { goals: [goal(expected, actual)] })).toHaveLength(count);
  });
});
