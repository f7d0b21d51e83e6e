import type { OtherNumber, OtherNumbers } from '../model/other-numbers.ts';
import type { FormChecks } from '../model/form-checks.ts';
import type { FormRecord } from '../model/record.ts';
import { equationsOf } from '../rules/index.ts';
import type { Equation } from '../rules/rule.ts';
import { confirmReadings } from './confirm.ts';
import { doubtUnlikely } from './doubts.ts';
import { doubtOddRates } from './odd-rates.ts';
import { type NumberReading, readingsOf, withValue } from './readings.ts';
import { withoutThousandths } from './scale.ts';
import { doubtSlippedRows } from './slipped-rows.ts';

/** So many sums must agree before a repaired number needs no review: one may be the form's own mistake. */
const sumsForTrust = 2;

/**
 * Corrects numbers that an engine misread, where the form's own sums prove it, and clears the doubt of numbers that
 * they confirm.
 *
 * 1. A rate without % beside others with it is doubted; a point that the unit of amounts rules out is a comma.
 * 2. A sum that does not hold is mended if the engine held other readings possible, and just one of them makes the sum
 *    hold and breaks none. It is taken, with the sums as proof.
 * 3. A doubtful number is confirmed by a sum of which it is the only doubtful term, or one of two that are hardly
 *    doubtful, if no other digit in its place would do.
 * 4. What breaks several sums and fits into none, and what was spent many times over, is doubted.
 * 5. So are rows of the indicator table that do not look like the others.
 *
 * A number that the engine read without doubt has no other readings: a mistake of the form itself is never touched.
 */
export function repairForm(form: FormRecord, others: OtherNumbers, checks: FormChecks): FormRecord {
  const asRead = doubtOddRates(form);
  let repaired = withoutThousandths(asRead, readingsOf(asRead, others));
  const readings = readingsOf(repaired, others);
  let open = readings;
  for (const equation of equationsOf(repaired, checks)) {
    if (equation.holds) continue;
    const fits = fitsFor(equation, open, { form: repaired, checks });
    const [fit] = fits;
    if (fit === undefined || fits.length > 1) continue;
    repaired = withRepair(repaired, fit);
    open = open.filter((reading) => reading !== fit.reading);
  }
  return doubtSlippedRows(doubtUnlikely(confirmReadings(repaired, open, checks), checks));
}

/** A reading, what it may be instead, and the sums that then hold. */
interface Fit {
  readonly reading: NumberReading;
  readonly other: OtherNumber;
  readonly proof: readonly string[];
}

interface OfForm {
  readonly form: FormRecord;
  readonly checks: FormChecks;
}

/** Every way to make a sum hold by taking one reading for another; readings that say the same number are one way. */
function fitsFor(equation: Equation, readings: readonly NumberReading[], { form, checks }: OfForm): Fit[] {
  const terms = readings.filter(({ pointers }) => pointers.some((pointer) => equation.fields.includes(pointer)));
  return terms.flatMap((reading) => {
    const values = new Map(reading.others.toReversed().map((other) => [other.value, other] as const));
    return [...values.values()].flatMap((other) => {
      const trial = withValue(form, reading, { value: other.value, evidence: { raw: other.text } });
      const touched = equationsOf(trial, checks).filter((sum) => concerns(sum, reading));
      const isMended = touched.some((sum) => isSame(sum, equation)) && touched.every((sum) => sum.holds);
      return isMended ? [{ reading, other, proof: touched.map(({ message }) => message) }] : [];
    });
  });
}

function concerns({ fields }: Equation, { pointers }: NumberReading): boolean {
  return pointers.some((pointer) => fields.includes(pointer));
}

function isSame(sum: Equation, equation: Equation): boolean {
  return sum.fields.join() === equation.fields.join();
}

function withRepair(form: FormRecord, { reading, other, proof }: Fit): FormRecord {
  const repair = { from: reading.evidence.raw, to: other.text, proof };
  const needsReview = proof.length < sumsForTrust;
  return withValue(form, reading, { value: other.value, evidence: { repair, needsReview } });
}
