import { createPdfFile } from '../../../samples/generate/plain/pdf-file.ts';
import { encodeGb18030 } from '../../../samples/generate/render/gb18030.ts';
import { readPdf } from '../../../src/inputs/pdf/read-pdf.ts';
import type { DrawnPage, ReadDocument } from '../../../src/model/page.ts';

/** One page: what it draws, and entries of its dictionary besides (`/Rotate 90`). */
export interface SmallPage {
  readonly content: string;
  readonly entries?: string;
  /** Its size as stored, in points. */
  readonly size?: readonly [width: number, height: number];
  /** Objects for the resources besides fonts, and the annotations, by name: streams with their entries. */
  readonly form?: { readonly entries: string; readonly content: string };
}

/** A PDF of small pages, with a pattern /P1, /F1 (Courier) and /F2 (SimSun under GBK-EUC-H, not embedded) and a form /Fm0. Glyphs of /F1 are 0.6 em wide. */
export function smallPdf(pages: readonly SmallPage[], trailer = ''): Buffer {
  const file = createPdfFile(false);
  const parent = file.reserve();
  const courier = file.add('<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>');
  const chinese = file.add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun-GBK-EUC-H /Encoding /GBK-EUC-H /DescendantFonts [<< /Type /Font ' +
      '/Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> ' +
      '/DW 1000 /W [1 95 500 814 939 500] /FontDescriptor << /Type /FontDescriptor /FontName /SimSun /Flags 4 ' +
      '/FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>] >>',
  );
  const fonts = `/Font << /F1 ${courier} 0 R /F2 ${chinese} 0 R >>`;
  const patterns =
    '/Pattern << /P1 << /PatternType 2 /Shading << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 200 0] /Function ' +
    '<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0] /C1 [1 0 0] /N 1 >> >> >> >>';
  const numbers = pages.map(({ content, entries = '', size = [200, 100], form }) => {
    const drawn =
      form && file.addStream(`/Type /XObject /Subtype /Form /Resources << ${fonts} >> ${form.entries}`, form.content);
    const stream = file.addStream('', content);
    const objects = drawn === undefined ? '' : ` /XObject << /Fm0 ${drawn} 0 R >>`;
    return file.add(
      `<< /Type /Page /Parent ${parent} 0 R /MediaBox [0 0 ${size.join(' ')}] /Contents ${stream} 0 R ` +
        `/Resources << ${fonts} ${patterns}${objects} >> ${entries} >>`,
    );
  });
  const kids = numbers.map((number) => `${number} 0 R`).join(' ');
  file.set(parent, `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} ${trailer} >>`);
  return Buffer.from(file.bytes(file.add(`<< /Type /Catalog /Pages ${parent} 0 R >>`)));
}

/** A text as the hexadecimal operand of /F2. */
export function gbk(text: string): string {
  return `<${Buffer.from(encodeGb18030(text)).toString('hex')}>`;
}

export function read(bytes: Uint8Array, maxPages = 10): Promise<ReadDocument> {
  return readPdf(bytes, { maxPages });
}

/** The only page of a PDF that draws `page`. */
export async function readPage(page: SmallPage): Promise<DrawnPage> {
  const [first] = (await read(smallPdf([page]))).pages;
  if (first?.kind !== 'drawn') throw new Error('A PDF page is a drawn one');
  return first;
}

/** The texts of a page with their boxes to a hundredth of a point. */
export function placedTexts(
  page: Pick<DrawnPage, 'textItems'>,
): [text: string, left: number, top: number, right: number, bottom: number][] {
  const round = (value: number): number => Math.round(value * 100) / 100;
  return page.textItems.map(({ text, box }) => [
    text,
    round(box.left),
    round(box.top),
    round(box.right),
    round(box.bottom),
  ]);
}
