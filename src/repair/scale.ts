import { numberAt } from '../model/form-numbers.ts';
import type { FormRecord } from '../model/record.ts';
import type { Equation } from '../rules/rule.ts';
import type { NumberReading } from './readings.ts';

/** A separator before three digits that may group thousands or begin decimals. */
const either = /(?<![\d.,])[1-9]\d{0,2}[.,]\d{3}(?![\d.,%])/;
/** Three decimals after what no comma follows so. */
const thousandths = /(?<![\d.,])(?:0|[1-9]\d{3,})\.\d{3}(?![\d%])/;

/**
 * Whether a sum says nothing of a number's doubtful separator. 2.501 and 2,501 differ by the factor 1000; sums of which
 * every term is so, and rates, hold with both. A form that prints thousandths elsewhere has no commas for them.
 */
export function leavesScaleOpen(reading: NumberReading, { fields }: Equation, form: FormRecord): boolean {
  if (!isScaleDoubtful(reading) || printsThousandths(form)) return false;
  const isRate = fields.some((field) => field.endsWith('Rate'));
  const others = fields.filter((field) => !reading.pointers.includes(field) && (numberAt(form, field) ?? 0) !== 0);
  return isRate || others.every((field) => either.test(form.evidence[field]?.raw ?? ''));
}

function isScaleDoubtful({ evidence: { raw }, others }: NumberReading): boolean {
  const digits = raw.replaceAll(/\D/g, '');
  return either.test(raw) && others.some((other) => other.text !== raw && other.text.replaceAll(/\D/g, '') === digits);
}

function printsThousandths(form: FormRecord): boolean {
  return Object.values(form.evidence).some(({ raw }) => thousandths.test(raw));
}
