import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { findingSchema } from '../../src/model/record.ts';
import { checkForm, formRules } from '../../src/rules/index.ts';
import { shijiazhuangChecks } from './form-builder.ts';
import { readTruthForms } from './truth-forms.ts';

/** What a person found in the 14 forms by hand; the archive-wide goal-foreign aside. Form numbers from 1. */
const expected: Readonly<Record<number, readonly string[]>> = {
  1: ['total-score-mismatch', 'execution-indicator-mismatch', 'target-missed', 'goal-copied'],
  2: ['execution-indicator-mismatch', 'units-differ'],
  3: ['units-differ'],
  5: ['execution-rate-mismatch'],
  7: ['total-score-missing'],
  8: ['unit-mismatch', 'goal-copied'],
  9: ['unit-mismatch'],
  10: ['goal-copied'],
  11: ['goal-copied'],
  12: ['goal-copied'],
  14: ['total-score-mismatch', 'target-missed'],
};

const forms = readTruthForms(fileURLToPath(new URL('../../samples/seed-14.truth.json', import.meta.url)));

describe('the 14 seed forms', () => {
  it('are 14', () => {
    expect(forms).toHaveLength(14);
  });

  test.each(forms.map((form, index) => [index + 1, form] as const))('form %d', (number, form) => {
    const rules = checkForm(form, shijiazhuangChecks).map(({ rule }) => rule);
    expect([...new Set(rules)]).toStrictEqual(expected[number] ?? []);
  });

  test.each([
    [0, '总分: the scores 20+20+3+40+10 = 93, printed 100'],
    [0, '全年执行金额占预算金额百分比: 27.73% misses 执行率 ≥80% (27.73 < 80); scored 3 of 10'],
    [1, '全年执行金额占预算金额百分比: 0.992 is 99.2 %, the money table says 66.61 ÷ 66.61 = 100 %'],
    [4, '执行率: 78.67 ÷ 82 = 95.94 %, printed 89.02 %'],
    [13, '党员教育片制作数量: 5部以上 misses 15部以上 (5 < 15); scored 3'],
  ])('form index %d says: %s', (index, message) => {
    const found = forms.slice(index, index + 1).flatMap((form) => checkForm(form, shijiazhuangChecks));
    expect(found.map((finding) => finding.message)).toContain(message);
  });

  it('have findings that fit the schema and point at cells of the record', () => {
    for (const form of forms) {
      for (const finding of checkForm(form, shijiazhuangChecks)) {
        expect(findingSchema.parse(finding)).toStrictEqual(finding);
        expect(finding.fields.map((field) => valueAt(form, field))).not.toContain(undefined);
      }
    }
  });
});

describe('checkForm', () => {
  it('runs the rules it is given alone, and says the same each time', () => {
    for (const form of forms) {
      expect(checkForm(form, shijiazhuangChecks, [])).toStrictEqual([]);
      expect(checkForm(form, shijiazhuangChecks)).toStrictEqual(checkForm(form, shijiazhuangChecks));
    }
  });

  it('names each rule once', () => {
    const ids = formRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

function valueAt(value: unknown, pointer: string): unknown {
  return pointer
    .slice(1)
    .split('/')
    .reduce<unknown>((parent, step) => (parent as Record<string, unknown> | null)?.[step], value);
}
