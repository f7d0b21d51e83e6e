import { beforeAll, describe, expect, test } from 'vitest';
import type { Box } from '../../../src/model/geometry.ts';
import type { DrawnPage } from '../../../src/model/page.ts';
import type { GreyRaster } from '../../../src/model/raster.ts';
import { engineNamed } from '../../../src/ocr/engines.ts';
import { lieOnSide, mayStandOnHead } from '../../../src/ocr/reading/orientation.ts';
import type { RecognizedLine } from '../../../src/ocr/reading/read-lines.ts';
import { recognizePage } from '../../../src/ocr/recognize-page.ts';
import { sampleScan } from '../sample-scan.ts';

const box = (at: readonly [left: number, top: number], [width, height]: readonly [number, number]): Box => ({
  left: at[0],
  top: at[1],
  right: at[0] + width,
  bottom: at[1] + height,
});

test('a page whose lines run down it lies on its side; a few labels set downwards do not make it so', () => {
  const lines = [box([10, 10], [120, 10]), box([10, 30], [90, 10])];
  const label = box([0, 10], [10, 60]);
  expect(lieOnSide([...lines, label])).toBe(false);
  expect(lieOnSide([label, box([20, 10], [10, 50]), box([30, 10], [40, 10])])).toBe(true);
  expect(lieOnSide([box([0, 0], [10, 10]), box([20, 0], [10, 20])])).toBe(false);
  expect(lieOnSide([])).toBe(false);
});

test('lines of which little could be read may stand on their heads, however sure that is', () => {
  const line = (width: number, signs: number): RecognizedLine => ({
    box: box([0, 0], [width, 10]),
    printBox: box([0, 0], [width, 10]),
    characters: Array.from({ length: signs }, () => ({ text: '8', probability: 0.99, x: 5, others: [] })),
    isWhole: true,
  });
  expect(mayStandOnHead([line(200, 14), line(40, 4)])).toBe(false);
  expect(mayStandOnHead([line(200, 0), line(40, 4)])).toBe(true);
  expect(mayStandOnHead([])).toBe(true);
});

/** Turned clockwise by a quarter. */
function quarterTurned({ width, height, data }: GreyRaster): GreyRaster {
  const turned = { width: height, height: width, data: new Uint8Array(data.length) };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) turned.data[x * height + (height - 1 - y)] = data[y * width + x] ?? 0;
  }
  return turned;
}

describe('a scan', () => {
  const engine = engineNamed('paddle', 2);
  const pixelsPerPt = 200 / 72;
  const pages: DrawnPage[] = [];
  beforeAll(async () => {
    const { scan } = await sampleScan('shijiazhuang-writer-flowing.pdf');
    const height = Math.round(scan.picture.height / 3);
    let picture = { ...scan.picture, height, data: scan.picture.data.subarray(0, scan.picture.width * height) };
    for (let turn = 0; turn < 4; turn++) {
      pages.push(await recognizePage(engine, { number: 1, picture, pixelsPerPt }));
      picture = quarterTurned(picture);
    }
  });

  test.each([1, 2, 3])('turned by %i quarters is read as it is upright', (turns) => {
    const [upright, turned] = [pages[0], pages[turns]];
    expect(turned?.quarterTurns).toBe((4 - turns) % 4);
    const texts = (page: DrawnPage | undefined): string[] => page?.textItems.map(({ text }) => text).sort() ?? [];
    const lost = texts(upright).filter((text) => !texts(turned).includes(text));
    expect(lost.length).toBeLessThanOrEqual(0.1 * texts(upright).length);
    expect(turned?.widthPt).toBeCloseTo(upright?.widthPt ?? 0, 0);
  });
});
