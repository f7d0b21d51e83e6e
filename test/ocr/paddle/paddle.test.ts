import { distance } from 'fastest-levenshtein';
import { beforeAll, describe, expect, test } from 'vitest';
import type { GreyRaster } from '../../../src/model/raster.ts';
import { detectText } from '../../../src/ocr/reading/detect.ts';
import { lineHeightPx } from '../../../src/ocr/reading/readers.ts';
import { loadPaddleModels, type PaddleModels } from '../../../src/ocr/paddle/models.ts';
import { recognizeLines } from '../../../src/ocr/paddle/recognize.ts';
import { plainFrame } from '../../../src/images/page-frame.ts';
import { drawUpright } from '../../../src/images/warp.ts';
import { charactersOf, type SampleScan, sampleScan } from '../sample-scan.ts';

let models: PaddleModels;
let sample: SampleScan;
beforeAll(async () => {
  models = await loadPaddleModels({ threads: 2 });
  sample = await sampleScan('shijiazhuang-turned-no-fonts.pdf');
});

test('the models have a class for each character of the dictionary, for a space, and for none', async () => {
  const { dims } = await models.recognition(new Float32Array(3 * 48 * 160), [1, 3, 48, 160]);
  expect(dims).toStrictEqual([1, 20, models.characters.length]);
  expect(models.characters[0]).toBe('');
  expect(models.characters.at(-1)).toBe(' ');
  expect(models.characters).toContain('绩');
});

describe('detection', () => {
  test('finds every text of a page, in boxes that hold it', async () => {
    const { scan, spelled } = sample;
    const boxes = await detectText(models.detection, scan.picture);
    const lost = spelled.textItems.filter(({ text, box }) => {
      const [x, y] = [((box.left + box.right) / 2) * scan.pixelsPerPt, ((box.top + box.bottom) / 2) * scan.pixelsPerPt];
      return (
        text.trim() !== '' &&
        !boxes.some(({ left, right, top, bottom }) => left <= x && right >= x && top <= y && bottom >= y)
      );
    });
    expect(lost.map(({ text }) => text)).toStrictEqual([]);
    for (const { left, top, right, bottom, score } of boxes) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(scan.picture.width);
      expect(bottom).toBeLessThanOrEqual(scan.picture.height);
      expect(score).toBeGreaterThan(0.5);
    }
  });

  test('finds nothing on white paper', async () => {
    const blank = { width: 700, height: 900, data: new Uint8Array(630_000).fill(250) };
    expect(await detectText(models.detection, blank)).toStrictEqual([]);
  });
});

/** The texts of the page, each as a line of its own. */
function lines(): { text: string; picture: GreyRaster }[] {
  const { scan, spelled } = sample;
  const frame = plainFrame(scan.picture.width, scan.picture.height, scan.pixelsPerPt);
  return spelled.textItems
    .filter(({ text }) => text.trim().length > 1)
    .map(({ text, box }) => {
      const window = { left: box.left - 2, top: box.top - 1, right: box.right + 2, bottom: box.bottom + 1 };
      const widthPx = Math.round(((window.right - window.left) * lineHeightPx) / (window.bottom - window.top));
      return { text, picture: drawUpright(scan.picture, frame, { ...window, widthPx, heightPx: lineHeightPx }) };
    });
}

describe('recognition', () => {
  test('reads nearly every character, in lines of any width', async () => {
    const all = lines();
    const read = await recognizeLines(
      models,
      all.map(({ picture }) => picture),
    );
    const wrong = all.map(({ text }, index) =>
      distance(charactersOf(text), charactersOf((read[index] ?? []).map((one) => one.text).join(''))),
    );
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    expect(all.length).toBeGreaterThan(20);
    expect(sum(wrong) / sum(all.map(({ text }) => charactersOf(text).length))).toBeLessThan(0.03);
  });

  test('reads a line by itself as among others', async () => {
    const pictures = lines().map(({ picture }) => picture);
    const together = await recognizeLines(models, pictures);
    for (const index of [0, 3, 7]) {
      const [alone = []] = await recognizeLines(models, pictures.slice(index, index + 1));
      const texts = (characters: typeof alone): string[] => characters.map(({ text }) => text);
      expect(texts(alone)).toStrictEqual(texts(together[index] ?? []));
    }
  });

  test('gives each character a place and a probability, and less likely readings behind it', async () => {
    const [first] = lines();
    const [read = []] = await recognizeLines(models, first === undefined ? [] : [first.picture]);
    for (const [index, { x, probability, others }] of read.entries()) {
      expect(x).toBeGreaterThan(read[index - 1]?.x ?? 0);
      expect(probability).toBeGreaterThan(0);
      const likelihoods = others.map((other) => other.probability);
      expect(likelihoods).toStrictEqual([...likelihoods].sort((a, b) => b - a));
      expect(likelihoods.every((one) => one <= probability)).toBe(true);
    }
  });

  test('reads nothing where nothing is printed', async () => {
    const blank = { width: 200, height: lineHeightPx, data: new Uint8Array(200 * lineHeightPx).fill(250) };
    expect(await recognizeLines(models, [blank])).toStrictEqual([[]]);
    expect(await recognizeLines(models, [])).toStrictEqual([]);
  });
});
