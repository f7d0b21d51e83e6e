import { beforeAll, describe, expect, test } from 'vitest';
import { inventDocuments } from '../../../samples/generate/documents.ts';
import { renderPlainPdf } from '../../../samples/generate/plain/plain-pdf.ts';
import { drawPlainStyle } from '../../../samples/generate/plain/plain-style.ts';
import { createRandom } from '../../../samples/generate/random.ts';
import { dressForPaper, legibleSizePt } from '../../../samples/generate/scan/paper.ts';
import { drawPlan, type ScanPlan } from '../../../samples/generate/scan/plan.ts';
import { profileNames, profiles } from '../../../samples/generate/scan/profiles/index.ts';
import { type ScannedPage, scanPage } from '../../../samples/generate/scan/scan-page.ts';
import { openPrintedPages, type PrintedPage } from '../../../samples/generate/scan/source-pages.ts';

let page: PrintedPage;
let close: () => void;
const dpi = 100;

beforeAll(async () => {
  const document = inventDocuments({ seed: 'scan-page', count: 1, layout: 'shijiazhuang-2019' })
    .map((each) => dressForPaper(each, legibleSizePt({ profile: 'fax', dpi })))
    .at(0);
  if (document === undefined) throw new Error('no document was invented');
  const bytes = renderPlainPdf(document.printed, document.pageStyle, drawPlainStyle(createRandom('plain')));
  const opened = await openPrintedPages(bytes);
  const first = opened.pages[0];
  if (first === undefined) throw new Error('the document has no page');
  page = first;
  close = opened.close;
  return () => close();
});

function scan(profile: ScanPlan['profile'], seed: string): Promise<ScannedPage> {
  const plan = { ...drawPlan(createRandom(seed), { profile, dpi }), turns: 0, storedTurns: 0 } as const;
  const draws = { machine: createRandom(`${seed}/machine`), page: createRandom(`${seed}/page`) };
  return scanPage(page, plan, { draws, names: { body: '平川市财政局', person: '王敏' }, back: () => page.draw(dpi) });
}

describe.each(profileNames)('%s', (profile) => {
  test('the same seed gives the same pixels, all print lies on them and stays legible', async () => {
    const scanned = await scan(profile, 'same');
    const again = await scan(profile, 'same');
    expect(Buffer.compare(Buffer.from(again.raster.data), Buffer.from(scanned.raster.data))).toBe(0);
    expect(again.steps.map(({ name, parameters }) => ({ name, parameters }))).toEqual(
      scanned.steps.map(({ name, parameters }) => ({ name, parameters })),
    );
    expect(scanned.hardest?.correlation).toBeGreaterThan(0.5);
    for (const { box } of page.texts) {
      for (const corner of [
        scanned.place({ x: box.left, y: box.top }),
        scanned.place({ x: box.right, y: box.bottom }),
      ]) {
        expect(corner.x).toBeGreaterThanOrEqual(0);
        expect(corner.y).toBeGreaterThanOrEqual(0);
        expect(corner.x).toBeLessThanOrEqual(scanned.raster.width);
        expect(corner.y).toBeLessThanOrEqual(scanned.raster.height);
      }
    }
  });
});

test.each(profileNames.filter((name) => profiles[name].isBilevel))('%s is black and white', async (profile) => {
  const { raster } = await scan(profile, 'black and white');
  expect(raster.data.every((sample) => sample === 0 || sample === 255)).toBe(true);
});

test('another seed gives other pixels', async () => {
  const [one, other] = [await scan('office', 'one'), await scan('office', 'other')];
  expect(Buffer.compare(Buffer.from(one.raster.data), Buffer.from(other.raster.data))).not.toBe(0);
});

test('plans hold every damage, container and turn, and what the command line fixes', () => {
  const plans = Array.from({ length: 600 }, (_, index) =>
    drawPlan(createRandom(`plan/${index}`), { profile: null, dpi: null }),
  );
  expect(new Set(plans.map((plan) => plan.profile))).toEqual(new Set(profileNames));
  expect(new Set(plans.map((plan) => plan.container.kind))).toEqual(new Set(['pdf', 'jpeg', 'png', 'webp', 'tiff']));
  const codings = plans.flatMap(({ container }) => (container.kind === 'pdf' ? [container.coding] : []));
  expect(new Set(codings)).toEqual(new Set(['jpeg', 'jpx', 'flate', 'group4', 'huffman', 'jbig2', 'flate-bits']));
  expect(new Set(plans.map((plan) => plan.turns))).toEqual(new Set([0, 1, 2, 3]));
  const fixed = drawPlan(createRandom('fixed'), { profile: 'book', dpi: 300 });
  expect([fixed.profile, fixed.dpi]).toEqual(['book', 300]);
});
