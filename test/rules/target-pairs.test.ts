import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { judgeTarget } from '../../src/rules/facts/target-verdict.ts';
import { indicator } from './form-builder.ts';

/**
 * Targets and actual values as forms print them, with what a careful auditor says: the arithmetic of a miss,
 * `unit-mismatch`, or `-` where the target is met or nothing can be said.
 */
const pairs = readFileSync(new URL('target-pairs.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1);

test.each(pairs)('%s', (line) => {
  const [level2 = '', level3 = '', target = '', actual = '', expected] = line.split('\t');
  const level1 = level2.startsWith('成本') ? '成本指标' : '产出指标';
  const comparison = judgeTarget(indicator({ level1, level2, level3, target, actual }), 2021);
  const isMismatch = comparison?.verdict === 'not-comparable' && comparison.reason === 'unit-mismatch';
  const said = comparison?.verdict === 'missed' ? comparison.arithmetic : isMismatch ? 'unit-mismatch' : '-';
  expect(said).toBe(expected);
});
