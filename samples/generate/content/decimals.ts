/**
 * Numbers as whole counts of their last decimal, so that sums and rates come out exactly as a reader would reckon them.
 */
export interface Decimal {
  /** The number times ten to the power of `decimals`. */
  readonly count: number;
  readonly decimals: number;
}

export interface NumberSpelling {
  /** Print 82 as 82.00 where the form's decimals are two. */
  readonly keepZeros: boolean;
  /** Print 12,345.6. */
  readonly thousands: boolean;
}

/** The number as text: `82.00`, `82`, `1,532.63`. */
export function spellNumber(value: Decimal, spelling: NumberSpelling): string {
  const sign = value.count < 0 ? '-' : '';
  const digits = String(Math.abs(value.count)).padStart(value.decimals + 1, '0');
  const whole = digits.slice(0, digits.length - value.decimals);
  const fraction = digits.slice(digits.length - value.decimals);
  const grouped = spelling.thousands ? whole.replaceAll(/\B(?=(\d{3})+$)/g, ',') : whole;
  const kept = spelling.keepZeros ? fraction : fraction.replace(/0+$/, '');
  return sign + grouped + (kept === '' ? '' : `.${kept}`);
}

/** `part` of `whole` in percentage points, rounded half up to `decimals`. Both must count the same decimals. */
export function percentOf(part: Decimal, whole: Decimal, decimals: number): Decimal {
  const scaled = BigInt(part.count) * 10n ** BigInt(decimals + 2);
  const count = (scaled * 2n + BigInt(whole.count)) / (BigInt(whole.count) * 2n);
  return { count: Number(count), decimals };
}

/** Reads a plain number such as `1,286` or `0.32`. */
export function readDecimal(text: string): Decimal {
  const plain = text.replaceAll(',', '');
  const decimals = plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0;
  return { count: Number(plain.replace('.', '')), decimals };
}

/** Hundredths of a mark as text: 1750 is `17.5`. */
export function spellMarks(hundredths: number): string {
  return spellNumber({ count: hundredths, decimals: 2 }, { keepZeros: false, thousands: false });
}
