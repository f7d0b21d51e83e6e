import { type FlowRow, ownTexts } from './flow.ts';
import { assignLabels, matchLabel } from './labels.ts';
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

/** Fewer of a section's column headings than this, and the row is none of its header. */
const minHeaderShare = 0.5;

/** How well a row opens a section; 0 where it does not. */
function openingScore(row: FlowRow, section: Section): number {
  const texts = ownTexts(row).map((cell) => cell.text);
  if (texts.length === 0) return 0;
  const heading = Math.max(0, ...texts.map((text) => matchLabel(text, section.heading ?? [])));
  switch (section.read) {
    case 'text':
      return Math.max(heading, ...texts.map((text) => headingBeforeText(text, section.heading)));
    case 'fields':
      return Math.max(0, ...assignLabels(texts, section.fields).map((match) => match.similarity));
    case 'funds':
    case 'goals':
    case 'indicators': {
      const share = shareOf(texts, section.columns);
      return share >= minHeaderShare && texts.length > 1 ? share + heading / 10 : 0;
    }
  }
}

function shareOf(texts: readonly string[], labels: readonly { readonly labels: readonly string[] }[]): number {
  const matches = assignLabels(texts, labels);
  return matches.reduce((sum, match) => sum + match.similarity, 0) / labels.length;
}

/** A heading with its text in the same cell: 五、存在问题…:无. */
function headingBeforeText(text: string, heading: readonly string[]): number {
  const [before, ...rest] = text.split(/[:：]/);
  return rest.length > 0 && before !== undefined ? matchLabel(before, heading) * 0.9 : 0;
}

/** The best opening of each section that `rows` has, sections in the layout's order, each at most once. */
export function findOpenings(rows: readonly FlowRow[], layout: Layout): Opening[] {
  return layout.sections.flatMap((section, at) => {
    let best: Opening | null = null;
    for (const [index, row] of rows.entries()) {
      const score = openingScore(row, section);
      if (score > (best?.score ?? 0)) best = { section: at, row: index, score };
    }
    return best === null ? [] : [best];
  });
}
