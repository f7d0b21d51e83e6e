import { beforeAll, expect, test } from 'vitest';
import type { DrawnPage } from '../../../src/model/page.ts';
import { usualReviewBelow } from '../../../src/model/record.ts';
import { engineNamed } from '../../../src/ocr/engines.ts';
import { recognizePage } from '../../../src/ocr/recognize-page.ts';
import { type SampleScan, sampleScan, shareLost } from '../sample-scan.ts';

let sample: SampleScan;
let page: DrawnPage;
beforeAll(async () => {
  sample = await sampleScan('shijiazhuang-turned-no-fonts.pdf');
  page = await recognizePage(engineNamed('tesseract', 2), sample.scan);
}, 120_000);

test('tesseract reads a clean page by and large', () => {
  expect(shareLost(sample.spelled, page)).toBeLessThan(0.15);
});

test('whatever it reads is for review', () => {
  expect(page.textItems.length).toBeGreaterThan(20);
  expect(Math.max(...page.textItems.map(({ confidence }) => confidence))).toBeLessThan(usualReviewBelow);
});
