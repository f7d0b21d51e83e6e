import type { RepairedPage } from '../images/repair.ts';
import type { Box } from '../model/geometry.ts';
import type { OtherText, Ruling } from '../model/page.ts';

/** One character as an engine read it. */
export interface ReadCharacter {
  readonly text: string;
  /** 0 to 1, as the engine gives it. */
  readonly confidence: number;
  /** The middle of where it was read, in points from the left of the page. */
  readonly x: number;
  /** Other characters that the engine held possible here, likeliest first; '' is none at all. */
  readonly others: readonly { readonly text: string; readonly confidence: number }[];
}

/** One line of text, or the part of it between two rulings. */
export interface ReadLine {
  /** In points of the page. */
  readonly box: Box;
  readonly characters: readonly ReadCharacter[];
  /** What a second look at the line read, where that was another text. */
  readonly other: OtherText | null;
  /** Whether a second look read the same; `null` where there was none. */
  readonly isAgreed: boolean | null;
  /** Whether all ink that looks like a sign was read. */
  readonly isWhole: boolean;
  /** Whether it is so much fainter than the page's other lines that thin strokes of it may be lost. */
  readonly isFaint: boolean;
}

/** What an engine read of a page. */
export interface PageReading {
  /** Clockwise quarter turns, 0 to 3, that bring the page upright. */
  readonly quarterTurns: number;
  /** Lines of text in no order, in points of the page so turned. */
  readonly lines: readonly ReadLine[];
  /** The page's rulings, in points of the page so turned, without what its text shows to be none. */
  readonly rulings: readonly Ruling[];
}

/**
 * One engine for recognising text. A new one is a file that exports one of these and a line in the list of
 * `engines.ts`.
 */
export interface OcrEngine {
  /** Its name on the command line. */
  readonly name: string;
  /** No reading of it is surer than this, 0 to 1. */
  readonly mostSure: number;
  /** Reads a page, which may lie on any of its sides. Throws where the engine cannot be loaded. */
  readonly read: (page: RepairedPage) => Promise<PageReading>;
}
