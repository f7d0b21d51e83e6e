import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { openRenderer } from '../inputs/pdf/render.ts';

/** The samples whose pages are printed and scanned. */
const samples = [
  'samples/shijiazhuang-writer-flowing.pdf',
  'samples/ministry-calc-landscape.pdf',
  'samples/ministry-writer-four-pages.pdf',
];

/** As office scanners mostly make them. */
const dpi = 200;
const quality = 80;

/** Pages of the samples as pictures in `folder`, JPEG at 200 dpi in grey: what reading scans is measured with. */
export async function scannedPages(folder: string): Promise<string[]> {
  const files: string[] = [];
  for (const sample of samples) {
    const renderer = await openRenderer(new Uint8Array(await readFile(sample)));
    for (let number = 1; number <= renderer.pageCount; number++) {
      const page = { number, widthPt: 0, heightPt: 0, quarterTurns: 0 };
      const { data, width, height } = renderer.render(page, { dpi, color: 'grey' });
      const file = path.join(folder, `${path.basename(sample, '.pdf')}-${number}.jpg`);
      const raw = sharp(data, { raw: { width, height, channels: 1 } });
      await raw.jpeg({ quality }).withMetadata({ density: dpi }).toFile(file);
      files.push(file);
    }
    renderer.close();
  }
  return files;
}
