import sharp from 'sharp';
import { glyph } from '../marks/svg.ts';
import type { Draws, Sheet } from '../sheet.ts';
import { fromSharp, toSharp } from '../sharp-raster.ts';
import type { Step } from '../step.ts';

/** The line that the sending machine prints above the page: date, number, page. */
export function faxHeader({ machine, page }: Draws, sheet: Sheet, dpi: readonly [number, number]): Step {
  const two = (value: number): string => String(value).padStart(2, '0');
  const time = `${machine.int(2019, 2023)}-${two(machine.int(1, 12))}-${two(machine.int(1, 28))} ${two(machine.int(8, 17))}:${two(page.int(0, 59))}`;
  const sender = machine.pick(['FROM: 0311-8', 'FAX: 0871-6', 'TEL 010-8']) + String(machine.int(1000000, 9999999));
  const text = `${time}    ${sender}    P.${two(page.int(1, 9))}`;
  return {
    name: 'fax-header',
    parameters: { text },
    apply: async ({ raster, toPixels }) => {
      const { width, height } = raster;
      const line = glyph({ text, x: sheet.page.widthPt / 2, y: 9, size: 9, family: 'DejaVu Sans Mono', fill: 'black' });
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${(width * 72) / dpi[0]} ${(height * 72) / dpi[1]}" preserveAspectRatio="none">${line}</svg>`;
      const input = await sharp(Buffer.from(svg)).png().toBuffer();
      const printed = await fromSharp(toSharp(raster).composite([{ input }]).threshold(128), 1);
      return { raster: printed, toPixels };
    },
  };
}
