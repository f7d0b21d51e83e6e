import { readFileSync } from 'node:fs';

export const indicatorKinds = ['数量', '质量', '时效', '成本', '经济', '社会', '生态', '持续', '满意'] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];

/** An indicator of an invented project, as `data/projects.txt` tells it. */
export interface IndicatorTemplate {
  readonly kind: IndicatorKind;
  readonly name: string;
  /** A comparator, a number and a unit (`≥12万亩`), or words. */
  readonly target: string;
  /** What was achieved, for targets in words. */
  readonly achieved: string;
}

export interface ProjectTemplate {
  readonly name: string;
  readonly bodies: readonly string[];
  readonly goals: readonly string[];
  readonly results: readonly string[];
  readonly issues: string;
  readonly indicators: readonly IndicatorTemplate[];
}

/** The invented projects; throws where a line of the data file cannot be understood. */
export function readProjects(): readonly ProjectTemplate[] {
  const text = readFileSync(new URL('../data/projects.txt', import.meta.url), 'utf8');
  return text
    .split(/\n(?=项目 )/)
    .filter((block) => block.startsWith('项目 '))
    .map(readProject);
}

function readProject(block: string): ProjectTemplate {
  const lines = block.trim().split('\n').map(readLine);
  const all = (key: string): string[] => lines.filter((line) => line.key === key).map((line) => line.rest);
  return {
    name: all('项目').join(''),
    bodies: all('单位').flatMap((rest) => rest.split(' ')),
    goals: all('目标'),
    results: all('完成'),
    issues: all('问题').join(''),
    indicators: lines.flatMap(({ key, rest }) => {
      const kind = indicatorKinds.find((each) => each === key);
      return kind === undefined ? [] : [readIndicator(kind, rest)];
    }),
  };
}

function readLine(line: string): { key: string; rest: string } {
  const gap = line.indexOf(' ');
  if (gap < 0) throw new Error(`projects.txt: "${line}" has no text after its first word`);
  return { key: line.slice(0, gap), rest: line.slice(gap + 1).trim() };
}

function readIndicator(kind: IndicatorKind, rest: string): IndicatorTemplate {
  const gap = rest.indexOf(' ');
  if (gap < 0) throw new Error(`projects.txt: indicator "${rest}" has no target`);
  const [target = '', achieved = target] = rest.slice(gap + 1).split('|');
  return { kind, name: rest.slice(0, gap), target, achieved };
}
