import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compareExtraction, type Score } from '../../src/evaluate/compare.ts';
import { readTruth } from '../../src/evaluate/truth.ts';
import type { Page } from '../../src/model/page.ts';
import type { Evidence, Extraction, FormRecord } from '../../src/model/record.ts';
import { loadPipeline } from '../../src/pipeline/pipeline.ts';
import { runUntil, startDocument } from '../../src/pipeline/run-stages.ts';

const folder = fileURLToPath(new URL('../../samples/', import.meta.url));
const files = readdirSync(folder).filter((name) => !name.endsWith('.truth.json'));
const samples = readdirSync(folder)
  .filter((name) => name.endsWith('.truth.json'))
  .map((truth) => {
    const stem = truth.slice(0, -'.truth.json'.length);
    return { truth, file: files.find((name) => path.parse(name).name === stem) ?? `${stem}.missing` };
  });

interface Extracted {
  readonly pages: readonly Page[];
  readonly extraction: Extraction;
}

/** A sample through the whole pipeline, each once for all tests of this file. */
const extracted = new Map<string, Promise<Extracted>>();
function extract(file: string): Promise<Extracted> {
  const known = extracted.get(file) ?? extractOnce(path.join(folder, file));
  extracted.set(file, known);
  return known;
}

async function extractOnce(file: string): Promise<Extracted> {
  const pipeline = await loadPipeline();
  const read = await runUntil(await startDocument(file, pipeline), 'read', pipeline);
  const done = await runUntil(read, 'check', pipeline);
  if (read.stage !== 'read' || done.stage !== 'check') throw new Error(`${file} did not go through all stages`);
  return { pages: read.output.pages, extraction: done.output };
}

const isAllRight = (score: Score): Partial<Score> => ({
  formsFound: score.forms,
  numbersRight: score.numbers,
  textsRight: score.texts,
  rowsRight: score.rows,
  wrongUnflagged: 0,
});

/** Pointers of all values of a form that are not null, as evidence has them. */
function filledPointers(form: FormRecord): string[] {
  return Object.entries(form).flatMap(([field, value]): string[] => {
    if (['layout', 'pages', 'evidence', 'findings'].includes(field) || value === null) return [];
    if (!Array.isArray(value)) return [`/${field}`];
    return value.flatMap((row: Record<string, unknown>, index) =>
      Object.entries(row).flatMap(([column, cell]) =>
        column === 'source' || cell === null ? [] : [`/${field}/${index}/${column}`],
      ),
    );
  });
}

describe.each(samples)('$file', ({ truth, file }) => {
  test('says what its truth says, and nothing else', async () => {
    const { extraction } = await extract(file);
    const { score, differences } = compareExtraction(extraction, await readTruth(path.join(folder, truth)));
    expect(differences).toStrictEqual([]);
    expect(score).toMatchObject(isAllRight(score));
    expect(score.forms).toBeGreaterThan(0);
    expect(score.numbers).toBeGreaterThan(10 * score.forms);
    expect(extraction.problems).toStrictEqual([]);
  });

  test('shows for each value, and for no blank, where it stands', async () => {
    const { extraction, pages } = await extract(file);
    for (const form of extraction.forms) {
      expect(Object.keys(form.evidence).sort()).toStrictEqual(filledPointers(form).sort());
      const misplaced = Object.entries(form.evidence).filter(([, evidence]) => !isPlaced(evidence, pages));
      expect(misplaced).toStrictEqual([]);
    }
  });

  test('names the pages of each form in the document', async () => {
    const { extraction, pages } = await extract(file);
    expect(extraction.document.pageCount).toBe(pages.length);
    const numbers = pages.map((page) => page.number);
    for (const form of extraction.forms) {
      expect(numbers).toStrictEqual(expect.arrayContaining([...form.pages]));
      for (const { page } of Object.values(form.evidence)) expect([...form.pages, undefined]).toContain(page);
    }
  });
});

/** Whether a value's evidence points into the document: a box within its page, or a line and a column. */
function isPlaced({ raw, page, box, line, column }: Evidence, pages: readonly Page[]): boolean {
  if (raw === '') return false;
  if (line !== undefined && column !== undefined) return page === undefined && box === undefined;
  const on = pages.find((candidate) => candidate.number === page);
  if (box === undefined || on?.kind !== 'drawn') return false;
  const [left, top, right, bottom] = box;
  const isInside = left >= 0 && top >= 0 && right <= on.widthPt + 0.1 && bottom <= on.heightPt + 0.1;
  return isInside && left < right && top < bottom;
}

test('lines and columns of a text dump lead to the text that was read', async () => {
  const { extraction } = await extract('seed-14.txt');
  const lines = readFileSync(path.join(folder, 'seed-14.txt'), 'utf8').split('\n');
  const all = extraction.forms.flatMap((form) => Object.entries(form.evidence));
  expect(all.length).toBeGreaterThan(600);
  const lost = all.filter(([, { raw, line = 0, column = 0 }]) => {
    const printed = lines[line - 1] ?? '';
    const [first = ''] = raw.split('\n');
    // A cell begins at its column; a value behind a label is somewhere behind it in its line.
    return printed.includes('\t') ? !printed.slice(column - 1).startsWith(first) : !printed.includes(first);
  });
  expect(lost).toStrictEqual([]);
});

test('every file of the folder has its truth', () => {
  const known = new Set(samples.map(({ file }) => file));
  expect(files.filter((name) => /\.(txt|pdf)$/.test(name) && !known.has(name))).toStrictEqual([]);
  expect(samples.filter(({ file }) => file.endsWith('.missing'))).toStrictEqual([]);
});

/** What domain.md lists, by form from 1; goal-foreign needs the whole archive. */
const listed: Readonly<Record<string, readonly number[]>> = {
  'total-score-mismatch': [1, 14],
  'total-score-missing': [7],
  'execution-rate-mismatch': [5],
  'execution-indicator-mismatch': [1, 2],
  'unit-mismatch': [8, 9],
  'target-missed': [1, 14],
  'goal-copied': [1, 8, 10, 11, 12],
};

test('the 14 forms have the findings that a reader made by hand, and no other', async () => {
  const { extraction } = await extract('seed-14.txt');
  const found: Record<string, number[]> = {};
  for (const [index, { findings }] of extraction.forms.entries()) {
    const errors = findings.filter((finding) => finding.severity !== 'info').map((finding) => finding.rule);
    for (const rule of new Set(errors)) found[rule] = [...(found[rule] ?? []), index + 1];
  }
  expect(found).toStrictEqual(listed);
  const notes = extraction.forms.flatMap((form) => form.findings.filter(({ severity }) => severity === 'info'));
  expect(new Set(notes.map((finding) => finding.rule))).toStrictEqual(new Set(['units-differ']));
});

test('the same file gives the same record twice', async () => {
  const file = 'ministry-chromium-cut-rows.pdf';
  const { extraction } = await extract(file);
  const again = await extractOnce(path.join(folder, file));
  expect(JSON.stringify(again.extraction)).toBe(JSON.stringify(extraction));
});
