import { describe, expect, it, test } from 'vitest';
import type { FormRecord } from '../../src/model/record.ts';
import { unitsDiffer } from '../../src/rules/units-differ.ts';
import { findingsOf, messagesOf } from './form-builder.ts';

const differing = { reportingUnit: '共青团石家庄市委', implementingUnit: '中共石家庄市委组织部' };

describe('units-differ', () => {
  it('names both units', () => {
    expect(findingsOf(unitsDiffer, differing)).toStrictEqual([
      {
        message: '填报单位 共青团石家庄市委, 实施(主管)单位 中共石家庄市委组织部',
        fields: ['/reportingUnit', '/implementingUnit'],
      },
    ]);
  });

  test.each<[string, Partial<FormRecord>]>([
    ['they are one unit', { reportingUnit: '中共石家庄市委 组织部' }],
    ['one is the short name of the other', { reportingUnit: '市委组织部' }],
    ['the reporting unit is the supervising one', { supervisingUnit: '共青团石家庄市委' }],
    ['one has its code and a note', { reportingUnit: '[205]中共石家庄市委组织部（盖章）' }],
    ['one is a part of the other', { reportingUnit: '中共石家庄市委组织部机关' }],
    ['one is blank', { reportingUnit: null }],
  ])('says nothing where %s', (_, values) => {
    expect(messagesOf(unitsDiffer, { ...differing, ...values })).toStrictEqual([]);
  });
});
