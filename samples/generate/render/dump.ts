/**
 * Forms as the text dumps that OCR engines leave behind: one line a table row, cells between tabs. Steps for each table:
 * lay its cells on the grid (a merged cell's text once, or in each place), optionally close the gaps that column spans leave,
 * shift 总分, spell comparators as TeX, cut or keep blank cells at the end. Which shifts a form gets is drawn from the seed;
 * seed-14.txt shows each of them.
 */
import type { Random } from '../random.ts';
import { type Block, placeCells, type PlacedCell, type PrintedForm, type Table } from '../table.ts';

export interface DumpStyle {
  readonly encoding: 'utf-8' | 'gb18030';
  readonly byteOrderMark: boolean;
  readonly lineEnd: '\n' | '\r\n';
  readonly blankLines: boolean;
  readonly formFeed: boolean;
}

/** How one form's table is shifted. */
interface Shifts {
  readonly repeatColumns: boolean;
  readonly repeatRows: boolean;
  readonly closeGaps: boolean;
  readonly closeFirstRow: boolean;
  readonly totalShifted: boolean;
  readonly texRate: number;
  readonly looseCommas: boolean;
  /** What the foot's lines say stands below their labels. */
  readonly valuesApart: boolean;
  readonly trailing: 'keep' | 'cut' | 'either';
}

/** Draws how a dump file is written. */
export function drawDumpStyle(random: Random): DumpStyle {
  const encoding = random.weighted<DumpStyle['encoding']>([
    ['utf-8', 75],
    ['gb18030', 25],
  ]);
  return {
    encoding,
    byteOrderMark: encoding === 'utf-8' && random.chance(0.25),
    lineEnd: random.weighted<DumpStyle['lineEnd']>([
      ['\n', 65],
      ['\r\n', 35],
    ]),
    blankLines: random.chance(0.75),
    formFeed: random.chance(0.1),
  };
}

/** The dump's text, with its byte order mark and line ends. */
export function renderDump(forms: readonly PrintedForm[], style: DumpStyle, random: Random): string {
  const bodies = forms.map((form, index) => {
    const own = random.fork(index);
    const shifts = drawShifts(own);
    return form.blocks
      .flatMap((block) => [...blockLines(block, shifts, own), ...(style.blankLines ? [''] : [])])
      .join('\n');
  });
  const text = bodies.join(style.formFeed ? '\n\f' : '\n\n');
  return (style.byteOrderMark ? '\uFEFF' : '') + `${text}\n`.replaceAll('\n', style.lineEnd);
}

function drawShifts(random: Random): Shifts {
  return {
    repeatColumns: random.chance(0.15),
    repeatRows: random.chance(0.15),
    closeGaps: random.chance(0.3),
    closeFirstRow: random.chance(0.4),
    totalShifted: random.chance(0.12),
    texRate: random.pick([0, 0, 0, 1, 0.5, 0.5]),
    looseCommas: random.chance(0.3),
    valuesApart: random.chance(0.2),
    trailing: random.pick(['keep', 'keep', 'keep', 'cut', 'either']),
  };
}

function blockLines(block: Block, shifts: Shifts, random: Random): string[] {
  if (block.kind === 'table') return tableLines(block, shifts, random);
  return block.parts.flatMap(({ text }, index) => {
    const parted = block.role === 'foot' && shifts.valuesApart ? text.replace(/([:：]) ?(?=.)/, '$1\n\n') : text;
    return index > 0 ? ['', parted] : [parted];
  });
}

function tableLines(table: Table, shifts: Shifts, random: Random): string[] {
  const placed = placeCells(table);
  return table.rows.map((_, row) => {
    const close = shifts.closeGaps || (row === 0 && shifts.closeFirstRow && !shifts.repeatColumns);
    const places = table.columnShares.flatMap((__, column) => {
      const cell = placed.find((each) => covers(each, row, column));
      return cell === undefined || (close && column !== cell.column) ? [] : [{ cell, row, column }];
    });
    const texts = places.map((place) => (printsHere(place, shifts) ? place.cell.text.replaceAll('\n', '') : ''));
    const blanks = Array.from({ length: table.columnShares.length - texts.length }, () => '');
    const spelled = shiftTotal([...texts, ...blanks], shifts).map((text) => spell(text, shifts, random));
    const cut = shifts.trailing === 'cut' || (shifts.trailing === 'either' && random.chance(0.4));
    return cut ? spelled.join('\t').replace(/\t+$/, '') : spelled.join('\t');
  });
}

function covers(cell: PlacedCell, row: number, column: number): boolean {
  return (
    row >= cell.row && row < cell.row + cell.rowSpan && column >= cell.column && column < cell.column + cell.columnSpan
  );
}

function printsHere({ cell, row, column }: { cell: PlacedCell; row: number; column: number }, shifts: Shifts): boolean {
  const isTotal = /^[总合]/.test(cell.text);
  const rowFits = row === cell.row || (shifts.repeatRows && cell.role === 'name');
  const columnFits = column === cell.column || (shifts.repeatColumns && cell.role === 'text' && !isTotal);
  return rowFits && columnFits;
}

function shiftTotal(cells: readonly string[], shifts: Shifts): string[] {
  const label = cells.findIndex((text) => /^[总合]\s*[分计]/.test(text));
  if (!shifts.totalShifted || label < 0 || cells[label + 1] !== '') return [...cells];
  return [...cells.slice(0, label + 1), ...cells.slice(label + 2), ''];
}

function spell(text: string, shifts: Shifts, random: Random): string {
  const loose = shifts.looseCommas ? text.replaceAll('，', ', ').replaceAll('；', '; ') : text;
  if (!random.chance(shifts.texRate)) return loose;
  return loose.replace(
    /([≥≤])\s*([\d.]+)%$/,
    (_, sign: string, number: string) => `$\\${sign === '≥' ? 'geq' : 'leq'} ${number}\\%$`,
  );
}
