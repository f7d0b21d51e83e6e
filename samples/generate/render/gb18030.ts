/**
 * Encodes text as GB 18030 (two bytes a character for GBK's repertoire, four for the rest), or as GBK codes for PDF
 * strings. Node decodes GB 18030 but does not encode it: the two-byte table is the decoder turned around, and the
 * four-byte ranges of the basic plane are counted off from the characters that the two-byte table lacks (GB 18030-2005,
 * annex C).
 */
let twoByteCodes: Map<number, number> | undefined;

/** The text's bytes in GB 18030; throws a RangeError for what the standard cannot hold. */
export function encodeGb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) bytes.push(point);
    else bytes.push(...(twoBytes(point) ?? fourBytes(point)));
  }
  return Uint8Array.from(bytes);
}

/** The two-byte code of a character, or `null` where GBK has none. */
export function gbkCode(point: number): number | null {
  twoByteCodes ??= readTwoByteCodes();
  return twoByteCodes.get(point) ?? null;
}

function twoBytes(point: number): number[] | null {
  const code = gbkCode(point);
  return code === null ? null : [code >> 8, code & 0xff];
}

function fourBytes(point: number): number[] {
  if (point > 0xffff) return linearBytes(point - 0x10000 + 189000);
  const decoder = new TextDecoder('gb18030');
  for (let index = 0; index < 39420; index += 1) {
    if (decoder.decode(Uint8Array.from(linearBytes(index))).codePointAt(0) === point) return linearBytes(index);
  }
  throw new RangeError(`U+${point.toString(16)} has no GB 18030 code`);
}

function linearBytes(index: number): number[] {
  const last = 0x30 + (index % 10);
  const third = 0x81 + (Math.floor(index / 10) % 126);
  const second = 0x30 + (Math.floor(index / 1260) % 10);
  return [0x81 + Math.floor(index / 12600), second, third, last];
}

function readTwoByteCodes(): Map<number, number> {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<number, number>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      const point = text.codePointAt(0) ?? 0xfffd;
      if (text.length === 1 && point !== 0xfffd && !codes.has(point)) codes.set(point, (lead << 8) | trail);
    }
  }
  return codes;
}
