import { describe, expect, test } from 'vitest';
import { encodeGb18030 } from '../../../samples/generate/render/gb18030.ts';
import { decodeText, looksLikeText } from '../../../src/inputs/text/decode.ts';

const text = '绩效自评表\t≥90%\n𠮷';
const utf8 = Buffer.from(text);
const utf16le = Buffer.from(text, 'utf16le');
const utf16be = Buffer.from(utf16le).swap16();

describe('decodeText', () => {
  test.each([
    ['utf-8', utf8],
    ['utf-8', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8])],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le])],
    ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be])],
    ['gb18030', encodeGb18030(text)],
  ] as const)('%s is told by its bytes', (encoding, bytes) => {
    expect(decodeText(bytes)).toStrictEqual({ text, encoding, brokenCount: 0 });
  });

  test('a broken byte in UTF-8 does not make it GB18030, and is counted', () => {
    const bytes = Buffer.concat([utf8, Buffer.from([0xff]), utf8]);
    expect(decodeText(bytes)).toStrictEqual({ text: `${text}\ufffd${text}`, encoding: 'utf-8', brokenCount: 1 });
  });

  test('a broken byte in GB18030 does not make it UTF-8', () => {
    const bytes = Buffer.concat([encodeGb18030('绩效自评表'), Buffer.from([0xff]), encodeGb18030('项目名称')]);
    const decoded = decodeText(bytes);
    expect(decoded.encoding).toBe('gb18030');
    expect(decoded.text).toContain('绩效自评表');
    expect(decoded.brokenCount).toBe(1);
  });

  test('nothing is empty UTF-8', () => {
    expect(decodeText(new Uint8Array())).toStrictEqual({ text: '', encoding: 'utf-8', brokenCount: 0 });
  });
});

describe('looksLikeText', () => {
  test.each([
    ['UTF-8', utf8],
    ['GB18030', encodeGb18030(text)],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le])],
    ['UTF-16, the other way round', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be])],
    ['one control character in many', Buffer.from(`${'表'.repeat(50)}\u0001`)],
    ['tabs and line breaks alone', Buffer.from('\t\t\r\n\f\v')],
  ])('%s does', (_, bytes) => {
    expect(looksLikeText(bytes)).toBe(true);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['a NUL', Buffer.from('绩效\u0000自评表'.repeat(100))],
    ['many control characters', Buffer.from('绩\u0001效\u0002')],
    ['a PNG', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['a zip', Buffer.from('504b030414000000', 'hex')],
    ['UTF-16 without its mark', utf16le],
  ])('%s does not', (_, bytes) => {
    expect(looksLikeText(bytes)).toBe(false);
  });
});
