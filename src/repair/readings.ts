import { mapNumbers } from '../model/form-numbers.ts';
import type { OtherNumber, OtherNumbers } from '../model/other-numbers.ts';
import type { Evidence, FormRecord } from '../model/record.ts';

/** A number as an engine read it, once, in every field that its cell fills: a merged one fills a field of each row. */
export interface NumberReading {
  readonly pointers: readonly string[];
  readonly evidence: Evidence;
  readonly others: readonly OtherNumber[];
}

/** The numbers of a form that an engine read, those of one cell together. */
export function readingsOf({ evidence }: FormRecord, others: OtherNumbers): NumberReading[] {
  const readings = new Map<string, NumberReading>();
  for (const [pointer, own] of Object.entries(others)) {
    const read = evidence[pointer];
    if (read === undefined) continue;
    const key = JSON.stringify([fieldOf(pointer), read.page, read.box]);
    const pointers = [...(readings.get(key)?.pointers ?? []), pointer];
    readings.set(key, { pointers, evidence: read, others: own });
  }
  return [...readings.values()];
}

/** `/indicators/3/weight` is a `weight`: an 一级指标 and its weight stand in one cell. */
function fieldOf(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1);
}

/** The form with another value for a reading, and what changes in its evidence. */
export function withValue(
  form: FormRecord,
  { pointers, evidence }: NumberReading,
  { value, evidence: changed }: { readonly value: number; readonly evidence: Partial<Evidence> },
): FormRecord {
  const copy = mapNumbers(form, (own, pointer) => (pointers.includes(pointer) ? value : own));
  const entries = pointers.map((pointer) => [pointer, { ...evidence, ...changed }] as const);
  return { ...copy, evidence: { ...form.evidence, ...Object.fromEntries(entries) } };
}
