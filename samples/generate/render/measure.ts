import type { PageStyle } from '../page-style.ts';
import { type PlacedCell, placeCells, type Table } from '../table.ts';

/** Width of a text in points: Chinese characters are one em wide, Latin ones half of it. */
export function textWidthPt(text: string, sizePt: number): number {
  let ems = 0;
  for (const character of text) ems += isNarrow(character) ? 0.5 : 1;
  return ems * sizePt;
}

/** True for characters that are half an em wide. */
export function isNarrow(character: string): boolean {
  return (character.codePointAt(0) ?? 0) < 0x7f;
}

/** The text cut into lines no wider than `widthPt`, at its own line breaks and wherever a line is full. */
function wrapText(text: string, widthPt: number, sizePt: number): string[] {
  return text.split('\n').flatMap((part) => wrapLine(part, widthPt, sizePt));
}

function wrapLine(text: string, widthPt: number, sizePt: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const character of text) {
    const full = textWidthPt(current + character, sizePt) > widthPt && current !== '';
    // Chinese typesetting starts no line with closing punctuation: it hangs over instead.
    if (full && !'，。；、：）)%％'.includes(character)) {
      lines.push(current);
      current = '';
    }
    current += character;
  }
  return [...lines, current];
}

/** A cell with its place on a strip as wide as the table and as long as it takes, from the strip's top left corner. */
export interface MeasuredCell extends PlacedCell {
  readonly leftPt: number;
  readonly topPt: number;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly lines: readonly string[];
}

export interface MeasuredTable {
  readonly rowHeightsPt: readonly number[];
  readonly columnWidthsPt: readonly number[];
  readonly cells: readonly MeasuredCell[];
}

/**
 * Lays a table out: lines are wrapped to their columns, rows grow to their tallest cell, and what a merged cell needs
 * beyond its rows is given to the last of them.
 */
export function measureTable(table: Table, widthPt: number, style: PageStyle): MeasuredTable {
  const columnWidthsPt = table.columnShares.map((share) => share * widthPt);
  const placed = placeCells(table).map((cell) => {
    const cellWidth = sum(columnWidthsPt.slice(cell.column, cell.column + cell.columnSpan));
    const lines = cell.vertical
      ? [...cell.text]
      : wrapText(cell.text, cellWidth - 2 * style.paddingXPt - 1, style.sizePt);
    return { cell, cellWidth, lines };
  });
  const pitch = style.sizePt * style.lineHeight;
  const rowHeightsPt = table.rows.map(() => Math.max(style.minRowHeightPt, pitch + 2 * style.paddingYPt));
  for (const { cell, lines } of placed.toSorted((one, other) => one.cell.rowSpan - other.cell.rowSpan)) {
    const needed = lines.length * pitch + 2 * style.paddingYPt;
    const last = cell.row + cell.rowSpan - 1;
    const missing = needed - sum(rowHeightsPt.slice(cell.row, last + 1));
    if (missing > 0) rowHeightsPt[last] = (rowHeightsPt[last] ?? 0) + missing;
  }
  const cells = placed.map(({ cell, cellWidth, lines }) => ({
    ...cell,
    lines,
    leftPt: sum(columnWidthsPt.slice(0, cell.column)),
    topPt: sum(rowHeightsPt.slice(0, cell.row)),
    widthPt: cellWidth,
    heightPt: sum(rowHeightsPt.slice(cell.row, cell.row + cell.rowSpan)),
  }));
  return { rowHeightsPt, columnWidthsPt, cells };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
