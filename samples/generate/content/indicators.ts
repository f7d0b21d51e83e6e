import { deviationReasons, wordTargets } from '../data/words.ts';
import type { Random } from '../random.ts';
import type { Indicator, LayoutName } from '../record.ts';
import { spellMarks } from './decimals.ts';
import { cutMarks, type MarkStep, splitMarks } from './marks.ts';
import type { IndicatorKind, IndicatorTemplate, ProjectTemplate } from './projects.ts';
import { drawOutcome } from './targets.ts';

/** One level-1 group of a form's scheme. `kinds` says which indicators belong to it. */
interface Group {
  readonly name: string;
  readonly marks: number;
  readonly kinds: readonly IndicatorKind[] | 'execution';
}

/** Indicators with their marks still in hundredths, for sums. */
export interface ScoredIndicator {
  readonly record: Indicator;
  readonly full: number;
  readonly score: number;
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

/** Draws the indicator rows of a form. `rate` is the execution rate that an execution indicator repeats. */
export function inventIndicators(
  project: ProjectTemplate,
  form: { layout: LayoutName; groups: readonly Group[]; rate: string },
  random: Random,
): ScoredIndicator[] {
  const step = random.weighted<MarkStep>([
    [100, 66],
    [50, 16],
    [10, 10],
    [1, 8],
  ]);
  const careless = random.weighted<number>([
    [0, 30],
    [0.1, 50],
    [0.3, 20],
  ]);
  const weighted = form.layout === 'shijiazhuang-2019' ? random.chance(0.85) : random.chance(0.15);
  const numbering = form.layout === 'ministry-2020' && random.chance(0.1);
  const twins = random.chance(0.08);
  return form.groups.flatMap((group) => {
    const templates = templatesOf(project, group, form.rate, random);
    const marks = splitMarks(group.marks * 100, templates.length, step, random);
    return templates.map((template, index) => {
      const full = marks[index] ?? 0;
      const scored = scoreRow(template, full, careless, random);
      const level3 = numbering && group.kinds !== 'execution' ? `指标${index + 1}：${template.name}` : template.name;
      const record: Indicator = {
        level1: group.name,
        level1Weight: weighted ? String(group.marks) : undefined,
        level2: twins && group.kinds !== 'execution' ? level3 : level2Of(template.kind, group, random),
        level3,
        target: scored.target,
        actual: scored.actual,
        weight: form.layout === 'ministry-2020' ? spellMarks(full) : undefined,
        score: spellMarks(scored.score),
        deviation: form.layout === 'ministry-2020' ? scored.deviation : undefined,
      };
      return { record, full, score: scored.score };
    });
  });
}

function templatesOf(project: ProjectTemplate, group: Group, rate: string, random: Random): IndicatorTemplate[] {
  if (group.kinds === 'execution') return [executionIndicator(rate, random)];
  const kinds = group.kinds;
  const fitting = project.indicators.filter((each) => kinds.includes(each.kind));
  if (fitting.length === 0)
    return [{ kind: kinds[0] ?? '社会', name: '工作任务完成率', target: '≥95%', achieved: '100%' }];
  const dropped = fitting.filter(() => random.chance(0.8));
  const chosen = dropped.length === 0 ? fitting.slice(0, 1) : dropped;
  const [target, achieved] = random.pick(wordTargets);
  return chosen.map((each) => (random.chance(0.05) ? { ...each, target, achieved } : each));
}

function executionIndicator(rate: string, random: Random): IndicatorTemplate {
  const target = random.weighted([
    ['≥95%', 40],
    ['执行率≥80%', 25],
    ['100%', 20],
    ['≥90%', 15],
  ]);
  const name = random.weighted([
    ['全年执行金额占预算金额百分比', 80],
    ['预算执行率', 20],
  ]);
  return { kind: '时效', name, target: `@${target}`, achieved: rate || '0' };
}

function scoreRow(template: IndicatorTemplate, full: number, careless: number, random: Random) {
  if (template.target.startsWith('@')) {
    const points = Number(template.achieved.replace(/[%％]/, ''));
    const rate =
      template.achieved === '' || /[%％]/.test(template.achieved) ? points : points <= 1.5 ? points * 100 : points;
    const score = rate >= 80 ? full : cutMarks(full, random);
    return { target: template.target.slice(1), actual: template.achieved, score, deviation: undefined };
  }
  const outcome = drawOutcome(template, careless, random);
  const cut = outcome.missed ? random.chance(0.8) : random.chance(careless * 0.4);
  const score = cut ? cutMarks(full, random) : full;
  const explained = score < full ? random.chance(0.85) : outcome.missed && random.chance(0.3);
  const idle = random.chance(0.04) ? '无' : undefined;
  return {
    target: random.chance(0.01) ? undefined : outcome.target,
    actual: random.chance(0.01) ? undefined : outcome.actual,
    score,
    deviation: explained ? random.pick(deviationReasons) : idle,
  };
}

function level2Of(kind: IndicatorKind, group: Group, random: Random): string {
  if (group.kinds === 'execution') return '预算执行率';
  if (group.name === '成本指标') return random.pick(['经济成本指标', '社会成本指标']);
  if (kind === '满意') return group.marks >= 10 ? '服务对象满意度指标' : '满意度指标';
  const names: Record<Exclude<IndicatorKind, '满意'>, string> = {
    数量: '数量指标',
    质量: '质量指标',
    时效: '时效指标',
    成本: '成本指标',
    经济: '经济效益指标',
    社会: '社会效益指标',
    生态: '生态效益指标',
    持续: '可持续影响指标',
  };
  return names[kind];
}
