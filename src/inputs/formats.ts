import type { InputFormat } from './format.ts';
import { imageFormats } from './image/format.ts';
import { pdfFormat } from './pdf/format.ts';
import { dumpFormat } from './text/format.ts';

/** The formats that can be read, in the order in which they are tried; the first that matches a file reads it. */
export const inputFormats: readonly InputFormat[] = [pdfFormat, ...imageFormats, dumpFormat];

/** The number of bytes that `sniff` looks at. */
export const sniffedBytes = 4096;

/** The format of a file by its content; `null` where it is none that can be read. */
export function sniff(bytes: Uint8Array): InputFormat | null {
  const head = bytes.subarray(0, sniffedBytes);
  return inputFormats.find((format) => format.matches(head)) ?? null;
}
