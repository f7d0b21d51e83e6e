import { foldText } from '../text/fold.ts';
import { type FlowRow, ownTexts } from './flow.ts';
import { matchLabel } from './labels.ts';
import type { Layout } from './layout.ts';
import { opensIndicators } from './openings.ts';
import { isOtherTitle, isTableTitle, titleSimilarity } from './title.ts';

/** Where a form begins, or something else that ends the form before it. */
export interface Start {
  /** Index into the document's rows: of the first line that belongs to it. */
  readonly row: number;
  /**
   * `other-form`: its title says that it is a form which no layout is for; `other-table`: a table of any other kind.
   */
  readonly kind: 'form' | 'other-form' | 'other-table';
}

/** A title that is surely one, for cutting a document into forms. */
const minTitle = 0.7;
const minFirstLabel = 0.75;
const yearLine = /^\(?(19|20)?[0-9一二三四五六七八九〇零○o]{2,4}年度?\)?$/;

/**
 * Where the forms of a document begin: at a title, with the 附件 lines above it; or, where titles are missing, at a
 * first section's row (项目名称) after a form that already had one. The title of a form of another kind begins what is
 * none of ours; so does any other table's title, once the form before it has shown its indicators.
 */
export function findStarts(rows: readonly FlowRow[], layouts: readonly Layout[]): Start[] {
  const starts: Start[] = [];
  let seen: Seen = 'nothing';
  for (const [index, row] of rows.entries()) {
    const isFirstRow = layouts.some((layout) => holdsFirstLabel(row, layout));
    const title =
      kindOfTitle(rows, index, layouts) ?? (seen === 'indicators' && isLineTitle(row) ? 'other-table' : null);
    const kind = title ?? (isFirstRow && awaitsForm(starts.at(-1), seen) ? 'form' : null);
    if (kind !== null) {
      // A title right after a title replaces it: the first was on a cover or in a list of annexes.
      if (title !== null && seen === 'nothing' && starts.at(-1)?.kind === 'form') starts.pop();
      starts.push({ row: leadInStart(rows, index, { layouts, isTitled: title !== null }), kind });
      seen = 'nothing';
    }
    seen = seenWith(seen, { isFirstRow, opensIndicators: layouts.some((layout) => opensIndicators(row, layout)) });
  }
  return starts;
}

/** What the form that began last has shown of itself. */
type Seen = 'nothing' | 'first-row' | 'indicators';

function seenWith(seen: Seen, row: { readonly isFirstRow: boolean; readonly opensIndicators: boolean }): Seen {
  if (row.opensIndicators) return 'indicators';
  return row.isFirstRow && seen === 'nothing' ? 'first-row' : seen;
}

/** Whether a first row without a title begins a form: not the one that its title has just begun, of whatever kind. */
function awaitsForm(last: Start | undefined, seen: Seen): boolean {
  return last === undefined || last.kind === 'other-table' || seen !== 'nothing';
}

function kindOfTitle(
  rows: readonly FlowRow[],
  index: number,
  layouts: readonly Layout[],
): 'form' | 'other-form' | null {
  if (layouts.some((layout) => titleAt(rows, index, layout).similarity >= minTitle)) return 'form';
  const isInTable = rows[index]?.kind !== 'line' && rows[index - 1]?.block === rows[index]?.block;
  const text = isInTable ? null : titleText(rows[index]);
  return text !== null && layouts.some((layout) => isOtherTitle(text, layout)) ? 'other-form' : null;
}

function isLineTitle(row: FlowRow): boolean {
  return row.kind === 'line' && isTableTitle(titleText(row) ?? '');
}

/** Whether a row bears the label that every form of the layout begins with, such as 项目名称. */
export function holdsFirstLabel(row: FlowRow, layout: Layout): boolean {
  const first = layout.sections.find((section) => section.read === 'fields')?.fields[0];
  return first !== undefined && ownTexts(row).some((cell) => matchLabel(cell.text, first.labels) >= minFirstLabel);
}

export interface TitleMatch {
  readonly similarity: number;
  /** The rows that the title stands in, as indices. */
  readonly rows: readonly number[];
}

/** The title that begins in a row: alone there, or broken over two lines, perhaps with the year's line between. */
export function titleAt(rows: readonly FlowRow[], index: number, layout: Layout): TitleMatch {
  const first = titleText(rows[index]);
  if (first === null || yearLine.test(foldText(first))) return { similarity: 0, rows: [] };
  const alone = { similarity: titleSimilarity(first, layout), rows: [index] };
  const next = yearLine.test(foldText(titleText(rows[index + 1]) ?? '')) ? index + 2 : index + 1;
  const second = titleText(rows[next]);
  if (second === null || rows[index]?.kind !== 'line' || rows[next]?.kind !== 'line') return alone;
  const joined = titleSimilarity(first + second, layout);
  const isBetter = joined > Math.max(alone.similarity, titleSimilarity(second, layout));
  return isBetter ? { similarity: joined, rows: [index, next] } : alone;
}

/** The text of a line, or of a table's row with a single text. */
export function titleText(row: FlowRow | undefined): string | null {
  const texts = row === undefined ? [] : ownTexts(row);
  if (row === undefined || texts.length === 0 || (row.kind !== 'line' && texts.length !== 1)) return null;
  return joinTexts(row);
}

/** Goes back over the lines above a title that belong to it; above a first row, over a title that is not known too. */
function leadInStart(
  rows: readonly FlowRow[],
  index: number,
  { layouts, isTitled }: { readonly layouts: readonly Layout[]; readonly isTitled: boolean },
): number {
  const patterns = layouts.flatMap((layout) => layout.leadIns.map((source) => new RegExp(source, 'u')));
  const isLeadIn = (row: FlowRow): boolean => {
    const text = foldText(joinTexts(row));
    return patterns.some((pattern) => pattern.test(text)) || (!isTitled && isLineTitle(row));
  };
  let start = index;
  for (let row = rows[start - 1]; row !== undefined && isLeadIn(row); row = rows[start - 1]) start--;
  return start;
}

function joinTexts(row: FlowRow): string {
  return ownTexts(row)
    .map((cell) => cell.text)
    .join('');
}
