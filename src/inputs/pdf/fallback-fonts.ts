import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Pdfium } from './pdfium-module.ts';

/**
 * Fonts for Chinese text whose font the file names but does not hold: PDFium has none and would leave it blank.
 *
 * PDFium asks through the callbacks of FPDF_SYSFONTINFO (public/fpdf_sysfontinfo.h), and only when a page needs such
 * a font: a font is read then (8 MB, 5 ms), and a process that meets none pays nothing. Every Chinese, Japanese or
 * Korean font becomes Noto Sans in the nearest weight, with the widths that the file gives; songti is not drawn as
 * songti. Latin fonts come with PDFium.
 */
export function provideFallbackFonts({ calls, memory, addFunction }: Pdfium): void {
  const callback = (signature: string, answer: (args: readonly number[]) => number): number =>
    addFunction((...args) => answer(args), signature);
  const write = (data: Uint8Array, at: number, size: number): number => {
    if (at !== 0 && size >= data.length) memory.HEAPU8.set(data, at);
    return data.length;
  };
  const structure = [
    version,
    callback('vi', () => 0), // Release
    callback('vii', () => 0), // EnumFonts
    callback('iiiiiiii', ([, weight = 400, , charset = 0]) => handleFor(weight, charset)), // MapFont
    callback('iii', () => 0), // GetFont
    // GetFontData: parts of the file are asked for to tell collections from single fonts, which these are.
    callback('iiiiii', ([, handle = 0, table = 0, at = 0, size = 0]) =>
      table === 0 ? write(fontData(handle), at, size) : 0,
    ),
    callback('iiiii', ([, handle = 0, at = 0, size = 0]) => write(faceName(handle), at, size)), // GetFaceName
    callback('iii', () => simplifiedChinese), // GetFontCharset
    callback('vii', () => 0), // DeleteFont
  ];
  // PDFium keeps this structure for good: it is never given back.
  const address = calls.pdfium.wasmExports.malloc(structure.length * 4);
  new Int32Array(memory.HEAPU8.buffer, address, structure.length).set(structure);
  calls.FPDF_SetSystemFontInfo(address);
}

/** Of FPDF_SYSFONTINFO. */
const version = 1;
/** Character sets as PDFium calls them: FXFONT_GB2312_CHARSET and the others of East Asia. */
const simplifiedChinese = 134;
const eastAsian: ReadonlySet<number> = new Set([128, 129, 130, simplifiedChinese, 136]);

/** Of the five weights of @embedpdf/fonts-sc. */
const fonts = [
  { weight: 400, file: 'NotoSansHans-Regular.otf' },
  { weight: 700, file: 'NotoSansHans-Bold.otf' },
] as const;

/** The number of a font in `fonts`, from 1; 0 sends PDFium to its own. */
function handleFor(weight: number, charset: number): number {
  if (!eastAsian.has(charset)) return 0;
  const distances = fonts.map((font) => Math.abs(font.weight - weight));
  return distances.indexOf(Math.min(...distances)) + 1;
}

const dataByHandle = new Map<number, Uint8Array>();

function fontData(handle: number): Uint8Array {
  const kept = dataByHandle.get(handle);
  if (kept !== undefined) return kept;
  const require = createRequire(import.meta.url);
  const folder = path.dirname(require.resolve('@embedpdf/fonts-sc'));
  const data = readFileSync(path.join(folder, '../fonts', fonts[handle - 1]?.file ?? ''));
  dataByHandle.set(handle, data);
  return data;
}

function faceName(handle: number): Uint8Array {
  return Buffer.from(`${fonts[handle - 1]?.file ?? ''}\0`);
}
