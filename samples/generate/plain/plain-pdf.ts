/**
 * A PDF writer for what browsers and office programs do not write: fonts that are named but not embedded, rulings drawn
 * in six ways, text placed by line or character, pages inside form XObjects, scaled, flipped or turned with /Rotate.
 * Steps: lay the forms out on a strip and cut it into pages; draw each page's operators in the page's frame; wrap them.
 */
import { type PageStyle, paperPt } from '../page-style.ts';
import { textWidthPt } from '../render/measure.ts';
import type { PrintedForm } from '../table.ts';
import { drawPage } from './draw.ts';
import { addPlainFonts, type PlainFonts } from './fonts.ts';
import type { Frame } from './frame.ts';
import { createPdfFile, type PdfFile } from './pdf-file.ts';
import type { PlainStyle } from './plain-style.ts';
import { layOutPages, type Marks } from './strip.ts';

interface Sheet {
  readonly widthPt: number;
  readonly heightPt: number;
}

/** The bytes of a PDF file that holds the forms. */
export function renderPlainPdf(forms: readonly PrintedForm[], page: PageStyle, plain: PlainStyle): Uint8Array {
  const sheet = page.landscape
    ? { widthPt: paperPt.height, heightPt: paperPt.width }
    : { widthPt: paperPt.width, heightPt: paperPt.height };
  const area = { widthPt: sheet.widthPt - 2 * page.marginXPt, heightPt: sheet.heightPt - 2 * page.marginYPt };
  const cut = layOutPages(forms, page, area);
  const pages = cut.map((marks, index) =>
    withPageNumber(marks, page, { ...area, number: index + 1, count: cut.length }),
  );
  const file = createPdfFile(plain.compress);
  const texts = pages.flatMap((marks) => marks.texts.map((text) => text.text));
  const fonts = addPlainFonts(file, plain, texts);
  const parent = file.reserve();
  const numbers = pages.map((marks) => addPage(file, marks, { fonts, parent, sheet, page, plain }));
  file.set(
    parent,
    `<< /Type /Pages /Kids [${numbers.map((number) => `${number} 0 R`).join(' ')}] /Count ${numbers.length} >>`,
  );
  return file.bytes(file.add(`<< /Type /Catalog /Pages ${parent} 0 R >>`));
}

function withPageNumber(
  marks: Marks,
  page: PageStyle,
  place: { widthPt: number; heightPt: number; number: number; count: number },
): Marks {
  if (page.pageNumber === '') return marks;
  const text = page.pageNumber.replace('#', String(place.number)).replace('*', String(place.count));
  const leftPt = (place.widthPt - textWidthPt(text, 9)) / 2;
  return { ...marks, texts: [...marks.texts, { text, leftPt, topPt: place.heightPt + 8, sizePt: 9, bold: false }] };
}

interface PageContext {
  readonly fonts: PlainFonts;
  readonly parent: number;
  readonly sheet: Sheet;
  readonly page: PageStyle;
  readonly plain: PlainStyle;
}

function addPage(file: PdfFile, marks: Marks, context: PageContext): number {
  const { fonts, sheet, page, plain } = context;
  const scale = plain.frame === 'scaled' || plain.frame === 'scaled-form' ? 10 : 1;
  const flipped = plain.frame === 'flipped';
  const frame: Frame = {
    heightPt: sheet.heightPt,
    marginXPt: page.marginXPt,
    marginYPt: page.marginYPt,
    scale,
    flipped,
  };
  const operators = drawPage(marks, fonts, { page, plain, frame });
  const matrix = flipped ? `1 0 0 -1 0 ${sheet.heightPt} cm` : `${1 / scale} 0 0 ${1 / scale} 0 0 cm`;
  const turn = turnMatrix(sheet, plain);
  const isForm = plain.frame === 'form' || plain.frame === 'scaled-form';
  const resources = `/Resources << /Font << ${fonts.resources} >> >>`;
  const drawn = isForm ? addForm(file, operators, { sheet, scale, resources }) : null;
  const body = drawn === null ? operators : '/Fm0 Do';
  const content = file.addStream('', `q ${turn}\n${matrix}\n${body}\nQ`);
  const pageResources = drawn === null ? resources : `/Resources << /XObject << /Fm0 ${drawn} 0 R >> >>`;
  return file.add(
    `<< /Type /Page /Parent ${context.parent} 0 R ${pageBoxes(sheet, plain)} ${pageResources} /Contents ${content} 0 R >>`,
  );
}

function addForm(
  file: PdfFile,
  operators: string,
  { sheet, scale, resources }: { sheet: Sheet; scale: number; resources: string },
): number {
  // The form's own matrix shifts everything by 50 units, and its content is shifted back.
  const box = `/BBox [-50 -50 ${sheet.widthPt * scale} ${sheet.heightPt * scale}] /Matrix [1 0 0 1 50 50]`;
  return file.addStream(`/Type /XObject /Subtype /Form ${box} ${resources}`, `q 1 0 0 1 -50 -50 cm\n${operators}\nQ`);
}

/**
 * Turns the upright page's frame into that of the page as it is stored, which /Rotate turns back (ISO 32000-1,
 * 8.3.2.3).
 */
function turnMatrix({ widthPt, heightPt }: Sheet, plain: PlainStyle): string {
  const turns: Record<PlainStyle['rotate'], string> = {
    0: '1 0 0 1 0 0 cm',
    90: `0 1 -1 0 ${heightPt} 0 cm`,
    180: `-1 0 0 -1 ${widthPt} ${heightPt} cm`,
    270: `0 -1 1 0 0 ${widthPt} cm`,
  };
  return `1 0 0 1 ${plain.originPt} ${plain.originPt} cm ${turns[plain.rotate]}`;
}

function pageBoxes({ widthPt, heightPt }: Sheet, plain: PlainStyle): string {
  const [width, height] = plain.rotate === 90 || plain.rotate === 270 ? [heightPt, widthPt] : [widthPt, heightPt];
  const { originPt, bleedPt } = plain;
  const box = (grow: number): string =>
    `[${originPt - grow} ${originPt - grow} ${originPt + width + grow} ${originPt + height + grow}]`;
  const crop = bleedPt === 0 ? '' : ` /CropBox ${box(0)}`;
  const rotate = plain.rotate === 0 ? '' : ` /Rotate ${plain.rotate}`;
  return `/MediaBox ${box(bleedPt)}${crop}${rotate}`;
}
