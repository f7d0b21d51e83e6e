import { greyWithoutSeals } from '../../images/grey.ts';
import type { GreyRaster } from '../../model/raster.ts';
import { type Pdfium, release, reserve } from './pdfium-module.ts';

/** FPDF_PAGEOBJ_TEXT and FPDF_PAGEOBJ_IMAGE of public/fpdf_edit.h. */
const textObject = 1;
const imageObject = 3;
/** FPDF_TEXTRENDERMODE_INVISIBLE: a text layer of an earlier OCR. */
const invisibleText = 3;
/** An image is the page's scan if it covers this share of the page's width and height. */
const minCover = 0.9;
/** Turned by less than this (tangent), an image lies straight on its page. */
const maxShear = 0.0005;

/** The scan that a page consists of. */
export interface EmbeddedScan {
  readonly picture: GreyRaster;
  readonly pixelsPerPt: number;
}

/**
 * The picture of a page that is nothing but one image without a mask (and, perhaps, hidden text), pixel by pixel as
 * the scanner made it, upright as the page is shown; `null` where the page must be drawn.
 */
export function embeddedScan(pdfium: Pdfium, page: number): EmbeddedScan | null {
  const { calls } = pdfium;
  const image = soleImage(pdfium, page);
  if (image === null) return null;
  const matrix = matrixOf(pdfium, image);
  if (matrix === null) return null;
  const [a, b, c, d] = matrix;
  const isUpright = Math.abs(b) <= maxShear * Math.abs(a) && Math.abs(c) <= maxShear * Math.abs(d);
  const isSideways = Math.abs(a) <= maxShear * Math.abs(b) && Math.abs(d) <= maxShear * Math.abs(c);
  if (!isUpright && !isSideways) return null;
  const turns = calls.FPDFPage_GetRotation(page);
  const shown = [calls.FPDF_GetPageWidthF(page), calls.FPDF_GetPageHeightF(page)] as const;
  const [pageWidth, pageHeight] = turns % 2 === 1 ? [shown[1], shown[0]] : shown;
  const [width, height] = isUpright ? [Math.abs(a), Math.abs(d)] : [Math.abs(c), Math.abs(b)];
  if (width < minCover * pageWidth || height < minCover * pageHeight) return null;
  const raster = pixelsOf(pdfium, image);
  if (raster === null) return null;
  const laid = lay(
    raster,
    isUpright ? { x: a < 0, y: d < 0, isSwapped: false } : { x: c > 0, y: b > 0, isSwapped: true },
  );
  const picture = turned(laid, turns);
  return { picture, pixelsPerPt: laid.width / width };
}

function soleImage({ calls }: Pdfium, page: number): number | null {
  let found: number | null = null;
  for (let index = 0; index < calls.FPDFPage_CountObjects(page); index++) {
    const object = calls.FPDFPage_GetObject(page, index);
    const type = calls.FPDFPageObj_GetType(object);
    if (type === textObject && calls.FPDFTextObj_GetTextRenderMode(object) === invisibleText) continue;
    if (type !== imageObject || found !== null || calls.FPDFPageObj_HasTransparency(object)) return null;
    found = object;
  }
  return found;
}

/** FS_MATRIX: six floats. */
const matrixBytes = 24;

function matrixOf(pdfium: Pdfium, object: number): readonly [number, number, number, number] | null {
  const address = reserve(pdfium, matrixBytes);
  try {
    if (!pdfium.calls.FPDFPageObj_GetMatrix(object, address)) return null;
    const floats = new DataView(pdfium.memory.HEAPU8.buffer, address, matrixBytes);
    const at = (index: number): number => floats.getFloat32(4 * index, true);
    return [at(0), at(1), at(2), at(3)];
  } finally {
    release(pdfium, address);
  }
}

/** Bytes a pixel of FPDFBitmap_Gray, BGR, BGRx and BGRA. */
const channelsOfFormat: Readonly<Record<number, number>> = { 1: 1, 2: 3, 3: 4, 4: 4 };

function pixelsOf({ calls, memory }: Pdfium, image: number): GreyRaster | null {
  const bitmap = calls.FPDFImageObj_GetBitmap(image);
  if (bitmap === 0) return null;
  try {
    const width = calls.FPDFBitmap_GetWidth(bitmap);
    const height = calls.FPDFBitmap_GetHeight(bitmap);
    const stride = calls.FPDFBitmap_GetStride(bitmap);
    const channels = channelsOfFormat[calls.FPDFBitmap_GetFormat(bitmap)];
    const start = calls.FPDFBitmap_GetBuffer(bitmap);
    if (channels === undefined) return null;
    const pixels = new Uint8Array(width * height * channels);
    for (let y = 0; y < height; y++) {
      const row = memory.HEAPU8.subarray(start + y * stride, start + y * stride + width * channels);
      pixels.set(row, y * width * channels);
    }
    if (channels >= 3) swapRedAndBlue(pixels, channels);
    return greyWithoutSeals(pixels, { width, height, channels });
  } finally {
    calls.FPDFBitmap_Destroy(bitmap);
  }
}

function swapRedAndBlue(pixels: Uint8Array, channels: number): void {
  for (let at = 0; at < pixels.length; at += channels) {
    const blue = pixels[at] ?? 0;
    pixels[at] = pixels[at + 2] ?? 0;
    pixels[at + 2] = blue;
  }
}

interface Laying {
  /** Whether the image is mirrored along x and y of the page. */
  readonly x: boolean;
  readonly y: boolean;
  /** Whether the image's rows run along the page's columns. */
  readonly isSwapped: boolean;
}

/** The image as its matrix lays it on the page before the page is turned. */
function lay(image: GreyRaster, { x: isMirrored, y: isUpended, isSwapped }: Laying): GreyRaster {
  if (!isMirrored && !isUpended && !isSwapped) return image;
  const [width, height] = isSwapped ? [image.height, image.width] : [image.width, image.height];
  return drawn(width, height, (x, y) => {
    const [u, v] = [isMirrored ? width - 1 - x : x, isUpended ? height - 1 - y : y];
    return isSwapped ? (image.data[u * image.width + v] ?? 255) : (image.data[v * image.width + u] ?? 255);
  });
}

/** Turned clockwise by quarter turns. */
function turned(image: GreyRaster, quarterTurns: number): GreyRaster {
  const { width, height, data } = image;
  switch (quarterTurns) {
    case 1:
      return drawn(height, width, (x, y) => data[(height - 1 - x) * width + y] ?? 255);
    case 2:
      return drawn(width, height, (x, y) => data[(height - 1 - y) * width + (width - 1 - x)] ?? 255);
    case 3:
      return drawn(height, width, (x, y) => data[x * width + (width - 1 - y)] ?? 255);
    default:
      return image;
  }
}

function drawn(width: number, height: number, levelAt: (x: number, y: number) => number): GreyRaster {
  const data = new Uint8Array(width * height);
  let at = 0;
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data[at++] = levelAt(x, y);
  return { width, height, data };
}
