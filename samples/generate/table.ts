/** The abstract table that layouts build and every renderer draws. */

/** What stands in a cell; styles give each role its alignment, weight and shade. */
export type CellRole = 'label' | 'heading' | 'name' | 'text' | 'number';

export interface Cell {
  /** May hold line breaks. */
  readonly text: string;
  readonly role: CellRole;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** The text runs downwards, one character a line. */
  readonly vertical: boolean;
}

export interface Table {
  readonly kind: 'table';
  /** Shares of the table's width; they add up to 1. */
  readonly columnShares: readonly number[];
  /** Each row's cells from the left, without the places that spans from above cover. */
  readonly rows: readonly (readonly Cell[])[];
  /** So many first rows are repeated where the table goes over to another page; 0 for none. */
  readonly headerRows: number;
}

export type LineRole = 'annex' | 'title' | 'year' | 'meta' | 'foot';
export type Align = 'left' | 'center' | 'right';

/** A line of text above or below a table, of one to three parts side by side. */
export interface Line {
  readonly kind: 'line';
  readonly role: LineRole;
  readonly parts: readonly { readonly text: string; readonly align: Align }[];
}

export type Block = Line | Table;

/** One form as it is to be printed, from top to bottom. */
export interface PrintedForm {
  readonly blocks: readonly Block[];
}

/** A cell with its place: row and column from 0. */
export interface PlacedCell extends Cell {
  readonly row: number;
  readonly column: number;
}

interface CellOptions {
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  readonly vertical?: boolean;
}

/** A cell; without a text it is blank. */
export function cell(role: CellRole, text: string | undefined, options: CellOptions = {}): Cell {
  return {
    text: text ?? '',
    role,
    rowSpan: options.rowSpan ?? 1,
    columnSpan: options.columnSpan ?? 1,
    vertical: options.vertical ?? false,
  };
}

/** A line with one part. */
export function line(role: LineRole, text: string, align: Align): Line {
  return { kind: 'line', role, parts: [{ text, align }] };
}

/** Gives every cell its row and column, as HTML does; throws where the rows do not fill the grid exactly. */
export function placeCells(table: Pick<Table, 'rows' | 'columnShares'>): PlacedCell[] {
  const columnCount = table.columnShares.length;
  const taken = table.rows.map(() => Array.from({ length: columnCount }, () => false));
  const placed: PlacedCell[] = [];
  for (const [row, cells] of table.rows.entries()) {
    let column = 0;
    for (const each of cells) {
      while (taken[row]?.[column] === true) column += 1;
      placed.push({ ...each, row, column });
      occupy(taken, { ...each, row, column });
      column += each.columnSpan;
    }
    if (taken[row]?.includes(false) !== false) throw new Error(`row ${row} leaves columns free`);
  }
  return placed;
}

function occupy(taken: boolean[][], placed: PlacedCell): void {
  for (let row = placed.row; row < placed.row + placed.rowSpan; row += 1) {
    for (let column = placed.column; column < placed.column + placed.columnSpan; column += 1) {
      const cells = taken[row];
      if (cells === undefined || cells[column] !== false)
        throw new Error(`cell at ${row}, ${column} leaves the grid or overlaps`);
      cells[column] = true;
    }
  }
}
