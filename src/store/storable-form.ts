import { mapNumbers } from '../model/form-numbers.ts';
import type { FormRecord } from '../model/record.ts';
import { toMicro } from './micro.ts';

/** A number of a form that no column can hold. */
export interface UnstorableNumber {
  /** JSON pointer into the form. */
  readonly pointer: string;
  readonly value: number;
}

/** A form whose numbers all fit, and those that did not and are blank in it now, without evidence. */
export interface StorableForm {
  readonly form: FormRecord;
  readonly unstorable: readonly UnstorableNumber[];
}

/** Blanks each number that the database cannot hold exactly, so that the record and the database say the same. */
export function storableForm(form: FormRecord): StorableForm {
  const unstorable: UnstorableNumber[] = [];
  const keep = (value: number | null, pointer: string): number | null => {
    if (value === null || toMicro(value) !== null) return value;
    unstorable.push({ pointer, value });
    return null;
  };
  const kept = mapNumbers(form, keep);
  if (unstorable.length === 0) return { form, unstorable };
  const isKept = ([pointer]: readonly [string, unknown]): boolean =>
    !unstorable.some((number) => number.pointer === pointer);
  return { form: { ...kept, evidence: Object.fromEntries(Object.entries(form.evidence).filter(isKept)) }, unstorable };
}
