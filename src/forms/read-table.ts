import { foldText } from '../text/fold.ts';
import type { Reading } from '../model/table.ts';
import { type TableCosts, unknownColumnCost } from './column-costs.ts';
import { besideHeadings, cellsBelow, type Header, placesOf } from './columns.ts';
import { fitRows, type FittedTable, type TableModel } from './fit-rows.ts';
import { type FlowCell, type FlowRow, ownTexts } from './flow.ts';
import { joinReadings, withoutRepeats } from './read-text.ts';

/** What stands in one row below one heading. */
export interface ColumnText {
  readonly reading: Reading;
  /** How well the heading agrees with its label, and how sure it is that the text stands below it. */
  readonly certainty: number;
  /** The same for all rows that one merged cell covers. */
  readonly id: string;
  /** False where the cell began in a row above. */
  readonly isOwn: boolean;
}

/** A row of a table by its columns. */
export interface TableRow<Name extends string> {
  readonly row: FlowRow;
  /**
   * Nothing for a heading with only blank cells below it. Texts side by side below one heading that repeat the same are
   * one merged cell printed twice; others are joined.
   */
  readonly texts: Partial<Record<Name, ColumnText>>;
  /** How sure each heading's text is, or that it has none; 1 for those not named. */
  readonly certainties: ReadonlyMap<Name, number>;
  /** Texts that stand below no heading though they should. */
  readonly unread: readonly FlowCell[];
}

/** The rows of a table by its columns, and the lines between them that are in none. */
export interface TableReading<Name extends string> {
  readonly rows: readonly TableRow<Name>[];
  readonly loneLines: readonly FlowCell[];
}

/**
 * What the rows below a header say, column by column. Where spans are exact, each cell belongs to the heading above it;
 * in dumps the cells are fitted to the headings (`fitRows`), since blanks may be missing or too many.
 */
export function readRows<Name extends string>(
  header: Header<Name>,
  body: readonly FlowRow[],
  costs: TableCosts<Name>,
): TableReading<Name> {
  const { rows, loneLines } = cellsByColumn(header, body, tableModel(header, costs));
  const read = rows.map(({ row, unread, cells, certainties }): TableRow<Name> => {
    const texts: TableRow<Name>['texts'] = {};
    for (const { name, certainty } of header.columns) {
      const text = oneText(cells.get(name) ?? []);
      if (text !== null) texts[name] = { ...text, certainty: Math.min(certainty, certainties.get(name) ?? 1) };
    }
    return { row, texts, certainties, unread };
  });
  return { rows: read, loneLines };
}

/** The texts of each row below each heading; `model` fits those of dumps. */
export function cellsByColumn<Name extends string>(
  header: Header<Name>,
  body: readonly FlowRow[],
  model: TableModel<Name>,
): FittedTable<Name> {
  if (header.row.kind === 'implied') return fitRows(body, model);
  const rows = body
    .filter((row) => row.kind !== 'line')
    .map((row) => ({
      row,
      cells: new Map(header.columns.map((column) => [column.name, textCells(cellsBelow(header, column, row))])),
      certainties: new Map(),
      unread: besideHeadings(header, row),
    }));
  return { rows, loneLines: [] };
}

function textCells(cells: readonly FlowCell[]): FlowCell[] {
  return cells.filter((cell) => cell.text !== '');
}

function tableModel<Name extends string>(
  header: Header<Name>,
  { inRow, beginsRow }: TableCosts<Name>,
): TableModel<Name> {
  const { names, first } = placesOf(header);
  return {
    places: names,
    costsOf: (texts) => {
      const costs = inRow(texts);
      const cost = (place: number, text: string): number => {
        const name = names[place] ?? null;
        if (name !== null) return costs.text(name, text);
        return place < first ? costs.lead(text) : unknownColumnCost;
      };
      return { cost, blankCost: costs.blank, isName: (text) => costs.lead(text) === 0 };
    },
    beginsRow,
  };
}

/** Texts side by side below one heading as one, with the identity of the first. */
function oneText(cells: readonly FlowCell[]): Omit<ColumnText, 'certainty'> | null {
  const [first] = cells;
  if (first === undefined) return null;
  const different = withoutRepeats(cells);
  const reading = different.length === 1 ? first : joinReadings(different);
  return { reading, id: first.id, isOwn: first.isOwn };
}

/** Whether a row repeats a header's headings, as a word processor prints them again on every page. */
export function repeatsHeader<Name extends string>(header: Header<Name>, row: FlowRow): boolean {
  const headings = new Set(ownTexts(header.row).map((cell) => foldText(cell.text)));
  const texts = ownTexts(row).map((cell) => foldText(cell.text));
  const repeated = texts.filter((text) => headings.has(text)).length;
  return repeated > 1 && repeated >= header.columns.length / 2;
}
