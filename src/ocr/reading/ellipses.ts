import { type Box, heightOf, unionOf, widthOf } from '../../model/geometry.ts';
import { median } from '../../images/median.ts';
import type { RecognizedLine } from './read-lines.ts';

/** Dots of an ellipsis are at most so large, in points, their middles so high above one another, */
const mostDotPt = 2.4;
const mostOffPt = 0.6;
/** so far apart, and as evenly as this share says. */
const [leastApartPt, mostApartPt] = [1.2, 6];
const mostUneven = 0.3;
/** An ellipsis (……) has six dots, of which a copy may lose one. */
const leastDots = 5;
/** How sure it is that dots are one. */
const sure = 0.95;

/**
 * The ellipses among the pieces of print within a page's tables (points), which detection does not find: forms print ……
 * in rows that nobody filled in, and such a row is not blank.
 */
export function readEllipses(pieces: readonly Box[]): RecognizedLine[] {
  const dots = pieces.filter((piece) => Math.max(widthOf(piece), heightOf(piece)) <= mostDotPt);
  return rowsOfDots(dots).flatMap((row) => {
    const box = row.length >= leastDots && isEven(row) ? unionOf(row) : null;
    return box === null ? [] : [lineOf(box)];
  });
}

/** Dots side by side, from left to right. */
function rowsOfDots(dots: readonly Box[]): Box[][] {
  const rows: Box[][] = [];
  for (const dot of dots.toSorted((a, b) => a.left - b.left)) {
    const row = rows.find((other) => follows(dot, other.at(-1) ?? dot));
    if (row === undefined) rows.push([dot]);
    else row.push(dot);
  }
  return rows;
}

function follows(dot: Box, last: Box): boolean {
  const apartPt = middleOf(dot) - middleOf(last);
  const offPt = Math.abs(dot.top + dot.bottom - last.top - last.bottom) / 2;
  return offPt <= mostOffPt && apartPt >= leastApartPt && apartPt <= mostApartPt;
}

function isEven(row: readonly Box[]): boolean {
  const apart = row.slice(1).map((dot, index) => middleOf(dot) - middleOf(row[index] ?? dot));
  const usual = median(apart);
  return apart.every((one) => Math.abs(one - usual) <= mostUneven * usual);
}

function middleOf({ left, right }: Box): number {
  return (left + right) / 2;
}

/** A line of its own, as high as it is wide apart: dots say nothing of their type's height. */
function lineOf(box: Box): RecognizedLine {
  const [third, middle] = [widthOf(box) / 4, (box.top + box.bottom) / 2];
  const printBox = { ...box, top: middle - third, bottom: middle + third };
  const characters = [1, 3].map((quarter) => ({
    text: '…',
    probability: sure,
    x: box.left + (quarter * widthOf(box)) / 4,
    others: [],
  }));
  return { box: printBox, printBox, characters, isWhole: true };
}
