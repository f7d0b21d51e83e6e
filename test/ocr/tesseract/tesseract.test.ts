import { beforeAll, expect, test } from 'vitest';
import type { DrawnPage } from '../../../src/model/page.ts';
import { engineNamed } from '../../../src/ocr/engines.ts';
import { recognizePage } from '../../../src/ocr/recognize-page.ts';
import { charactersOf, type SampleScan, sampleScan } from '../sample-scan.ts';

let sample: SampleScan;
let page: DrawnPage;
beforeAll(async () => {
  sample = await sampleScan('shijiazhuang-turned-no-fonts.pdf');
  page = await recognizePage(engineNamed('tesseract', 2), sample.scan);
}, 120_000);

test('tesseract reads a clean page by and large', () => {
  const read = new Map<string, number>();
  for (const character of charactersOf(page.textItems.map(({ text }) => text).join(''))) {
    read.set(character, (read.get(character) ?? 0) + 1);
  }
  const spelled = [...charactersOf(sample.spelled.textItems.map(({ text }) => text).join(''))];
  const lost = spelled.filter((character) => {
    const left = read.get(character) ?? 0;
    read.set(character, left - 1);
    return left <= 0;
  });
  expect(lost.length / spelled.length).toBeLessThan(0.15);
});

test('whatever it reads is for review', () => {
  expect(page.textItems.length).toBeGreaterThan(20);
  expect(Math.max(...page.textItems.map(({ confidence }) => confidence))).toBeLessThanOrEqual(0.9);
});
