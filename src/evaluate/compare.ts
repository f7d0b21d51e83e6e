import type { Extraction, FormRecord } from '../model/record.ts';
import { flattenRecord, flattenTruth, type FlatValue } from './flatten.ts';
import type { FormTruth, Truth } from './truth.ts';

/** How an extraction compares with the truth; counts add up over files. */
export interface Score {
  readonly forms: number;
  readonly formsFound: number;
  /** Values that the truth or the record has: right where both say the same. */
  readonly numbers: number;
  readonly numbersRight: number;
  readonly texts: number;
  readonly textsRight: number;
  /** Indicator rows, and those with all three levels right. */
  readonly rows: number;
  readonly rowsRight: number;
  readonly wrongUnflagged: number;
  readonly rightFlagged: number;
}

/** One value that differs from the truth. */
export interface Difference {
  readonly form: number;
  readonly pointer: string;
  readonly expected: string | null;
  readonly found: string | null;
  readonly isFlagged: boolean;
}

export interface Comparison {
  readonly score: Score;
  readonly differences: readonly Difference[];
}

/** Compares form by form, in order; a form too many or too few counts all its values as wrong. */
export function compareExtraction(extraction: Extraction, truth: Truth): Comparison {
  const count = Math.max(extraction.forms.length, truth.forms.length);
  const parts = Array.from({ length: count }, (_, form) => {
    return compareForm(extraction.forms[form], truth.forms[form], form);
  });
  return {
    score: sumScores(parts.map((part) => part.score)),
    differences: parts.flatMap((part) => part.differences),
  };
}

function compareForm(record: FormRecord | undefined, truth: FormTruth | undefined, form: number): Comparison {
  const found = new Map((record ? flattenRecord(record) : []).map((value) => [value.pointer, value]));
  const expected = new Map((truth ? flattenTruth(truth) : []).map((value) => [value.pointer, value]));
  const flagged = flaggedPointers(record);
  const pairs = [...new Set([...expected.keys(), ...found.keys()])].flatMap((pointer) => {
    const pair = { pointer, expected: expected.get(pointer), found: found.get(pointer) };
    return valueOf(pair.expected) === null && valueOf(pair.found) === null ? [] : [pair];
  });
  const judged = pairs.map((pair) => ({
    pointer: pair.pointer,
    kind: (pair.expected ?? pair.found)?.kind ?? 'text',
    expected: valueOf(pair.expected),
    found: valueOf(pair.found),
    isRight: valueOf(pair.expected) === valueOf(pair.found),
    isFlagged: flagged.has(pair.pointer),
  }));
  const numbers = judged.filter((value) => value.kind === 'number');
  const texts = judged.filter((value) => value.kind === 'text');
  const rows = Math.max(record?.indicators.length ?? 0, truth?.indicators.length ?? 0);
  return {
    score: {
      forms: truth ? 1 : 0,
      formsFound: truth && record ? 1 : 0,
      numbers: numbers.length,
      numbersRight: numbers.filter((value) => value.isRight).length,
      texts: texts.length,
      textsRight: texts.filter((value) => value.isRight).length,
      rows,
      rowsRight: Array.from({ length: rows }, (_, row) => row).filter((row) => areLevelsRight(expected, found, row))
        .length,
      wrongUnflagged: numbers.filter((value) => !value.isRight && !value.isFlagged && value.found !== null).length,
      rightFlagged: numbers.filter((value) => value.isRight && value.isFlagged).length,
    },
    differences: judged.flatMap(({ pointer, expected: is, found: was, isRight, isFlagged }) =>
      isRight ? [] : [{ form, pointer, expected: is, found: was, isFlagged }],
    ),
  };
}

function valueOf(value: FlatValue | undefined): string | null {
  return value?.value ?? null;
}

/** Pointers whose value is marked for review; those of funds by source, as the flat values have them. */
function flaggedPointers(record: FormRecord | undefined): ReadonlySet<string> {
  const marked = Object.entries(record?.evidence ?? {}).filter(([, evidence]) => evidence.needsReview);
  return new Set(
    marked.map(([pointer]) =>
      pointer.replace(/^\/funds\/(\d+)/, (_, row: string) => `/funds/${record?.funds[Number(row)]?.source ?? row}`),
    ),
  );
}

function areLevelsRight(
  expected: ReadonlyMap<string, FlatValue>,
  found: ReadonlyMap<string, FlatValue>,
  row: number,
): boolean {
  return ['level1', 'level2', 'level3'].every((level) => {
    const pointer = `/indicators/${row}/${level}`;
    return valueOf(expected.get(pointer)) === valueOf(found.get(pointer));
  });
}

/** The scores of several forms or files as one. */
export function sumScores(scores: readonly Score[]): Score {
  const sumOf = (field: keyof Score): number => scores.reduce((sum, score) => sum + score[field], 0);
  return {
    forms: sumOf('forms'),
    formsFound: sumOf('formsFound'),
    numbers: sumOf('numbers'),
    numbersRight: sumOf('numbersRight'),
    texts: sumOf('texts'),
    textsRight: sumOf('textsRight'),
    rows: sumOf('rows'),
    rowsRight: sumOf('rowsRight'),
    wrongUnflagged: sumOf('wrongUnflagged'),
    rightFlagged: sumOf('rightFlagged'),
  };
}
