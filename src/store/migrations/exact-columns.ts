/** Up to this many millionths (2^53) a double holds every whole number, and one division rounds correctly. */
const exactInDouble = '9007199254740992';

/**
 * SQL of the two columns that hold one number: `<name>_micro`, whole millionths, the single source of truth, and
 * `<name>`, the same number to read. The division is correctly rounded, so that 78.67 reads as 78.67; beyond 2^53
 * the whole part and the millionths are converted apart, each exactly or correctly rounded, and added. The whole
 * part is then above 2^33, so that its sum with the rounded fraction cannot fall on the wrong side of a tie.
 */
export function exactColumns(name: string): string {
  const micro = `${name}_micro`;
  return `${micro} INTEGER,
  ${name} REAL GENERATED ALWAYS AS (
    CASE WHEN ${micro} BETWEEN -${exactInDouble} AND ${exactInDouble} THEN ${micro} / 1000000.0
    ELSE ${micro} / 1000000 + ${micro} % 1000000 / 1000000.0 END
  ) VIRTUAL`;
}
