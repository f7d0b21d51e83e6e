import type { Goal } from '../model/record.ts';
import { goalCosts } from './column-costs.ts';
import { readHeader } from './columns.ts';
import type { FlowCell, FlowRow } from './flow.ts';
import type { SectionOf } from './layout.ts';
import { readRows, repeatsHeader } from './read-table.ts';
import { blank, type Sourced } from './sourced.ts';
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

/** Reads the goals below their header, one for each row that has any text. A section without text is one blank goal. */
export function readGoals(header: FlowRow, body: readonly FlowRow[], section: SectionOf<'goals'>): GoalsReading {
  const read = readHeader<keyof Goal>(
    header,
    section.columns.map((column) => ({ ...column, name: column.column })),
  );
  const own = body.filter((row) => row.kind !== 'line' && !repeatsHeader(read, row));
  const rows = readRows(read, own, goalCosts(section));
  const goals = rows.flatMap(({ texts: { expected, actual, completionRate } }): GoalValues[] => {
    if (expected === undefined && actual === undefined && completionRate === undefined) return [];
    return [
      {
        expected: expected ? readValue('text', expected.reading, expected.certainty) : blank,
        actual: actual ? readValue('text', actual.reading, actual.certainty) : blank,
        completionRate: completionRate ? readValue('rate', completionRate.reading, completionRate.certainty) : blank,
      },
    ];
  });
  const none = { expected: blank, actual: blank, completionRate: blank };
  const unread = rows.flatMap((row) => row.unread);
  return { goals: goals.length > 0 ? goals : [none], unknown: read.unknown, unread };
}
