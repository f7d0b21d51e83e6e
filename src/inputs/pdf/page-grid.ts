import type { Box } from '../../model/geometry.ts';

/** Squares along either side of a page: on A4, of 37 by 53 points, some words each. */
const squaresAlong = 16;

/** A page cut into squares, each with a list of what lies there: neighbours are found without looking at everything. */
export class PageGrid<Entry> {
  readonly #bounds: Box;
  /** By rows; squares where nothing lies may have none. */
  readonly #lists: (Entry[] | undefined)[] = [];

  /** Places outside of `bounds` belong to the nearest square within. */
  constructor(bounds: Box) {
    this.#bounds = bounds;
  }

  /** What lies in the square around a point. */
  at(x: number, y: number): readonly Entry[] {
    return this.#lists[this.#row(y) * squaresAlong + this.#column(x)] ?? [];
  }

  /** Adds an entry to every square that `box` touches. */
  add(box: Box, entry: Entry): void {
    this.#forEachSquare(box, (index) => this.#list(index).push(entry));
  }

  /** Adds an entry that hides what lay in the squares that `box` covers whole: there it alone remains. */
  addOnTop(box: Box, entry: Entry): void {
    this.#forEachSquare(box, (index, isWhole) => {
      const list = this.#list(index);
      if (isWhole) list.length = 0;
      list.push(entry);
    });
  }

  /** Goes through what lies in the squares that `box` touches, and takes out what `isKept` says no to. */
  retain(box: Box, isKept: (entry: Entry) => boolean): void {
    this.#forEachSquare(box, (index) => {
      const list = this.#lists[index];
      if (list === undefined) return;
      let kept = 0;
      for (const entry of list) {
        if (isKept(entry)) list[kept++] = entry;
      }
      list.length = kept;
    });
  }

  #list(index: number): Entry[] {
    const list = this.#lists[index] ?? [];
    this.#lists[index] = list;
    return list;
  }

  #forEachSquare(box: Box, visit: (index: number, isWhole: boolean) => void): void {
    const [left, right] = [this.#column(box.left), this.#column(box.right)];
    const [top, bottom] = [this.#row(box.top), this.#row(box.bottom)];
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        visit(row * squaresAlong + column, row > top && row < bottom && column > left && column < right);
      }
    }
  }

  #column(x: number): number {
    return squareAt(x, this.#bounds.left, this.#bounds.right);
  }

  #row(y: number): number {
    return squareAt(y, this.#bounds.top, this.#bounds.bottom);
  }
}

function squareAt(at: number, low: number, high: number): number {
  const square = Math.floor(((at - low) / (high - low)) * squaresAlong);
  // Not a number where the page has no extent.
  return square >= 0 ? Math.min(square, squaresAlong - 1) : 0;
}
