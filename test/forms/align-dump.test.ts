import { describe, expect, test } from 'vitest';
import { alignForm } from '../../src/forms/align.ts';
import { type BuiltRecord, buildRecord } from '../../src/forms/build-record.ts';
import { segmentForms } from '../../src/forms/segment.ts';
import { dumpTable, line, rowsOf, shijiazhuang } from './table-builder.ts';

const rows = [
  ['一、基本情况', '项目名称', '教育经费', '实施(主管)单位', '市教育局'],
  ['二、预算执行情况', '预算安排情况(调整后)', '资金到位情况', '资金执行情况', '预算执行进度'],
  ['预算数:', '82', '到位数:', '82', '执行数:', '78.67', '95.94%'],
  ['三、目标完成情况', '年度预期目标', '具体完成情况', '总体完成率'],
  ['印刷材料', '已经印刷', '100%'],
  ['四、年度绩效指标完成情况', '一级指标', '二级指标', '三级指标', '预期指标值', '实际完成值', '自评得分'],
  ['产出指标(60)', '数量指标', '印刷数量', '≥100份', '120份', '60'],
  ['满意度指标(40)', '满意度指标', '群众满意度', '≥90%', '95%', '40'],
  ['总分', '100'],
  ['五、存在问题、原因及下一步整改措施', '进一步'],
  ['完善'],
];

/** A form as a dump whose tool leaves out blank cells, with one row in place of the one at `at`. */
function build(at = -1, row: readonly string[] = []): BuiltRecord {
  const table = dumpTable(rows.map((each, index) => (index === at ? row : each)));
  const [form] = segmentForms(rowsOf(line('市级部门预算项目绩效自评表'), line('(2019年度)'), table), [
    shijiazhuang,
  ]).forms;
  if (form === undefined) throw new Error('No form was found');
  return buildRecord(alignForm(form, shijiazhuang), { formIndex: 0, reviewBelow: 0.9 });
}

describe('a dump without blank cells', () => {
  test('is read, surely where one reading is much likelier than any other', () => {
    const { form, problems } = build();
    expect(problems).toStrictEqual([]);
    expect(form).toMatchObject({ executionRate: 95.94, totalScore: 100, issues: '进一步完善' });
    expect(form.funds).toMatchObject([{ budgeted: 82, received: 82, executed: 78.67 }]);
    expect(form.indicators).toMatchObject([
      { level1: '产出指标', level1Weight: 60, level3: '印刷数量', target: '≥100份', actual: '120份', score: 60 },
      { level1: '满意度指标', level1Weight: 40, level3: '群众满意度', score: 40 },
    ]);
    expect(Object.values(form.evidence).filter((evidence) => evidence.needsReview)).toStrictEqual([]);
  });

  test('says which blank may be none', () => {
    const { form, problems } = build(7, ['满意度指标(40)', '满意度指标', '群众满意度', '95%', '40']);
    const { target, actual } = form.indicators[1] ?? {};
    expect(new Set([target, actual])).toStrictEqual(new Set(['95%', null]));
    const [kept, lost] = target === null ? ['actual', 'target'] : ['target', 'actual'];
    expect(form.evidence[`/indicators/1/${kept}`]?.needsReview).toBe(true);
    expect(form.evidence['/indicators/1/score']?.needsReview).toBe(false);
    expect(problems).toMatchObject([{ code: 'blank-doubtful', form: 0, field: `/indicators/1/${lost}` }]);
  });

  test('may print merged cells again in each of their columns, labels too', () => {
    const { form, problems } = build(0, [
      '一、基本情况',
      ...['项目名称', '教育经费', '实施(主管)单位', '市教育局'].flatMap((text) => [text, text]),
    ]);
    expect(problems).toStrictEqual([]);
    expect(form).toMatchObject({ projectName: '教育经费', implementingUnit: '市教育局', supervisingUnit: null });
  });

  test('says what stands in no column', () => {
    const { form, problems } = build(7, ['满意度指标(40)', '满意度指标', '群众满意度', '≥90%', '95%', '40', '优秀']);
    expect(problems.map(({ code }) => code)).toContain('text-unplaced');
    expect(problems.find(({ code }) => code === 'text-unplaced')?.message).toMatch(/^"优秀" in line 8 /);
    expect(form.evidence['/indicators/1/score']?.needsReview).toBe(true);
  });
});
