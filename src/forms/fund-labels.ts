import type { Fund } from '../model/record.ts';
import { type FlowCell, type FlowRow, ownTexts } from './flow.ts';
import { matchLabel } from './labels.ts';
import type { SectionOf } from './layout.ts';

/** A row label of the money table: the source of the amounts behind it. */
export interface FundLabel {
  readonly source: Fund['source'];
  /** 0 to 1: how well the cell agrees with the layout's label. */
  readonly similarity: number;
  readonly cell: FlowCell;
}

/** The row labels that begin in a row, from left to right. */
export function fundLabels(row: FlowRow, section: SectionOf<'funds'>): FundLabel[] {
  return ownTexts(row).flatMap((cell): FundLabel[] => {
    const [best] = section.rows
      .map(({ source, labels }) => ({ source, similarity: matchLabel(cell.text, labels), cell }))
      .sort((a, b) => b.similarity - a.similarity);
    return best !== undefined && best.similarity > 0 ? [best] : [];
  });
}
