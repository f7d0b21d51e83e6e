import type { FormRecord } from '../model/record.ts';
import { isUnusedRow } from './facts/marks.ts';
import { defineRule, isKnownBlank, type Observation, type Rule, type RuleChecks } from './rule.ts';

/**
 * The fields that the layout requires. Rows that the body left unused are not asked for, nor fields that hold what
 * could not be read or that the form does not print: these have a problem of their own.
 */
export const requiredBlank: Rule = defineRule({
  id: 'required-blank',
  severity: 'error',
  title: 'A required field is blank',
  titleZh: '必填项空白',
  observe,
});

/** Chinese headings of the cells, by the last name of their pointer. */
const headings: Readonly<Record<string, string>> = {
  title: '标题',
  fiscalYear: '年度',
  reportingUnit: '填报单位',
  amountUnit: '金额单位',
  projectName: '项目名称',
  supervisingUnit: '主管部门',
  implementingUnit: '实施单位',
  initial: '年初预算数',
  budgeted: '预算数',
  received: '到位数',
  executed: '执行数',
  executionRate: '预算执行率',
  expected: '年度预期目标',
  completionRate: '总体完成率',
  level1: '一级指标',
  level2: '二级指标',
  level3: '三级指标',
  target: '指标值',
  weight: '分值',
  score: '得分',
  totalScore: '总分',
  issues: '存在问题、原因及下一步整改措施',
  preparedBy: '填报人',
  phone: '联系电话',
};

function observe(form: FormRecord, checks: RuleChecks): readonly Observation[] {
  return checks.required.flatMap((required) =>
    blanksAt(form, '', required.slice(1).split('/'))
      .filter((pointer) => !isInUnusedRow(form, pointer) && isKnownBlank(pointer, checks))
      .map((pointer) => ({ message: `${headingOf(pointer)} is blank (${pointer})`, fields: [pointer] })),
  );
}

/** Pointers of the nulls under `value` along `path`; none where the record does not have the path at all. */
function blanksAt(value: unknown, pointer: string, path: readonly string[]): readonly string[] {
  const [step, ...rest] = path;
  if (step === undefined) return value === null ? [pointer] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([name]) => name === step || (step === '*' && Array.isArray(value)))
    .flatMap(([name, child]) => blanksAt(child, `${pointer}/${name}`, rest));
}

function isInUnusedRow(form: FormRecord, pointer: string): boolean {
  const index = /^\/indicators\/(\d+)\//.exec(pointer)?.[1];
  const row = index === undefined ? undefined : form.indicators[Number(index)];
  return row !== undefined && isUnusedRow(row);
}

function headingOf(pointer: string): string {
  return headings[pointer.split('/').at(-1) ?? ''] ?? 'A required field';
}
