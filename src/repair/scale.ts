import { numberAt } from '../model/form-numbers.ts';
import type { OtherNumber } from '../model/other-numbers.ts';
import type { FormRecord } from '../model/record.ts';
import type { Equation } from '../rules/rule.ts';
import { type NumberReading, withValue } from './readings.ts';

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

function isScaleDoubtful(reading: NumberReading): boolean {
  return otherScaleOf(reading) !== undefined;
}

/** The same digits with the other separator, where an engine held that possible. */
function otherScaleOf({ evidence: { raw, repair }, others }: NumberReading): OtherNumber | undefined {
  if (!either.test(raw) || repair !== undefined) return undefined;
  const digits = raw.replaceAll(/\D/g, '');
  return others.find((other) => other.text !== raw && other.text.replaceAll(/\D/g, '') === digits);
}

const amountField = /^\/funds\/\d+\/(?:initial|budgeted|received|executed)$/;

/**
 * The form with commas for points that its unit rules out: an amount in 元 has two decimals at most. The digits are as
 * doubtful as they were, until a sum confirms them.
 */
export function withoutThousandths(form: FormRecord, readings: readonly NumberReading[]): FormRecord {
  if (form.amountUnit !== '元') return form;
  return readings.reduce((current, reading) => {
    const other = otherScaleOf(reading);
    const { raw } = reading.evidence;
    const isAmount = reading.pointers.every((pointer) => amountField.test(pointer));
    if (other === undefined || !isAmount || !raw.includes('.') || other.text.includes('.')) return current;
    const repair = {
      from: raw,
      to: other.text,
      proof: [`an amount in 元 has no thousandths: ${raw} is ${other.text}`],
    };
    return withValue(current, reading, { value: other.value, evidence: { repair, needsReview: true } });
  }, form);
}

function printsThousandths(form: FormRecord): boolean {
  return Object.values(form.evidence).some(({ raw }) => thousandths.test(raw));
}
