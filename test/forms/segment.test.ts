import { describe, expect, test } from 'vitest';
import type { Layout } from '../../src/forms/layout.ts';
import { segmentForms, type Segmentation } from '../../src/forms/segment.ts';
import { ownTexts } from '../../src/forms/flow.ts';
import type { Table, TextLine } from '../../src/model/table.ts';
import { shijiazhuangForm, shijiazhuangTable, title } from './sample-forms.ts';
import { line, ministry, ministryHead, rowsOf, ruledTable, shijiazhuang } from './table-builder.ts';

const layouts: readonly Layout[] = [ministry, shijiazhuang];
const segment = (...blocks: (TextLine | Table)[]): Segmentation => segmentForms(rowsOf(...blocks), layouts);

/** Each form as its layout, its title, its first text and the sections found. */
const outline = ({ forms }: Segmentation): unknown[] =>
  forms.map(({ layout, rows, titleRows, openings }) => ({
    layout,
    title: titleRows.flatMap((at) => rows.slice(at, at + 1)).flatMap((row) => ownTexts(row).map((cell) => cell.text)),
    first: rows.flatMap(ownTexts)[0]?.text,
    sections: openings.map((opening) => shijiazhuang.sections[opening.section]?.read),
  }));
const whole = {
  layout: 'shijiazhuang-2019',
  title: [title],
  first: '附件2',
  sections: ['fields', 'funds', 'goals', 'indicators', 'text'],
};

describe('one form', () => {
  test('has its layout, its title and its sections', () => {
    const found = segment(...shijiazhuangForm());
    expect(outline(found)).toStrictEqual([whole]);
    expect(found.problems).toStrictEqual([]);
    expect(found.forms[0]?.openings.every((opening) => opening.score >= 1)).toBe(true);
  });

  test('may lack its title', () => {
    expect(outline(segment(shijiazhuangTable()))).toStrictEqual([{ ...whole, title: [], first: '一、基本情况' }]);
  });

  test('may have its title in the first row of its table', () => {
    const table = shijiazhuangTable({
      basics: [[{ text: title, across: 8 }], ['一、基本情况', '项目名称', '教育经费']],
    });
    expect(outline(segment(table))).toStrictEqual([{ ...whole, first: title }]);
  });

  test.each([
    ['over two lines', ['市级部门预算项目', '绩效自评表'], ['市级部门预算项目', '绩效自评表']],
    ['split by the year’s line', ['市级部门预算项目', '(2019年度)', '绩效自评表'], ['市级部门预算项目', '绩效自评表']],
    ['with the year before it', ['2019年度市级部门预算项目绩效自评表'], ['2019年度市级部门预算项目绩效自评表']],
    ['with wrong characters', ['市级部门预算顶目绩效自评裘'], ['市级部门预算顶目绩效自评裘']],
    ['once on a cover and once above the table', [title, '目录', title], [title]],
  ])('may have its title %s', (_, lines, expected) => {
    const found = segment(...lines.map((text) => line(text)), line('填报单位:市教育局'), shijiazhuangTable());
    expect(outline(found)).toMatchObject([{ layout: 'shijiazhuang-2019', title: expected }]);
    expect(found.problems).toStrictEqual([]);
  });

  test('may lack a section', () => {
    const found = segment(line(title), shijiazhuangTable({ goals: [], issues: [] }));
    expect(outline(found)).toMatchObject([
      { layout: 'shijiazhuang-2019', sections: ['fields', 'funds', 'indicators'] },
    ]);
  });
});

describe('several forms', () => {
  test('are cut at their titles, each with the annex line above it', () => {
    const found = segment(...shijiazhuangForm(), ...shijiazhuangForm(), ...shijiazhuangForm());
    expect(outline(found)).toStrictEqual([whole, whole, whole]);
    const last = found.forms.map(
      ({ rows }) => ownTexts(rows.at(-1) ?? { page: 1, block: 0, kind: 'line', cells: [] })[0]?.text,
    );
    expect(last).toStrictEqual(['填报人:马建尧', '填报人:马建尧', '填报人:马建尧']);
  });

  test('without titles are cut where the next one’s first label stands', () => {
    expect(outline(segment(shijiazhuangTable(), line('填报人:某'), shijiazhuangTable()))).toHaveLength(2);
  });

  test('of two layouts are told apart', () => {
    const other = ruledTable([
      ['项目名称', { text: '体育经费', across: 8 }],
      ['主管部门', { text: '市体育局', across: 3 }, '实施单位', { text: '体育馆', across: 4 }],
      ['项目资金(万元)', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分', ''],
      ['', '年度资金总额', '100', '100', '90', '10', '90%', '9', ''],
      ['年度总体目标', { text: '预期目标', across: 4 }, { text: '实际完成情况', across: 4 }],
      ['', { text: '修缮', across: 4 }, { text: '已经修缮', across: 4 }],
      ministryHead,
      ['', '产出指标', '数量指标', '修缮数量', '1座', '1座', '90', '90', ''],
      [{ text: '总分', across: 6 }, '100', '99', ''],
    ]);
    const found = segment(...shijiazhuangForm(), line('项目支出绩效自评表'), other);
    expect(found.forms.map(({ layout }) => layout)).toStrictEqual(['shijiazhuang-2019', 'ministry-2020']);
    expect(found.problems).toStrictEqual([]);
  });
});

describe('another table', () => {
  const accounts = ruledTable([
    ['收入', '行次', '金额', '支出', '行次', '金额'],
    ['一、财政拨款收入', '1', '523.18', '一、教育支出', '30', '480.55'],
  ]);
  const lastTexts = ({ forms }: Segmentation): unknown[] =>
    forms.map(({ rows }) => rows.flatMap(ownTexts).at(-1)?.text);

  test('ends the form above it at its title', () => {
    const found = segment(...shijiazhuangForm(), line('收入支出决算总表'), line('单位:万元'), accounts);
    expect(outline(found)).toStrictEqual([whole]);
    expect(lastTexts(found)).toStrictEqual(['联系电话:86686104']);
    expect(found.problems).toStrictEqual([]);
  });

  test('between two forms is part of neither', () => {
    const found = segment(...shijiazhuangForm(), line('收入支出决算总表'), accounts, ...shijiazhuangForm());
    expect(outline(found)).toStrictEqual([whole, whole]);
    expect(lastTexts(found)).toStrictEqual(['联系电话:86686104', '联系电话:86686104']);
  });

  test('between a form and one without a title is part of neither', () => {
    const found = segment(...shijiazhuangForm(), line('收入支出决算总表'), accounts, shijiazhuangTable());
    expect(outline(found)).toMatchObject([whole, { title: [] }]);
    expect(lastTexts(found)[0]).toBe('联系电话:86686104');
  });
});

describe('a form of another kind', () => {
  test.each(['部门整体支出绩效自评表', '项目支出绩效目标申报表（2022年度）', '2021年度项目绩效自评复核表'])(
    'that is titled %s is never read by a layout that it looks like',
    (other) => {
      const found = segment(line(other), shijiazhuangTable());
      expect(found.forms).toStrictEqual([]);
      expect(found.problems).toMatchObject([{ code: 'unknown-form', stage: 'segment' }]);
      expect(found.problems[0]?.message).toContain(`"${other}" is by its title another kind of form`);
      expect(found.problems[0]?.message).toMatch(/nearest is shijiazhuang-2019/);
    },
  );

  test('beside ours is told, and ours is read', () => {
    const found = segment(...shijiazhuangForm(), line('绩效目标申报表'), shijiazhuangTable(), ...shijiazhuangForm());
    expect(outline(found)).toStrictEqual([whole, whole]);
    expect(found.problems).toHaveLength(1);
  });

  test('that has targets and no results is none of ours', () => {
    const found = segment(
      ruledTable([
        ['项目名称', '社区矫正经费', '', ''],
        ['主管部门', '市司法局', '实施单位', '矫正中心'],
        ['一级指标', '二级指标', '三级指标', '指标值'],
        ['产出指标', '数量指标', '矫正人数', '≥350人'],
      ]),
    );
    expect(found.forms).toStrictEqual([]);
    expect(found.problems[0]?.message).toMatch(/sections found: 项目名称$/);
  });
});

describe('what fits no layout', () => {
  test('is reported with the nearest one, and never forced into it', () => {
    const table = shijiazhuangTable({ goals: [], indicators: [], issues: [] });
    const found = segment(line('部门整体支出绩效报告'), table);
    expect(found.forms).toStrictEqual([]);
    expect(found.problems).toMatchObject([{ code: 'unknown-form', stage: 'segment', page: 1 }]);
    expect(found.problems[0]?.message).toMatch(/nearest is shijiazhuang-2019 .*at 33 %, 60 % is needed/);
    expect(found.problems[0]?.message).toMatch(/sections found: 一、基本情况, 二、预算执行情况$/);
  });

  test('does not keep the forms beside it from being read', () => {
    const stub = ruledTable([
      ['一、基本情况', '项目名称', '体育经费'],
      ['其他内容', '甲', '乙'],
    ]);
    const found = segment(...shijiazhuangForm(), line(title), stub);
    expect(outline(found)).toStrictEqual([whole]);
    expect(found.problems).toMatchObject([{ code: 'unknown-form' }]);
  });

  test.each([
    ['a letter', [line('关于报送材料的函'), line('请予审核')]],
    [
      'a table of another kind',
      [
        ruledTable([
          ['姓名', '职务'],
          ['马建尧', '主任'],
        ]),
      ],
    ],
  ])('%s is no form', (_, blocks) => {
    const found = segment(...blocks);
    expect(found.forms).toStrictEqual([]);
    expect(found.problems).toMatchObject([{ code: 'no-form', stage: 'segment' }]);
  });

  test('nothing is no problem of its own', () => {
    expect(segment()).toStrictEqual({ forms: [], problems: [] });
  });
});

describe('a title printed again on a later page', () => {
  const again = [line('- 2 -'), line(title)];

  test.each([
    ['between its indicators', { issues: [] }, { basics: [], funds: [], goals: [] }],
    ['behind its first row', { funds: [], goals: [], indicators: [], issues: [] }, { basics: [] }],
    ['between two sections', { goals: [], indicators: [], issues: [] }, { basics: [], funds: [] }],
  ])('%s begins no form', (_, first, second) => {
    const found = segment(line(title), shijiazhuangTable(first), ...again, shijiazhuangTable(second));
    expect(found.forms).toHaveLength(1);
    expect(found.problems).toStrictEqual([]);
  });

  test('begins one where a money table follows a money table', () => {
    const found = segment(line(title), shijiazhuangTable(), ...again, shijiazhuangTable({ basics: [] }));
    expect(found.forms).toHaveLength(2);
  });
});
