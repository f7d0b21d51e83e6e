import { type FlowRow, ownTexts } from './flow.ts';
import { assignLabels, type LabelMatch, matchLabel } from './labels.ts';
import type { Layout, Section } from './layout.ts';

/** Where a section of a form opens: the row with its labels or column headings. */
export interface Opening {
  /** Index into the layout's sections. */
  readonly section: number;
  /** Index into the form's rows. */
  readonly row: number;
  /** 0 to 1: the share of the section's labels that the row bears, with how well each agrees. */
  readonly score: number;
}

/** With this share of a section's column headings, a row is its header. */
const minHeaderShare = 0.5;
/** A table's shorter header still is one where so much of what the row says is of the section. */
const minCoverage = 0.75;

/** The texts of a row; `labels` are those that any label of the layout fits, since most texts are values. */
interface RowTexts {
  readonly isLine: boolean;
  readonly all: readonly string[];
  readonly labels: readonly string[];
}

/** How well a row opens a section; 0 where it does not. */
function openingScore({ isLine, all, labels }: RowTexts, section: Section): number {
  const heading = most(labels, (text) => matchLabel(text, section.heading ?? []));
  switch (section.read) {
    case 'text':
      return Math.max(
        heading,
        most(all, (text) => headingBeforeText(text, section.heading)),
      );
    case 'fields': {
      const asked = section.fields.filter((field) => !field.optional);
      return most(assignLabels(labels, asked), (match) => match.similarity);
    }
    case 'funds':
    case 'goals':
    case 'indicators': {
      const matches = assignLabels(
        withoutHeading(labels, section, (text) => text),
        section.columns,
      );
      const texts = isLine ? Number.POSITIVE_INFINITY : all.length - (heading > 0 ? 1 : 0);
      return all.length > 1 && isHeader(matches, section, { texts, heading })
        ? shareOf(matches, section) + heading / 10
        : 0;
    }
  }
}

/** The greatest score of any item, 0 where there is none; a row may have more cells than a call takes arguments. */
function most<Item>(items: readonly Item[], scoreOf: (item: Item) => number): number {
  return items.reduce((greatest, item) => Math.max(greatest, scoreOf(item)), 0);
}

/**
 * The texts of a header but for the section's own heading, which may read as one of its columns does (年度总体目标);
 * where the heading is the only one to name that column, it stays.
 */
export function withoutHeading<Item>(
  items: readonly Item[],
  section: TableSection,
  textOf: (item: Item) => string,
): readonly Item[] {
  const own = items.findIndex((item) => matchLabel(textOf(item), section.heading ?? []) >= minHeading);
  const others = items.filter((_, index) => index !== own);
  const named = (some: readonly Item[]): number => assignLabels(some.map(textOf), section.columns).length;
  return own < 0 || named(others) < named(items) ? items : others;
}

/** So much like a section's heading is a text that is no column's for sure. */
const minHeading = 0.95;

export type TableSection = Extract<Section, { read: 'funds' | 'goals' | 'indicators' }>;

/** Whether the headings that a row bears make it the header; `texts` are those of a table's row but for `heading`. */
function isHeader(
  matches: readonly LabelMatch[],
  section: TableSection,
  { texts, heading }: { readonly texts: number; readonly heading: number },
): boolean {
  const isMost = shareOf(matches, section) >= minHeaderShare;
  if (section.read === 'goals') return matches.length > 1 || (matches.length > 0 && heading > 0);
  if (section.read === 'funds') return isMost || (matches.length > 1 && sumOf(matches) >= minCoverage * texts);
  // A table of targets without results is none of a self-evaluation (绩效目标申报表).
  const hasResults = matches.some(({ label }) => ['actual', 'score'].includes(section.columns[label]?.column ?? ''));
  return isMost && hasResults;
}

/** The share of the section's columns that the row names, but for those that forms need not have. */
function shareOf(matches: readonly LabelMatch[], { columns }: TableSection): number {
  const asked = columns.filter((column) => !column.optional).length;
  return sumOf(matches.filter(({ label }) => columns[label]?.optional !== true)) / asked;
}

function sumOf(matches: readonly LabelMatch[]): number {
  return matches.reduce((sum, match) => sum + match.similarity, 0);
}

/** A heading with its text in the same cell: 五、存在问题…:无. */
function headingBeforeText(text: string, heading: readonly string[]): number {
  const [before, ...rest] = text.split(/[:：]/);
  return rest.length > 0 && before !== undefined ? matchLabel(before, heading) * 0.9 : 0;
}

/** Whether a row is the header of the layout's indicators. */
export function opensIndicators(row: FlowRow, layout: Layout): boolean {
  const indicators = layout.sections.find((section) => section.read === 'indicators');
  return indicators !== undefined && openingScore(rowTexts(row, layout), indicators) > 0;
}

/** The best opening of each section that `rows` has, sections in the layout's order, each at most once. */
export function findOpenings(rows: readonly FlowRow[], layout: Layout): Opening[] {
  const texts = rows.map((row) => rowTexts(row, layout));
  return layout.sections.flatMap((section, at) => {
    let best: Opening | null = null;
    for (const [index, row] of texts.entries()) {
      const score = openingScore(row, section);
      if (score > (best?.score ?? 0)) best = { section: at, row: index, score };
    }
    return best === null ? [] : [best];
  });
}

function rowTexts(row: FlowRow, layout: Layout): RowTexts {
  const known = allLabels(layout);
  const all = ownTexts(row).map((cell) => cell.text);
  return { isLine: row.kind === 'line', all, labels: all.filter((text) => matchLabel(text, known) > 0) };
}

const labelsByLayout = new WeakMap<Layout, readonly string[]>();

/** Every label that may open a section of the layout. */
function allLabels(layout: Layout): readonly string[] {
  const known = labelsByLayout.get(layout);
  if (known !== undefined) return known;
  const labels = layout.sections.flatMap((section) => {
    if (section.read === 'text') return section.heading;
    const columns = section.read === 'fields' ? section.fields : section.columns;
    return [...(section.heading ?? []), ...columns.flatMap((column) => column.labels)];
  });
  labelsByLayout.set(layout, labels);
  return labels;
}
