import { expect, test } from 'vitest';
import { loadLayouts } from '../../src/forms/load-layouts.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { FormRecord } from '../../src/model/record.ts';
import { checkStage } from '../../src/stages/check.ts';
import { evidence, form, fund, goal, indicator } from '../rules/form-builder.ts';
import { buildExtraction, origin } from '../store/extraction-builder.ts';
import { saveExtractions } from '../../src/store/save-extraction.ts';
import { temporaryArchive } from '../store/temporary-archive.ts';

const layouts = await loadLayouts();
const { document } = buildExtraction();
const tooLarge = 999_999_999_999_999;

function check(forms: readonly FormRecord[], problems: readonly Problem[] = [], skipRules: readonly string[] = []) {
  const repaired = { pageCount: 9, forms, absentFields: forms.map(() => []), problems };
  return checkStage.run({ document, repaired, layouts }, { skipRules });
}

function problemOf(index: number): Problem {
  const [message, hint, stage] = [`about form ${index}`, 'look', 'align'];
  return { code: 'not-a-number', message, hint, stage, form: index, field: '/totalScore' };
}

test('a form that breaks the schema is left out with a problem that says where and what was expected', () => {
  const broken = form({ pages: [4, 5], title: '绩效自评表', fiscalYear: 3019 });
  const { forms, problems } = check([form({ phone: '1' }), broken, form({ phone: '3' })]);
  expect(forms.map(({ phone }) => phone)).toStrictEqual(['1', '3']);
  expect(problems).toMatchObject([{ code: 'record-invalid', stage: 'check', page: 4 }]);
  expect(problems[0]?.message).toMatch(/^Form 2, 绩效自评表, .*at \/fiscalYear stands 3019 \(.*<=2199\)$/u);
});

test('problems name the forms that stay by their new places, and those left out no more', () => {
  const { problems } = check([form({}), form({ pages: [] }), form({})], [0, 1, 2].map(problemOf));
  expect(problems.slice(0, 3)).toStrictEqual([
    { ...problemOf(0), form: 0 },
    { code: 'not-a-number', message: 'about form 1', hint: 'look', stage: 'align' },
    { ...problemOf(2), form: 1 },
  ]);
});

test('a number that the database cannot hold is blank, told with its place, and no rule looks at it', () => {
  const read = form({
    projectName: '道路',
    implementingUnit: '建设局',
    reportingUnit: '建设局',
    funds: [fund('total', { budgeted: 82, executed: tooLarge })],
    evidence: {
      '/funds/0/executed': { ...evidence('999,999,999,999,999'), page: 3 },
      '/projectName': evidence('道路'),
    },
  });
  const { forms, problems } = check([form({}), read]);
  expect(forms[1]).toMatchObject({ funds: [{ budgeted: 82, executed: null }], findings: [] });
  expect(Object.keys(forms[1]?.evidence ?? {})).toStrictEqual(['/projectName']);
  expect(problems).toMatchObject([
    { code: 'number-does-not-fit', stage: 'check', form: 1, field: '/funds/0/executed', page: 3 },
  ]);
  expect(problems[0]?.message).toContain('"999,999,999,999,999"');
});

test('every number of a record that is stored in millionths is looked at, so that none costs the document', () => {
  const numbers = { initial: tooLarge, budgeted: tooLarge, received: tooLarge, executed: tooLarge };
  const scores = { executionRate: tooLarge, weight: tooLarge, score: 1e-7 };
  const read = form({
    funds: [fund('total', { ...numbers, ...scores })],
    executionRate: tooLarge,
    goals: [goal(null, null), { ...goal(null, null), completionRate: -tooLarge }],
    indicators: [indicator({ level1Weight: tooLarge, weight: tooLarge, score: tooLarge })],
    totalScore: tooLarge,
  });
  const extraction = check([read]);
  expect(extraction.problems.map(({ field }) => field)).toHaveLength(13);
  expect(saveExtractions(temporaryArchive(), [extraction], origin)).toStrictEqual([{ outcome: 'added', extraction }]);
});

test('a form whose layout is not given is an error that lists those that are', () => {
  expect(() => check([form({ layout: 'nowhere-1999' })])).toThrow(
    expect.objectContaining({
      details: expect.objectContaining({
        code: 'layout-missing',
        hint: expect.stringContaining('shijiazhuang-2019') as string,
      }) as object,
    }),
  );
});

test('rules that are skipped find nothing', () => {
  const blank = [form({})];
  expect(check(blank).forms[0]?.findings.map(({ rule }) => rule)).toContain('required-blank');
  expect(check(blank, [], ['required-blank']).forms[0]?.findings.map(({ rule }) => rule)).not.toContain(
    'required-blank',
  );
});

test('a field that could not be read, or that the form does not print, is not said to be blank', () => {
  const problem = { code: 'not-a-number', message: '约八十', hint: 'look', stage: 'align', form: 0 };
  const read = form({ projectName: '道路', funds: [fund('total')] });
  const run = (absentFields: readonly string[], problems: readonly Problem[]): string[] => {
    const repaired = { pageCount: 9, forms: [read], absentFields: [absentFields], problems };
    const { forms } = checkStage.run({ document, repaired, layouts }, { skipRules: [] });
    return forms.flatMap(({ findings }) => findings.map(({ message }) => message));
  };
  expect(run([], [])).toStrictEqual(['实施单位 is blank (/implementingUnit)', '预算数 is blank (/funds/0/budgeted)']);
  expect(run(['/implementingUnit'], [{ ...problem, field: '/funds/0/budgeted' }])).toStrictEqual([]);
  expect(run(['/implementingUnit', '/funds/*/budgeted'], [])).toStrictEqual([]);
});
