import type { Indicator } from '../../model/record.ts';
import { foldText } from '../../text/fold.ts';

/**
 * Names under which a row asks for the project's own execution rate. Others speak of something else, whatever the
 * group is called: 政府采购预算执行率, 补助发放率, 部门预算执行率.
 */
const named =
  /^(?:(?:全年|年度|本年|项目)?(?:预算|资金|预算资金|项目资金|项目预算)(?:执行率|执行进度|执行情况)|执行率|预算执行)(?:指标|得分)?$/;
const spelled =
  /^(?:全年|年度|项目)?(?:实际)?(?:执行|支出)(?:金额|数|资金)?占(?:全年|年度|项目)?预算(?:金额|数|资金)?的?(?:百分比|比例|比率|比重)$/;

/** Whether the row's most particular name is that of the budget's execution rate (预算执行率). */
export function isExecutionIndicator({ level1, level2, level3 }: Indicator): boolean {
  const name = level3 ?? level2 ?? level1;
  if (name === null) return false;
  const folded = foldText(name);
  return named.test(folded) || spelled.test(folded);
}
