import { readFileSync } from 'node:fs';
import { greyWithoutSeals } from '../../src/images/grey.ts';
import type { ScannedPage } from '../../src/images/scanned-page.ts';
import { readPdf } from '../../src/inputs/pdf/read-pdf.ts';
import { renderPage } from '../../src/inputs/pdf/render.ts';
import { readLimitsSchema } from '../../src/inputs/limits.ts';
import type { DrawnPage } from '../../src/model/page.ts';

/** A page as its file spells it, and as a scan of 200 dpi without any damage. */
export interface SampleScan {
  readonly spelled: DrawnPage;
  readonly scan: ScannedPage;
}

/** The first page of a sample. */
export async function sampleScan(name: string): Promise<SampleScan> {
  const bytes = readFileSync(new URL(`../../samples/${name}`, import.meta.url));
  const { pages } = await readPdf(bytes, { limits: readLimitsSchema.parse({}), recognize: null });
  const [spelled] = pages;
  if (spelled?.kind !== 'drawn') throw new Error(`${name} has no page`);
  const drawn = await renderPage(bytes, spelled, { dpi: 200 });
  return { spelled, scan: { number: 1, picture: greyWithoutSeals(drawn.data, drawn), pixelsPerPt: drawn.dpi / 72 } };
}

/** All its characters but spaces, in full width or not. */
export function charactersOf(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/gu, '');
}

/** The share of a page's characters that another one, read from its picture, has not, wherever they stand. */
export function shareLost(spelled: DrawnPage, read: DrawnPage): number {
  const counts = new Map<string, number>();
  const charactersIn = (page: DrawnPage): string[] => page.textItems.flatMap(({ text }) => [...charactersOf(text)]);
  for (const character of charactersIn(read)) counts.set(character, (counts.get(character) ?? 0) + 1);
  const characters = charactersIn(spelled);
  const lost = characters.filter((character) => {
    const left = counts.get(character) ?? 0;
    counts.set(character, left - 1);
    return left <= 0;
  });
  return lost.length / characters.length;
}
