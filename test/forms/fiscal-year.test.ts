import { describe, expect, test } from 'vitest';
import { alignForm } from '../../src/forms/align.ts';
import { buildRecord } from '../../src/forms/build-record.ts';
import { withoutYearLine } from '../../src/forms/fiscal-year.ts';
import { segmentForms } from '../../src/forms/segment.ts';
import type { Sourced } from '../../src/forms/sourced.ts';
import type { Table, TextLine } from '../../src/model/table.ts';
import { shijiazhuangForm, shijiazhuangTable, title } from './sample-forms.ts';
import { line, ministry, reading, rowsOf, shijiazhuang } from './table-builder.ts';

/** The years of all forms in these blocks. */
function yearsOf(...blocks: readonly (TextLine | Table)[]): Sourced<number>[] {
  const layouts = [ministry, shijiazhuang];
  return segmentForms(rowsOf(...blocks), layouts).forms.flatMap((form) => {
    const layout = layouts.find(({ id }) => id === form.layout);
    return layout === undefined ? [] : [alignForm(form, layout).fiscalYear];
  });
}
const yearOf = (...lines: readonly string[]): number | null | undefined =>
  yearsOf(...lines.map((text) => line(text)), shijiazhuangTable())[0]?.value;

describe('the fiscal year', () => {
  test.each([
    ['below the title', [title, '(2019 年度)'], 2019],
    ['in full-width brackets', [title, '（2019年度）'], 2019],
    ['in Chinese numerals', [title, '二〇一九年度'], 2019],
    ['in other zeros', [title, '二零二一年度'], 2021],
    ['with the letter for a zero', [title, '（二O二一年度）'], 2021],
    ['with the digit for a zero', [title, '二0二一年度'], 2021],
    ['above the title', ['2021年度', title], 2021],
    ['two lines above the title', ['附件3', '2021年度', title], 2021],
    ['in the title', [`2021年度${title}`], 2021],
    ['in the title, without 度', [`2021年${title}`], 2021],
    ['behind the title', [`${title}（2021年度）`], 2021],
    ['in the annex’s line', [`附件3 2021年度${title}`], 2021],
    ['in the department’s line above the title', ['临江市教育局2021年度', title], 2021],
    ['nearer to the title than another', ['2022年度决算公开', '附件', title, '(2021年度)'], 2021],
    ['with another without 度', ['2020年编制', title, '2019年度'], 2019],
  ])('stands %s', (_, lines, year) => {
    expect(yearOf(...lines)).toBe(year);
  });

  test.each([
    ['a date', [title, '填报日期:2020年1月5日']],
    ['a date that ends with the year', [title, '填报日期：2022年']],
    ['a moment', [title, '截至2022年底']],
  ])('%s is none', (_, lines) => {
    expect(yearOf(...lines)).toBeNull();
  });

  test.each(['3019', '1948', '2200', '三〇一九'])('that cannot be one (%s年度) is null, and told', (year) => {
    const [segment] = segmentForms(
      rowsOf(line('2022年度决算公开'), line(title), line(`（${year}年度）`), shijiazhuangTable()),
      [shijiazhuang],
    ).forms;
    if (segment === undefined) throw new Error('There is no form');
    const aligned = alignForm(segment, shijiazhuang);
    const { form, problems } = buildRecord(aligned, { formIndex: 0, reviewBelow: 0.9 });
    expect(form.fiscalYear).toBeNull();
    expect(problems).toMatchObject([{ code: 'not-a-number', field: '/fiscalYear', page: 1 }]);
    expect(problems[0]?.message).toBe(`"（${year}年度）" names no year from 1949 to 2199 (/fiscalYear)`);
  });

  test.each([1949, 2199])('may be %i', (year) => {
    expect(yearOf(title, `${year}年度`)).toBe(year);
  });

  test('of a span is its last, with doubt', () => {
    const [year] = yearsOf(line(title), line('2020-2022年度'), shijiazhuangTable());
    expect(year?.value).toBe(2022);
    expect(year?.certainty).toBeLessThan(0.9);
  });

  test('of a cover is that of all forms below it, with doubt', () => {
    const forms = [line(title), shijiazhuangTable(), line(title), shijiazhuangTable()];
    const years = yearsOf(line('某某局2021年度部门决算公开'), line('目录'), line('第一部分'), ...forms);
    expect(years.map(({ value }) => value)).toStrictEqual([2021, 2021]);
    for (const { certainty } of years) expect(certainty).toBeLessThan(0.9);
  });

  test('of the form above is not that of the form below', () => {
    expect(yearsOf(...shijiazhuangForm(), line(title), shijiazhuangTable()).map(({ value }) => value)).toStrictEqual([
      2019,
      null,
    ]);
  });

  test('may have a field of its own', () => {
    const basics = (...cells: string[]): Table =>
      shijiazhuangTable({ basics: [['一、基本情况', '项目名称', '教育经费', ...cells]] });
    expect(yearsOf(line(title), basics('预算年度', '2021年'))[0]?.value).toBe(2021);
    expect(yearsOf(line(title), basics('年度：2021'))[0]?.value).toBe(2021);
    expect(yearsOf(line(title), basics('年度', '见附件'))[0]?.value).toBeNull();
    expect(yearsOf(line(title), basics('预算年度', '3021年'))[0]).toMatchObject({ value: null, certainty: 0 });
  });
});

test('withoutYearLine: a title keeps a year in its line, and loses the line of the year below it', () => {
  const twoLines = { ...reading('项目支出绩效自评表（2021年度）'), raw: '项目支出绩效自评表\n（2021年度）' };
  expect(withoutYearLine(twoLines)).toMatchObject({ text: '项目支出绩效自评表', raw: '项目支出绩效自评表' });
  expect(withoutYearLine(reading('项目支出绩效自评表（2021年度）')).text).toBe('项目支出绩效自评表（2021年度）');
  const wrapped = { ...reading('2021年度项目支出绩效自评表'), raw: '2021年度项目支出\n绩效自评表' };
  expect(withoutYearLine(wrapped).text).toBe('2021年度项目支出绩效自评表');
});
