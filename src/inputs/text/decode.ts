/** Text from bytes, and how sure that is. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  /** Bytes that the encoding does not allow, and NULs, each shown as U+FFFD in the text. */
  readonly brokenCount: number;
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

const byteOrderMarks = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/**
 * Decodes a text file: by its byte order mark, else as UTF-16 where every other byte of its tabs and digits is a NUL,
 * else as UTF-8 where that fits, else as GB18030, which Chinese Windows writes, or Big5, where the bytes are no
 * everyday characters of GB18030. Where neither fits, the one with fewer broken characters is taken, and they are
 * counted.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const mark = byteOrderMarks.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
  const encoding = mark?.encoding ?? unmarkedUtf16(bytes.subarray(0, sampledBytes));
  if (encoding !== null) return decodeAs(bytes, encoding);
  const utf8 = decodeAs(bytes, 'utf-8');
  if (utf8.brokenCount === 0) return utf8;
  const gb18030 = decodeAs(bytes, 'gb18030');
  if (gb18030.brokenCount >= utf8.brokenCount) return utf8;
  if (everydayShare(bytes) >= minEverydayShare) return gb18030;
  const big5 = decodeAs(bytes, 'big5');
  return big5.brokenCount <= gb18030.brokenCount ? big5 : gb18030;
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): DecodedText {
  // NULs behind the text fill up a buffer; within it they stand where something was lost.
  const text = new TextDecoder(encoding).decode(bytes).replace(/\0+$/, '').replaceAll('\0', '\ufffd');
  return { text, encoding, brokenCount: text.split('\ufffd').length - 1 };
}

/** Enough to tell an encoding. */
const sampledBytes = 4096;
/** UTF-16 has a NUL in each tab, line break, space and digit: far more than this in any table. */
const minNulShare = 0.01;
/** The lower halves of CJK are rarely NUL (一 is 4E00). */
const maxStrayNulShare = 0.2;
/**
 * What text in the right byte order consists of: ASCII, signs, CJK with its punctuation and rarer planes, full widths.
 */
const expected =
  /[\t\n\r\f\x20-\x7e\u00a0-\u00ff\u2000-\u27bf\u2e80-\u303f\u4e00-\u9fff\ud800-\udfff\uff00-\uffef\ufeff]/g;
const minExpectedShare = 0.95;

/** The byte order of UTF-16 without a mark; `null` where it is none. */
function unmarkedUtf16(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const nuls = [...head.keys()].filter((at) => head[at] === 0);
  if (nuls.length === 0 || nuls.length < head.length * minNulShare) return null;
  // The NUL is the upper half of what is ASCII: the second byte where the lower comes first.
  const isLittle = nuls.filter((at) => at % 2 === 1).length > nuls.length / 2;
  const encoding = isLittle ? 'utf-16le' : 'utf-16be';
  if (nuls.filter((at) => at % 2 === (isLittle ? 0 : 1)).length > nuls.length * maxStrayNulShare) return null;
  const text = new TextDecoder(encoding).decode(head.subarray(0, head.length - (head.length % 2)));
  return (text.match(expected)?.length ?? 0) >= text.length * minExpectedShare ? encoding : null;
}

/** GB 2312 keeps the 3,755 everyday characters in rows 16 to 55; nearly all of a Chinese text is made of them. */
const minEverydayShare = 0.7;

/**
 * The share of the two-byte characters of GB18030, punctuation aside, that are everyday ones; 1 where there are none.
 */
function everydayShare(bytes: Uint8Array): number {
  let characters = 0;
  let everyday = 0;
  for (let at = 0; at < bytes.length - 1; at++) {
    const lead = bytes[at] ?? 0;
    const trail = bytes[at + 1] ?? 0;
    if (lead < 0x81 || lead > 0xfe || trail < 0x40) continue;
    at++;
    if (lead >= 0xa1 && lead <= 0xa9) continue;
    characters++;
    if (lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1) everyday++;
  }
  return characters === 0 ? 1 : everyday / characters;
}

/** False for bytes that no text file holds: many control characters, NUL among them, that are not those of UTF-16. */
export function looksLikeText(head: Uint8Array): boolean {
  const isMarkedUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (isMarkedUtf16 || unmarkedUtf16(head) !== null) return true;
  const controls = head.filter((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b)).length;
  return head.length > 0 && controls <= head.length / 100;
}
