import { foldText } from '../text/fold.ts';
import type { Problem } from '../model/problem.ts';
import { type FlowRow, ownTexts } from './flow.ts';
import type { Layout, Section } from './layout.ts';
import { matchLabel } from './labels.ts';
import { findOpenings, type Opening } from './openings.ts';
import { titleSimilarity } from './title.ts';

/** One form within a document: its rows, its layout, and where its sections open. */
export interface FormSegment {
  readonly layout: string;
  /** The form's rows in reading order. */
  readonly rows: readonly FlowRow[];
  /** The rows of the title, as indices into `rows`; empty where it has none. */
  readonly titleRows: readonly number[];
  /** Sections found, in the order of their rows (indices into `rows`). */
  readonly openings: readonly Opening[];
}

export interface Segmentation {
  readonly forms: readonly FormSegment[];
  readonly problems: readonly Problem[];
}

/** A form must show this share of its layout's sections and title to be read by that layout. */
const minLayoutScore = 0.6;
/** What looks at least this much like a form is worth a word when it fits no layout. */
const minNearness = 0.15;
/** A title that is surely one, for cutting a document into forms. */
const minTitle = 0.7;
const minFirstLabel = 0.75;
const yearLine = /^\(?(19|20)?[0-9一二三四五六七八九〇零○]{2,4}年度?\)?$/;

/**
 * Cuts a document into forms and finds each one's layout.
 *
 * 1. A form starts at a title, with the 附件 lines above it; or, where titles are missing, at a first section's row
 *    (项目名称) after a form that already had one.
 * 2. Each stretch is scored against every layout: the mean of its title's similarity and of how well each section
 *    opens. The best one reads it, if it is good enough.
 * 3. What is not, is reported with the nearest layout, and never forced into it.
 */
export function segmentForms(rows: readonly FlowRow[], layouts: readonly Layout[]): Segmentation {
  const starts = findStarts(rows, layouts);
  const forms: FormSegment[] = [];
  const problems: Problem[] = [];
  for (const [index, start] of starts.entries()) {
    const stretch = rows.slice(start, starts[index + 1] ?? rows.length);
    const best = nearestLayout(stretch, layouts);
    if (best === undefined) continue;
    if (best.score >= minLayoutScore) forms.push(best.segment);
    else if (best.score >= minNearness || starts.length === 1) problems.push(unknownForm(best));
  }
  if (rows.length > 0 && starts.length === 0) {
    const nearest = nearestLayout(rows, layouts);
    problems.push(nearest !== undefined && nearest.score >= minNearness ? unknownForm(nearest) : noForm());
  }
  return { forms, problems };
}

function findStarts(rows: readonly FlowRow[], layouts: readonly Layout[]): number[] {
  const starts: number[] = [];
  let hasContent = false;
  for (const [index, row] of rows.entries()) {
    const isTitle = layouts.some((layout) => titleAt(rows, index, layout).similarity >= minTitle);
    const isFirstRow = !isTitle && layouts.some((layout) => holdsFirstLabel(row, layout));
    if (!isTitle && !isFirstRow) continue;
    // A title right after a title replaces it: the first was on a cover or in a list of annexes.
    if (isTitle && !hasContent) starts.pop();
    if (isTitle || hasContent || starts.length === 0) starts.push(leadInStart(rows, index, layouts));
    hasContent = isFirstRow;
  }
  return starts;
}

/** Whether a row bears the label that every form of the layout begins with, such as 项目名称. */
function holdsFirstLabel(row: FlowRow, layout: Layout): boolean {
  const first = layout.sections.find((section) => section.read === 'fields')?.fields[0];
  return first !== undefined && ownTexts(row).some((cell) => matchLabel(cell.text, first.labels) >= minFirstLabel);
}

interface TitleMatch {
  readonly similarity: number;
  /** The rows that the title stands in, as indices. */
  readonly rows: readonly number[];
}

/** The title that begins in a row: alone there, or broken over two lines, perhaps with the year's line between. */
function titleAt(rows: readonly FlowRow[], index: number, layout: Layout): TitleMatch {
  const first = titleText(rows[index]);
  if (first === null) return { similarity: 0, rows: [] };
  const alone = { similarity: titleSimilarity(first, layout.titles), rows: [index] };
  const next = yearLine.test(foldText(titleText(rows[index + 1]) ?? '')) ? index + 2 : index + 1;
  const second = titleText(rows[next]);
  if (second === null || rows[index]?.kind !== 'line' || rows[next]?.kind !== 'line') return alone;
  const joined = titleSimilarity(first + second, layout.titles);
  const isBetter = joined > Math.max(alone.similarity, titleSimilarity(second, layout.titles));
  return isBetter ? { similarity: joined, rows: [index, next] } : alone;
}

/** The text of a line, or of a table's row with a single text. */
function titleText(row: FlowRow | undefined): string | null {
  const texts = row === undefined ? [] : ownTexts(row);
  if (row === undefined || texts.length === 0 || (row.kind !== 'line' && texts.length !== 1)) return null;
  return texts.map((cell) => cell.text).join('');
}

/** Goes back over the lines above a title that belong to it. */
function leadInStart(rows: readonly FlowRow[], index: number, layouts: readonly Layout[]): number {
  const patterns = layouts.flatMap((layout) => layout.leadIns.map((source) => new RegExp(source, 'u')));
  let start = index;
  const isLeadIn = (row: FlowRow | undefined): boolean => {
    const text =
      row === undefined
        ? ''
        : foldText(
            ownTexts(row)
              .map((cell) => cell.text)
              .join(''),
          );
    return text !== '' && patterns.some((pattern) => pattern.test(text));
  };
  while (start > 0 && isLeadIn(rows[start - 1])) start--;
  return start;
}

function nearestLayout(rows: readonly FlowRow[], layouts: readonly Layout[]): ScoredLayout | undefined {
  return layouts.map((layout) => scoreLayout(rows, layout)).sort((a, b) => b.score - a.score)[0];
}

interface ScoredLayout {
  readonly score: number;
  readonly layout: Layout;
  readonly segment: FormSegment;
}

function scoreLayout(rows: readonly FlowRow[], layout: Layout): ScoredLayout {
  const titles = rows.map((_, index) => titleAt(rows, index, layout));
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
    segment: { layout: layout.id, rows, titleRows, openings: openings.sort((a, b) => a.row - b.row) },
  };
}

/** A section as its readers call it: by its heading, or by its first label. */
function nameOf(section: Section | undefined): string[] {
  const name = section?.heading?.[0] ?? (section?.read === 'fields' ? section.fields[0]?.labels[0] : undefined);
  return name === undefined ? [] : [name];
}

function unknownForm({ score, layout, segment: { rows, openings } }: ScoredLayout): Problem {
  const found = openings.flatMap((opening) => nameOf(layout.sections[opening.section]));
  const first = rows.flatMap(ownTexts)[0]?.text ?? '';
  return {
    code: 'unknown-form',
    message:
      `What begins with "${first.slice(0, 40)}" fits no known layout; nearest is ${layout.id} ` +
      `(${layout.name.zh}) at ${Math.round(score * 100)} %, ${Math.round(minLayoutScore * 100)} % is needed; ` +
      `sections found: ${found.length > 0 ? found.join(', ') : 'none'}`,
    hint: 'If it is a self-evaluation form, describe its layout in a file of schemas/forms/ and extract it again',
    stage: 'segment',
    page: rows[0]?.page ?? 1,
  };
}

function noForm(): Problem {
  return {
    code: 'no-form',
    message: 'No title and no section of a self-evaluation form was found',
    hint: 'If there is one, describe its layout in a file of schemas/forms/ and extract it again',
    stage: 'segment',
  };
}
