import { findStarts, holdsFirstLabel, type Start } from './find-starts.ts';
import { type FlowRow, ownTexts } from './flow.ts';
import type { Layout } from './layout.ts';
import { type FormSegment, nearestLayout, type ScoredLayout } from './nearest-layout.ts';
import { findOpenings } from './openings.ts';
import { minLayoutScore, noForm, otherForm, unknownForm } from './segment-problems.ts';
import type { Problem } from '../model/problem.ts';

export type { FormSegment } from './nearest-layout.ts';

export interface Segmentation {
  readonly forms: readonly FormSegment[];
  readonly problems: readonly Problem[];
}

/** What looks at least this much like a form is worth a word when it fits no layout. */
const minNearness = 0.15;

/**
 * Cuts a document into forms and finds each one's layout.
 *
 * 1. A form starts where `findStarts` says, titles printed again on its later pages aside, and ends where the next one,
 *    or another table, does.
 * 2. Each stretch is scored against every layout: the mean of its title's similarity and of how well each section
 *    opens. The best one reads it, if it is good enough.
 * 3. What is not, and what says itself that it is another kind of form, is reported with the nearest layout, and
 *    never forced into it.
 */
export function segmentForms(rows: readonly FlowRow[], layouts: readonly Layout[]): Segmentation {
  const starts = withoutContinued(findStarts(rows, layouts), rows, layouts);
  const forms: FormSegment[] = [];
  const problems: Problem[] = [];
  for (const [index, start] of starts.entries()) {
    const best = nearestLayout(rows.slice(start.row, starts[index + 1]?.row ?? rows.length), layouts);
    if (best !== undefined && isRead(best, start)) {
      const above = yearsAbove(rows, start.row, starts[0]?.row ?? 0);
      forms.push({ ...best.segment, above: [...sharedHeader(best.segment, forms.at(-1)), ...above] });
    } else problems.push(...whyNot(best, start, starts.length === 1));
  }
  if (rows.length > 0 && starts.length === 0) {
    const nearest = nearestLayout(rows, layouts);
    problems.push(nearest !== undefined && nearest.score >= minNearness ? unknownForm(nearest) : noForm());
  }
  return { forms, problems };
}

/**
 * The starts without those at a title that is printed again where a page ends: what follows it has not the rows that
 * every form begins with, nor a second money table, and goes on with the form before.
 */
function withoutContinued(starts: readonly Start[], rows: readonly FlowRow[], layouts: readonly Layout[]): Start[] {
  const hasFunds = (from: number, to: number | undefined): boolean =>
    layouts.some((layout) =>
      findOpenings(rows.slice(from, to), layout).some(({ section }) => layout.sections[section]?.read === 'funds'),
    );
  const kept: Start[] = [];
  for (const [index, start] of starts.entries()) {
    const before = kept.at(-1);
    const end = starts[index + 1]?.row;
    const isNamed = rows.slice(start.row, end).some((row) => layouts.some((layout) => holdsFirstLabel(row, layout)));
    const isContinued = before?.kind === 'form' && start.kind === 'form' && !isNamed;
    if (!isContinued || (hasFunds(start.row, end) && hasFunds(before.row, start.row))) kept.push(start);
  }
  return kept;
}

function isRead({ score }: ScoredLayout, { kind }: Start): boolean {
  return kind === 'form' && score >= minLayoutScore;
}

/** What is told of a stretch that is not read: nothing of a table that looks like no form, unless it stands alone. */
function whyNot(nearest: ScoredLayout | undefined, { kind }: Start, isAlone: boolean): Problem[] {
  if (nearest === undefined) return [];
  if (kind === 'other-form') return [otherForm(nearest)];
  return isAlone || nearest.score >= minNearness ? [unknownForm(nearest)] : [];
}

/** What stands above the form before is also for one that follows in its table without a title, from below. */
function sharedHeader({ titleRows, rows }: FormSegment, before: FormSegment | undefined): readonly FlowRow[] {
  const isBehind = before?.rows.at(-1)?.block === rows[0]?.block;
  if (before === undefined || titleRows.length > 0 || !isBehind) return [];
  return [...before.rows.slice(0, before.openings[0]?.row).toReversed(), ...before.above];
}

/** Lines that name a year, the nearest first: those between the table before row `start` and it, then the cover's. */
function yearsAbove(rows: readonly FlowRow[], start: number, firstStart: number): FlowRow[] {
  let foot = start;
  while (foot > firstStart && rows[foot - 1]?.kind === 'line') foot--;
  const namesYear = (row: FlowRow): boolean => ownTexts(row).some((cell) => /年\s*度/.test(cell.text));
  const lines = [...rows.slice(0, firstStart), ...rows.slice(foot, start)];
  return lines.filter((row) => row.kind === 'line' && namesYear(row)).toReversed();
}
