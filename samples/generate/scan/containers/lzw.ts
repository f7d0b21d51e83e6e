import { createBitWriter } from './bits.ts';

/** LZW as TIFF has it (TIFF 6.0, section 13): codes of 9 to 12 bits, one wider a code early. */
export function encodeLzw(bytes: Uint8Array): Uint8Array {
  const clear = 256;
  const end = 257;
  const writer = createBitWriter();
  let table = new Map<number, number>();
  let nextCode = 258;
  let length = 9;
  let prefix = -1;
  writer.put(clear, length);
  for (const byte of bytes) {
    const key = prefix * 256 + byte;
    const known = prefix < 0 ? byte : table.get(key);
    if (known !== undefined) {
      prefix = known;
      continue;
    }
    writer.put(prefix, length);
    table.set(key, nextCode);
    nextCode += 1;
    if (nextCode > (1 << length) - 1) length += 1;
    if (nextCode === 4095) {
      writer.put(clear, 12);
      table = new Map();
      nextCode = 258;
      length = 9;
    }
    prefix = byte;
  }
  if (prefix >= 0) writer.put(prefix, length);
  // The decoder has by now added an entry for the last code too.
  if (nextCode + 1 > (1 << length) - 1 && length < 12) length += 1;
  writer.put(end, length);
  return writer.bytes();
}
