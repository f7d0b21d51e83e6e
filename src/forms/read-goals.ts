import type { Goal } from '../model/record.ts';
import { goalCosts } from './column-costs.ts';
import { readHeader } from './columns.ts';
import type { FlowCell, FlowRow } from './flow.ts';
import type { SectionOf } from './layout.ts';
import { readRows, repeatsHeader } from './read-table.ts';
import { rejoinHeader } from './rejoin-rows.ts';
import { blank, blankWith, type Sourced } from './sourced.ts';
import { readValue } from './values.ts';

export interface GoalValues {
  readonly expected: Sourced<string>;
  readonly actual: Sourced<string>;
  readonly completionRate: Sourced<number>;
}

export interface GoalsReading {
  readonly goals: readonly GoalValues[];
  readonly unknown: readonly FlowCell[];
  /** Texts of rows that are below none of the headings. */
  readonly unread: readonly FlowCell[];
}

/** Reads the goals below their header, one for each row with text. A section without text is one blank goal. */
export function readGoals(first: FlowRow, below: readonly FlowRow[], section: SectionOf<'goals'>): GoalsReading {
  const labels = section.columns.map((column) => ({ ...column, name: column.column }));
  const { header, body } = rejoinHeader(first, below, labels);
  const read = readHeader<keyof Goal>(header, labels);
  const own = body.filter((row) => !repeatsHeader(read, row));
  const { rows, loneLines } = readRows(read, own, goalCosts(section));
  const goals = rows.flatMap(({ texts, certainties }): GoalValues[] => {
    const { expected, actual, completionRate } = texts;
    if (expected === undefined && actual === undefined && completionRate === undefined) return [];
    const text = (name: 'expected' | 'actual'): Sourced<string> => {
      const column = texts[name];
      return column ? readValue('text', column.reading, column.certainty) : blankWith(certainties.get(name));
    };
    return [
      {
        expected: text('expected'),
        actual: text('actual'),
        completionRate: completionRate
          ? readValue('rate', completionRate.reading, completionRate.certainty)
          : blankWith(certainties.get('completionRate')),
      },
    ];
  });
  const none = { expected: blank, actual: blank, completionRate: blank };
  const unread = [...rows.flatMap((row) => row.unread), ...loneLines];
  return { goals: goals.length > 0 ? goals : [none], unknown: read.unknown, unread };
}
