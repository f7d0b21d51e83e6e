import type { Fund } from '../model/record.ts';
import { type FlowCell, type FlowRow, ownTexts } from './flow.ts';
import { matchLabel } from './labels.ts';
import type { SectionOf } from './layout.ts';

/** A row label of the money table: the source of the amounts behind it. */
export interface FundLabel {
  /** False for a label that the layout does not have: its row is taken for another source, with doubt. */
  readonly isKnown: boolean;
  readonly source: Fund['source'];
  /** Whether the row is a part of the source only (一般公共预算 of 财政拨款). */
  readonly isPart: boolean;
  /** 0 to 1: how well the cell agrees with the layout's label. */
  readonly similarity: number;
  readonly cell: FlowCell;
}

/** The row labels that begin in a row, from left to right. */
export function fundLabels(row: FlowRow, section: SectionOf<'funds'>): FundLabel[] {
  return ownTexts(row).flatMap((cell): FundLabel[] => {
    const candidates = section.rows.flatMap(({ source, labels, parts = [] }) => [
      { source, isKnown: true, isPart: false, similarity: matchLabel(cell.text, labels), cell },
      { source, isKnown: true, isPart: true, similarity: matchLabel(cell.text, parts), cell },
    ]);
    const [best] = candidates.sort((a, b) => b.similarity - a.similarity);
    return best !== undefined && best.similarity > 0 ? [best] : [];
  });
}

/** How well a row without a label is the total: it stands first, and no other row is called so. */
const unlabelledTotal = 0.5;

/**
 * The label of a row of amounts (in `amounts` and behind) that bears none of the layout's: another source, or, where it
 * has no label at all and no row is the total, the total. None where a row only breaks down the one above (其中).
 */
export function unknownLabel(
  row: FlowRow,
  amounts: readonly FlowCell[],
  above: { readonly hasTotal: boolean; readonly source: Fund['source'] | null },
): FundLabel[] {
  const [first] = amounts;
  if (row.kind !== 'exact' || first === undefined) return [];
  const before = row.cells.filter((cell) => cell.column < first.column);
  const cell = before.findLast(({ isOwn, text }) => isOwn && text !== '');
  if (cell !== undefined) {
    const isBreakdown = /^\s*其中/.test(cell.text) && above.source !== null && above.source !== 'total';
    return isBreakdown ? [] : [{ source: 'other', isKnown: false, isPart: false, similarity: 0, cell }];
  }
  const place = before.at(-1);
  if (above.hasTotal || above.source !== null || place === undefined) return [];
  return [{ source: 'total', isKnown: true, isPart: false, similarity: unlabelledTotal, cell: place }];
}
