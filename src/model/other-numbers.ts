import type { OtherText } from './page.ts';

/** Another number that an engine held possible for the same ink. */
export interface OtherNumber extends OtherText {
  readonly value: number;
}

/**
 * What the numbers of a form may be instead, by JSON pointer, likeliest first. Those that the file itself spells out,
 * or whose place in the form is doubtful, are left out.
 */
export type OtherNumbers = Readonly<Record<string, readonly OtherNumber[]>>;
