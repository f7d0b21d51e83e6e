import type { Ruling } from '../../model/page.ts';

/** A straight piece of what a page draws, of any length. */
export interface LinePiece {
  /** Along its longer side. */
  readonly ruling: Ruling;
  /** A dot, as long as it is thick, may be part of a line of either direction: the same piece along its other side. */
  readonly across: Ruling | null;
}

/** Shorter lines are dots, ticks and parts of characters, unless they follow one another. */
const minLengthPt = 1.5;
/**
 * Longer pieces are lines of their own, such as the sides of low cells, and what lies between two is a gap.
 * Chromium's dashes are 4.5 pt long at most, up to borders of 3 px.
 */
const maxDashPt = 6;
/**
 * Gaps are at most this many times as long as what they part: Chromium's are 1.1 times as long as dashes, 1 as dots.
 */
const maxGapDashes = 1.5;
/** Dashes of one line differ in length and thickness by at most this share of these, or this many points. */
const maxDifference = 0.25;
const maxDifferencePt = 0.2;
/** Dashes lie on one line that are this many points apart, across it. */
const maxShiftPt = 0.3;
/** Two dashes may stand beside one another by chance. */
const minDashes = 3;

/**
 * The rulings that pieces of lines make.
 *
 * 1. Sort the short pieces of either direction by line and place.
 * 2. Chain equal ones that follow one another evenly: the dots and dashes of one ruling.
 * 3. Keep the other pieces that are long enough to be rulings by themselves.
 *
 * Not handled: dashes and dots that alternate, further apart than the tables' own tolerance.
 */
export function joinDashes(pieces: readonly LinePiece[]): Ruling[] {
  const joined = new Set<LinePiece>();
  const rulings: Ruling[] = [];
  for (const orientation of ['horizontal', 'vertical'] as const) {
    for (const chain of chainsOf(dashesAlong(pieces, orientation))) {
      for (const { piece } of chain) joined.add(piece);
      rulings.push(...spanOf(chain));
    }
  }
  for (const piece of pieces) {
    if (!joined.has(piece) && lengthOf(piece.ruling) >= minLengthPt) rulings.push(piece.ruling);
  }
  return rulings;
}

interface Dash {
  readonly piece: LinePiece;
  readonly ruling: Ruling;
}

function dashesAlong(pieces: readonly LinePiece[], orientation: Ruling['orientation']): Dash[] {
  const dashes: Dash[] = [];
  for (const piece of pieces) {
    const ruling = piece.ruling.orientation === orientation ? piece.ruling : piece.across;
    if (ruling !== null && ruling.orientation === orientation && lengthOf(ruling) <= maxDashPt) {
      dashes.push({ piece, ruling });
    }
  }
  return dashes.sort((a, b) => a.ruling.position - b.ruling.position);
}

function chainsOf(dashes: readonly Dash[]): Dash[][] {
  const chains: Dash[][] = [];
  for (const line of linesOf(dashes)) {
    let chain: Dash[] = [];
    for (const dash of line.sort((a, b) => a.ruling.start - b.ruling.start)) {
      const last = chain.at(-1);
      if (last !== undefined && !isNext(last.ruling, dash.ruling)) {
        chains.push(chain);
        chain = [];
      }
      chain.push(dash);
    }
    chains.push(chain);
  }
  return chains.filter((chain) => chain.length >= minDashes);
}

/** Dashes sorted by position, parted into those of one line each. */
function linesOf(dashes: readonly Dash[]): Dash[][] {
  const lines: Dash[][] = [];
  for (const dash of dashes) {
    const first = lines.at(-1)?.[0];
    if (first !== undefined && dash.ruling.position - first.ruling.position <= maxShiftPt) lines.at(-1)?.push(dash);
    else lines.push([dash]);
  }
  return lines;
}

function isNext(last: Ruling, next: Ruling): boolean {
  const length = lengthOf(last);
  const isNear = next.start - last.end <= maxGapDashes * length;
  return isNear && isAlike(length, lengthOf(next)) && isAlike(last.thicknessPt, next.thicknessPt);
}

function isAlike(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(maxDifferencePt, maxDifference * Math.max(a, b));
}

function spanOf(chain: readonly Dash[]): Ruling[] {
  const [first, last] = [chain[0]?.ruling, chain.at(-1)?.ruling];
  return first === undefined || last === undefined ? [] : [{ ...first, end: last.end }];
}

function lengthOf({ start, end }: Ruling): number {
  return end - start;
}
