import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compareExtraction } from '../../src/evaluate/compare.ts';
import { readTruth } from '../../src/evaluate/truth.ts';
import { loadPipeline } from '../../src/pipeline/pipeline.ts';
import { runUntil, startDocument } from '../../src/pipeline/run-stages.ts';

const folder = fileURLToPath(new URL('../../samples/scans/', import.meta.url));

test.each(['office-150.jpg', 'stamped-200.pdf', 'fax-196.tif'])(
  '%s says nearly all that its truth says, and no number silently wrong',
  async (file) => {
    const pipeline = await loadPipeline();
    const done = await runUntil(await startDocument(path.join(folder, file), pipeline), 'check', pipeline);
    if (done.stage !== 'check') throw new Error(`${file} did not go through all stages`);
    const truth = await readTruth(path.join(folder, `${path.parse(file).name}.truth.json`));
    const { score } = compareExtraction(done.output, truth);
    expect(score).toMatchObject({ formsFound: score.forms, wrongUnflagged: 0 });
    // What is read today, less a little: numbers 30/33 to 87/87, texts 94 to 100 %, rows 5/6 to 19/19.
    expect(score.numbersRight / score.numbers).toBeGreaterThan(0.9);
    expect(score.textsRight / score.texts).toBeGreaterThan(0.92);
    expect(score.rowsRight / score.rows).toBeGreaterThan(0.8);
    expect(done.output.problems.map(({ code }) => code)).toContain('page-recognized');
  },
  120_000,
);
