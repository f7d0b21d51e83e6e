import { foldText } from '../text/fold.ts';
import { matchLabel } from './labels.ts';
import type { SectionOf } from './layout.ts';
import { isAboveFullMarks, type Look, lookOf } from './text-looks.ts';

/**
 * What it costs to find a text, or none, below a column: the natural logarithm of how much rarer that is there than
 * what belongs there. Texts are folded (`foldText`). The steps are coarse on purpose: 0 for what belongs there, 1 for
 * what is met now and then, 4 for one in fifty, more for what a form hardly ever says (rows of samples/ and of forms
 * invented by samples/generate).
 */
export interface ColumnCosts<Name extends string> {
  readonly text: (name: Name, text: string) => number;
  readonly blank: (name: Name) => number;
  /** Of a text before the first column: names of sections stand there, and row labels. */
  readonly lead: (text: string) => number;
}

/** A table's costs, row by row, since a total's row is not like an indicator's. */
export interface TableCosts<Name extends string> {
  /** The costs in a row of these texts. */
  readonly inRow: (texts: readonly string[]) => ColumnCosts<Name>;
  /** Whether a row begins with such a text for sure; a line that does is no rest of the one above. */
  readonly beginsRow: (text: string) => boolean;
}

/** Of a text below a heading that nobody knows, whatever it is. */
export const unknownColumnCost = 0.5;

type IndicatorColumn = SectionOf<'indicators'>['columns'][number]['column'];

const indicatorLooks: Record<IndicatorColumn, Record<Look, number>> = {
  level1: { number: 6, rate: 6, quantity: 6, bound: 6, none: 4, words: 4 },
  level2: { number: 6, rate: 5, quantity: 4, bound: 4, none: 3, words: 0.7 },
  level3: { number: 6, rate: 5, quantity: 2.5, bound: 4, none: 3, words: 0.3 },
  target: { number: 1, rate: 0.2, quantity: 0, bound: 0, none: 0.7, words: 0.7 },
  actual: { number: 0.5, rate: 0, quantity: 0.3, bound: 0.3, none: 0.7, words: 0.8 },
  weight: { number: 0, rate: 5, quantity: 7, bound: 7, none: 0.5, words: 8 },
  score: { number: 0, rate: 5, quantity: 7, bound: 7, none: 0.5, words: 8 },
  deviation: { number: 5, rate: 4, quantity: 2, bound: 2, none: 0.3, words: 0 },
};

/** A row with a number has been filled in: what it leaves blank is an exception. */
const filledBlanks: Record<IndicatorColumn, number> = {
  level1: 0.3,
  level2: 0.5,
  level3: 6,
  target: 4,
  actual: 4,
  weight: 5,
  score: 6,
  deviation: 0.2,
};
/** Without one it is a row of the template, or a name that stands alone. */
const unfilledBlanks: Record<IndicatorColumn, number> = {
  ...filledBlanks,
  target: 0.3,
  actual: 0.3,
  weight: 0.3,
  score: 0.3,
};
/** The total's row: its label before all numbers, and the sums of the weights and scores. */
const totalBlanks: Record<IndicatorColumn, number> = {
  level1: 0,
  level2: 0,
  level3: 0,
  target: 0,
  actual: 0,
  weight: 1,
  score: 2,
  deviation: 0,
};

/** What stands in the column of something else: a name of a level, a template's name, a number in a total's row. */
const otherLevelCost = 3;
const elsewhereCost = 5;
const strayTotalCost = 6;
const weightInBrackets = /[([]\s*\d+(?:\.\d+)?分?[)\]]$/;

/** A number above all marks below a weight or a score. */
const aboveFullMarksCost = 5;

/** Costs of the indicator table: by what a text looks like, and by the usual names of the levels. */
export function indicatorCosts(section: SectionOf<'indicators'>): TableCosts<IndicatorColumn> {
  const usual = new Map(
    section.columns.flatMap(({ column, usual: source }) =>
      source === undefined ? [] : [[column, new RegExp(source, 'u')] as const],
    ),
  );
  const placeholders = section.placeholders.map((source) => new RegExp(source, 'u'));
  const namesOf = (text: string): IndicatorColumn[] => {
    if (placeholders.some((pattern) => pattern.test(text))) return ['level3'];
    return [...usual].flatMap(([level, pattern]) => (pattern.test(text) ? [level] : []));
  };
  const cost = (name: IndicatorColumn, text: string): number => {
    if ((name === 'weight' || name === 'score') && isAboveFullMarks(text)) return aboveFullMarksCost;
    const homes = namesOf(text);
    if (homes.includes(name) || (name === 'level1' && weightInBrackets.test(text))) return 0;
    const isElsewhere = (homes.length > 0 || weightInBrackets.test(text)) && name !== 'deviation';
    const stray = name === 'level1' || name === 'level2' ? otherLevelCost : elsewhereCost;
    return Math.max(indicatorLooks[name][lookOf(text)], isElsewhere ? stray : 0);
  };
  const lead = (text: string): number => sectionNameCost(text, section.heading);
  const isTotal = (text: string): boolean => opensTotal(text, section.total);
  return {
    inRow: (texts) => {
      if (texts.some(isTotal)) return totalCosts;
      const isFilled = texts.some((text) => ['number', 'rate', 'quantity', 'bound'].includes(lookOf(text)));
      const blanks = isFilled ? filledBlanks : unfilledBlanks;
      return { text: cost, blank: (name) => blanks[name], lead };
    },
    beginsRow: (text) => isTotal(text) || lead(foldText(text)) === 0 || namesOf(foldText(text)).length > 0,
  };
}

/** A total's label may have a note behind it, and is else as it should be. */
const minTotalLabel = 0.95;

/** Whether a text opens the row of the total score: 总分, 总分(100分), or 总分:97.57. */
export function opensTotal(text: string, labels: readonly string[]): boolean {
  return [text, text.split(/[:：]/)[0] ?? ''].some((part) => matchLabel(part, labels) >= minTotalLabel);
}

/** Costs of the row with the total score; only its numbers count. */
const totalCosts: ColumnCosts<IndicatorColumn> = {
  text: (name, text) =>
    name === 'weight' || name === 'score' ? indicatorLooks[name][lookOf(text)] : outsideTotal(text),
  blank: (name) => totalBlanks[name],
  lead: outsideTotal,
};

function outsideTotal(text: string): number {
  const look = lookOf(text);
  return look === 'words' || look === 'none' ? 0 : strayTotalCost;
}

/** A text before the columns that is no section's name; it is in none of them. */
const strayLeadCost = 6;

/** Names of sections may be cut over rows. */
function sectionNameCost(text: string, headings: readonly string[] = []): number {
  const isPart = headings.some((heading) => foldText(heading).includes(text));
  return isPart || matchLabel(text, headings) > 0 ? 0 : strayLeadCost;
}

const goalLooks: Record<SectionOf<'goals'>['columns'][number]['column'], Record<Look, number>> = {
  expected: { number: 5, rate: 4, quantity: 1, bound: 1, none: 0.7, words: 0 },
  actual: { number: 5, rate: 4, quantity: 1, bound: 1, none: 0.7, words: 0 },
  completionRate: { number: 0.5, rate: 0, quantity: 5, bound: 5, none: 0.5, words: 6 },
};

/** Costs of the goals: words, and perhaps a rate behind them. */
export function goalCosts(section: SectionOf<'goals'>): TableCosts<keyof typeof goalLooks> {
  const lead = (text: string): number => sectionNameCost(text, section.heading);
  const costs: ColumnCosts<keyof typeof goalLooks> = {
    text: (name, text) => goalLooks[name][lookOf(text)],
    blank: (name) => (name === 'completionRate' ? 1.5 : 3),
    lead,
  };
  return { inRow: () => costs, beginsRow: (text) => lead(foldText(text)) === 0 };
}

const amountLooks: Record<Look, number> = { number: 0, rate: 5, quantity: 0.7, bound: 0.7, none: 0.3, words: 8 };
const markLooks: Record<Look, number> = { number: 0, rate: 5, quantity: 7, bound: 7, none: 0.3, words: 8 };
const rateLooks: Record<Look, number> = { number: 1.5, rate: 0, quantity: 7, bound: 7, none: 0.3, words: 8 };

/** Costs of the money table, without the labels of its rows: numbers, and rates where a rate is called for. */
export function fundCosts(section: SectionOf<'funds'>): TableCosts<string> {
  const looksOf = (name: string): Record<Look, number> => {
    if (name === 'executionRate') return rateLooks;
    return name === 'weight' || name === 'score' ? markLooks : amountLooks;
  };
  const lead = (text: string): number => Math.min(rowLabelCost(text, section), sectionNameCost(text, section.heading));
  const costs: ColumnCosts<string> = {
    text: (name, text) => {
      const isMark = name === 'weight' || name === 'score';
      return isMark && isAboveFullMarks(text) ? aboveFullMarksCost : looksOf(name)[lookOf(text)];
    },
    blank: () => 1,
    lead,
  };
  return { inRow: () => costs, beginsRow: (text) => lead(foldText(text)) === 0 };
}

function rowLabelCost(text: string, { rows }: SectionOf<'funds'>): number {
  return rows.some(({ labels }) => matchLabel(text, labels) > 0) ? 0 : strayLeadCost;
}
