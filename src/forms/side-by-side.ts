import type { Box } from '../model/geometry.ts';
import { unionOf } from '../model/geometry.ts';
import type { Reading, Table, TableDocument, TextLine } from '../model/table.ts';

/*
 * Two forms printed side by side on one page are read one after the other:
 *   1. tables of a page that stand beside each other part it at the gap between them;
 *   2. the lines' runs go to the side on which they stand;
 *   3. a title over both sides, and what else stands alone above the tables with it, is for both.
 * Not handled: three forms in a row, and a table that goes on over pages beside another one.
 */

type Block = TableDocument['blocks'][number];

/** The blocks in the order in which a reader takes them up: where two tables stand side by side, left before right. */
export function partSides(blocks: readonly Block[]): readonly Block[] {
  const pages = new Map<number, Block[]>();
  for (const block of blocks) {
    const own = pages.get(pageOf(block));
    if (own === undefined) pages.set(pageOf(block), [block]);
    else own.push(block);
  }
  const parted = new Map([...pages].map(([page, own]) => [page, partPage(own)]));
  if ([...parted.values()].every((own) => own === null)) return blocks;
  return [...pages].flatMap(([page, own]) => parted.get(page) ?? own);
}

function pageOf(block: Block): number {
  return block.kind === 'line' ? block.page : (block.rowPages[0] ?? 1);
}

/** The blocks of a page, left side before right; `null` where no tables stand side by side. */
function partPage(blocks: readonly Block[]): Block[] | null {
  const tables = blocks.flatMap((block) => {
    const box = block.kind === 'table' ? boxOfTable(block) : null;
    return box === null || block.kind !== 'table' ? [] : [{ ...box, rowCount: block.rowCount }];
  });
  const split = splitOf(tables);
  if (split === null) return null;
  const top = Math.min(...tables.map((box) => box.top));
  const above = blocks.filter((block) => block.kind === 'line' && isAbove(block, top));
  const isShared = above.some((line) => line.kind === 'line' && line.runs.some((run) => crosses(run, split)));
  const sideOf = (side: Side): Block[] =>
    blocks.flatMap((block): Block[] => {
      if (block.kind === 'table') return sideOfBox(boxOfTable(block), split) === side ? [block] : [];
      const lone = isShared && block.runs.length === 1 && isAbove(block, top);
      const runs = block.runs.filter((run) => lone || crosses(run, split) || sideOfBox(boxOf(run), split) === side);
      return runs.length === 0 ? [] : [{ ...block, runs }];
    });
  return [...sideOf('left'), ...sideOf('right')];
}

type Side = 'left' | 'right';

/** A form has more rows than this; what is less is a box beside one. */
const minRows = 5;

interface TableBox extends Box {
  readonly rowCount: number;
}

/** The x between tables that stand side by side, where every table of the page is on one side of it. */
function splitOf(tables: readonly TableBox[]): number | null {
  const large = tables.filter((table) => table.rowCount > minRows);
  for (const left of large) {
    for (const right of large) {
      const isBeside = left.right <= right.left && left.top < right.bottom && right.top < left.bottom;
      const split = (left.right + right.left) / 2;
      if (isBeside && tables.every((box) => box.right <= split || box.left >= split)) return split;
    }
  }
  return null;
}

function sideOfBox(box: Box | null, split: number): Side {
  return box !== null && (box.left + box.right) / 2 > split ? 'right' : 'left';
}

function crosses(run: Reading, split: number): boolean {
  const box = boxOf(run);
  return box !== null && box.left < split && box.right > split;
}

function isAbove(line: TextLine, top: number): boolean {
  return line.runs.every((run) => (boxOf(run)?.bottom ?? Number.POSITIVE_INFINITY) <= top);
}

function boxOf({ place }: Reading): Box | null {
  return place?.kind === 'page' ? place.box : null;
}

function boxOfTable(table: Table): Box | null {
  return unionOf(table.cells.flatMap((cell) => cell.bounds.slice(0, 1).map((place) => place.box)));
}
