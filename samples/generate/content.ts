/**
 * Invents forms. In this order: project, bodies and names; scheme of level-1 groups; money; indicators with their
 * marks; goals and texts; and in about three of ten forms one planted fault. What is blank in a form is left out of its
 * record. Sums, rates and weights are right wherever no fault was planted; goals copied and targets missed may stand in
 * any form.
 */
import { spellMarks } from './content/decimals.ts';
import { drawFault, liftScore, plantRate, wrongTotal } from './content/faults.ts';
import { inventMoney } from './content/funds.ts';
import { inventIndicators, type ScoredIndicator } from './content/indicators.ts';
import { drawScheme, executionMarks } from './content/schemes.ts';
import { type ProjectTemplate, readProjects } from './content/projects.ts';
import { drawBody, drawGoal, drawIssues, drawPerson, drawPhone, drawPlace, drawProjectName } from './content/texts.ts';
import type { Random } from './random.ts';
import type { FormRecord, InventedForm, LayoutName } from './record.ts';

const projects = readProjects();

/** Draws one form of a layout. */
export function inventForm(layout: LayoutName, random: Random): InventedForm {
  const project = enlarge(random.pick(projects), random.fork('project'));
  const groups = drawScheme(layout, random);
  const money = inventMoney(layout, layout === 'ministry-2020' ? executionMarks(groups) : 0, random.fork('money'));
  const drawn = inventIndicators(project, { layout, groups, rate: money.rate }, random.fork('indicators'));
  const progress = layout === 'shijiazhuang-2019' && random.chance(0.75) ? money.rate || undefined : undefined;
  const hasRate = progress !== undefined || money.funds[0]?.executionRate !== undefined;
  const fault = drawFault({ layout, hasRate }, drawn, random.fork('fault'));
  const indicators = fault === 'score-above-weight' ? liftScore(drawn, random) : drawn;
  const sum = indicators.reduce((total, each) => total + each.score, money.executionScore);
  const record: FormRecord = {
    ...inventHead(layout, project, random.fork('head')),
    amountUnit: money.amountUnit,
    funds: money.funds,
    executionRate: progress,
    goals: [drawGoal(project, layout === 'shijiazhuang-2019', random.fork('goal'))],
    indicators: indicators.map((each: ScoredIndicator) => each.record),
    totalScore:
      fault === 'score-total' ? spellMarks(wrongTotal(sum, random)) : random.chance(0.03) ? undefined : spellMarks(sum),
    issues: layout === 'shijiazhuang-2019' ? drawIssues(project, random.fork('issues')) : undefined,
    ...inventFoot(layout, random.fork('foot')),
  };
  return {
    layout,
    record: fault === 'execution-rate' ? plantRate(record, random) : record,
    faults: fault === null ? [] : [fault],
  };
}

/** Some forms answer for several projects at once and are long. */
function enlarge(project: ProjectTemplate, random: Random): ProjectTemplate {
  if (!random.chance(0.12)) return project;
  const other = random.pick(projects.filter((each) => each !== project));
  const indicators = [...project.indicators, ...other.indicators];
  return { ...project, goals: [...project.goals, ...other.goals], indicators };
}

function inventHead(layout: LayoutName, project: ProjectTemplate, random: Random) {
  const place = drawPlace(random);
  const fiscalYear = random.weighted([
    [2019, 40],
    [2020, 20],
    [2021, 15],
    [2022, 12],
    [2023, 8],
    [2018, 5],
  ]);
  const main = drawBody(project, place, random);
  const implementing = random.chance(0.3) ? drawBody(project, place, random) : main;
  const head = { fiscalYear, projectName: drawProjectName(project, random), implementingUnit: implementing };
  if (layout === 'shijiazhuang-2019') {
    const title = random.weighted([
      ['市级部门预算项目绩效自评表', 82],
      ['部门预算项目绩效自评表', 10],
      ['县级部门预算项目绩效自评表', 8],
    ]);
    return { ...head, title, reportingUnit: random.chance(0.03) ? undefined : main };
  }
  const title = random.weighted([
    ['项目支出绩效自评表', 84],
    ['市级项目支出绩效自评表', 6],
    ['部门项目支出绩效自评表', 5],
    ['财政项目支出绩效自评表', 5],
  ]);
  return { ...head, title, supervisingUnit: main, reportingUnit: random.chance(0.12) ? implementing : undefined };
}

function inventFoot(layout: LayoutName, random: Random) {
  if (!random.chance(layout === 'shijiazhuang-2019' ? 0.92 : 0.12)) return {};
  return {
    preparedBy: random.chance(0.95) ? drawPerson(random) : undefined,
    phone: random.chance(0.93) ? drawPhone(random) : undefined,
  };
}
