/**
 * Forms as the text dumps that OCR engines leave behind: one line a table row, cells between tabs. Steps for each
 * table: lay its cells on the grid (a merged cell's text once, or in each place), optionally close the gaps that column
 * spans leave, shift 总分, spell comparators as TeX, cut or keep blank cells at the end. Which shifts a form gets is
 * drawn from the seed; seed-14.txt shows each of them. Worse than that is drawn in `dump-damage.ts` and
 * `dump-noise.ts`.
 */
import type { Random } from '../random.ts';
import { breakText, damageRow, type DumpCell, type DumpDamage, undamaged } from './dump-damage.ts';
import { drawNoise, type DumpNoise } from './dump-noise.ts';
import { type Block, placeCells, type PlacedCell, type PrintedForm, type Table } from '../table.ts';

export interface DumpStyle {
  readonly encoding: 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';
  readonly byteOrderMark: boolean;
  readonly lineEnd: '\n' | '\r\n' | '\r';
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

/** The style of a damaged dump: other encodings and line ends as well. */
export function drawDamagedStyle(random: Random): DumpStyle {
  const encoding = random.pick(['utf-8', 'utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const);
  const lineEnd = random.pick(['\n', '\r\n', '\r'] as const);
  return { ...drawDumpStyle(random), encoding, byteOrderMark: encoding !== 'gb18030' && random.chance(0.5), lineEnd };
}

/** The dump's text, with its byte order mark and line ends. */
export function renderDump(
  forms: readonly PrintedForm[],
  style: DumpStyle & { readonly damage?: DumpDamage },
  random: Random,
): string {
  const { damage = undamaged } = style;
  const noise = drawNoise(random.fork('noise'));
  const bodies = forms.map((form, index) => {
    const own = random.fork(index);
    const shifts = { ...drawShifts(own), ...(damage.repeated ? { repeatColumns: true, repeatRows: true } : {}) };
    const damaging = { damage, noise, random: own.fork('damage') };
    const lines = form.blocks.flatMap((block) => [
      ...blockLines(block, { shifts, random: own, damaging }),
      ...(style.blankLines ? [''] : []),
    ]);
    return (damage.noise ? noise.breakPages(lines, titleOf(form), own.fork('pages')) : lines).join('\n');
  });
  const text = bodies.join(style.formFeed ? '\n\f' : '\n\n');
  return (style.byteOrderMark ? '\uFEFF' : '') + `${text}\n`.replaceAll('\n', style.lineEnd);
}

function titleOf(form: PrintedForm): string {
  const lines = form.blocks.flatMap((block) => (block.kind === 'line' && block.role === 'title' ? [block] : []));
  return lines.flatMap(({ parts }) => parts.map((part) => part.text)).join('');
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

/** How a form's blocks are printed: its shifts, and what the tool does to it besides. */
interface Printing {
  readonly shifts: Shifts;
  readonly random: Random;
  readonly damaging: {
    readonly damage: DumpDamage;
    readonly noise: DumpNoise;
    readonly random: Random;
  };
}

function blockLines(block: Block, printing: Printing): string[] {
  if (block.kind === 'table') return tableLines(block, printing);
  return block.parts.flatMap(({ text }, index) => {
    const isParted = block.role === 'foot' && printing.shifts.valuesApart;
    const parted = isParted ? text.replace(/([:：]) ?(?=.)/, '$1\n\n') : text;
    return index > 0 ? ['', parted] : [parted];
  });
}

function tableLines(table: Table, { shifts, random, damaging: { damage, noise, random: own } }: Printing): string[] {
  const placed = placeCells(table);
  return table.rows.map((_, row) => {
    const close = shifts.closeGaps || (row === 0 && shifts.closeFirstRow && !shifts.repeatColumns);
    const places = table.columnShares.flatMap((__, column) => {
      const cell = placed.find((each) => covers(each, row, column));
      return cell === undefined || (close && column !== cell.column) ? [] : [{ cell, row, column }];
    });
    const cells = places.map((place): DumpCell => {
      const text = printsHere(place, { ...shifts, all: damage.repeated }) ? place.cell.text : '';
      return { text, isRest: place.row !== place.cell.row || place.column !== place.cell.column };
    });
    const blanks = Array.from({ length: table.columnShares.length - cells.length }, () => ({ text: '', isRest: true }));
    const shifted = damageRow(shiftTotal([...cells, ...blanks], shifts), damage, own);
    const texts = shifted.map(({ text }) => {
      const spelled = spell(text.replaceAll('\n', ''), shifts, random);
      if (damage.breaks === 'none' && !damage.noise) return spelled;
      return breakText(damage.noise ? noise.spell(spelled, own) : spelled, damage, own);
    });
    const cut = shifts.trailing === 'cut' || (shifts.trailing === 'either' && random.chance(0.4));
    return cut ? texts.join('\t').replace(/\t+$/, '') : texts.join('\t');
  });
}

function covers(cell: PlacedCell, row: number, column: number): boolean {
  return (
    row >= cell.row && row < cell.row + cell.rowSpan && column >= cell.column && column < cell.column + cell.columnSpan
  );
}

function printsHere(
  { cell, row, column }: { cell: PlacedCell; row: number; column: number },
  shifts: Shifts & { readonly all: boolean },
): boolean {
  const isTotal = /^[总合]/.test(cell.text);
  if (shifts.all && !isTotal) return true;
  const rowFits = row === cell.row || (shifts.repeatRows && cell.role === 'name');
  const columnFits = column === cell.column || (shifts.repeatColumns && cell.role === 'text' && !isTotal);
  return rowFits && columnFits;
}

function shiftTotal(cells: readonly DumpCell[], shifts: Shifts): readonly DumpCell[] {
  const label = cells.findIndex(({ text }) => /^[总合]\s*[分计]/.test(text));
  if (!shifts.totalShifted || label < 0 || cells[label + 1]?.text !== '') return cells;
  return [...cells.slice(0, label + 1), ...cells.slice(label + 2), { text: '', isRest: true }];
}

function spell(text: string, shifts: Shifts, random: Random): string {
  const loose = shifts.looseCommas ? text.replaceAll('，', ', ').replaceAll('；', '; ') : text;
  if (!random.chance(shifts.texRate)) return loose;
  return loose.replace(
    /([≥≤])\s*([\d.]+)%$/,
    (_, sign: string, number: string) => `$\\${sign === '≥' ? 'geq' : 'leq'} ${number}\\%$`,
  );
}
