import type { FormChecks } from '../model/form-checks.ts';
import type { FormRecord } from '../model/record.ts';
import { equationsOf } from '../rules/index.ts';
import type { Equation } from '../rules/rule.ts';
import { nearestNumber } from '../forms/misread-numbers.ts';
import { numberAt } from '../model/form-numbers.ts';
import { type NumberReading, withValue } from './readings.ts';
import { leavesScaleOpen } from './scale.ts';

/** How sure a number is that a sum confirms: that two terms are misread and cancel out is what is left. */
const confirmedConfidence = 0.99;

/** The form without the doubts that its sums take away; one number that is confirmed may confirm another. */
export function confirmReadings(form: FormRecord, readings: readonly NumberReading[], checks: FormChecks): FormRecord {
  const sums = equationsOf(form, checks);
  let current = form;
  let open = readings.filter(({ evidence }) => evidence.needsReview);
  for (let before = -1; before !== open.length;) {
    before = open.length;
    open = open.filter((reading) => {
      const proof = confirming(reading, sums, { form: current, checks });
      if (proof.length > 0) current = withoutDoubt(current, reading, proof);
      return proof.length === 0;
    });
  }
  return current;
}

interface OfForm {
  readonly form: FormRecord;
  readonly checks: FormChecks;
}

/** The sums that confirm a reading; none where one of its sums does not hold. */
function confirming(reading: NumberReading, sums: readonly Equation[], of: OfForm): Equation[] {
  const own = sums.filter(({ fields }) => reading.pointers.some((pointer) => fields.includes(pointer)));
  if (own.some(({ holds }) => !holds)) return [];
  return own.filter(
    (sum) =>
      !leavesScaleOpen(reading, sum, of.form) &&
      hasNoOtherDoubt(reading, sum, of.form) &&
      isTheOnlyDigits(reading, sum, of),
  );
}

/** A number that was guessed from a text that is none is repaired by the sums that confirm it. */
function withoutDoubt(form: FormRecord, reading: NumberReading, sums: readonly Equation[]): FormRecord {
  const { pointers, evidence } = reading;
  const printed = printedNumber(form, reading);
  const proof = [...(evidence.repair?.proof ?? []), ...sums.map(({ message }) => message)];
  const sure = {
    ...evidence,
    ...(printed === evidence.raw ? {} : { repair: { from: evidence.raw, to: printed, proof } }),
    confidence: Math.max(evidence.confidence, confirmedConfidence),
    needsReview: false,
  };
  return { ...form, evidence: { ...form.evidence, ...Object.fromEntries(pointers.map((pointer) => [pointer, sure])) } };
}

/** The number as the form prints it; as it was guessed or repaired, where the text that was read is another. */
function printedNumber(form: FormRecord, { pointers, evidence: { raw, repair } }: NumberReading): string {
  if (repair !== undefined) return repair.to;
  const isGuessed = !/\d/.test(raw) || nearestNumber(raw) !== null;
  return isGuessed ? String(numberAt(form, pointers[0] ?? '')) : raw;
}

/** Two numbers that are each read with this confidence, and fit one another, are not both misread. */
const almostSure = 0.85;

/** Whether no other term of a sum is doubtful, or just one, hardly, as this reading is. */
function hasNoOtherDoubt({ pointers, evidence: own }: NumberReading, { fields }: Equation, form: FormRecord): boolean {
  const others = fields.filter((field) => !pointers.includes(field)).map((field) => form.evidence[field]);
  const doubts = others.filter((evidence) => evidence?.needsReview !== false);
  const [other] = doubts;
  if (other === undefined) return doubts.length === 0;
  return doubts.length === 1 && Math.min(own.confidence, other.confidence) >= almostSure;
}

/**
 * Whether the sum fails with any other digit in any place: the last ones of an amount, say, do not change its rate. One
 * that holds to its last digit fails where it only just holds.
 */
function isTheOnlyDigits(reading: NumberReading, sum: Equation, { form, checks }: OfForm): boolean {
  const variants = otherDigits(printedNumber(form, reading));
  return variants.length > 0 && variants.every((raw) => !holdsWith(raw));

  function holdsWith(raw: string): boolean {
    const trial = withValue(form, reading, { value: numberIn(raw), evidence: { raw } });
    const found = equationsOf(trial, checks).find((other) => other.fields.join() === sum.fields.join());
    return sum.isExact === true ? found?.isExact === true : found?.holds === true;
  }
}

const digits = Array.from({ length: 10 }, (_, digit) => String(digit));

/** A text with each of its digits replaced by each other one. */
function otherDigits(raw: string): string[] {
  return [...raw.matchAll(/\d/g)].flatMap(({ 0: own, index }) =>
    digits.filter((digit) => digit !== own).map((digit) => raw.slice(0, index) + digit + raw.slice(index + 1)),
  );
}

function numberIn(raw: string): number {
  return Number(/-?\d[\d,]*(?:\.\d+)?/.exec(raw.replaceAll(/\s/g, ''))?.[0].replaceAll(',', ''));
}
