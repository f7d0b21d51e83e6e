import type { DrawnPage, Ruling, TextItem } from '../../src/model/page.ts';
import { tableSettingsSchema } from '../../src/tables/settings.ts';
import { isWide } from '../../src/text/typesetting.ts';

export const settings = tableSettingsSchema.parse({});

type Ends = readonly [start: number, end: number];

export function horizontal(position: number, [start, end]: Ends): Ruling {
  return { orientation: 'horizontal', position, start, end, thicknessPt: 0.5 };
}

export function vertical(position: number, [start, end]: Ends): Ruling {
  return { orientation: 'vertical', position, start, end, thicknessPt: 0.5 };
}

/** All lines of a grid from edge to edge. */
export function ruled(rows: readonly number[], columns: readonly number[]): Ruling[] {
  const across: Ends = [columns[0] ?? 0, columns.at(-1) ?? 0];
  const down: Ends = [rows[0] ?? 0, rows.at(-1) ?? 0];
  return [...rows.map((y) => horizontal(y, across)), ...columns.map((x) => vertical(x, down))];
}

/** A text with its upper left corner; ideographs are as wide as high, other characters half as wide. */
export function item(text: string, [left, top]: Ends, sizePt = 10): TextItem {
  const charEdges = [left];
  for (const character of text) {
    const width = isWide(character) ? sizePt : sizePt / 2;
    const edge = (charEdges.at(-1) ?? left) + width;
    charEdges.push(...Array.from({ length: character.length }, () => edge));
  }
  const box = { left, top, right: charEdges.at(-1) ?? left, bottom: top + sizePt };
  return { text, box, charEdges, confidence: 1 };
}

export interface Drawing {
  readonly rulings?: readonly Ruling[];
  readonly textItems?: readonly TextItem[];
}

/** A page of 595 by 842 points. */
export function drawnPage(number: number, { rulings = [], textItems = [] }: Drawing): DrawnPage {
  return { kind: 'drawn', number, widthPt: 595, heightPt: 842, quarterTurns: 0, rulings, textItems };
}

/** What a page's table holds: rows of cells; `null` ends the page before the row's lower border. */
export interface DrawnTable {
  readonly top: number;
  /** Lower edges of the rows; the first row begins at `top`. */
  readonly bottoms: readonly number[];
  readonly columns: readonly number[];
  /** For each row, for each column, lines of text. Two points below the upper border, and padded by three. */
  readonly texts: readonly (readonly string[])[];
}

const paddingPt = 3;
const linePt = 12;

/** A fully ruled table whose texts stand at the upper left of their cells, lines parted by "\n". */
export function drawnTable({ top, bottoms, columns, texts }: DrawnTable): Required<Drawing> {
  const edges = [top, ...bottoms];
  const textItems = texts.flatMap((row, at) =>
    row.flatMap((cell, column) =>
      cell
        .split('\n')
        .flatMap((line, index) =>
          line === '' ? [] : [item(line, [(columns[column] ?? 0) + paddingPt, (edges[at] ?? 0) + 2 + index * linePt])],
        ),
    ),
  );
  return { rulings: ruled(edges, columns), textItems };
}
