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
    ['utf-16le', utf16le],
    ['utf-16be', utf16be],
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

  test('Big5 is told from GB18030 by the characters that its bytes would be there', () => {
    // 項目支出績效自評表
    const bytes = Buffer.from('b6b5a5d8a4e4a558c15aaec4a6dbb5fbaaed', 'hex');
    expect(decodeText(bytes)).toStrictEqual({ text: '項目支出績效自評表', encoding: 'big5', brokenCount: 0 });
  });

  test('a NUL within the text stands for something lost; NULs behind it are nothing', () => {
    const bytes = Buffer.from(`${'绩效自评表'.repeat(20)}8\u00002\u0000\u0000`);
    expect(decodeText(bytes)).toStrictEqual({
      text: `${'绩效自评表'.repeat(20)}8\ufffd2`,
      encoding: 'utf-8',
      brokenCount: 1,
    });
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
    ['UTF-16 without its mark', utf16le],
    ['UTF-16 without its mark, the other way round', utf16be],
    ['a NUL in many', Buffer.from(`${'表'.repeat(50)}\u0000`)],
    ['one control character in many', Buffer.from(`${'表'.repeat(50)}\u0001`)],
    ['tabs and line breaks alone', Buffer.from('\t\t\r\n\f\v')],
  ])('%s does', (_, bytes) => {
    expect(looksLikeText(bytes)).toBe(true);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['many NULs', Buffer.from('绩效\u0000自评表'.repeat(100))],
    ['many control characters', Buffer.from('绩\u0001效\u0002')],
    ['a PNG', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['a zip', Buffer.from('504b030414000000', 'hex')],
  ])('%s does not', (_, bytes) => {
    expect(looksLikeText(bytes)).toBe(false);
  });
});
