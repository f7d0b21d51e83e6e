import type { SectionOf } from './layout.ts';
import type { ColumnText } from './read-table.ts';
import { blank, blankWith, type Sourced } from './sourced.ts';
import { readValue } from './values.ts';
import { readWeightedName } from './weighted-names.ts';

export type IndicatorColumn = SectionOf<'indicators'>['columns'][number]['column'];

/** One indicator row; levels stand in every row that their cell covers. */
export interface IndicatorValues {
  readonly level1: Sourced<string>;
  readonly level1Weight: Sourced<number>;
  readonly level2: Sourced<string>;
  readonly level3: Sourced<string>;
  readonly target: Sourced<string>;
  readonly actual: Sourced<string>;
  readonly weight: Sourced<number>;
  readonly score: Sourced<number>;
  readonly deviation: Sourced<string>;
}

/** How sure a row is that begins a page without marks, and the one above it: the break may have cut one row in two. */
const seamCertainty = 0.6;

/** A row of which it is not known whether it is whole. */
export function withDoubtfulSeam({ level1, level1Weight, level2, ...own }: IndicatorValues): IndicatorValues {
  const doubted = <Value>(value: Sourced<Value>): Sourced<Value> =>
    value.source === null ? value : { ...value, certainty: Math.min(value.certainty, seamCertainty) };
  return {
    level1,
    level1Weight,
    level2,
    level3: doubted(own.level3),
    target: doubted(own.target),
    actual: doubted(own.actual),
    weight: own.weight,
    score: own.score,
    deviation: doubted(own.deviation),
  };
}

/** 分值 and 得分 of the budget's execution, where the indicator table has a row for them. */
export type ExecutionMarks = Pick<IndicatorValues, 'weight' | 'score'>;

/** The texts of a row as values; `certainties` say how sure a column's text is, or that it has none. */
export function indicatorOf(
  texts: Partial<Record<IndicatorColumn, ColumnText>>,
  certainties: ReadonlyMap<IndicatorColumn, number>,
): IndicatorValues {
  const text = (name: IndicatorColumn): Sourced<string> => {
    const column = texts[name];
    return column ? readValue('text', column.reading, column.certainty) : blankWith(certainties.get(name));
  };
  const number = (name: IndicatorColumn): Sourced<number> => {
    const column = texts[name];
    return column ? readValue('score', column.reading, column.certainty) : blankWith(certainties.get(name));
  };
  const first = texts.level1 && readWeightedName(texts.level1.reading, texts.level1.certainty);
  return {
    level1: first?.name ?? blank,
    level1Weight: first?.weight ?? blank,
    level2: text('level2'),
    level3: text('level3'),
    target: text('target'),
    actual: text('actual'),
    weight: number('weight'),
    score: number('score'),
    deviation: text('deviation'),
  };
}
