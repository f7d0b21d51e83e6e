import { thresholdGlobally } from '../damage/binarise.ts';
import { glyph, paintShapes } from '../marks/svg.ts';
import type { Draws, Sheet } from '../sheet.ts';
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
    apply: async (capture) => {
      const body = glyph({ text, x: sheet.page.widthPt / 2, y: 9, size: 9, family: 'DejaVu Sans Mono', fill: 'black' });
      const box = { left: 0, top: 0, right: sheet.page.widthPt + 20, bottom: 16 };
      const printed = await paintShapes(capture.raster, { body, box, unitPx: [dpi[0] / 72, dpi[1] / 72] });
      const raster = thresholdGlobally(printed, { threshold: 128, jitter: 0, seed: 1 });
      return { ...capture, raster };
    },
  };
}
