import { foldText } from '../text/fold.ts';
import type { FormTruth } from './truth.ts';
import type { FormRecord } from '../model/record.ts';

/** One value of a form: where it stands in the record, and what it says, ready for comparing. */
export interface FlatValue {
  readonly pointer: string;
  readonly kind: 'number' | 'text';
  /** A number by its value (100.00% and 100 are both "100"), a text folded; `null` where blank. */
  readonly value: string | null;
}

const rateFields = new Set(['executionRate', 'completionRate']);
const numberFields = new Set([
  'fiscalYear',
  'initial',
  'budgeted',
  'received',
  'executed',
  'executionRate',
  'weight',
  'score',
  'completionRate',
  'level1Weight',
  'totalScore',
]);
/** Told by other means than the page, or compared as a whole. */
const skippedFields = new Set(['layout', 'source', 'pages', 'evidence', 'findings']);

/** All values of a true form, in the record's order of pointers; funds go by their source, which names the row. */
export function flattenTruth(form: FormTruth): FlatValue[] {
  return flatten(form, (field, value) => (value === undefined ? null : comparable(field, value)));
}

/** All values of an extracted form. */
export function flattenRecord(form: FormRecord): FlatValue[] {
  return flatten(form, (field, value) => {
    if (value === null) return null;
    return typeof value === 'number' ? String(value) : comparable(field, value);
  });
}

type ToComparable = (field: string, value: unknown) => string | null;

function flatten(form: object, toComparable: ToComparable): FlatValue[] {
  return Object.entries(form).flatMap(([field, value]): FlatValue[] => {
    if (skippedFields.has(field)) return [];
    if (!Array.isArray(value)) return [flatValue(`/${field}`, toComparable(field, value))];
    return value.flatMap((row: object, index) => {
      const name = 'source' in row ? String(row.source) : String(index);
      return Object.entries(row).flatMap(([column, cell]) =>
        skippedFields.has(column) ? [] : [flatValue(`/${field}/${name}/${column}`, toComparable(column, cell))],
      );
    });
  });
}

function flatValue(pointer: string, value: string | null): FlatValue {
  const field = pointer.split('/').at(-1) ?? '';
  return { pointer, kind: numberFields.has(field) ? 'number' : 'text', value };
}

function comparable(field: string, printed: unknown): string | null {
  if (typeof printed !== 'string') return null;
  const folded = foldText(printed);
  if (!numberFields.has(field)) return folded === '' ? null : folded;
  const plain = folded.replaceAll(',', '');
  const value = Number(plain.replace(/%$/, ''));
  if (plain === '' || !Number.isFinite(value)) return null;
  const isFraction = rateFields.has(field) && !plain.endsWith('%') && Math.abs(value) <= 1;
  return String(isFraction ? Number((value * 100).toPrecision(15)) : value);
}
