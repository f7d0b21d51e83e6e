import { beforeAll, describe, expect, test } from 'vitest';
import type { DrawnPage } from '../../src/model/page.ts';
import { engineNamed } from '../../src/ocr/engines.ts';
import { recognizePage } from '../../src/ocr/recognize-page.ts';
import { charactersOf, type SampleScan, sampleScan, shareLost } from './sample-scan.ts';

const engine = engineNamed('paddle', 2);

describe('a page that was printed and scanned', () => {
  let sample: SampleScan;
  let page: DrawnPage;
  beforeAll(async () => {
    sample = await sampleScan('shijiazhuang-writer-flowing.pdf');
    page = await recognizePage(engine, sample.scan);
  });

  test('is as large as it was, and upright', () => {
    expect(Math.abs(page.widthPt - sample.spelled.widthPt)).toBeLessThan(1);
    expect(Math.abs(page.heightPt - sample.spelled.heightPt)).toBeLessThan(1);
    expect(page).toMatchObject({ kind: 'drawn', number: 1, quarterTurns: 0 });
  });

  test('has the numbers that its file spells, where they stand', () => {
    const numbers = sample.spelled.textItems.filter(
      ({ text }) => /^[\d.,%]+$/.test(text.trim()) && text.trim().length > 1,
    );
    expect(numbers.length).toBeGreaterThan(10);
    const missing = numbers.filter(({ text, box }) => {
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      const at = page.textItems.find(
        ({ box: found }) => found.left <= x && found.right >= x && found.top <= y && found.bottom >= y,
      );
      return at === undefined || !charactersOf(at.text).includes(charactersOf(text));
    });
    expect(missing.map(({ text }) => text)).toStrictEqual([]);
  });

  test('has nearly all of its characters', () => {
    expect(shareLost(sample.spelled, page)).toBeLessThan(0.02);
  });

  test('has the walls of its cells where its file draws them', () => {
    const walls = (from: DrawnPage, orientation: string): number[] => [
      ...new Set(
        from.rulings
          .filter((ruling) => ruling.orientation === orientation && ruling.end - ruling.start > 60)
          .map(({ position }) => Math.round(position)),
      ),
    ];
    for (const orientation of ['horizontal', 'vertical']) {
      const found = walls(page, orientation);
      const missing = walls(sample.spelled, orientation).filter(
        (at) => !found.some((near) => Math.abs(near - at) <= 1),
      );
      expect(missing).toStrictEqual([]);
    }
  });

  test('each character has its place in its text, from left to right', () => {
    for (const { text, box, charEdges, confidence } of page.textItems) {
      expect(charEdges).toHaveLength(text.length + 1);
      expect(charEdges.every((edge, at) => edge >= (charEdges[at - 1] ?? box.left))).toBe(true);
      expect(charEdges.at(-1)).toBe(box.right);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });

  test('each text says what it may be instead, likeliest first', () => {
    for (const { text, others } of page.textItems) {
      expect(others?.length).toBeLessThanOrEqual(8);
      expect(others?.map((other) => other.text)).not.toContain(text);
      const confidences = others?.map((other) => other.confidence) ?? [];
      expect(confidences).toStrictEqual([...confidences].sort((a, b) => b - a));
    }
    expect(page.textItems.some(({ others }) => others !== undefined && others.length > 0)).toBe(true);
  });

  test('is read the same again', async () => {
    expect(await recognizePage(engine, sample.scan)).toStrictEqual(page);
  });
});

test('an empty page has neither rulings nor texts', async () => {
  const picture = { width: 600, height: 800, data: new Uint8Array(480_000).fill(247) };
  const page = await recognizePage(engine, { number: 3, picture, pixelsPerPt: 200 / 72 });
  expect(page).toMatchObject({ number: 3, textItems: [], rulings: [] });
});
