import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildExtraction, buildForm, saveOne } from './extraction-builder.ts';
import { toMicro } from '../../src/store/micro.ts';
import { temporaryArchive } from './temporary-archive.ts';

/** Numbers as forms print them: at most 15 digits, of which at most six behind the point. */
const printedNumber = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 15 }), fc.boolean())
  .chain(([decimals, digits, isNegative]) =>
    fc.bigInt({ min: 0n, max: 10n ** BigInt(digits) - 1n }).map((whole) => {
      const text = whole.toString().padStart(decimals + 1, '0');
      const point = text.length - decimals;
      const printed = decimals === 0 ? text : `${text.slice(0, point)}.${text.slice(point)}`;
      return isNegative ? `-${printed}` : printed;
    }),
  )
  .filter((printed) => Math.abs(Number(printed)) < 9e12);

const exactly = (printed: string) => {
  const [whole = '', decimals = ''] = printed.split('.');
  return BigInt(whole + decimals.padEnd(6, '0'));
};

it('converts what a form prints exactly', () => {
  fc.assert(
    fc.property(printedNumber, (printed) => {
      expect(toMicro(Number(printed))).toBe(exactly(printed));
    }),
  );
});

it.each([
  [78.67, 78_670_000n],
  [0.000001, 1n],
  [-0.5, -500_000n],
  [0, 0n],
  [-0, 0n],
  [9_223_372_036_854, 9_223_372_036_854_000_000n],
])('%d is %d millionths', (value, micro) => {
  expect(toMicro(value)).toBe(micro);
});

it.each([0.1 + 0.2, 1e-7, 0.1234567, 9_223_372_036_855, 1e21, Number.NaN, Infinity])('refuses %d', (value) => {
  expect(toMicro(value)).toBeNull();
});

it('is read back from the database as it was printed', () => {
  const db = temporaryArchive();
  saveOne(db, buildExtraction({ forms: [buildForm({ totalScore: 0 })] }));
  const update = db.prepare('UPDATE forms SET total_score_micro = ?');
  const read = db.prepare<[], { total_score: number; printed: string }>(
    "SELECT total_score, printf('%!.15g', total_score) AS printed FROM forms",
  );
  fc.assert(
    fc.property(printedNumber, (printed) => {
      update.run(toMicro(Number(printed)));
      const row = read.get();
      expect(row?.total_score).toBe(Number(printed) + 0);
      expect(Number(row?.printed)).toBe(Number(printed) + 0);
    }),
    { numRuns: 5000 },
  );
});

it('is added exactly by the database', () => {
  const db = temporaryArchive();
  db.exec('CREATE TEMP TABLE amounts (amount_micro INTEGER) STRICT');
  const insert = db.prepare('INSERT INTO amounts VALUES (?)');
  for (let i = 0; i < 10; i += 1) insert.run(toMicro(0.1));
  expect(db.prepare('SELECT sum(amount_micro) / 1e6 FROM amounts').pluck().get()).toBe(1);
});
