import { cellsBelow, type Header, type HeadedColumn } from './columns.ts';
import { type FlowRow, ownTexts } from './flow.ts';
import { joinReadings, withoutRepeats } from './read-text.ts';
import { foldText } from '../text/fold.ts';
import type { Reading } from '../model/table.ts';

/** What stands in one row below one heading. */
export interface ColumnText {
  readonly reading: Reading;
  /** How well the heading agrees with its label; lower where the cell had to be guessed. */
  readonly certainty: number;
  /** The same for all rows that one merged cell covers. */
  readonly id: string;
  /** False where the cell began in a row above. */
  readonly isOwn: boolean;
}

/**
 * What a row has below each heading; nothing for a heading with only blank cells below it. Cells side by side below
 * one heading that repeat the same text are one merged cell printed twice; other texts are joined.
 */
export function textsBelow<Name extends string>(header: Header<Name>, row: FlowRow): Partial<Record<Name, ColumnText>> {
  const texts: Partial<Record<Name, ColumnText>> = {};
  for (const column of header.columns) {
    const text = textBelow(header, column, row);
    if (text !== null) texts[column.name] = text;
  }
  return texts;
}

function textBelow<Name extends string>(
  header: Header<Name>,
  column: HeadedColumn<Name>,
  row: FlowRow,
): ColumnText | null {
  const cells = cellsBelow(header, column, row).filter((cell) => cell.text !== '');
  const [first] = cells;
  if (first === undefined) return null;
  const different = withoutRepeats(cells);
  const reading = different.length === 1 ? first : joinReadings(different);
  return { reading, certainty: column.certainty, id: first.id, isOwn: first.isOwn };
}

/** Whether a row repeats a header's headings, as a word processor prints them again on every page. */
export function repeatsHeader<Name extends string>(header: Header<Name>, row: FlowRow): boolean {
  const headings = new Set(ownTexts(header.row).map((cell) => foldText(cell.text)));
  const texts = ownTexts(row).map((cell) => foldText(cell.text));
  const repeated = texts.filter((text) => headings.has(text)).length;
  return repeated > 1 && repeated >= header.columns.length / 2;
}
