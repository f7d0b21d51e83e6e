import { describe, expect, test } from 'vitest';
import { alignForm, type AlignedForm } from '../../src/forms/align.ts';
import { type BuiltRecord, buildRecord } from '../../src/forms/build-record.ts';
import { segmentForms } from '../../src/forms/segment.ts';
import type { Table, TextLine } from '../../src/model/table.ts';
import { ministryTable, shijiazhuangForm, shijiazhuangRows, shijiazhuangTable, title } from './sample-forms.ts';
import { line, ministry, rowsOf, shijiazhuang, valuesOf } from './table-builder.ts';

function align(...blocks: (TextLine | Table)[]): AlignedForm {
  const [form] = segmentForms(rowsOf(...blocks), [ministry, shijiazhuang]).forms;
  if (form === undefined) throw new Error('No form was found');
  return alignForm(form, form.layout === ministry.id ? ministry : shijiazhuang);
}
const build = (...blocks: (TextLine | Table)[]): BuiltRecord =>
  buildRecord(align(...blocks), { formIndex: 3, reviewBelow: 0.9 });

const whole = {
  layout: 'shijiazhuang-2019',
  pages: [1],
  title,
  fiscalYear: 2019,
  reportingUnit: '市教育局',
  amountUnit: '万元',
  projectName: '教育经费',
  supervisingUnit: null,
  implementingUnit: '市教育局',
  executionRate: 95.94,
  goals: [{ expected: '印刷材料', actual: '已经印刷', completionRate: 100 }],
  totalScore: 100,
  issues: '进一步完善',
  preparedBy: '马建尧',
  phone: '86686104',
  findings: [],
};

describe('a whole form', () => {
  test('is aligned to its fields', () => {
    const { form, problems } = build(...shijiazhuangForm());
    expect(form).toMatchObject(whole);
    expect(form.funds.map((fund) => [fund.source, fund.budgeted, fund.received, fund.executed])).toStrictEqual([
      ['total', 82, 82, 78.67],
      ['fiscal', 82, 82, 78.67],
      ['other', null, null, null],
    ]);
    expect(form.indicators.map((row) => [row.level1, row.level1Weight, row.level3, row.score])).toStrictEqual([
      ['产出指标', 60, '印刷数量', 60],
      ['满意度指标', 40, '群众满意度', 40],
    ]);
    expect(problems).toStrictEqual([]);
  });

  test('has evidence for each value and for no blank', () => {
    const { evidence } = build(...shijiazhuangForm()).form;
    expect(evidence['/funds/0/executed']).toStrictEqual({
      raw: '78.67',
      page: 1,
      box: [600, 40, 700, 60],
      confidence: 1,
      needsReview: false,
    });
    expect(evidence['/funds/2/executed']).toBeUndefined();
    expect(evidence['/supervisingUnit']).toBeUndefined();
    expect(evidence['/indicators/0/level1Weight']?.raw).toBe('产出指标(60)');
  });
});

describe('pages', () => {
  test('are those of the title and of all rows of the table', () => {
    const rowCount = shijiazhuangTable().rowCount;
    const pages = Array.from({ length: rowCount }, (_, row) => (row < 6 ? 2 : 3));
    expect(align(...shijiazhuangForm(shijiazhuangTable({}, pages))).pages).toStrictEqual([1, 2, 3]);
    expect(align(shijiazhuangTable({}, pages)).pages).toStrictEqual([2, 3]);
  });
});

describe('the title', () => {
  test('over two lines is one text', () => {
    const { form } = build(line('市级部门预算项目'), line('(2019年度)'), line('绩效自评表'), shijiazhuangTable());
    expect(form).toMatchObject({ title, fiscalYear: 2019 });
    expect(form.evidence['/title']?.raw).toBe('市级部门预算项目\n绩效自评表');
  });

  test('may be missing', () => {
    expect(build(shijiazhuangTable()).form).toMatchObject({ title: null, fiscalYear: null, projectName: '教育经费' });
  });
});

describe('what the form does not print', () => {
  test('is known, and told where every form of the layout has it', () => {
    const basics = [['一、基本情况', '项目名称', { text: '教育经费', across: 6 }]];
    const { form, problems } = build(line(title), shijiazhuangTable({ basics }));
    expect(form.implementingUnit).toBeNull();
    expect(problems).toMatchObject([{ code: 'label-missing', field: '/implementingUnit', form: 3, page: 1 }]);
    const { absentFields } = align(line(title), shijiazhuangTable({ basics }));
    expect(absentFields.filter((pointer) => !pointer.includes('*'))).toStrictEqual([
      '/supervisingUnit',
      '/implementingUnit',
    ]);
  });

  test('a label with a blank beside it is printed', () => {
    const basics = [['一、基本情况', '项目名称', '教育经费', '实施(主管)单位', { text: '', across: 4 }]];
    const { form, problems } = build(line(title), shijiazhuangTable({ basics }));
    expect(form.implementingUnit).toBeNull();
    expect(problems).toStrictEqual([]);
  });

  test('columns and the total’s row likewise', () => {
    const indicators = shijiazhuangRows.indicators.slice(0, -1).map((row) => row.slice(0, -1));
    const funds = shijiazhuangRows.funds.map((row, at) => row.slice(0, at === 0 ? 3 : 4));
    const { absentFields } = align(line(title), shijiazhuangTable({ funds, indicators }));
    expect(absentFields).toStrictEqual(
      expect.arrayContaining(['/indicators/*/score', '/totalScore', '/funds/*/executed']),
    );
  });
});

describe('fields of the table', () => {
  const withoutBasics = shijiazhuangTable({ basics: [] });

  test('may stand in lines above it', () => {
    const { form, problems } = build(
      line(title),
      line('项目名称：教育经费'),
      line('主管部门：市政府 实施单位：市教育局 填报日期：2020年3月1日'),
      withoutBasics,
    );
    expect(form).toMatchObject({ projectName: '教育经费', supervisingUnit: '市政府', implementingUnit: '市教育局' });
    expect(problems).toStrictEqual([]);
  });

  test('the phone below the table comes before one inside', () => {
    const [ministryForm] = segmentForms(
      rowsOf(line('项目支出绩效自评表'), ministryTable(), line('填报人：马建尧 联系电话：86686104')),
      [ministry],
    ).forms;
    if (ministryForm === undefined) throw new Error('There is no form');
    const { fields } = alignForm(ministryForm, ministry);
    expect(valuesOf(fields)).toMatchObject({ phone: '86686104', preparedBy: '马建尧', totalScore: 97.5 });
  });
});

describe('forms in one table', () => {
  test('share what stands above the first, with doubt', () => {
    const forms = segmentForms(rowsOf(line('2021年度项目支出绩效自评表'), line('单位：万元'), ministryTable(2)), [
      ministry,
    ]).forms;
    const aligned = forms.map((each) => alignForm(each, ministry));
    expect(aligned.map(({ fiscalYear }) => fiscalYear.value)).toStrictEqual([2021, 2021]);
    expect(aligned.map(({ fields }) => fields.amountUnit?.value)).toStrictEqual(['万元', '万元']);
    expect(aligned[1]?.fiscalYear.certainty).toBeLessThan(0.9);
    expect(aligned[1]?.fields.amountUnit?.certainty).toBeLessThan(0.9);
  });
});

describe('rows of the indicators', () => {
  const [header = [], printed = [], ...others] = shijiazhuangRows.indicators;
  const row = (text: string, mark: string): (string | { text: string; across: number })[] => [
    { text, across: 6 },
    mark,
  ];

  test('that are not understood are told', () => {
    const { problems } = build(
      line(title),
      shijiazhuangTable({ indicators: [header, printed, row('加分项', '5'), ...others] }),
    );
    expect(problems).toMatchObject([{ code: 'unknown-row', form: 3, page: 1 }]);
    expect(problems[0]?.message).toContain('"加分项" of the indicator table');
  });

  test('may have the marks of the money table', () => {
    const { form, problems } = build(
      line(title),
      shijiazhuangTable({ indicators: [header, printed, row('预算执行率得分', '9.6'), ...others] }),
    );
    expect(form.funds.map(({ source, score }) => [source, score]).slice(0, 2)).toStrictEqual([
      ['total', 9.6],
      ['fiscal', null],
    ]);
    expect(form.evidence['/funds/0/score']?.raw).toBe('9.6');
    expect(problems).toStrictEqual([]);
  });
});

describe('the total score', () => {
  const withoutTotal = shijiazhuangRows.indicators.slice(0, -1);
  const blankTotal = [...withoutTotal, [{ text: '总分', across: 6 }, '']];

  test.each([
    ['no row for it', withoutTotal],
    ['a blank in its row', blankTotal],
  ])('stands below a table with %s', (_, indicators) => {
    const { form } = build(line(title), shijiazhuangTable({ indicators }), line('自评得分：97.5分', '填报人：马建尧'));
    expect(form).toMatchObject({ totalScore: 97.5, preparedBy: '马建尧' });
  });

  test('of the table comes before one beside it', () => {
    expect(build(line(title), shijiazhuangTable(), line('自评得分：97.5分')).form.totalScore).toBe(100);
  });
});

describe('the unit of amounts', () => {
  test('that two places say differently is a problem', () => {
    const funds = shijiazhuangRows.funds.map((row, at) =>
      at === 0 ? [{ text: '二、预算执行情况(元)', down: 4 }, ...row.slice(1)] : row,
    );
    const { form, problems } = build(line(title), line('金额单位：万元'), shijiazhuangTable({ funds }));
    expect(form.amountUnit).toBe('万元');
    expect(form.evidence['/amountUnit']?.needsReview).toBe(true);
    expect(problems).toMatchObject([{ code: 'amount-units-differ', form: 3, page: 1, field: '/amountUnit' }]);
  });

  test('stands above the table, or in the heading of the money', () => {
    const funds = shijiazhuangRows.funds.map((row, at) =>
      at === 0 ? [{ text: '二、预算执行情况(万元)', down: 4 }, ...row.slice(1)] : row,
    );
    expect(align(line(title), shijiazhuangTable({ funds })).fields.amountUnit?.value).toBe('万元');
    expect(align(line(title), line('金额单位:元'), shijiazhuangTable({ funds })).fields.amountUnit?.value).toBe('元');
    expect(align(line(title), shijiazhuangTable()).fields.amountUnit?.value ?? null).toBeNull();
  });
});

describe('a section that is missing', () => {
  test.each([
    ['goals', { goals: [], totalScore: 100, issues: '进一步完善' }, []],
    ['issues', { issues: null, totalScore: 100 }, []],
    ['indicators', { indicators: [], totalScore: null, issues: '进一步完善' }, ['section-missing']],
  ] as const)('%s leaves its values blank and the others as they are', (name, expected, codes) => {
    const { form, problems } = build(line(title), shijiazhuangTable({ [name]: [] }));
    expect(form).toMatchObject({ projectName: '教育经费', executionRate: 95.94, ...expected });
    expect(problems.map((problem) => problem.code)).toStrictEqual(codes);
  });
});

describe('what is not as it should be', () => {
  test('a column that the layout does not know is a problem', () => {
    const [head = [], ...rows] = shijiazhuangRows.indicators;
    const indicators = [head.map((cell) => (cell === '实际完成值' ? '责任处室' : cell)), ...rows];
    const { form, problems } = build(line(title), shijiazhuangTable({ indicators }));
    expect(problems).toMatchObject([
      { code: 'unknown-column', stage: 'align', form: 3, page: 1 },
      { code: 'column-missing', stage: 'align', form: 3, page: 1 },
    ]);
    expect(problems.map(({ message }) => message)).toStrictEqual([
      expect.stringContaining('责任处室'),
      expect.stringContaining('"实际完成值"'),
    ]);
    expect(form.indicators.map((row) => [row.target, row.actual, row.score])).toStrictEqual([
      ['≥100份', null, 60],
      ['≥90%', null, 40],
    ]);
  });

  test('a text where a number belongs is a problem, and null', () => {
    const funds = shijiazhuangRows.funds.map((row) => row.map((cell) => (cell === '78.67' ? '约78' : cell)));
    const { form, problems } = build(line(title), shijiazhuangTable({ funds }));
    expect(form.funds[0]).toMatchObject({ budgeted: 82, executed: null });
    expect(form.evidence['/funds/0/executed']).toBeUndefined();
    expect(problems).toMatchObject([
      { code: 'not-a-number', field: '/funds/0/executed', form: 3, page: 1, stage: 'align' },
      { code: 'not-a-number', field: '/funds/1/executed' },
    ]);
  });

  test.each([
    ['1.2', 1.2, true],
    ['0.992', 99.2, false],
    ['１００％', 100, false],
  ])('a rate of %s is %d, to be reviewed: %s', (text, value, needsReview) => {
    const goals = shijiazhuangRows.goals.map((row) => row.map((cell) => (cell === '100%' ? text : cell)));
    const { form } = build(line(title), shijiazhuangTable({ goals }));
    expect(form.goals[0]?.completionRate).toBe(value);
    expect(form.evidence['/goals/0/completionRate']).toMatchObject({ raw: text, needsReview });
  });

  test('what was read less surely than asked for needs review', () => {
    const table = shijiazhuangTable();
    const cells = table.cells.map((cell) => (cell.text === '78.67' ? { ...cell, confidence: 0.85 } : cell));
    const { evidence } = build(...shijiazhuangForm({ ...table, cells })).form;
    expect(evidence['/funds/0/executed']).toMatchObject({ confidence: 0.85, needsReview: true });
    expect(evidence['/funds/0/budgeted']).toMatchObject({ confidence: 1, needsReview: false });
  });

  test('a damaged label still leads to its value, and one character less needs no review', () => {
    const basics = [['一、基本情况', '顶目名称', '教育经费', '实施(主管)单位', '市教育局']];
    const { fields } = align(line(title), shijiazhuangTable({ basics }));
    expect(valuesOf(fields)).toMatchObject({ projectName: '教育经费', implementingUnit: '市教育局' });
    expect(fields.projectName?.certainty).toBeCloseTo(0.925, 9);
  });
});
