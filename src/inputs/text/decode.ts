/** Text from bytes, and how sure that is. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
  /** Bytes that the encoding does not allow, each shown as U+FFFD in the text. */
  readonly brokenCount: number;
}

const byteOrderMarks = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/**
 * Decodes a text file: by its byte order mark, else as UTF-8 where that fits, else as GB18030, which Chinese
 * Windows writes. Where neither fits, the one with fewer broken characters is taken, and they are counted.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const mark = byteOrderMarks.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
  if (mark !== undefined) return decodeAs(bytes, mark.encoding);
  const utf8 = decodeAs(bytes, 'utf-8');
  if (utf8.brokenCount === 0) return utf8;
  const gb18030 = decodeAs(bytes, 'gb18030');
  return gb18030.brokenCount < utf8.brokenCount ? gb18030 : utf8;
}

function decodeAs(bytes: Uint8Array, encoding: DecodedText['encoding']): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, brokenCount: text.split('\ufffd').length - 1 };
}

/** False for bytes that no text file holds: NUL outside UTF-16, or many control characters. */
export function looksLikeText(head: Uint8Array): boolean {
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (isUtf16) return true;
  const controls = head.filter((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b)).length;
  return head.length > 0 && !head.includes(0) && controls <= head.length / 100;
}
