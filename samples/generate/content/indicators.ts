import { textOdds as odds } from '../data/odds.ts';
import { deviationReasons, wordTargets } from '../data/words.ts';
import type { Random } from '../random.ts';
import type { Indicator, LayoutName } from '../record.ts';
import { spellMarks } from './decimals.ts';
import { cutMarks, type MarkStep, splitMarks } from './marks.ts';
import type { IndicatorKind, IndicatorTemplate, ProjectTemplate } from './projects.ts';
import type { Group } from './schemes.ts';
import { drawOutcome } from './targets.ts';

/** Indicators with their marks still in hundredths, for sums. */
export interface ScoredIndicator {
  readonly record: Indicator;
  readonly full: number;
  readonly score: number;
}

/** What a form's rows have in common. */
interface RowHabits {
  readonly layout: LayoutName;
  readonly groups: readonly Group[];
  /** The execution rate that an execution indicator repeats. */
  readonly rate: string;
  readonly step: MarkStep;
  readonly missRate: number;
  /** Weights are printed on the level-1 names. */
  readonly weighted: boolean;
  /** 指标1： stands before the names. */
  readonly numbered: boolean;
  /** Level 2 repeats level 3. */
  readonly twins: boolean;
}

/** Draws the indicator rows of a form. */
export function inventIndicators(
  project: ProjectTemplate,
  form: Pick<RowHabits, 'layout' | 'groups' | 'rate'>,
  random: Random,
): ScoredIndicator[] {
  const habits: RowHabits = {
    ...form,
    step: random.weighted<MarkStep>(odds.markStep),
    missRate: random.weighted<number>(odds.missRate),
    weighted: random.chance(form.layout === 'shijiazhuang-2019' ? 0.85 : 0.15),
    numbered: form.layout === 'ministry-2020' && random.chance(0.1),
    twins: random.chance(0.08),
  };
  return form.groups.flatMap((group) => inventGroup(project, { group, habits }, random));
}

function inventGroup(
  project: ProjectTemplate,
  { group, habits }: { group: Group; habits: RowHabits },
  random: Random,
): ScoredIndicator[] {
  const isExecution = group.kinds === 'execution';
  const templates = isExecution ? [executionIndicator(habits.rate, random)] : templatesOf(project, group.kinds, random);
  const marks = splitMarks({ sum: group.marks * 100, parts: templates.length, step: habits.step }, random);
  return templates.map((template, index) => {
    const full = marks[index] ?? 0;
    const scored = isExecution
      ? scoreExecution(template, full, random)
      : scoreRow(template, { full, ...habits }, random);
    const level3 = habits.numbered && !isExecution ? `指标${index + 1}：${template.name}` : template.name;
    const level2 = habits.twins && !isExecution ? level3 : level2Of(template.kind, group, random);
    const weights = { level1Weight: habits.weighted ? String(group.marks) : undefined };
    const values = { target: scored.target, actual: scored.actual, score: spellMarks(scored.score) };
    const levels = { level1: group.name, ...weights, level2, level3 };
    const marked = habits.layout === 'ministry-2020' ? { weight: spellMarks(full), deviation: scored.deviation } : {};
    return { record: { ...levels, ...values, ...marked }, full, score: scored.score };
  });
}

function templatesOf(
  project: ProjectTemplate,
  kinds: readonly IndicatorKind[],
  random: Random,
): readonly IndicatorTemplate[] {
  const fitting = project.indicators.filter((each) => kinds.includes(each.kind));
  const [target, achieved] = random.pick(wordTargets);
  if (fitting.length === 0)
    return [{ kind: kinds[0] ?? '社会', name: '工作任务完成率', target: '≥95%', achieved: '100%' }];
  const kept = fitting.filter(() => random.chance(0.8));
  const chosen = kept.length === 0 ? fitting.slice(0, 1) : kept;
  return chosen.map((each) => (random.chance(0.05) ? { ...each, target, achieved } : each));
}

/** How a row fares: its score in hundredths, and the reason given where it was cut. */
interface ScoredRow {
  readonly target: string | undefined;
  readonly actual: string | undefined;
  readonly score: number;
  readonly deviation: string | undefined;
}

function executionIndicator(rate: string, random: Random): IndicatorTemplate {
  const target = random.weighted<string>(odds.executionTarget);
  return { kind: '时效', name: random.weighted<string>(odds.executionName), target, achieved: rate };
}

function scoreExecution({ target, achieved }: IndicatorTemplate, full: number, random: Random): ScoredRow {
  const printed = Number(achieved.replace(/[%％]/, ''));
  const points = /[%％]/.test(achieved) || printed > 1.5 ? printed : printed * 100;
  const score = points >= 80 ? full : cutMarks(full, random);
  return { target, actual: achieved === '' ? undefined : achieved, score, deviation: undefined };
}

function scoreRow(
  template: IndicatorTemplate,
  { full, missRate }: { full: number; missRate: number },
  random: Random,
): ScoredRow {
  const outcome = drawOutcome(template, missRate, random);
  const cut = outcome.missed ? random.chance(0.8) : random.chance(missRate * 0.4);
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
