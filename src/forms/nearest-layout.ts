import { titleAt, titleText } from './find-starts.ts';
import type { FlowRow } from './flow.ts';
import type { Layout } from './layout.ts';
import { findOpenings, type Opening } from './openings.ts';

/** One form within a document: its rows, its layout, and where its sections open. */
export interface FormSegment {
  readonly layout: string;
  /** The form's rows in reading order. */
  readonly rows: readonly FlowRow[];
  /** The rows of the title, as indices into `rows`; empty where it has none. */
  readonly titleRows: readonly number[];
  /** Sections found, in the order of their rows (indices into `rows`). */
  readonly openings: readonly Opening[];
  /** Lines above the form that may speak of it too, the nearest first: a cover's year, the heads of a shared table. */
  readonly above: readonly FlowRow[];
}

/** The layout that fits a stretch of rows best. */
export function nearestLayout(rows: readonly FlowRow[], layouts: readonly Layout[]): ScoredLayout | undefined {
  return layouts.map((layout) => scoreLayout(rows, layout)).sort((a, b) => b.score - a.score)[0];
}

/** A stretch of rows, as the layout would read it. */
export interface ScoredLayout {
  /** 0 to 1. */
  readonly score: number;
  readonly layout: Layout;
  readonly segment: FormSegment;
}

function scoreLayout(rows: readonly FlowRow[], layout: Layout): ScoredLayout {
  const titles = rows.map((row, index) =>
    titleText(row) === null ? { similarity: 0, rows: [] } : titleAt(rows, index, layout),
  );
  const best = titles.reduce(
    (most, title, index) => (title.similarity > (titles[most]?.similarity ?? 0) ? index : most),
    0,
  );
  const title = titles[best] ?? { similarity: 0, rows: [] };
  const openings = findOpenings(rows, layout);
  const found = openings.reduce((sum, opening) => sum + Math.min(1, opening.score), title.similarity);
  const titleRows = title.similarity > 0 ? title.rows : [];
  return {
    score: found / (layout.sections.length + 1),
    layout,
    segment: { layout: layout.id, rows, titleRows, openings: openings.sort((a, b) => a.row - b.row), above: [] },
  };
}
