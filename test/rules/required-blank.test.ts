import { describe, expect, it } from 'vitest';
import { requiredBlank } from '../../src/rules/required-blank.ts';
import { findingsOf, fund, indicator, messagesOf, shijiazhuangChecks, unusedRow } from './form-builder.ts';

const filled = { projectName: '业务培训费', implementingUnit: '市委组织部', funds: [fund('total', { budgeted: 0 })] };

describe('required-blank', () => {
  it('names each blank', () => {
    expect(findingsOf(requiredBlank, { ...filled, projectName: null, funds: [fund('total')] })).toStrictEqual([
      { message: '项目名称 is blank (/projectName)', fields: ['/projectName'] },
      { message: '预算数 is blank (/funds/0/budgeted)', fields: ['/funds/0/budgeted'] },
    ]);
  });

  it('looks into every row that is used', () => {
    const checks = { ...shijiazhuangChecks, required: ['/indicators/*/target'] };
    const indicators = [indicator(), unusedRow, indicator({ target: null, score: 10 })];
    expect(findingsOf(requiredBlank, { indicators }, checks)).toStrictEqual([
      { message: '指标值 is blank (/indicators/2/target)', fields: ['/indicators/2/target'] },
    ]);
  });

  it('says nothing where all is filled in, 0 included, or the record has no such cell', () => {
    expect(messagesOf(requiredBlank, filled)).toStrictEqual([]);
    expect(messagesOf(requiredBlank, { ...filled, funds: [] })).toStrictEqual([]);
  });

  it('says nothing of what could not be read, or the form does not print', () => {
    const values = { ...filled, projectName: null, implementingUnit: null, funds: [fund('total')] };
    const notBlank = new Set(['/projectName', '/funds/*/budgeted']);
    expect(messagesOf(requiredBlank, values, { ...shijiazhuangChecks, notBlank })).toStrictEqual([
      '实施单位 is blank (/implementingUnit)',
    ]);
  });
});
