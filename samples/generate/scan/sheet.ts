import type { Random } from '../random.ts';
import type { Raster } from './raster.ts';
import type { PrintedPage } from './source-pages.ts';

/** What a profile knows of the page that it damages. */
export interface Sheet {
  /** Of the finished scan, down the page. */
  readonly dpi: number;
  /**
   * Of the picture that the first step gets: higher, so that what happens on paper is finer than what a scanner sees.
   */
  readonly paperDpi: number;
  /** Height of the smallest print, in pixels of the finished scan: what is small bears less. */
  readonly emPx: number;
  readonly page: PrintedPage;
  /** The names that seals and signatures bear. */
  readonly names: { readonly body: string; readonly person: string };
  /** What is printed on the sheet's back, at `paperDpi`. */
  readonly back: () => Raster;
}

/** Random numbers of a scan: what the machine does to all pages alike, and what happens to each page. */
export interface Draws {
  readonly machine: Random;
  readonly page: Random;
}

/** A uniform number between two bounds. */
export function between(random: Random, low: number, high: number): number {
  return Number((low + (high - low) * random.next()).toFixed(4));
}

/** A seed for noise. */
export function noiseSeed(random: Random): number {
  return random.int(1, 0x7fffffff);
}

export function mmToPx(mm: number, dpi: number): number {
  return (mm * dpi) / 25.4;
}
