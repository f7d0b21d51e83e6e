import type { GriddedPage, ReadDocument, SourceCell, SourceLine, SourceTable, SourceText } from '../../model/page.ts';
import type { Problem } from '../../model/problem.ts';
import { joinBrokenRows } from './broken-rows.ts';
import { decodeText } from './decode.ts';
import { type DumpCell, type DumpRow, dumpRows } from './dump-rows.ts';
import { attachLoneLines } from './lone-lines.ts';
import { plainSigns, withoutBars } from './signs.ts';

/**
 * Reads a text dump: rows of cells parted by tabs, blank where a merged cell goes on, and lines without tabs.
 *
 * 1. Cells may go on over lines, in quotes (`dumpRows`) or without (`joinBrokenRows`, `attachLoneLines`).
 * 2. Rows with a tab that follow one another are one table; a line without tabs directly between two of them is a row
 *    of one cell.
 * 3. All other lines that are not blank stand for themselves.
 *
 * The spans of such a table are implied: a dump cannot tell a blank cell from the rest of a merged one.
 */
export function readDump(bytes: Uint8Array): ReadDocument {
  const { text, encoding, brokenCount } = decodeText(bytes);
  // A byte order mark stands within the text where files were put together.
  const stretches = stretchesOf(dumpRows(text.replaceAll('\ufeff', '')));
  const rows = stretches.flatMap((stretch) => [...attachLoneLines(joinBrokenRows(stretch)), []]);
  const page: GriddedPage = { kind: 'gridded', number: 1, blocks: blocksOf(rows) };
  return { pages: [page], problems: brokenCount > 0 ? [brokenText(brokenCount, encoding)] : [] };
}

/** Rows that no blank line parts. */
function stretchesOf(rows: readonly DumpRow[]): DumpRow[][] {
  const stretches: DumpRow[][] = [[]];
  for (const row of rows) {
    if (row.some((cell) => cell.raw.trim() !== '') || row.length > 1) stretches.at(-1)?.push(row);
    else if (stretches.at(-1)?.length !== 0) stretches.push([]);
  }
  return stretches;
}

/** Lines and tables; a row without cells is a blank line. */
function blocksOf(rows: readonly DumpRow[]): GriddedPage['blocks'] {
  const blocks: (SourceLine | { kind: 'rows'; rows: SourceText[][] })[] = [];
  let isTableOpen = false;
  for (const [index, row] of rows.entries()) {
    const last = blocks.at(-1);
    const isRow: boolean = row.length > 1 || (isTableOpen && row.length === 1 && (rows[index + 1]?.length ?? 0) > 1);
    const texts = row.map((cell) => sourceText(cell, isRow));
    if (isRow && isTableOpen && last?.kind === 'rows') last.rows.push(texts);
    else if (isRow) blocks.push({ kind: 'rows', rows: [texts] });
    else blocks.push(...texts.map((text) => ({ kind: 'line' as const, ...text })));
    isTableOpen = isRow;
  }
  return blocks.map((block) => (block.kind === 'line' ? block : tableOf(block.rows)));
}

/** Digits on both sides of a break may be one number or two. */
const brokenNumber = /\d\s*\n\s*\d/;
const brokenNumberConfidence = 0.5;

function sourceText({ raw, line, column }: DumpCell, isInRow: boolean): SourceText {
  const indent = raw.length - raw.trimStart().length;
  const confidence = brokenNumber.test(raw) ? brokenNumberConfidence : 1;
  return {
    text: isInRow ? withoutBars(plainSigns(raw)) : plainSigns(raw.trim()),
    raw: raw.trim(),
    place: { kind: 'text', line, column: column + indent },
    confidence: raw.includes('\ufffd') ? 0 : confidence,
  };
}

function tableOf(rows: readonly (readonly SourceText[])[]): SourceTable {
  const cells = rows.flatMap((row, rowIndex) =>
    row.map((cell, column): SourceCell => ({ ...cell, row: rowIndex, column, rowSpan: 1, columnSpan: 1 })),
  );
  return { kind: 'table', spans: 'implied', cells };
}

function brokenText(count: number, encoding: string): Problem {
  return {
    code: 'broken-encoding',
    message: `${count} places hold bytes that are not ${encoding.toUpperCase()}; they are shown as \ufffd`,
    hint: 'Save the file again as UTF-8; values that hold such a place are marked for review',
    stage: 'read',
  };
}
