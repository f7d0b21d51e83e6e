import type { GriddedPage, ReadDocument, SourceCell, SourceLine, SourceTable, SourceText } from '../../model/page.ts';
import type { Problem } from '../../model/problem.ts';
import { decodeText } from './decode.ts';
import { plainLatex } from './latex.ts';

/**
 * Reads a text dump: rows of cells parted by tabs, blank where a merged cell goes on, and lines without tabs.
 *
 * 1. Lines that hold a tab and follow one another are one table; a line without tabs directly between two of them
 *    is a row of one cell.
 * 2. All other lines that are not blank stand for themselves.
 *
 * The spans of such a table are implied: a dump cannot tell a blank cell from the rest of a merged one.
 */
export function readDump(bytes: Uint8Array): ReadDocument {
  const { text, encoding, brokenCount } = decodeText(bytes);
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const page: GriddedPage = { kind: 'gridded', number: 1, blocks: blocksOf(lines) };
  return { pages: [page], problems: brokenCount > 0 ? [brokenText(brokenCount, encoding)] : [] };
}

function blocksOf(lines: readonly string[]): GriddedPage['blocks'] {
  const blocks: (SourceLine | { kind: 'rows'; rows: SourceText[][] })[] = [];
  let isTableOpen = false;
  for (const [index, line] of lines.entries()) {
    const last = blocks.at(-1);
    const isRow: boolean =
      line.includes('\t') || (isTableOpen && line.trim() !== '' && (lines[index + 1] ?? '').includes('\t'));
    if (isRow && isTableOpen && last?.kind === 'rows') last.rows.push(cellTexts(line, index + 1));
    else if (isRow) blocks.push({ kind: 'rows', rows: [cellTexts(line, index + 1)] });
    else if (line.trim() !== '') blocks.push({ kind: 'line', ...sourceText(line, index + 1, 1) });
    isTableOpen = isRow;
  }
  return blocks.map((block) => (block.kind === 'line' ? block : tableOf(block.rows)));
}

/** The cells of one line; `line` from 1. */
function cellTexts(text: string, line: number): SourceText[] {
  let column = 1;
  return text.split('\t').map((cell) => {
    const source = sourceText(cell, line, column);
    column += cell.length + 1;
    return source;
  });
}

function sourceText(raw: string, line: number, column: number): SourceText {
  const indent = raw.length - raw.trimStart().length;
  return {
    text: plainLatex(raw.trim()),
    raw: raw.trim(),
    place: { kind: 'text', line, column: column + indent },
    confidence: raw.includes('\ufffd') ? 0 : 1,
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
