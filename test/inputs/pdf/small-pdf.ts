import { createPdfFile } from '../../../samples/generate/plain/pdf-file.ts';
import { encodeGb18030 } from '../../../samples/generate/render/gb18030.ts';
import { type ReadLimits, readLimitsSchema } from '../../../src/inputs/limits.ts';
import { readPdf } from '../../../src/inputs/pdf/read-pdf.ts';
import type { DrawnPage, ReadDocument } from '../../../src/model/page.ts';

/** One page: what it draws, and entries of its dictionary besides (`/Rotate 90`). */
export interface SmallPage {
  readonly content: string;
  readonly entries?: string;
  /** Entries of its resources besides fonts, patterns, layers and forms (`/ExtGState << … >>`). */
  readonly resources?: string;
  /** Its size as stored, in points. */
  readonly size?: readonly [width: number, height: number];
  /** The form /Fm0, and what it draws. In entries, `FORM` stands for it, and `LAYER0` for the first layer. */
  readonly form?: { readonly entries: string; readonly content: string };
}

/** What belongs to a document besides its pages. */
export interface SmallDocument {
  /** Entries of the root of the pages. */
  readonly root?: string;
  /** Layers by the names /L0, /L1 and so on: whether each is switched on. */
  readonly layers?: readonly boolean[];
}

/**
 * A PDF of small pages, with a pattern /P1, /F1 (Courier) and /F2 (SimSun under GBK-EUC-H, not embedded), layers, and a
 * form /Fm0. Glyphs of /F1 are 0.6 em wide.
 */
export function smallPdf(pages: readonly SmallPage[], { root = '', layers = [] }: SmallDocument = {}): Buffer {
  const file = createPdfFile(false);
  const parent = file.reserve();
  const courier = file.add('<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>');
  const chinese = file.add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun-GBK-EUC-H /Encoding /GBK-EUC-H /DescendantFonts [<< /Type /Font ' +
      '/Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> ' +
      '/DW 1000 /W [1 95 500 814 939 500] /FontDescriptor << /Type /FontDescriptor /FontName /SimSun /Flags 4 ' +
      '/FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>] >>',
  );
  const groups = layers.map((_, index) => `${file.add(`<< /Type /OCG /Name (Layer ${index}) >>`)} 0 R`);
  const named = groups.map((group, index) => `/L${index} ${group}`).join(' ');
  const fonts = `/Font << /F1 ${courier} 0 R /F2 ${chinese} 0 R >> /Properties << ${named} >>`;
  const patterns =
    '/Pattern << /P1 << /PatternType 2 /Shading << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 200 0] /Function ' +
    '<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0] /C1 [1 0 0] /N 1 >> >> >> >>';
  const resolved = (entries: string, form = 0): string =>
    entries.replaceAll(/LAYER(\d)/g, (_, index) => groups[Number(index)] ?? '').replaceAll('FORM', `${form} 0 R`);
  const numbers = pages.map(({ content, entries = '', resources = '', size = [200, 100], form }) => {
    const dictionary = `/Type /XObject /Subtype /Form /Resources << ${fonts} >> ${resolved(form?.entries ?? '')}`;
    const drawn = form && file.addStream(dictionary, form.content);
    const stream = file.addStream('', content);
    const objects = drawn === undefined ? '' : ` /XObject << /Fm0 ${drawn} 0 R >>`;
    return file.add(
      `<< /Type /Page /Parent ${parent} 0 R /MediaBox [0 0 ${size.join(' ')}] /Contents ${stream} 0 R ` +
        `/Resources << ${fonts} ${patterns}${objects} ${resolved(resources, drawn)} >> ${resolved(entries, drawn)} >>`,
    );
  });
  const kids = numbers.map((number) => `${number} 0 R`).join(' ');
  file.set(parent, `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} ${root} >>`);
  const off = groups.filter((_, index) => layers[index] === false).join(' ');
  const optional = `/OCProperties << /OCGs [${groups.join(' ')}] /D << /OFF [${off}] >> >>`;
  return Buffer.from(
    file.bytes(file.add(`<< /Type /Catalog /Pages ${parent} 0 R ${groups.length > 0 ? optional : ''} >>`)),
  );
}

/** A text as the hexadecimal operand of /F2. */
export function gbk(text: string): string {
  return `<${Buffer.from(encodeGb18030(text)).toString('hex')}>`;
}

export function read(bytes: Uint8Array, limits: Partial<ReadLimits> = {}): Promise<ReadDocument> {
  return readPdf(bytes, { limits: readLimitsSchema.parse(limits), recognize: null });
}

/** The only page of a PDF that draws `page`. */
export async function readPage(page: SmallPage, document: SmallDocument = {}): Promise<DrawnPage> {
  const [first] = (await read(smallPdf([page], document))).pages;
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
