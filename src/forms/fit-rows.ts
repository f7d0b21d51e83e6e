import { foldText } from '../text/fold.ts';
import { fitRow, type RowFit } from './fit-row.ts';
import type { FlowCell, FlowRow } from './flow.ts';
import { rejoinRows } from './rejoin-rows.ts';
import type { PlaceMark, PlaceOdds, RowModel } from './row-steps.ts';

/** A table's places, and what texts and blanks cost in them; what the tool did to the rows is found out. */
export interface TableModel<Name extends string> {
  readonly places: RowModel<Name>['places'];
  /** The costs in a row of these texts (folded, "" for blank cells): totals are not like indicators. */
  readonly costsOf: (texts: readonly string[]) => Omit<RowModel<Name>, 'places' | 'odds'>;
  /** Whether a row begins with such a text (as printed) for sure. */
  readonly beginsRow: (text: string) => boolean;
}

/** A row of a dump with its cells below their columns. */
export interface FittedRow<Name extends string> {
  readonly row: FlowRow;
  /** The texts below each column, from left to right; nothing where it is blank. */
  readonly cells: ReadonlyMap<Name, readonly FlowCell[]>;
  /** For each column how sure it is that these and no others stand below it, 0 to 1. */
  readonly certainties: ReadonlyMap<Name, number>;
  /** Texts that no column takes. */
  readonly unread: readonly FlowCell[];
}

/** So many cells more than places a row may have; what stands behind is unread. */
const maxExtraCells = 8;

/** Before a table has told anything: blanks are rarely left out, cells too many are rarer. */
const usualDropRate = 0.03;
/** A table without a single blank cell whose rows differ in length: left out at their ends alone, or anywhere? */
const blanklessDropRate = 0.3;
const usualAddRate = 0.01;
/** So many rows' worth the whole table weighs against what was seen at one place. */
const tableWeight = 2;
const dropBounds = [0.003, 0.97] as const;
/** A table that adds a cell at a place in most rows does not add two there. */
const addBounds = [0.003, 0.8] as const;

/** A row whose texts suit the headings above them at less than this is as it was printed. */
const plainCost = 2;

/** The rows of a table, and the lines between them that are in none. */
export interface FittedTable<Name extends string> {
  readonly rows: readonly FittedRow<Name>[];
  readonly loneLines: readonly FlowCell[];
}

/**
 * Fits the rows of one table: as if the tool had hardly left anything out, and then knowing how often it did so at each
 * place, so that rows that could be read in several ways go with those that cannot. Lines that were broken within a
 * cell are joined (`rejoinRows`) once that is known.
 */
export function fitRows<Name extends string>(lines: readonly FlowRow[], model: TableModel<Name>): FittedTable<Name> {
  const fitAll = (rows: readonly FlowRow[], odds: readonly PlaceOdds[]): RowFit<Name>[] =>
    rows.map((row) => fitOne(foldedTexts(row), odds, model));
  const ofLines = oddsOf(fitAll(lines.filter(isRow), usualOdds(model)), model);
  const { rows, loneLines } = rejoinRows(lines, {
    costOf: (row) => fitOne(foldedTexts(row), ofLines, model).cost,
    maxCells: model.places.length + maxExtraCells,
    beginsRow: model.beginsRow,
  });
  const odds = oddsOf(fitAll(rows, ofLines), model);
  const fits = fitAll(rows, odds);
  return { rows: rows.flatMap((row, index) => fitted(row, fits[index], model)), loneLines };
}

/** A line of one cell is a piece of a row, or none. */
function isRow(line: FlowRow): boolean {
  return line.cells.length > 1;
}

function foldedTexts(row: FlowRow): string[] {
  return row.cells.map((cell) => foldText(cell.text));
}

/** Rows that suit their headings as they stand need no fitting. */
function fitOne<Name extends string>(
  texts: readonly string[],
  odds: readonly PlaceOdds[],
  { places, costsOf }: TableModel<Name>,
): RowFit<Name> {
  const model: RowModel<Name> = { places, odds, ...costsOf(texts) };
  return asPrinted(texts, model) ?? fitRow(texts.slice(0, places.length + maxExtraCells), model);
}

/** The reading in which every cell stands in its own place; `null` where a text or a blank does not suit there. */
function asPrinted<Name extends string>(texts: readonly string[], model: RowModel<Name>): RowFit<Name> | null {
  const { places, cost, blankCost } = model;
  if (texts.slice(places.length).some((text) => text !== '')) return null;
  const filled = new Set(places.filter((_, place) => (texts[place] ?? '') !== ''));
  if (texts.some((text, place) => isCrowded(text, place, { texts, places }))) return null;
  const names = [...new Set(places)].flatMap((name) => name ?? []);
  const blanks = names.reduce((sum, name) => sum + (filled.has(name) ? 0 : blankCost(name)), 0);
  const whole = texts.reduce((sum, text, place) => sum + (text === '' ? 0 : cost(place, text)), blanks);
  if (whole > plainCost) return null;
  return {
    cost: whole,
    columns: texts.map((text, place) => (text === '' ? null : (places[place] ?? null))),
    margins: new Map(names.map((name) => [name, Number.POSITIVE_INFINITY])),
    marks: places.flatMap((_, place) => (texts[place] === '' ? [{ place, kind: 'kept' as const }] : [])),
  };
}

/** Whether another text stands in the same column one place before. */
function isCrowded(
  text: string,
  place: number,
  { texts, places }: { readonly texts: readonly string[]; readonly places: readonly (string | null)[] },
): boolean {
  const before = texts[place - 1] ?? '';
  return (
    places[place] !== null && places[place] === places[place - 1] && text !== '' && before !== '' && text !== before
  );
}

function usualOdds({ places }: Pick<RowModel<string>, 'places'>): PlaceOdds[] {
  return Array.from({ length: places.length + 1 }, () => toOdds(usualDropRate, usualAddRate));
}

function toOdds(dropRate: number, addRate: number): PlaceOdds {
  return {
    dropped: -Math.log(dropRate),
    kept: -Math.log(1 - dropRate),
    added: Math.log(1 - addRate) - Math.log(addRate),
  };
}

/** What leaving out and adding cost at each place, from how often the table's rows were read so. */
function oddsOf(fits: readonly RowFit<string>[], { places }: Pick<RowModel<string>, 'places'>): PlaceOdds[] {
  const marks = fits.flatMap((fit) => fit.marks);
  const count = (kind: PlaceMark['kind'], place?: number): number =>
    marks.filter((mark) => mark.kind === kind && (place === undefined || mark.place === place)).length;
  const prior = count('kept') === 0 ? blanklessDropRate : usualDropRate;
  const dropRate = (count('dropped') + prior) / (count('dropped') + count('kept') + 1);
  const addRate = (count('added') + usualAddRate) / (fits.length * places.length + 1);
  return Array.from({ length: places.length + 1 }, (_, place) => {
    const drops = count('dropped', place);
    const blanks = drops + count('kept', place);
    return toOdds(
      bounded((drops + tableWeight * dropRate) / (blanks + tableWeight), dropBounds),
      bounded((count('added', place) + tableWeight * addRate) / (fits.length + tableWeight), addBounds),
    );
  });
}

function bounded(rate: number, [least, most]: readonly [number, number]): number {
  return Math.min(Math.max(rate, least), most);
}

/** A margin (in natural logarithms of odds) beyond which nothing else is thinkable. */
const sureMargin = 6;
/** How sure a row's cells are at most where a text of it is left over, and two texts where they share a column. */
const leftOverCertainty = 0.8;

function fitted<Name extends string>(
  row: FlowRow,
  fit: RowFit<Name> | undefined,
  { places }: TableModel<Name>,
): FittedRow<Name>[] {
  if (fit === undefined) return [];
  const cells = new Map<Name, FlowCell[]>();
  for (const name of places) if (name !== null) cells.set(name, []);
  const unread: FlowCell[] = [];
  for (const [at, cell] of row.cells.entries()) {
    if (cell.text === '') continue;
    const column = at < fit.columns.length ? (fit.columns[at] ?? null) : 'unread';
    if (column === 'unread') unread.push(cell);
    else if (column !== null) cells.get(column)?.push(cell);
  }
  const certainties = new Map<Name, number>();
  for (const [name, margin] of fit.margins) {
    const isDoubtful = unread.length > 0 || new Set(cells.get(name)?.map((cell) => foldText(cell.text))).size > 1;
    certainties.set(name, Math.min(certaintyOf(margin), isDoubtful ? leftOverCertainty : 1));
  }
  return [{ row, cells, certainties, unread }];
}

function certaintyOf(margin: number): number {
  return margin >= sureMargin ? 1 : 1 / (1 + Math.exp(-margin));
}
