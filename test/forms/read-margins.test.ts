import { describe, expect, test } from 'vitest';
import { readMargins } from '../../src/forms/read-margins.ts';
import type { TextLine } from '../../src/model/table.ts';
import { type Block, dumpTable, line, rowsOf, ruledTable, shijiazhuang, valuesOf } from './table-builder.ts';

const read = (...blocks: readonly Block[]): object => valuesOf(readMargins(rowsOf(...blocks), shijiazhuang.margins));

describe('readMargins', () => {
  test.each<[string, TextLine[], object]>([
    [
      'in lines of their own',
      [line('填报单位:教育局'), line('金额单位:万元')],
      { reportingUnit: '教育局', amountUnit: '万元' },
    ],
    ['in two runs', [line('填报单位：教育局', '金额单位：元')], { reportingUnit: '教育局', amountUnit: '元' }],
    ['in one run', [line('填报单位:教育局 金额单位:万元')], { reportingUnit: '教育局', amountUnit: '万元' }],
    [
      'in the next run',
      [line('填报单位:', '教育局', '单位:', '万元')],
      { reportingUnit: '教育局', amountUnit: '万元' },
    ],
    ['with spaces in the label', [line('填 报 人 : 马建尧')], { preparedBy: '马建尧' }],
    ['with a note in brackets', [line('填报单位（盖章）：教育局')], { reportingUnit: '教育局' }],
    ['with a damaged label', [line('填报单泣:教育局')], { reportingUnit: '教育局' }],
    ['on the next line', [line('联系电话:'), line('86686104')], { phone: '86686104' }],
    [
      'a name on the next line',
      [line('填报人:'), line('马建尧'), line('联系电话:86686104')],
      { preparedBy: '马建尧', phone: '86686104' },
    ],
    ['with a seal’s note', [line('填报单位（公章）：教育局')], { reportingUnit: '教育局' }],
    ['in brackets', [line('（单位：万元）')], { amountUnit: '万元' }],
    [
      'before labels of no field',
      [line('填报单位：教育局 填报日期：2022年3月5日', '单位：万元 第1页')],
      { reportingUnit: '教育局' },
    ],
    [
      'between labels of no field',
      [line('单位负责人：王某 填报人：马建尧 联系电话：86686104 填报日期：2022-03-05')],
      { preparedBy: '马建尧', phone: '86686104' },
    ],
    ['a phone of two numbers', [line('联系电话: 0311-86686104、86686105转3')], { phone: '0311-86686104、86686105转3' }],
  ])('values stand %s', (_, lines, expected) => {
    expect(read(...lines)).toStrictEqual(expected);
  });

  test.each<[string, TextLine[]]>([
    ['a blank', [line('填报单位:'), line('市级部门')]],
    ['another label', [line('填报人:', '联系电话:')]],
    ['no unit of money', [line('金额单位:教育局')]],
    ['no telephone number', [line('联系电话:见附件')]],
    ['a sentence on the next line', [line('填报人:'), line('本表由各单位填写并加盖公章')]],
    ['a dash', [line('填报人:—')]],
    ['words without a colon', [line('各填报单位应认真填写')]],
  ])('%s is no value', (_, lines) => {
    expect(read(...lines)).toStrictEqual({});
  });

  test('the first one counts', () => {
    expect(read(line('填报人:马建尧'), line('填报人:王某'))).toStrictEqual({ preparedBy: '马建尧' });
  });

  test('a table’s row is read likewise, but not the row below', () => {
    expect(read(ruledTable([['填报人', '马建尧', '联系电话', '86686104']]))).toStrictEqual({
      preparedBy: '马建尧',
      phone: '86686104',
    });
    expect(read(dumpTable([['填报人:马建尧', '联系电话:86686104']]))).toStrictEqual({
      preparedBy: '马建尧',
      phone: '86686104',
    });
    expect(read(ruledTable([['联系电话:'], ['86686104']]))).toStrictEqual({});
    expect(read(ruledTable([['联系电话:']]), line('86686104'))).toStrictEqual({});
  });

  test('a value knows its part of the line', () => {
    const values = readMargins(rowsOf(line('填报单位:教育局')), shijiazhuang.margins);
    // Eight characters on 80 points: the colon is half as wide as the others.
    expect(values.reportingUnit?.source).toMatchObject({
      raw: '教育局',
      place: { box: { right: 80, top: 0, bottom: 10 } },
    });
    const place = values.reportingUnit?.source?.place;
    expect(place?.kind === 'page' ? place.box.left : 0).toBeCloseTo(48, 9);
  });

  test('a damaged label leaves some doubt', () => {
    const values = readMargins(rowsOf(line('填报单泣:教育局')), shijiazhuang.margins);
    expect(values.reportingUnit?.certainty).toBeCloseTo(0.925, 9);
    expect(readMargins(rowsOf(line('填报单位:教育局')), shijiazhuang.margins).reportingUnit?.certainty).toBe(1);
  });
});
