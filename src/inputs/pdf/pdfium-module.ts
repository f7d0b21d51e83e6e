import type { WrappedPdfiumModule } from '@embedpdf/pdfium';

/** The memory that PDFium works in. Its view is a new one after it has grown: read it anew each time. */
export interface WasmMemory {
  readonly HEAPU8: Uint8Array<ArrayBuffer>;
}

/** Makes a function that PDFium can call; `signature` has `i` for a number and `v` for nothing, the result first. */
export type AddFunction = (call: (...values: number[]) => number, signature: string) => number;

/** PDFium's functions under their own names (https://pdfium.googlesource.com, public/*.h), and its memory. */
export interface Pdfium {
  readonly calls: WrappedPdfiumModule;
  readonly memory: WasmMemory;
  readonly addFunction: AddFunction;
}

/**
 * A piece of PDFium's memory, in bytes; the caller gives it back with `release`.
 * @throws RangeError where there is not that much
 */
export function reserve({ calls }: Pdfium, size: number): number {
  const address = calls.pdfium.wasmExports.malloc(size);
  if (address === 0) throw new RangeError(`There is no memory for ${size} bytes`);
  return address;
}

/** Gives a piece of memory back. */
export function release({ calls }: Pdfium, address: number): void {
  calls.pdfium.wasmExports.free(address);
}
