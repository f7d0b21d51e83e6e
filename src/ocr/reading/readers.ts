import type { GreyRaster } from '../../model/raster.ts';

/** What a model gives for one input: values in rows of the last dimension. */
export interface ModelOutput {
  readonly values: Float32Array;
  readonly dims: readonly number[];
}

/** A model with one input and one output. `dims` are batch, planes, rows, columns. */
export type Model = (values: Float32Array, dims: readonly number[]) => Promise<ModelOutput>;

/** Lines are read at this height. */
export const lineHeightPx = 48;

/** One character as read. */
export interface RecognizedCharacter {
  readonly text: string;
  /** 0 to 1, as the reader gives it. */
  readonly probability: number;
  /** The middle of where it was read, in pixels of the line at height `lineHeightPx`. */
  readonly x: number;
  /** Other characters that the reader held possible here, likeliest first; '' is none at all. */
  readonly others: readonly { readonly text: string; readonly probability: number }[];
}

/** Reads lines of text, given at height `lineHeightPx`; what a line reads does not depend on the others. */
export type LineReader = (lines: readonly GreyRaster[]) => Promise<RecognizedCharacter[][]>;

/** What a page is read with. */
export interface PageReaders {
  /** The detection model: for each pixel of a picture, how likely it belongs to text. */
  readonly detection: Model;
  readonly recognize: LineReader;
}
