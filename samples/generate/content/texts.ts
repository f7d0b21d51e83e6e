import { textOdds as odds } from '../data/odds.ts';
import {
  givenNames,
  places,
  plainGoals,
  plainIssues,
  plainResults,
  projectPrefixes,
  projectSuffixes,
  surnames,
  wholeBodies,
} from '../data/words.ts';
import type { Random } from '../random.ts';
import type { Goal } from '../record.ts';
import type { ProjectTemplate } from './projects.ts';

/** An invented body's name: a place and one of the bodies that run such projects. */
export function drawBody(project: ProjectTemplate, place: string, random: Random): string {
  if (random.chance(0.06)) return random.pick(wholeBodies);
  const body = random.pick(project.bodies);
  return body.startsWith('委') ? `中共${place}${body}` : place + body;
}

/** Draws the place that the bodies of one form belong to. */
export function drawPlace(random: Random): string {
  return random.chance(0.35) ? '石家庄市' : random.pick(places);
}

/** The project's name as a form prints it. */
export function drawProjectName(project: ProjectTemplate, random: Random): string {
  const prefix = random.chance(0.12) ? random.pick(projectPrefixes) : '';
  const suffix = random.chance(0.4) ? random.pick(projectSuffixes) : '';
  return prefix + project.name + suffix;
}

/** Goal and result: short, of several sentences, as a numbered list, or the one copied from the other. */
export function drawGoal(project: ProjectTemplate, withRate: boolean, random: Random): Goal {
  const long = random.weighted(odds.goalLength);
  const list = random.weighted(odds.goalList);
  const expected = joinSentences([...project.goals, ...random.shuffle(plainGoals).slice(0, long)], list, random);
  const short = random.weighted(odds.shortResult);
  const resultList = random.chance(0.3) ? list : 'none';
  const own = joinSentences(
    [...project.results, ...random.shuffle(plainResults).slice(0, Math.min(long, random.int(0, 5)))],
    resultList,
    random,
  );
  const actual = random.weighted([
    [own, 84],
    [expected, 9],
    [short, 7],
  ]);
  const completionRate = random.weighted(odds.completionRate);
  return {
    expected: random.chance(0.01) ? undefined : expected,
    actual: random.chance(0.01) ? undefined : actual,
    completionRate: withRate && completionRate !== '' ? completionRate : undefined,
  };
}

type ListStyle = 'none' | 'circled' | 'dotted' | 'bracketed' | 'named';

const marks: Record<Exclude<ListStyle, 'none'>, (number: number) => string> = {
  circled: (number) => '①②③④⑤⑥⑦⑧⑨⑩'[number - 1] ?? '',
  dotted: (number) => `${number}.`,
  bracketed: (number) => `（${number}）`,
  named: (number) => `目标${number}：`,
};

function joinSentences(sentences: readonly string[], list: ListStyle, random: Random): string {
  if (list === 'none' || sentences.length === 1) return sentences.join('');
  const separator = random.chance(0.6) ? '\n' : '';
  return sentences.map((sentence, index) => marks[list](index + 1) + sentence).join(separator);
}

/** The text of section 五; nothing in about a quarter of the forms. */
export function drawIssues(project: ProjectTemplate, random: Random): string | undefined {
  const long = project.issues + random.shuffle(plainIssues).slice(0, 3).join('\n');
  return random.weighted([
    [project.issues, 50],
    [random.pick(plainIssues), 18],
    [long, 10],
    [undefined, 22],
  ]);
}

/** An invented person's name. */
export function drawPerson(random: Random): string {
  return random.pick([...surnames]) + random.pick(givenNames);
}

/** An invented telephone number. */
export function drawPhone(random: Random): string {
  const digits = (count: number): string => Array.from({ length: count }, () => random.int(0, 9)).join('');
  const local = `8${digits(7)}`;
  return random.weighted([
    [local, 70],
    [`0311-${local}`, 12],
    [`139${digits(8)}`, 10],
    [`0311—${local}`, 3],
    [`6${digits(6)}`, 5],
  ]);
}
