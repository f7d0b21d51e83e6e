import type { Random } from '../random.ts';
import type { LayoutName } from '../record.ts';
import type { IndicatorKind } from './projects.ts';

/** One level-1 group of a form's scheme. `kinds` says which indicators belong to it. */
export interface Group {
  readonly name: string;
  readonly marks: number;
  readonly kinds: readonly IndicatorKind[] | 'execution';
}

const outputKinds = ['数量', '质量', '时效', '成本'] as const;
const effectKinds = ['经济', '社会', '生态', '持续'] as const;

const output = (marks: number): Group => ({ name: '产出指标', marks, kinds: outputKinds });
const effect = (marks: number, name = '效益指标'): Group => ({ name, marks, kinds: effectKinds });
const contentment = (marks: number): Group => ({ name: '满意度指标', marks, kinds: ['满意'] });
const execution = (marks: number): Group => ({ name: '预算执行率指标', marks, kinds: 'execution' });
const cost = (marks: number): Group => ({ name: '成本指标', marks, kinds: ['成本'] });

const citySchemes: readonly (readonly [readonly Group[], number])[] = [
  [[output(40), execution(10), effect(40), contentment(10)], 30],
  [[output(50), effect(30), contentment(10), execution(10)], 18],
  [[execution(10), output(50), effect(30), contentment(10)], 10],
  [[output(50), effect(50, '效果指标')], 14],
  [[output(60), effect(40, '效果指标')], 6],
  [[output(60), execution(20), contentment(20)], 7],
  [[output(30), execution(30), effect(40)], 5],
  [[output(100)], 5],
];

const ministrySchemes: readonly (readonly [readonly Group[], number])[] = [
  [[output(50), effect(30), contentment(10)], 62],
  [[output(40), effect(40), contentment(10)], 12],
  [[output(60), effect(30)], 5],
  [[output(50), effect(40, '效果指标')], 6],
  [[cost(20), output(40), effect(20), contentment(10)], 9],
  [[output(40), effect(30), contentment(10)], 6],
];

/** The marks that a ministry scheme leaves to the execution rate, in hundredths. */
export function executionMarks(groups: readonly Group[]): number {
  return 10000 - groups.reduce((sum, group) => sum + group.marks * 100, 0);
}

/** Draws which level-1 groups a form has and what they weigh. */
export function drawScheme(layout: LayoutName, random: Random): readonly Group[] {
  return random.weighted(layout === 'shijiazhuang-2019' ? citySchemes : ministrySchemes);
}
