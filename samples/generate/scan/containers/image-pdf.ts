/** PDF files of scanned pages: one image a page, as scanners write them (ISO 32000-1, 8.9.5). */
import { spell } from '../../plain/frame.ts';
import type { PlainFonts } from '../../plain/fonts.ts';
import { createPdfFile, type PdfFile } from '../../plain/pdf-file.ts';
import type { Random } from '../../random.ts';
import { type LayerKind, type LayerPage, layTexts } from './text-layer.ts';

/** An image as a PDF holds it: the entries of its dictionary besides its length, and its bytes. */
export interface StoredImage {
  readonly entries: string;
  readonly bytes: Uint8Array;
}

export interface ImagePage {
  readonly image: StoredImage;
  /** Of the page as it is stored, before /Rotate. */
  readonly widthPt: number;
  readonly heightPt: number;
  /** How far a viewer turns the page, clockwise. */
  readonly rotate: 0 | 90 | 180 | 270;
  readonly layer: LayerPage;
}

/** Which text stands with the pictures; `null` for none. */
export interface HiddenText {
  readonly kind: LayerKind;
  /** The text is drawn before the picture, which covers it, instead of invisibly after it. */
  readonly isBelow: boolean;
  readonly random: Random;
}

/** The bytes of a PDF whose pages are images, with hidden text or without. */
export function imagePdf(pages: readonly ImagePage[], hidden: HiddenText | null): Uint8Array {
  const file = createPdfFile(false);
  const parent = file.reserve();
  const layers =
    hidden === null
      ? null
      : layTexts(
          file,
          pages.map((page) => page.layer),
          hidden,
        );
  const numbers = pages.map((page, index) => {
    const text =
      layers === null
        ? null
        : { fonts: layers.fonts, operators: layers.operators[index] ?? '', isBelow: hidden?.isBelow ?? false };
    return addImagePage(file, page, { parent, text });
  });
  const kids = numbers.map((number) => `${number} 0 R`).join(' ');
  file.set(parent, `<< /Type /Pages /Kids [${kids}] /Count ${numbers.length} >>`);
  return file.bytes(file.add(`<< /Type /Catalog /Pages ${parent} 0 R >>`));
}

interface PageParts {
  readonly parent: number;
  readonly text: { readonly fonts: PlainFonts; readonly operators: string; readonly isBelow: boolean } | null;
}

function addImagePage(
  file: PdfFile,
  { image, widthPt, heightPt, rotate }: ImagePage,
  { parent, text }: PageParts,
): number {
  const picture = file.addStream(
    `/Type /XObject /Subtype /Image ${image.entries}`,
    Buffer.from(image.bytes).toString('latin1'),
  );
  const drawn = `q ${spell(widthPt, 0, 0, heightPt, 0, 0)} cm /Im0 Do Q`;
  const parts = text === null ? [drawn] : text.isBelow ? [text.operators, drawn] : [drawn, text.operators];
  const content = file.addStream('', parts.join('\n'));
  const turned = rotate === 0 ? '' : ` /Rotate ${rotate}`;
  const fonts = text === null ? '' : ` /Font << ${text.fonts.resources} >>`;
  const resources = `/Resources << /XObject << /Im0 ${picture} 0 R >>${fonts} >>`;
  return file.add(
    `<< /Type /Page /Parent ${parent} 0 R /MediaBox [0 0 ${spell(widthPt, heightPt)}]${turned} ${resources} /Contents ${content} 0 R >>`,
  );
}
