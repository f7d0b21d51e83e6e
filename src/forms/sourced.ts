import type { OtherNumber } from '../model/other-numbers.ts';
import type { Reading } from '../model/table.ts';

/** A value of the record with what it was read from; `value` is `null` where the form is blank. */
export interface Sourced<Value> {
  readonly value: Value | null;
  readonly source: Reading | null;
  /** 0 to 1: how sure it is that this text belongs to this field, and means this value; or that the field is blank. */
  readonly certainty: number;
  /** What is wrong with the text, where it is no value of its kind. */
  readonly complaint: string | null;
  /** The unit printed behind an amount: 元, 万元. */
  readonly unit?: string;
  /** What a number may be instead, likeliest first; `undefined` where the file itself spells it out. */
  readonly others?: readonly OtherNumber[];
}

/** A field whose place is known and blank, or that the form does not have. */
export const blank: Sourced<never> = { value: null, source: null, certainty: 1, complaint: null };

/** A field that is blank as surely as `certainty` says (0 to 1). */
export function blankWith(certainty = 1): Sourced<never> {
  return { ...blank, certainty };
}
