import { findStarts } from './find-starts.ts';
import type { FlowRow } from './flow.ts';
import type { Layout } from './layout.ts';
import { type FormSegment, nearestLayout } from './nearest-layout.ts';
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
 * 1. A form starts where `findStarts` says, and ends where the next one, or another table, does.
 * 2. Each stretch is scored against every layout: the mean of its title's similarity and of how well each section
 *    opens. The best one reads it, if it is good enough.
 * 3. What is not, and what says itself that it is another kind of form, is reported with the nearest layout, and
 *    never forced into it.
 */
export function segmentForms(rows: readonly FlowRow[], layouts: readonly Layout[]): Segmentation {
  const starts = findStarts(rows, layouts);
  const forms: FormSegment[] = [];
  const problems: Problem[] = [];
  for (const [index, { row, kind }] of starts.entries()) {
    const best = nearestLayout(rows.slice(row, starts[index + 1]?.row ?? rows.length), layouts);
    if (best === undefined) continue;
    if (kind === 'other-form') problems.push(otherForm(best));
    else if (kind === 'form' && best.score >= minLayoutScore) forms.push(best.segment);
    else if (best.score >= minNearness || starts.length === 1) problems.push(unknownForm(best));
  }
  if (rows.length > 0 && starts.length === 0) {
    const nearest = nearestLayout(rows, layouts);
    problems.push(nearest !== undefined && nearest.score >= minNearness ? unknownForm(nearest) : noForm());
  }
  return { forms, problems };
}
